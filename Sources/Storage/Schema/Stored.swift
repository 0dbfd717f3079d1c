internal import Distribution
internal import Foundation
internal import GRDB
internal import Minutes

extension Date {
    /// As it stands in the ledger: whole milliseconds since 1970, UTC.
    var stored: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(stored: Int64) { self.init(timeIntervalSince1970: Double(stored) / 1000) }
}

extension Row {
    func date(_ column: String) -> Date { Date(stored: self[column]) }

    func dateIfAny(_ column: String) -> Date? { (self[column] as Int64?).map(Date.init(stored:)) }

    /// Reads a word that the schema allows, but that this Minuted may not know.
    func word<Word: RawRepresentable>(_ column: String) throws -> Word where Word.RawValue == String {
        guard let word: Word = try wordIfAny(column) else {
            throw LedgerError.unreadable(what: "\(column) is missing")
        }
        return word
    }

    func wordIfAny<Word: RawRepresentable>(_ column: String) throws -> Word? where Word.RawValue == String {
        guard let text = self[column] as String? else { return nil }
        guard let word = Word(rawValue: text) else {
            throw LedgerError.unreadable(what: "\(column) is \(text)")
        }
        return word
    }

    func calendarDateIfAny(_ column: String) throws -> CalendarDate? {
        guard let text = self[column] as String? else { return nil }
        guard let date = CalendarDate(iso: text) else {
            throw LedgerError.unreadable(what: "\(column) is \(text)")
        }
        return date
    }
}

extension Database {
    /// Runs a statement that is compiled once for the life of the connection.
    func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    func number(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Int64? {
        try Int64.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }
}
