internal import GRDB

/// The ledger's schema as a list of migrations, to which only ever something is added.
///
/// Constraints come first: a state that design section 9 does not know, a recipient that nobody decided, or a date where
/// none belongs is refused by SQLite itself. Times are whole milliseconds since 1970 in UTC, in columns named `…At`.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001") { db in
            try db.execute(sql: intakeTables + deliveryTables + deliveryGuards + alertTables)
        }
        migrator.registerMigration("0002") { db in try db.execute(sql: cleanedCopies) }
        return migrator
    }
}
