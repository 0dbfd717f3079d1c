internal import Distribution
internal import Foundation
internal import GRDB

/// An alert to be raised, by the rows it is about.
struct AlertDraft {
    var code: AlertCode
    var partner: String?
    var meetingID: Int64?
    var versionID: Int64?
    var fileID: Int64?
    var deliveryID: Int64?
    var contact: String?
    var text: String
    /// The file whose receipt tells of it.
    var receiptFileID: Int64?
}

extension Change {
    /// Raises an alert and makes its notices; `false` where the same alert is open already, and nobody is told again.
    @discardableResult
    func raise(_ draft: AlertDraft, notices: [NewNotice]) throws -> Bool {
        guard try openAlert(like: draft) == nil else { return false }
        try db.run(
            """
            INSERT INTO alert (code, partner, meetingID, versionID, fileID, deliveryID, contact, text, raisedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                draft.code.rawValue, draft.partner, draft.meetingID, draft.versionID, draft.fileID,
                draft.deliveryID, draft.contact, draft.text, now.stored,
            ]
        )
        let alert = db.lastInsertedRowID
        try note(
            "alert raised: \(draft.code.rawValue)",
            meeting: draft.meetingID,
            version: draft.versionID,
            file: draft.fileID ?? draft.receiptFileID,
            delivery: draft.deliveryID,
            alert: alert
        )
        for notice in notices { try tell(notice, of: alert, draft) }
        try raiseReceipt(of: draft.receiptFileID)
        return true
    }

    private func openAlert(like draft: AlertDraft) throws -> Int64? {
        let code = draft.code.rawValue
        if let contact = draft.contact {
            return try db.number(
                "SELECT id FROM alert WHERE contact = ? AND code = ? AND closedAt IS NULL",
                [contact, code]
            )
        }
        if let delivery = draft.deliveryID {
            return try db.number(
                "SELECT id FROM alert WHERE deliveryID = ? AND code = ? AND closedAt IS NULL",
                [delivery, code]
            )
        }
        if let file = draft.fileID {
            return try db.number(
                """
                SELECT id FROM alert
                WHERE fileID = ? AND code = ? AND deliveryID IS NULL AND closedAt IS NULL
                """,
                [file, code]
            )
        }
        return try openAlert(ofMeeting: draft.meetingID, code: code, partner: draft.partner)
    }

    func openAlert(ofMeeting meeting: Int64?, code: String, partner: String?) throws -> Int64? {
        try db.number(
            """
            SELECT id FROM alert WHERE meetingID = ? AND code = ? AND coalesce(partner, '') = ?
            AND closedAt IS NULL AND deliveryID IS NULL AND fileID IS NULL
            """,
            [meeting, code, partner ?? ""]
        )
    }

    /// One notice a person and meeting: a later alert joins the one that waits, unless that one has begun to leave.
    private func tell(_ notice: NewNotice, of alert: Int64, _ draft: AlertDraft) throws {
        let waiting = try db.row(
            """
            SELECT id, dueAt FROM delivery
            WHERE (meetingID = ? OR fileID = ?) AND person = ? AND address = ? AND state = 'queued' AND attempts = 0
            AND NOT EXISTS (SELECT 1 FROM alertNotice WHERE deliveryID = delivery.id AND alertID = ?)
            ORDER BY dueAt, id
            """,
            [
                draft.meetingID, draft.meetingID == nil ? draft.fileID : nil, notice.person,
                notice.channel.address, alert,
            ]
        )
        let delivery: Int64
        if let waiting {
            delivery = waiting["id"]
            let due = min(waiting.date("dueAt"), notice.dueAt).stored
            try db.run("UPDATE delivery SET dueAt = ?, firstDueAt = ? WHERE id = ?", [due, due, delivery])
        } else {
            try make(notice, draft)
            delivery = db.lastInsertedRowID
            let made = try self.delivery(delivery)
            try note("to tell of \(draft.code.rawValue)", of: made, to: .queued)
        }
        try db.run("INSERT INTO alertNotice (alertID, deliveryID) VALUES (?, ?)", [alert, delivery])
    }

    private func make(_ notice: NewNotice, _ draft: AlertDraft) throws {
        try db.run(
            """
            INSERT INTO delivery (purpose, meetingID, fileID, person, channel, address, because, token,
                messageID, messageDate, createdAt, state, stateAt, stateWhy, firstDueAt, dueAt)
            VALUES ('alert', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?)
            """,
            [
                draft.meetingID, draft.meetingID == nil ? draft.fileID : nil, notice.person,
                notice.channel.kind.rawValue, notice.channel.address, "named for \(draft.code.rawValue)",
                notice.identity.token, notice.identity.messageID, notice.identity.date.stored, now.stored,
                now.stored, "to tell of \(draft.code.rawValue)", notice.dueAt.stored, notice.dueAt.stored,
            ]
        )
    }

    /// Closes an alert; notices that wait and tell of nothing that is still open are taken back.
    func close(alert: Int64, why: String) throws {
        try db.run(
            "UPDATE alert SET closedAt = ?, closedBy = ?, closedWhy = ? WHERE id = ?",
            [now.stored, actor, why, alert]
        )
        guard let row = try db.row("SELECT * FROM alert WHERE id = ?", [alert]) else { return }
        try note(
            "alert closed: \(why)",
            meeting: row["meetingID"],
            version: row["versionID"],
            file: row["fileID"],
            delivery: row["deliveryID"],
            alert: alert
        )
        try raiseReceipt(of: receiptFile(ofAlert: row))
        let idle = try db.rows(
            DeliveryRow.select + """
                WHERE d.id IN (SELECT deliveryID FROM alertNotice WHERE alertID = ?) AND d.dueAt IS NOT NULL
                AND NOT EXISTS (
                    SELECT 1 FROM alertNotice n JOIN alert a ON a.id = n.alertID
                    WHERE n.deliveryID = d.id AND a.closedAt IS NULL)
                """,
            [alert]
        )
        for row in idle { try stop(DeliveryRow(row: row), cause: "every alert it tells of is closed") }
    }

    /// Closes what is open about one delivery, except that its contact is disabled, which is about more than it.
    func closeAlerts(of delivery: DeliveryRow, why: String, only code: AlertCode? = nil) throws {
        let alerts = try db.rows(
            """
            SELECT id FROM alert WHERE deliveryID = ? AND closedAt IS NULL AND contact IS NULL
            AND code = coalesce(?, code)
            """,
            [delivery.id, code?.rawValue]
        )
        for alert in alerts { try close(alert: alert["id"], why: why) }
    }

    private func receiptFile(ofAlert row: Row) throws -> Int64? {
        if let file = row["fileID"] as Int64? { return file }
        if let version = row["versionID"] as Int64? {
            return try db.number("SELECT fileID FROM version WHERE id = ?", [version])
        }
        return try db.number(
            "SELECT fileID FROM version WHERE meetingID = ? ORDER BY number DESC LIMIT 1",
            [row["meetingID"] as Int64?]
        )
    }
}
