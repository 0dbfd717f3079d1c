internal import Distribution
internal import GRDB
internal import Minutes

extension Ledger {
    /// Everything about one meeting.
    ///
    /// - Throws: `LedgerError.noSuchMeeting`.
    package func meeting(reference: String) throws -> MeetingModel {
        try database.read { db in
            guard
                let row = try db.row(
                    "SELECT id, reference, firstTakenAt FROM meeting WHERE reference = ?",
                    [reference]
                )
            else { throw LedgerError.noSuchMeeting(reference) }
            let id: Int64 = row["id"]
            return MeetingModel(
                reference: row["reference"],
                firstTakenAt: row.date("firstTakenAt"),
                versions: try VersionModel.fetch(db, meeting: id),
                alerts: try AlertModel.fetch(db, "WHERE a.meetingID = ? ORDER BY a.id DESC", [id]),
                notices: try DeliveryModel.fetch(
                    db,
                    "WHERE d.meetingID = ? ORDER BY d.id",
                    [id],
                    withAttempts: true
                ),
                history: try HistoryModel.fetch(db, meeting: id)
            )
        }
    }
}

extension VersionModel {
    fileprivate static func fetch(_ db: Database, meeting: Int64) throws -> [VersionModel] {
        try db.rows(
            """
            SELECT v.id, v.number, v.fileID, v.date, v.kind, v.urgency, v.disposition, v.takenAt, v.releasedAt,
                v.releasedBy, v.withdrawnAt, v.reason, f.name, f.sha256, r.number AS replacedByNumber,
                c.sha256 AS copySHA256, c.removed, c.madeAt, c.madeBy
            FROM version v JOIN file f ON f.id = v.fileID LEFT JOIN version r ON r.id = v.replacedBy
                LEFT JOIN cleanedCopy c ON c.versionID = v.id
            WHERE v.meetingID = ? ORDER BY v.number DESC
            """,
            [meeting]
        ).map { row in
            let id: Int64 = row["id"]
            return VersionModel(
                number: row["number"],
                fileID: row["fileID"],
                fileName: row["name"],
                sha256: row["sha256"],
                takenAt: row.date("takenAt"),
                date: try row.calendarDateIfAny("date"),
                kind: try row.word("kind"),
                urgency: try row.word("urgency"),
                disposition: try row.word("disposition"),
                reason: row["reason"],
                releasedAt: row.dateIfAny("releasedAt"),
                releasedBy: row["releasedBy"],
                withdrawnAt: row.dateIfAny("withdrawnAt"),
                replacedBy: row["replacedByNumber"],
                cleaned: CleanedCopyModel(row: row),
                findings: try Finding.fetch(db, version: id),
                partners: try PartnerEvidence.fetch(db, version: id),
                deliveries: try DeliveryModel.fetch(
                    db,
                    "WHERE d.versionID = ? ORDER BY d.id",
                    [id],
                    withAttempts: true
                )
            )
        }
    }
}

extension CleanedCopyModel {
    /// `nil` for a version whose document is sent itself.
    fileprivate init?(row: Row) {
        guard let sha256 = row["copySHA256"] as String? else { return nil }
        self.init(
            sha256: sha256,
            removed: row["removed"],
            madeAt: row.date("madeAt"),
            madeBy: row["madeBy"]
        )
    }
}

extension HistoryModel {
    fileprivate static func fetch(_ db: Database, meeting: Int64) throws -> [HistoryModel] {
        try db.rows(
            """
            SELECT h.*, v.number FROM history h LEFT JOIN version v ON v.id = h.versionID
            WHERE h.meetingID = ? ORDER BY h.id
            """,
            [meeting]
        ).map { row in
            HistoryModel(
                at: row.date("at"),
                actor: row["actor"],
                cause: row["cause"],
                version: row["number"],
                deliveryID: row["deliveryID"],
                alertID: row["alertID"],
                from: try row.wordIfAny("fromState"),
                to: try row.wordIfAny("toState")
            )
        }
    }
}
