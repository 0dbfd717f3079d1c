/// Cuts a table that holds a whole record at the bars across it, which are the headings of its parts.
enum TableParts {
    struct Part {
        /// The bar above the rows; `nil` for those before the first bar.
        var title: String?
        /// Of the bar or, without one, of the part; counted from 1.
        var firstRow: Int
        /// The rows below the bar, in their places in the whole: rows of other parts are empty.
        var table: Table
    }

    /// The parts, or `nil` for a table that is one.
    ///
    /// `opensPart` says of a bar whether it is the heading of a part, and if so whether of one without people: a list
    /// of people with bars such as "Present" and "Police" stays one.
    static func parts(of table: Table, opensPart: (String) -> Bool?) -> [Part]? {
        guard table.rows.count >= 4 else { return nil }
        let cells = GridCells(table)
        guard cells.width >= 2 else { return nil }
        var bars: [(row: Int, title: String)] = []
        var others = 0
        for row in table.rows.indices {
            guard let title = cells.title(of: row), let isOther = opensPart(title) else { continue }
            bars.append((row, title))
            if isOther { others += 1 }
        }
        guard bars.count >= 2, others >= 1 else { return nil }
        var parts: [Part] = []
        if bars[0].row > 0 {
            parts.append(Part(title: nil, firstRow: 1, table: slice(table, 0..<bars[0].row)))
        }
        for (index, bar) in bars.enumerated() {
            let end = index + 1 < bars.count ? bars[index + 1].row : table.rows.count
            parts.append(
                Part(title: bar.title, firstRow: bar.row + 1, table: slice(table, (bar.row + 1)..<end))
            )
        }
        return parts
    }

    /// The rows with their columns moved to the left edge, since each part of such a table has its own grid.
    private static func slice(_ table: Table, _ rows: Range<Int>) -> Table {
        let rows = Array(table.rows[rows])
        let edges = Set(rows.flatMap { row in row.cells.map(\.column) }).sorted()
        var index: [Int: Int] = [:]
        for (place, edge) in edges.enumerated() { index[edge] = place }
        return Table(
            rows: rows.map { row in
                var moved = row
                moved.cells = row.cells.map { cell in
                    var moved = cell
                    moved.column = index[cell.column] ?? cell.column
                    let end = edges.firstIndex { $0 >= cell.column + cell.columnSpan } ?? edges.count
                    moved.columnSpan = max(1, end - moved.column)
                    return moved
                }
                return moved
            }
        )
    }
}
