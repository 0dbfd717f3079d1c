/// Counts paragraphs and tables where they stand, and puts it in words for people.
struct Places {
    private let prefix: String
    /// In a cell the row is the place: nobody counts the paragraphs of a cell.
    private let isCell: Bool
    private var paragraphs = 0
    private var tables = 0

    /// `prefix` is empty for the body of a document, "page header, " for a page header.
    init(prefix: String = "") {
        self.prefix = prefix
        isCell = false
    }

    init(row: String) {
        prefix = row
        isCell = true
    }

    mutating func nextParagraph() -> String {
        if isCell { return prefix }
        paragraphs += 1
        return "\(prefix)paragraph \(paragraphs)"
    }

    mutating func nextTable() -> String {
        tables += 1
        return isCell ? "\(prefix), inner table \(tables)" : "\(prefix)table \(tables)"
    }
}
