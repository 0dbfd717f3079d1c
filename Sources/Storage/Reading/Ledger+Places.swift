internal import GRDB

extension Ledger {
    /// The file with this id, if there is one.
    package func takenFile(id: Int64) throws -> TakenFile? {
        try database.read { db in try TakenFile.fetch(db, "WHERE f.id = ?", [id]).first }
    }

    /// Every place in the inbox that a file of the ledger has.
    package func places() throws -> [String] {
        try database.read { db in
            try String.fetchAll(db, sql: "SELECT place FROM file WHERE place IS NOT NULL")
        }
    }
}
