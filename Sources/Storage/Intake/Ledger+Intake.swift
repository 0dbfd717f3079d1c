internal import Distribution
package import Foundation
internal import GRDB

extension Ledger {
    /// What became of the file that was claimed under `claim`, if it was taken in.
    package func takenFile(claim: String) throws -> TakenFile? {
        try database.read { db in try TakenFile.fetch(db, "WHERE f.claim = ?", [claim]).first }
    }

    /// The file with these bytes that was taken in as minutes, if there is one; rejected ones may be dropped again.
    package func takenFile(sha256: String) throws -> TakenFile? {
        try database.read { db in
            try TakenFile.fetch(db, "WHERE f.sha256 = ? AND f.outcome IN ('distribute', 'hold')", [sha256])
                .first
        }
    }

    /// What is known of the meeting with this key, if it is known.
    package func meeting(key: String) throws -> MeetingSoFar? {
        try database.read { db in try MeetingSoFar.fetch(db, key: key) }
    }

    /// Takes in one file with everything that follows from it; a claim that was taken in before is returned unchanged.
    ///
    /// - Throws: `LedgerError.meetingChanged` when it must be planned again, `.alreadyTaken` for a duplicate.
    package func takeIn(_ intake: Intake, at now: Date) throws -> TakenFile {
        try database.write { db in
            if let known = try TakenFile.fetch(db, "WHERE f.claim = ?", [intake.claim]).first { return known }
            try IntakeChange(change: Change(db, at: now), intake: intake).make()
            guard let taken = try TakenFile.fetch(db, "WHERE f.claim = ?", [intake.claim]).first else {
                throw LedgerError.unreadable(what: "the file that was just taken in")
            }
            return taken
        }
    }

    /// Files that were taken in, but not yet moved to where they belong: after a crash, the move is made again.
    package func unplacedFiles() throws -> [TakenFile] {
        try database.read { db in try TakenFile.fetch(db, "WHERE f.place IS NULL ORDER BY f.id") }
    }

    /// Notes where a file was moved to, relative to the inbox.
    ///
    /// - Throws: `LedgerError.noSuchFile`.
    package func notePlaced(file: Int64, at place: String) throws {
        try database.write { db in
            try db.run("UPDATE file SET place = ? WHERE id = ?", [place, file])
            guard db.changesCount == 1 else { throw LedgerError.noSuchFile(file) }
        }
    }
}

extension TakenFile {
    static func fetch(
        _ db: Database,
        _ condition: String,
        _ arguments: StatementArguments = StatementArguments()
    ) throws -> [TakenFile] {
        try db.rows(
            """
            SELECT f.*, m.reference, v.number FROM file f
            LEFT JOIN version v ON v.fileID = f.id LEFT JOIN meeting m ON m.id = v.meetingID

            """ + condition,
            arguments
        ).map { row in
            TakenFile(
                fileID: row["id"],
                claim: row["claim"],
                sha256: row["sha256"],
                outcome: try row.word("outcome"),
                reason: row["reason"],
                place: row["place"],
                takenAt: row.date("takenAt"),
                reference: row["reference"],
                version: row["number"],
                duplicateOf: row["duplicateOf"],
                name: row["name"]
            )
        }
    }
}

extension MeetingSoFar {
    /// An attempt under way counts as one that may arrive, so that its recipient is not forgotten.
    static func fetch(_ db: Database, key: String) throws -> MeetingSoFar? {
        guard
            let meeting = try db.row(
                """
                SELECT m.id, m.reference, max(v.number) AS latest FROM meeting m
                JOIN version v ON v.meetingID = m.id WHERE m.key = ? GROUP BY m.id
                """,
                [key]
            )
        else { return nil }
        let recipients = try db.rows(
            """
            SELECT d.contact, d.partner, d.name, max(d.id) FROM version v JOIN delivery d ON d.versionID = v.id
            WHERE v.meetingID = ? AND d.contact IS NOT NULL AND (d.mayHaveArrived OR d.state = 'attempting')
            GROUP BY d.contact ORDER BY d.contact
            """,
            [meeting["id"] as Int64]
        )
        return MeetingSoFar(
            reference: meeting["reference"],
            latestVersion: meeting["latest"],
            previousRecipients: try recipients.map { row in
                PreviousRecipient(
                    contact: row["contact"],
                    partner: try row.word("partner"),
                    name: row["name"]
                )
            }
        )
    }
}
