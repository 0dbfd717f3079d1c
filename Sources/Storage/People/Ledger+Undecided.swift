internal import Foundation
internal import GRDB
package import Minutes

extension Ledger {
    /// A delivery that is held because nobody could be decided for it, with the record that it is of.
    package struct UndecidedDelivery: Sendable {
        package var delivery: Int64
        package var partner: Partner
        package var reference: String
        package var record: MeetingRecord
        /// Contacts that have a delivery of the same version already.
        package var contacts: Set<String>
    }

    /// Deliveries without a recipient of versions that are in force, for when the directory has more contacts.
    package func undecidedWithRecords() throws -> [UndecidedDelivery] {
        try database.read { db in
            try db.rows(
                """
                SELECT d.id, d.partner, d.versionID, m.reference, v.record
                FROM delivery d JOIN version v ON v.id = d.versionID JOIN meeting m ON m.id = v.meetingID
                WHERE d.state = 'held' AND d.contact IS NULL AND d.purpose = 'minutes'
                AND v.replacedAt IS NULL AND v.withdrawnAt IS NULL ORDER BY d.id
                """
            ).map { row in
                UndecidedDelivery(
                    delivery: row["id"],
                    partner: try row.word("partner"),
                    reference: row["reference"],
                    record: try JSONDecoder().decode(
                        MeetingRecord.self,
                        from: Data((row["record"] as String).utf8)
                    ),
                    contacts: Set(
                        try String.fetchAll(
                            db,
                            sql: "SELECT contact FROM delivery WHERE versionID = ? AND contact IS NOT NULL",
                            arguments: [row["versionID"] as Int64]
                        )
                    )
                )
            }
        }
    }
}
