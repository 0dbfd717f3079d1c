internal import Distribution
internal import Foundation
internal import GRDB
internal import Minutes

/// Puts one intake into the ledger, within one transaction.
struct IntakeChange {
    let change: Change
    let intake: Intake

    private var db: Database { change.db }

    func make() throws {
        switch intake.verdict {
        case .minutes(let version): try make(version)
        case .rejected(let reason):
            let file = try insertFile(.reject, reason: reason)
            try db.run("INSERT INTO receipt (fileID) VALUES (?)", [file])
            try change.note("not taken as minutes: \(reason)", file: file)
            try raiseAlerts(Rows(file: file))
        case .duplicate(let original):
            let file = try insertFile(.duplicate, duplicateOf: original)
            try change.note("the same document as file \(original)", file: file)
        }
    }

    private func make(_ version: NewVersion) throws {
        let soFar = try MeetingSoFar.fetch(db, key: version.meetingKey)
        guard soFar == version.basedOn else { throw LedgerError.meetingChanged }
        let file = try insertFile(version.isHeld ? .hold : .distribute, reason: version.reason)
        let meeting = try meetingID(version.meetingKey)
        let number = (soFar?.latestVersion ?? 0) + 1
        let id = try insert(version, number: number, meeting: meeting, file: file)
        try db.run("INSERT INTO receipt (fileID) VALUES (?)", [file])
        try change.note(
            version.isHeld ? "taken in and held: \(version.reason)" : "taken in as version \(number)",
            meeting: meeting,
            version: id,
            file: file
        )
        if !version.isHeld { try change.replaceOlder(than: id) }
        var rows = Rows(file: file, meeting: meeting, version: id)
        for delivery in version.deliveries {
            rows.deliveries[delivery.identity.token] = try insert(delivery, of: version, versionID: id)
        }
        // What is held answers nothing yet: its release does (`Change.settleConsultations`).
        for settled in version.settles where !version.isHeld {
            let alert = try change.openAlert(
                ofMeeting: meeting,
                code: settled.code.rawValue,
                partner: settled.partner?.rawValue
            )
            if let alert { try change.close(alert: alert, why: "later evidence: \(settled.why)") }
        }
        try raiseAlerts(rows)
    }

    /// The rows that were made, for the alerts to be about.
    private struct Rows {
        var file: Int64
        var meeting: Int64?
        var version: Int64?
        /// By token.
        var deliveries: [String: Int64] = [:]
    }

    private func insertFile(
        _ outcome: TakenFile.Outcome,
        reason: String = "",
        duplicateOf: Int64? = nil
    ) throws -> Int64 {
        if outcome == .distribute || outcome == .hold,
            let known = try db.number(
                "SELECT id FROM file WHERE sha256 = ? AND outcome IN ('distribute', 'hold')",
                [intake.sha256]
            )
        {
            throw LedgerError.alreadyTaken(file: known)
        }
        try db.run(
            """
            INSERT INTO file (claim, sha256, byteCount, outcome, duplicateOf, takenAt, name, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                intake.claim, intake.sha256, intake.byteCount, outcome.rawValue, duplicateOf,
                change.now.stored, intake.name, reason,
            ]
        )
        return db.lastInsertedRowID
    }

    private func meetingID(_ key: String) throws -> Int64 {
        if let known = try db.number("SELECT id FROM meeting WHERE key = ?", [key]) { return known }
        // In UTC, which is London's time at the turn of the year.
        try db.run(
            """
            WITH intake (year) AS (SELECT CAST(strftime('%Y', ? / 1000, 'unixepoch') AS INTEGER))
            INSERT INTO meeting (key, year, number, firstTakenAt)
            SELECT ?, year, coalesce((SELECT max(number) FROM meeting WHERE meeting.year = intake.year), 0) + 1, ?
            FROM intake
            """,
            [change.now.stored, key, change.now.stored]
        )
        return db.lastInsertedRowID
    }

    private func insert(_ version: NewVersion, number: Int, meeting: Int64, file: Int64) throws -> Int64 {
        let record = try JSONEncoder().encode(version.record)
        try db.run(
            """
            INSERT INTO version (meetingID, number, fileID, date, kind, urgency, disposition, takenAt, reason, record)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                meeting, number, file, version.record.meeting.date?.iso,
                version.record.meeting.kind.rawValue, version.record.meeting.urgency.rawValue,
                version.isHeld ? "hold" : "distribute", change.now.stored, version.reason,
                String(bytes: record, encoding: .utf8),
            ]
        )
        let id = db.lastInsertedRowID
        for (position, finding) in version.findings.enumerated() {
            try db.run(
                """
                INSERT INTO finding (versionID, position, code, severity, partner, text, source)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    id, position, finding.code.rawValue, finding.severity.rawValue, finding.partner?.rawValue,
                    finding.text, finding.source,
                ]
            )
        }
        for partner in version.partners {
            try db.run(
                "INSERT INTO partnerEvidence (versionID, partner, evidence, words, source) VALUES (?, ?, ?, ?, ?)",
                [id, partner.partner.rawValue, partner.evidence.rawValue, partner.words, partner.source]
            )
        }
        return id
    }

    private func insert(_ delivery: NewDelivery, of version: NewVersion, versionID: Int64) throws -> Int64 {
        let heldBecause = try heldBecause(delivery, version)
        let isQueued = heldBecause == nil
        let cause = heldBecause ?? "planned: \(delivery.because)"
        try db.run(
            """
            INSERT INTO delivery (purpose, versionID, partner, contact, name, channel, address, rendition,
                because, token, messageID, messageDate, createdAt, state, stateAt, stateWhy, heldBecause,
                firstDueAt, dueAt)
            VALUES ('minutes', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                versionID, delivery.partner.rawValue, delivery.contact?.id, delivery.contact?.name,
                delivery.contact?.channel.kind.rawValue, delivery.contact?.channel.address,
                delivery.contact?.receives.rawValue, delivery.because, delivery.identity.token,
                delivery.identity.messageID, delivery.identity.date.stored, change.now.stored,
                isQueued ? "queued" : "held", change.now.stored, cause, heldBecause,
                isQueued ? delivery.dueAt.stored : nil, isQueued ? delivery.dueAt.stored : nil,
            ]
        )
        let id = db.lastInsertedRowID
        let made = try change.delivery(id)
        try change.note(cause, of: made, to: made.state)
        return id
    }

    private func heldBecause(_ delivery: NewDelivery, _ version: NewVersion) throws -> String? {
        if let reason = delivery.heldBecause { return reason }
        guard let contact = delivery.contact else { return "no recipient is decided" }
        if version.isHeld { return version.reason }
        return try change.isDisabled(contact.id) ? Change.disabledBecause : nil
    }

    private func raiseAlerts(_ rows: Rows) throws {
        for alert in intake.alerts {
            var draft = AlertDraft(
                code: alert.code,
                partner: alert.partner?.rawValue,
                meetingID: rows.meeting,
                versionID: rows.version,
                text: alert.text,
                receiptFileID: rows.file
            )
            switch alert.subject {
            case .meeting: if rows.meeting == nil { draft.fileID = rows.file }
            case .file: draft.fileID = rows.file
            case .delivery(let token):
                guard let delivery = rows.deliveries[token] else {
                    throw LedgerError.unreadable(what: "an alert of a delivery that is not in the intake")
                }
                draft.deliveryID = delivery
            }
            try change.raise(draft, notices: alert.notices)
        }
    }
}
