package import Foundation
internal import GRDB
internal import Glibc

/// The memory of the daemon: what was taken in, what left, what came back, and who decided what.
///
/// Each method is one whole transaction that is on disk when it returns, also in a cancelled task. A change that breaks
/// a promise of the schema is refused by the database itself. There is one connection in one process: SQLite before
/// 3.51.3 can lose commits when two connections write to a write-ahead log (sqlite.org/changes.html, "WAL-reset").
package struct Ledger: Sendable {
    let database: DatabaseQueue
    private let lock: OwnerLock

    /// Opens or makes the ledger in `folder`, which only this process may then use, until the last copy is gone.
    ///
    /// - Throws: `LedgerError` when another process owns it, or it cannot be used safely.
    package init(folder: URL) throws {
        try Self.makeFolder(folder)
        lock = try OwnerLock(file: folder.appending(path: "ledger.lock"), folder: folder)
        // Only under the lock: closing any descriptor of the file would drop this process's own SQLite locks on it.
        try Self.makeFile(in: folder)
        do {
            database = try DatabaseQueue(
                path: folder.appending(path: "ledger.sqlite").path,
                configuration: Self.configuration
            )
            try Self.makeDurable(database, folder: folder)
            try Self.migrate(database, folder: folder)
        } catch let error as DatabaseError {
            throw LedgerError.cannotOpen(folder: folder.path, why: error.message ?? "\(error.resultCode)")
        }
    }

    /// Proves that the ledger answers and could be written: for the watchdog.
    ///
    /// - Throws: `LedgerError`, or what SQLite says.
    package func check() throws {
        try database.inTransaction(.immediate) { db in
            guard try Schema.migrator.hasCompletedMigrations(db) else {
                throw LedgerError.unreadable(what: "the schema is not the one this Minuted made")
            }
            try db.execute(sql: "INSERT INTO history (at, actor, cause) VALUES (0, 'minuted', 'check')")
            return .rollback
        }
    }
}

extension Ledger {
    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.journalMode = .wal
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            // Deleted and overwritten text does not stay readable in the file.
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    private static func makeFolder(_ folder: URL) throws {
        do {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw LedgerError.cannotOpen(folder: folder.path, why: "the folder cannot be made")
        }
        guard chmod(folder.path, 0o700) == 0 else {
            throw LedgerError.cannotOpen(folder: folder.path, why: String(cString: strerror(errno)))
        }
    }

    /// Makes an empty file that only this user can read; SQLite gives its other files the same rights.
    private static func makeFile(in folder: URL) throws {
        let path = folder.appending(path: "ledger.sqlite").path
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            throw LedgerError.cannotOpen(folder: folder.path, why: String(cString: strerror(errno)))
        }
        defer { Glibc.close(file) }
        guard fchmod(file, 0o600) == 0 else {
            throw LedgerError.cannotOpen(folder: folder.path, why: String(cString: strerror(errno)))
        }
    }

    /// GRDB sets `synchronous` to NORMAL when it turns the write-ahead log on, after `prepareDatabase`; a power cut could
    /// then take back what was committed, and a mail would be sent twice.
    private static func makeDurable(_ database: DatabaseQueue, folder: URL) throws {
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2,
                try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal",
                try Int.fetchOne(db, sql: "PRAGMA foreign_keys") == 1
            else { throw LedgerError.notDurable(folder: folder.path) }
        }
    }

    private static func migrate(_ database: DatabaseQueue, folder: URL) throws {
        let migrator = Schema.migrator
        guard try !database.read(migrator.hasBeenSuperseded) else {
            throw LedgerError.tooNew(folder: folder.path)
        }
        try migrator.migrate(database)
    }
}
