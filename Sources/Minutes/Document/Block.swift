/// One piece of a document that knows its place.
package struct Block: Codable, Equatable, Sendable {
    /// For people: "paragraph 4", "table 2", "page header, paragraph 1", "text box 1, paragraph 1".
    package var place: String
    package var content: Content

    package init(place: String, content: Content) {
        self.place = place
        self.content = content
    }

    package enum Content: Codable, Equatable, Sendable {
        /// `level` 1 is the highest; readers use it only for what the format itself calls a heading or title.
        case heading(level: Int, Line)
        case paragraph(Line)
        /// `level` 0 is the outermost; the number or bullet is not part of the text.
        case listItem(level: Int, Line)
        case table(Table)
    }
}

/// The text of one paragraph.
///
/// Check boxes and ticks, however a format stores them, are written `☒` (ticked), `☐` (not ticked) and `✓`; tabs stay
/// tabs, and line breaks inside a paragraph are `\n`. Text that is deleted, struck through, hidden or only a
/// template's unfilled placeholder is left out of `text`.
package struct Line: Codable, Equatable, Sendable {
    package var text: String
    /// All visible letters are bold, as typists mark headings without a style.
    package var isBold: Bool
    /// Tracked deletions and struck text of this paragraph, for those who must know that something was there.
    package var removed: String

    package init(_ text: String, isBold: Bool = false, removed: String = "") {
        self.text = text
        self.isBold = isBold
        self.removed = removed
    }
}

/// A table as a grid in which spans are resolved.
package struct Table: Codable, Equatable, Sendable {
    package var rows: [Row]

    package init(rows: [Row]) { self.rows = rows }

    package struct Row: Codable, Equatable, Sendable {
        package var cells: [Cell]
        /// The format itself marks the row as a header that repeats on each page.
        package var isHeader: Bool

        package init(cells: [Cell], isHeader: Bool = false) {
            self.cells = cells
            self.isHeader = isHeader
        }
    }

    /// The cells of a row are in column order and stand at their first column; a cell that is merged down from an
    /// earlier row stands in each row that it covers, with the same blocks and `isContinuation` set.
    package struct Cell: Codable, Equatable, Sendable {
        /// First column, counted from 0 in the table's own grid.
        package var column: Int
        /// How many columns it covers, at least 1.
        package var columnSpan: Int
        package var isContinuation: Bool
        /// Paragraphs, lists and nested tables.
        package var blocks: [Block]

        package init(column: Int, columnSpan: Int = 1, isContinuation: Bool = false, blocks: [Block] = []) {
            self.column = column
            self.columnSpan = columnSpan
            self.isContinuation = isContinuation
            self.blocks = blocks
        }
    }
}
