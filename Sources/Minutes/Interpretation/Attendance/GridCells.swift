/// A table's cells by row and column, spans resolved, with the texts that every question about them needs.
struct GridCells {
    let table: Table
    let width: Int
    private let texts: [[String]]

    init(_ table: Table) {
        self.table = table
        let width = min(table.rows.lazy.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? 0, 64)
        self.width = width
        texts = table.rows.map { row in
            var texts = [String](repeating: "", count: width)
            for cell in row.cells where cell.column < width {
                let text = cell.plainText.withoutGuidance
                for column in cell.column..<min(width, cell.column + cell.columnSpan) { texts[column] = text }
            }
            return texts
        }
    }

    var rowCount: Int { table.rows.count }

    /// The text of the cell that covers the place; "" where there is none or only a placeholder stands.
    func text(_ row: Int, _ column: Int) -> String {
        guard column >= 0, column < width else { return "" }
        let text = texts[row][column]
        return text.isBlank ? "" : text
    }

    func cell(_ row: Int, _ column: Int) -> Table.Cell? {
        table.rows[row].cells.first { $0.column <= column && column < $0.column + $0.columnSpan }
    }

    /// The cell begins in an earlier row.
    func isContinued(_ row: Int, _ column: Int) -> Bool { cell(row, column)?.isContinuation ?? false }

    /// The text of a row whose one filled cell runs across, or whose cells all say the same: a heading inside the table.
    func title(of row: Int) -> String? {
        let filled = table.rows[row].cells.filter { !$0.plainText.isBlank }
        guard let first = filled.first, first.nestedTables.isEmpty else { return nil }
        let text = first.plainText.replacingNewlines
        guard text.count <= 80 else { return nil }
        if filled.count == 1 {
            let isWide = first.columnSpan > 1 || table.rows[row].cells.count == 1 || width <= 1
            return first.column == 0 && isWide ? text : nil
        }
        // The same heading in each cell, as some programs write a merged row.
        if filled.count == table.rows[row].cells.count, filled.count > 2,
            filled.allSatisfy({ $0.plainText == first.plainText }), !ColumnProfile.isMark(text)
        {
            return text
        }
        return nil
    }

    /// The table with rows and columns exchanged.
    var transposed: Table {
        Table(
            rows: (0..<width).map { column in
                Table.Row(
                    cells: table.rows.indices.map { row in
                        Table.Cell(column: row, blocks: cell(row, column)?.blocks ?? [])
                    }
                )
            }
        )
    }
}
