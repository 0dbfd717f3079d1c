import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

struct OpeningTests {
    @Test func `every commit is on disk before a method returns`() throws {
        try withLedger { ledger in
            let settings = try ledger.database.read { db in
                [
                    try Int.fetchOne(db, sql: "PRAGMA synchronous").map(String.init),
                    try String.fetchOne(db, sql: "PRAGMA journal_mode"),
                    try Int.fetchOne(db, sql: "PRAGMA foreign_keys").map(String.init),
                    try Int.fetchOne(db, sql: "PRAGMA trusted_schema").map(String.init),
                ]
            }

            #expect(settings == ["2", "wal", "1", "0"])
        }
    }

    @Test func `a second owner is refused until the first is gone`() throws {
        try withTemporaryFolder { folder in
            var first: Ledger? = try Ledger(folder: folder)
            try first?.check()
            #expect(throws: LedgerError.inUse(folder: folder.path)) { try Ledger(folder: folder) }
            try first?.check()

            first = nil

            #expect(throws: Never.self) { try Ledger(folder: folder).check() }
        }
    }

    @Test func `only the daemon's user can read the ledger`() throws {
        try withTemporaryFolder { parent in
            let folder = parent.appending(path: "state")
            let ledger = try Ledger(folder: folder)
            try ledger.takeInMinutes()

            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)

            #expect(files.count >= 3)
            #expect(try permissions(folder) == 0o700)
            for file in files { #expect(try permissions(folder.appending(path: file)) == 0o600, "\(file)") }
        }
    }

    @Test func `a ledger of a newer Minuted is left alone`() throws {
        try withTemporaryFolder { folder in
            do {
                let ledger = try Ledger(folder: folder)
                try ledger.database.write { db in
                    try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999')")
                }
            }

            #expect(throws: LedgerError.tooNew(folder: folder.path)) { try Ledger(folder: folder) }
        }
    }

    @Test func `a folder that is none is said in a sentence`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "file")
            try Data().write(to: file)

            let error = #expect(throws: LedgerError.self) { try Ledger(folder: file) }

            #expect(error?.description.contains("cannot be opened") == true)
        }
    }

    @Test func `a check leaves nothing behind`() throws {
        try withLedger { ledger in
            try ledger.check()

            #expect(
                try ledger.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM history") } == 0
            )
        }
    }

    private func permissions(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }
}
