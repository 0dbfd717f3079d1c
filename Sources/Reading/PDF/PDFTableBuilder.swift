import Minutes

/// Makes tables out of the grids of a page.
struct PDFTableBuilder {
    let layout: PDFLayout
    let style: PDFParagraphs.Style
    let limits: ReadingLimits

    /// A cell with what stands in it.
    private struct Filled {
        var cell: PDFGrid.Cell
        var blocks: [Block]
    }

    func table(_ index: Int, depth: Int, budget: inout BlockBudget) throws(ReadingError) -> PDFTable {
        guard depth <= limits.nesting else { throw .nestedTooDeeply }
        let grid = layout.grids[index]
        let padding = padding(index)
        var filled: [Filled] = []
        for number in grid.cells.indices {
            let id = layout.firstCells[index] + number
            for (cell, words) in parts(grid, grid.cells[number], layout.words[id] ?? [], padding) {
                let cellReader = PDFCellBuilder(tables: self, box: cell.box, padding: padding)
                // A table in the cell belongs to the first part.
                let inner = cell.columns.lowerBound == grid.cells[number].columns.lowerBound ? id : nil
                let blocks = try cellReader.blocks(words, tablesIn: inner, depth: depth, budget: &budget)
                filled.append(Filled(cell: cell, blocks: blocks))
            }
        }
        // What is narrower than a letter is the room between double lines.
        let columns = kept(grid.xs, filled) { $0.columns }
        let rows = kept(grid.ys, filled) { $0.rows }
        var starts = [0]
        for isKept in columns { starts.append(starts[starts.count - 1] + (isKept ? 1 : 0)) }

        var made = [Table.Row](repeating: Table.Row(cells: []), count: grid.ys.count - 1)
        for part in filled.sorted(by: { $0.cell.columns.lowerBound < $1.cell.columns.lowerBound }) {
            let column = starts[part.cell.columns.lowerBound]
            let end = starts[part.cell.columns.upperBound]
            guard end > column else { continue }
            var isContinuation = false
            for row in part.cell.rows where rows[row] {
                if isContinuation { try budget.spend(part.blocks.count) }
                made[row].cells.append(
                    Table.Cell(
                        column: column,
                        columnSpan: end - column,
                        isContinuation: isContinuation,
                        blocks: part.blocks
                    )
                )
                isContinuation = true
            }
        }
        try budget.spend()
        let xs = grid.xs.indices.filter { $0 == 0 || columns[$0 - 1] }.map { grid.xs[$0] }
        return PDFTable(xs: xs, rows: made.indices.filter { rows[$0] }.map { made[$0] }, isRuled: true)
    }

    /// Which intervals between lines count as columns or rows.
    private func kept(
        _ positions: [Double],
        _ filled: [Filled],
        _ cover: (PDFGrid.Cell) -> Range<Int>
    ) -> [Bool] {
        var kept = (0..<positions.count - 1).map { positions[$0 + 1] - positions[$0] > 4.5 }
        for part in filled where !part.blocks.isEmpty && !kept[cover(part.cell)].contains(true) {
            kept[cover(part.cell).lowerBound] = true
        }
        return kept
    }

    /// The room between the lines and the text, which is the same in most cells.
    private func padding(_ index: Int) -> Double {
        let grid = layout.grids[index]
        var counts: [Int: Int] = [:]
        for (number, cell) in grid.cells.enumerated() {
            let words = layout.words(in: layout.firstCells[index] + number, turn: .none)
            guard let left = words.map(\.box.x0).min() else { continue }
            // Halves of a point.
            let room = Int(((left - cell.box.x0) * 2).rounded())
            if (1...30).contains(room) { counts[room, default: 0] += 1 }
        }
        let most = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return most.map { Double($0.key) / 2 } ?? 3
    }

    /// Some styles of tables draw the lines between columns in every second row only: a row whose words keep clear
    /// of where the lines would be has the same columns as the others.
    private func parts(
        _ grid: PDFGrid,
        _ cell: PDFGrid.Cell,
        _ words: [PDFWord],
        _ padding: Double
    ) -> [(PDFGrid.Cell, [PDFWord])] {
        guard cell.columns.count > 1, cell.rows.count == 1, words.count > 1 else { return [(cell, words)] }
        let room = max(1.5, padding - 1)
        var parts: [(PDFGrid.Cell, [PDFWord])] = []
        var rest = words
        var start = cell.columns.lowerBound
        for column in cell.columns.dropFirst() {
            let x = grid.xs[column]
            let left = rest.filter { $0.box.x1 <= x - room }
            let right = rest.filter { $0.box.x0 >= x + room }
            guard !left.isEmpty, !right.isEmpty, left.count + right.count == rest.count else { continue }
            parts.append((cell.part(start..<column, grid), left))
            rest = right
            start = column
        }
        parts.append((cell.part(start..<cell.columns.upperBound, grid), rest))
        return parts
    }
}

extension PDFGrid.Cell {
    fileprivate func part(_ columns: Range<Int>, _ grid: PDFGrid) -> PDFGrid.Cell {
        var part = self
        part.columns = columns
        part.box.x0 = grid.xs[columns.lowerBound]
        part.box.x1 = grid.xs[columns.upperBound]
        return part
    }
}
