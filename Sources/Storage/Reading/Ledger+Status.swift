internal import Foundation
internal import GRDB

extension Ledger {
    /// The state of the work at a glance.
    package func status() throws -> StatusModel {
        try database.read { db in
            StatusModel(
                deliveries: try db.tally(purpose: "minutes"),
                notices: try db.tally(purpose: "alert"),
                oldestWaitingSince: try db.date(
                    """
                    SELECT min(since) FROM (
                        SELECT min(firstDueAt) AS since FROM delivery WHERE dueAt IS NOT NULL AND isDelayed = 0
                        UNION ALL
                        SELECT min(firstDueAt) FROM delivery WHERE dueAt IS NOT NULL AND isDelayed = 1)
                    """
                ),
                openAlerts: try db.counts(
                    "SELECT code, count(*) FROM alert WHERE closedAt IS NULL GROUP BY code"
                ),
                heldFiles: Int(
                    try db.number(
                        """
                        SELECT count(*) FROM version WHERE disposition = 'hold'
                        AND releasedAt IS NULL AND withdrawnAt IS NULL AND replacedAt IS NULL
                        """
                    ) ?? 0
                ),
                lastIntakeAt: try db.date("SELECT takenAt FROM file ORDER BY id DESC LIMIT 1"),
                lastAcceptedAt: try db.date("SELECT max(finishedAt) FROM attempt WHERE outcome = 'accepted'"),
                receiptsDue: Int(
                    try db.number("SELECT count(*) FROM receipt WHERE dueRevision > writtenRevision") ?? 0
                )
            )
        }
    }

    /// Meetings, latest first, `limit` at a time; `before` is the last reference of the page before.
    ///
    /// - Throws: `LedgerError.noSuchMeeting` for a `before` that is none.
    package func meetings(before: String? = nil, limit: Int) throws -> [MeetingLine] {
        try database.read { db in
            var last = Int64.max
            if let before {
                guard let id = try db.number("SELECT id FROM meeting WHERE reference = ?", [before]) else {
                    throw LedgerError.noSuchMeeting(before)
                }
                last = id
            }
            return try db.rows(
                """
                SELECT m.id AS meetingID, m.reference, v.id, v.number, v.date, v.kind, v.urgency, v.disposition,
                    v.takenAt, v.releasedAt,
                    (SELECT count(*) FROM alert WHERE meetingID = m.id AND closedAt IS NULL) AS openAlerts
                FROM meeting m JOIN version v ON v.meetingID = m.id
                    AND v.number = (SELECT max(number) FROM version WHERE meetingID = m.id)
                WHERE m.id < ? ORDER BY m.id DESC LIMIT ?
                """,
                [last, limit]
            ).map { row in try MeetingLine(db, row: row) }
        }
    }

    /// Open alerts, oldest first.
    package func openAlerts(limit: Int) throws -> [AlertModel] {
        try database.read { db in
            try AlertModel.fetch(db, "WHERE a.closedAt IS NULL ORDER BY a.id LIMIT ?", [limit])
        }
    }
}

extension MeetingLine {
    fileprivate init(_ db: Database, row: Row) throws {
        self.init(
            reference: row["reference"],
            date: try row.calendarDateIfAny("date"),
            kind: try row.word("kind"),
            urgency: try row.word("urgency"),
            latestVersion: row["number"],
            disposition: try row.word("disposition"),
            isReleased: row["releasedAt"] as Int64? != nil,
            takenAt: row.date("takenAt"),
            deliveries: try db.counts(
                "SELECT state, count(*) FROM delivery WHERE versionID = ? GROUP BY state",
                [row["id"] as Int64]
            ),
            openAlerts: row["openAlerts"]
        )
    }
}

extension Database {
    fileprivate func tally(purpose: String) throws -> [String: Int] {
        try counts("SELECT state, count FROM deliveryTally WHERE purpose = ? AND count > 0", [purpose])
    }

    fileprivate func counts(
        _ sql: String,
        _ arguments: StatementArguments = StatementArguments()
    ) throws -> [String: Int] {
        Dictionary(try rows(sql, arguments).map { row in (row[0], row[1]) }, uniquingKeysWith: +)
    }

    fileprivate func date(_ sql: String) throws -> Date? { try number(sql).map(Date.init(stored:)) }
}
