package import Distribution
package import Foundation
internal import GRDB

extension Ledger {
    /// Claims what is due over one channel, oldest first, for `lease` seconds in the name of `owner`.
    ///
    /// The intent is on disk when this returns, before anything touches the wire. Receipts are not rewritten for it: a
    /// result follows soon, and then they are.
    package func claimDue(
        at now: Date,
        channel: ChannelKind,
        limit: Int,
        lease: TimeInterval,
        by owner: String
    ) throws -> [ClaimedDelivery] {
        try database.write { db in
            let due = try db.rows(Self.dueSQL, [channel.rawValue, now.stored, limit])
            let claim = Claim(
                change: Change(db, at: now),
                until: now.addingTimeInterval(lease),
                owner: owner
            )
            return try due.map { row in try claim.make(row["id"]) }
        }
    }

    /// When the next delivery over one channel is due; `nil` when nothing waits.
    ///
    /// - Throws: what SQLite says.
    package func nextDue(channel: ChannelKind) throws -> Date? {
        try database.read { db in
            try db.number(
                "SELECT min(dueAt) FROM delivery WHERE channel = ? AND dueAt IS NOT NULL",
                [channel.rawValue]
            )
            .map(Date.init(stored:))
        }
    }

    /// What is due of contacts that may be used; its plan must name the index `deliveryDue`, which a test asks for.
    static let dueSQL = """
        SELECT id FROM delivery WHERE channel = ? AND dueAt <= ?
        AND NOT EXISTS (SELECT 1 FROM contactState WHERE contactState.contact = delivery.contact)
        ORDER BY dueAt, id LIMIT ?
        """
}

/// Claims deliveries within one transaction.
private struct Claim {
    let change: Change
    let until: Date
    let owner: String

    private var db: Database { change.db }

    func make(_ id: Int64) throws -> ClaimedDelivery {
        let delivery = try change.delivery(id)
        let number = delivery.attempts + 1
        try db.run(
            """
            UPDATE delivery SET state = 'attempting', stateAt = ?, stateWhy = ?, dueAt = NULL, claimedFrom = ?,
                claimedUntil = ?, claimedBy = ?, attempts = ?, tries = tries + 1
            WHERE id = ?
            """,
            [
                change.now.stored, "attempt \(number) begun", delivery.state.rawValue, until.stored, owner,
                number, id,
            ]
        )
        try db.run(
            "INSERT INTO attempt (deliveryID, number, startedAt, isRepeat) VALUES (?, ?, ?, ?)",
            [id, number, change.now.stored, delivery.mayHaveArrived]
        )
        let attempt = db.lastInsertedRowID
        try change.note("attempt \(number) begun", of: delivery, to: .attempting)
        return try claimed(delivery, attempt: attempt, number: number)
    }

    private func claimed(_ delivery: DeliveryRow, attempt: Int64, number: Int) throws -> ClaimedDelivery {
        guard
            let row = try db.row(
                """
                SELECT d.channel, d.address, d.token, d.messageID, d.messageDate, d.because, d.partner, d.rendition,
                    v.date, v.kind, v.urgency, v.record, coalesce(c.sha256, f.sha256) AS sha256, f.name AS fileName
                FROM delivery d LEFT JOIN version v ON v.id = d.versionID LEFT JOIN file f ON f.id = v.fileID
                    LEFT JOIN cleanedCopy c ON c.versionID = v.id
                WHERE d.id = ?
                """,
                [delivery.id]
            )
        else { throw LedgerError.noSuchDelivery(delivery.id) }
        return ClaimedDelivery(
            deliveryID: delivery.id,
            attemptID: attempt,
            attempt: number,
            isRepeat: delivery.mayHaveArrived,
            claimedUntil: until,
            channel: try row.word("channel"),
            address: row["address"],
            identity: DeliveryIdentity(
                token: row["token"],
                messageID: row["messageID"],
                date: row.date("messageDate")
            ),
            content: delivery.isNotice
                ? .alerts(try notice(delivery)) : .minutes(try minutes(delivery, row: row))
        )
    }

    private func notice(_ delivery: DeliveryRow) throws -> ClaimedNotice {
        ClaimedNotice(
            person: delivery.name ?? "",
            alerts: try AlertModel.fetch(
                db,
                "WHERE a.id IN (SELECT alertID FROM alertNotice WHERE deliveryID = ?) ORDER BY a.id",
                [delivery.id]
            )
        )
    }

    private func minutes(_ delivery: DeliveryRow, row: Row) throws -> ClaimedMinutes {
        let replaced = try db.number(
            """
            SELECT max(o.number) FROM version n
            JOIN version o ON o.meetingID = n.meetingID AND o.number < n.number
            JOIN delivery d ON d.versionID = o.id AND d.contact = ? AND d.mayHaveArrived
            WHERE n.id = ?
            """,
            [delivery.contact, delivery.versionID]
        )
        guard let contact = delivery.contact, let reference = delivery.reference,
            let version = delivery.versionNumber
        else { throw LedgerError.unreadable(what: "delivery \(delivery.id) without recipient") }
        return ClaimedMinutes(
            contact: contact,
            contactName: delivery.name ?? "",
            partner: try row.word("partner"),
            rendition: try row.word("rendition"),
            because: row["because"],
            reference: reference,
            version: version,
            replaces: replaced.map(Int.init),
            fileSHA256: row["sha256"],
            fileName: row["fileName"],
            meetingDate: try row.calendarDateIfAny("date"),
            kind: try row.word("kind"),
            urgency: try row.word("urgency"),
            recordJSON: Data((row["record"] as String).utf8)
        )
    }
}
