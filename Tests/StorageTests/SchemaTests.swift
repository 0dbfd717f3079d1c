import Distribution
import Foundation
import GRDB
import Minutes
import TestSupport
import Testing

@testable import Storage

struct SchemaTests {
    /// Each breaks one promise of the schema, in a ledger where delivery 1 is accepted, 2 queued, 3 held without a
    /// recipient, and 4 belongs to a version that is held.
    @Test(arguments: [
        "UPDATE delivery SET state = 'sent' WHERE id = 2",
        "UPDATE delivery SET dueAt = NULL WHERE id = 2",
        "UPDATE delivery SET dueAt = 5 WHERE id = 1",
        "UPDATE delivery SET dueAt = '2026-11-19' WHERE id = 2",
        "UPDATE delivery SET claimedUntil = 5, claimedBy = 'x', claimedFrom = 'queued' WHERE id = 2",
        "UPDATE delivery SET state = 'attempting', dueAt = NULL WHERE id = 2",
        "UPDATE delivery SET state = 'queued', heldBecause = NULL, dueAt = 5, firstDueAt = 5 WHERE id = 3",
        "UPDATE delivery SET state = 'queued', heldBecause = NULL, dueAt = 5, firstDueAt = 5 WHERE id = 4",
        "UPDATE delivery SET heldBecause = 'because' WHERE id = 2",
        "UPDATE delivery SET heldBecause = NULL WHERE id = 3",
        "UPDATE delivery SET contact = 'somebody-else' WHERE id = 2",
        "UPDATE delivery SET address = NULL WHERE id = 2",
        "UPDATE delivery SET address = 'else@where.example' WHERE id = 1",
        "UPDATE delivery SET messageID = 'new@minutes.example' WHERE id = 2",
        "UPDATE delivery SET attempts = 0 WHERE id = 1",
        "UPDATE delivery SET mayHaveArrived = 0 WHERE id = 1",
        "UPDATE delivery SET state = 'accepted', dueAt = NULL WHERE id = 2",
        "UPDATE delivery SET state = 'attempting', claimedUntil = 5, claimedBy = 'x', claimedFrom = 'queued' WHERE id = 1",
        "UPDATE delivery SET person = 'lead' WHERE id = 1",
        "DELETE FROM delivery WHERE id = 2",
        "DELETE FROM attempt",
        "UPDATE attempt SET reply = 'something else'",
        "UPDATE attempt SET finishedAt = NULL, outcome = NULL, reply = NULL",
        "INSERT INTO attempt (deliveryID, number, startedAt, isRepeat) VALUES (1, 1, 5, 0)",
        "INSERT INTO attempt (deliveryID, number, startedAt, isRepeat, outcome) VALUES (2, 1, 5, 0, 'accepted')",
        "INSERT INTO attempt (deliveryID, number, startedAt, isRepeat) VALUES (99, 1, 5, 0)",
        "DELETE FROM history",
        "UPDATE history SET actor = 'nobody'",
        "UPDATE alert SET text = 'never mind'",
        "UPDATE alert SET closedAt = 5",
        "DELETE FROM alert",
        """
        INSERT INTO alert (code, partner, meetingID, text, raisedAt)
        SELECT code, partner, meetingID, text, 6 FROM alert
        """,
        "UPDATE file SET sha256 = sha256 || '0' WHERE id = 1",
        "UPDATE file SET name = 'another.docx' WHERE id = 1",
        "DELETE FROM file WHERE id = 1",
        "INSERT INTO file (claim, sha256, byteCount, outcome, takenAt, name, reason) "
            + "SELECT 'again', sha256, 1, 'distribute', 5, 'x', '' FROM file WHERE id = 1",
        "INSERT INTO file (claim, sha256, byteCount, outcome, takenAt, name, reason) "
            + "VALUES ('b', 'ABC', 1, 'reject', 5, 'x', 'no text')",
        "UPDATE version SET record = '{}' WHERE id = 1",
        "UPDATE version SET replacedBy = 1, replacedAt = 5 WHERE id = 1",
        "UPDATE version SET releasedAt = 5 WHERE id = 2",
        "UPDATE version SET releasedAt = 5, releasedBy = 'x' WHERE id = 1",
        "DELETE FROM cleanedCopy",
        "UPDATE cleanedCopy SET sha256 = replace(sha256, 'a', 'b')",
        "INSERT INTO cleanedCopy SELECT 1, sha256, byteCount, madeAt, madeBy, removed FROM cleanedCopy",
        "INSERT INTO cleanedCopy SELECT versionID, sha256, byteCount, madeAt, madeBy, removed FROM cleanedCopy",
        "UPDATE meeting SET number = 7",
        "UPDATE receipt SET writtenRevision = dueRevision + 1",
        "INSERT INTO delivery SELECT * FROM delivery WHERE id = 2",
    ])
    func `a wrong row is refused by the database itself`(sql: String) throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(
                "a",
                for: [Sample.health, Sample.education, nil],
                alerts: [Sample.educationAlert(of: "a", notices: [])]
            )
            try ledger.attempt(.accepted)
            try ledger.takeInMinutes("b", key: "meeting-2", isHeld: true)
            try ledger.database.write { db in
                try db.execute(
                    sql: "INSERT INTO cleanedCopy VALUES (2, ?, 5, 5, 'a person', '1 comment')",
                    arguments: [String(repeating: "a", count: 64)]
                )
            }
            #expect(try ledger.deliveries().map(\.state) == [.accepted, .queued, .held])

            let error = #expect(throws: DatabaseError.self) {
                try ledger.database.write { db in try db.execute(sql: sql) }
            }

            #expect(error?.resultCode == .SQLITE_CONSTRAINT, "\(error?.message ?? "")")
        }
    }

    @Test(arguments: ["0001", "0002"])
    func `each schema is frozen`(identifier: String) throws {
        let database = try DatabaseQueue()
        try Schema.migrator.migrate(database, upTo: identifier)

        #expect(try Self.schema(database) == Self.frozen(identifier))
    }

    @Test(arguments: ["0001", "0002"])
    func `each frozen schema migrates to the newest one`(identifier: String) throws {
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "ledger.sqlite").path
            let old = try DatabaseQueue(path: path)
            try old.write { db in
                try db.execute(sql: Self.frozen(identifier))
                try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
                for known in Schema.migrator.migrations where known <= identifier {
                    try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [known])
                }
            }
            try old.close()

            let ledger = try Ledger(folder: folder)

            let newest = try DatabaseQueue()
            try Schema.migrator.migrate(newest)
            #expect(try Self.schema(ledger.database) == Self.schema(newest))
            try ledger.takeInMinutes()
        }
    }

    private static func schema(_ database: DatabaseQueue) throws -> String {
        try database.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'grdb_migrations' ORDER BY rowid
                    """
            ).joined(separator: ";\n\n") + ";\n"
        }
    }

    private static func frozen(_ identifier: String) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Schemas/\(identifier).sql")
        return try String(contentsOf: file, encoding: .utf8)
    }
}
