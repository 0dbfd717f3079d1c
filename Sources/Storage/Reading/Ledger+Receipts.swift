internal import Distribution
internal import GRDB
internal import Minutes

extension Ledger {
    /// What the receipt beside a file says now.
    ///
    /// - Throws: `LedgerError.noSuchFile`, also for a duplicate, which has no receipt.
    package func receipt(file: Int64) throws -> ReceiptModel {
        try database.read { db in
            guard let receipt = try ReceiptModel.fetch(db, "WHERE c.fileID = ?", [file]).first else {
                throw LedgerError.noSuchFile(file)
            }
            return receipt
        }
    }

    /// Receipts that must be written again, of files that have been moved to their place.
    package func receiptsDue(limit: Int) throws -> [ReceiptModel] {
        try database.read { db in
            try ReceiptModel.fetch(
                db,
                "WHERE c.dueRevision > c.writtenRevision AND f.place IS NOT NULL ORDER BY c.fileID LIMIT ?",
                [limit]
            )
        }
    }

    /// Notes that the receipt is on disk as of `revision`; if more has happened since, it stays due.
    ///
    /// - Throws: `LedgerError.noSuchFile`.
    package func receiptWritten(file: Int64, revision: Int) throws {
        try database.write { db in
            try db.run(
                """
                UPDATE receipt SET writtenRevision = max(writtenRevision, min(?, dueRevision)) WHERE fileID = ?
                """,
                [revision, file]
            )
            guard db.changesCount == 1 else { throw LedgerError.noSuchFile(file) }
        }
    }
}

extension ReceiptModel {
    fileprivate static func fetch(
        _ db: Database,
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> [ReceiptModel] {
        try db.rows(
            """
            SELECT c.fileID, c.dueRevision, f.place, f.outcome, f.reason, f.takenAt, v.id AS versionID, v.number, v.date, v.kind, v.urgency,
                v.releasedAt, v.withdrawnAt, r.number AS replacedByNumber, k.removed, m.id AS meetingID, m.reference,
                v.number IS (SELECT max(number) FROM version WHERE meetingID = m.id) AS isLatest
            FROM receipt c JOIN file f ON f.id = c.fileID LEFT JOIN version v ON v.fileID = f.id
                LEFT JOIN version r ON r.id = v.replacedBy LEFT JOIN meeting m ON m.id = v.meetingID
                LEFT JOIN cleanedCopy k ON k.versionID = v.id

            """ + condition,
            arguments
        ).map { row in try ReceiptModel(db, row: row) }
    }

    /// What is said of the meeting as a whole stands on the receipt of its latest version.
    private init(_ db: Database, row: Row) throws {
        let file: Int64 = row["fileID"]
        let version: Int64? = row["versionID"]
        let meeting: Int64? = row["isLatest"] == true ? row["meetingID"] : nil
        let evidence = try version.map { try PartnerEvidence.fetch(db, version: $0) } ?? []
        let findings = try version.map { try Finding.fetch(db, version: $0) } ?? []
        self.init(
            fileID: file,
            revision: row["dueRevision"],
            place: row["place"],
            outcome: try row.word("outcome"),
            reason: row["reason"],
            takenAt: row.date("takenAt"),
            reference: row["reference"],
            version: row["number"],
            date: try row.calendarDateIfAny("date"),
            kind: (row["kind"] as String?).flatMap(Meeting.Kind.init(rawValue:)),
            urgency: (row["urgency"] as String?).flatMap(Meeting.Urgency.init(rawValue:)),
            releasedAt: row.dateIfAny("releasedAt"),
            withdrawnAt: row.dateIfAny("withdrawnAt"),
            replacedBy: row["replacedByNumber"],
            sentWithout: row["removed"],
            partners: Dictionary(evidence.map { ($0.partner, $0.evidence) }, uniquingKeysWith: max),
            findings: findings.map { finding in
                Line(
                    code: finding.code,
                    severity: finding.severity,
                    partner: finding.partner,
                    text: finding.text
                )
            },
            deliveries: try DeliveryModel.fetch(db, "WHERE d.versionID = ? ORDER BY d.id", [version])
                .map(\.withoutAddress),
            alerts: try AlertModel.fetch(
                db,
                "WHERE a.fileID = ? OR a.versionID = ? OR a.meetingID = ? ORDER BY a.id",
                [file, version, meeting]
            ),
            notices: try DeliveryModel.fetch(
                db,
                "WHERE d.fileID = ? OR d.meetingID = ? ORDER BY d.id",
                [file, meeting]
            ).map(\.withoutAddress)
        )
    }
}

extension DeliveryModel {
    fileprivate var withoutAddress: DeliveryModel {
        var model = self
        model.address = nil
        return model
    }
}
