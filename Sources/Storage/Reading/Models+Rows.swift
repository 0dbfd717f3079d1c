internal import Distribution
internal import GRDB
internal import Minutes

extension AlertModel {
    /// Alerts that `condition` (on `alert a`) selects.
    static func fetch(
        _ db: Database,
        _ condition: String,
        _ arguments: StatementArguments = StatementArguments()
    ) throws -> [AlertModel] {
        try db.rows(
            """
            SELECT a.*, m.reference, v.number FROM alert a
            LEFT JOIN meeting m ON m.id = a.meetingID LEFT JOIN version v ON v.id = a.versionID

            """ + condition,
            arguments
        ).map { row in
            AlertModel(
                id: row["id"],
                code: try row.word("code"),
                partner: try row.wordIfAny("partner"),
                reference: row["reference"],
                version: row["number"],
                fileID: row["fileID"],
                deliveryID: row["deliveryID"],
                text: row["text"],
                raisedAt: row.date("raisedAt"),
                closedAt: row.dateIfAny("closedAt"),
                closedBy: row["closedBy"],
                closedWhy: row["closedWhy"]
            )
        }
    }
}

extension DeliveryModel {
    /// Deliveries that `condition` (on `delivery d`) selects.
    static func fetch(
        _ db: Database,
        _ condition: String,
        _ arguments: StatementArguments = StatementArguments(),
        withAttempts: Bool = false
    ) throws -> [DeliveryModel] {
        try db.rows("SELECT d.* FROM delivery d " + condition, arguments).map { row in
            DeliveryModel(
                id: row["id"],
                partner: try row.wordIfAny("partner"),
                contact: row["contact"],
                name: row["name"] ?? row["person"],
                channel: try row.wordIfAny("channel"),
                address: row["address"],
                rendition: try row.wordIfAny("rendition"),
                because: row["because"],
                state: try row.word("state"),
                heldBecause: row["heldBecause"],
                since: row.date("stateAt"),
                why: row["stateWhy"],
                dueAt: row.dateIfAny("dueAt"),
                attempts: withAttempts ? try AttemptModel.fetch(db, delivery: row["id"]) : []
            )
        }
    }
}

extension AttemptModel {
    static func fetch(_ db: Database, delivery: Int64) throws -> [AttemptModel] {
        try db.rows("SELECT * FROM attempt WHERE deliveryID = ? ORDER BY number", [delivery]).map { row in
            AttemptModel(
                number: row["number"],
                startedAt: row.date("startedAt"),
                isRepeat: row["isRepeat"],
                finishedAt: row.dateIfAny("finishedAt"),
                outcome: try row.wordIfAny("outcome"),
                stage: try row.wordIfAny("stage"),
                code: row["code"],
                enhancedCode: row["enhancedCode"],
                reply: row["reply"],
                tls: row["tls"],
                peer: row["peer"]
            )
        }
    }
}

extension Finding {
    static func fetch(_ db: Database, version: Int64) throws -> [Finding] {
        try db.rows("SELECT * FROM finding WHERE versionID = ? ORDER BY position", [version]).map { row in
            Finding(
                code: try row.word("code"),
                severity: try row.word("severity"),
                partner: try row.wordIfAny("partner"),
                text: row["text"],
                source: row["source"]
            )
        }
    }
}

extension PartnerEvidence {
    static func fetch(_ db: Database, version: Int64) throws -> [PartnerEvidence] {
        try db.rows("SELECT * FROM partnerEvidence WHERE versionID = ? ORDER BY partner", [version]).map {
            PartnerEvidence(
                partner: try $0.word("partner"),
                evidence: try $0.word("evidence"),
                words: $0["words"],
                source: $0["source"]
            )
        }
    }
}
