internal import Distribution
internal import GRDB

extension Change {
    static let disabledBecause = "the endpoint said that it is gone; mend the contact and enable it"

    /// Makes a version the one in force: older ones are replaced, and what waits of them is not sent any more.
    func replaceOlder(than version: Int64) throws {
        let older = try db.rows(
            """
            SELECT o.id, o.fileID, n.number FROM version n
            JOIN version o ON o.meetingID = n.meetingID AND o.number < n.number
            WHERE n.id = ? AND o.replacedAt IS NULL
            """,
            [version]
        )
        for row in older {
            let cause = "replaced by version \(row["number"] as Int)"
            try db.run(
                "UPDATE version SET replacedAt = ?, replacedBy = ? WHERE id = ?",
                [now.stored, version, row["id"] as Int64]
            )
            try stopAll(ofVersion: row["id"], cause: cause)
            try closeAlerts(ofFile: row["fileID"], why: cause)
            try raiseReceipt(of: row["fileID"])
        }
    }

    /// Takes back what is held or waits of a version; the number of deliveries.
    @discardableResult
    func stopAll(ofVersion version: Int64, cause: String) throws -> Int {
        let waiting = try db.rows(
            DeliveryRow.select + "WHERE d.versionID = ? AND (d.dueAt IS NOT NULL OR d.state = 'held')",
            [version]
        )
        for row in waiting { try stop(DeliveryRow(row: row), cause: cause) }
        return waiting.count
    }

    func closeAlerts(ofFile file: Int64, why: String) throws {
        let alerts = try db.rows(
            "SELECT id FROM alert WHERE fileID = ? AND deliveryID IS NULL AND closedAt IS NULL",
            [file]
        )
        for alert in alerts { try close(alert: alert["id"], why: why) }
    }
}
