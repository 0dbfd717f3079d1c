import Minutes

extension OpenStory {
    func table(in container: inout Container) throws(ReadingError) {
        noteStart(.table, cursor.attribute("style-name"))
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .nestedTooDeeply }
        let outer = (listDepth, listLevel)
        listDepth = 0
        listLevel = nil
        defer { (listDepth, listLevel) = outer }
        let place = container.places.nextTable()
        var grid = SpanGrid(place: place)
        try rows(isHeader: false, of: &grid)
        guard !grid.rows.isEmpty else { return }
        try budget.spend()
        container.blocks.append(Block(place: place, content: .table(Table(rows: grid.rows))))
    }

    private func rows(isHeader: Bool, of grid: inout SpanGrid) throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .openHeaderRows: try rows(isHeader: true, of: &grid)
            case .openRows, .openRowGroup: try rows(isHeader: isHeader, of: &grid)
            case .openRow: try row(isHeader: isHeader, of: &grid)
            default: break
            }
        }
    }

    private struct Cell {
        var blocks: [Block]
        var column: Int
        var columns: Int
        var rows: Int
    }

    private func row(isHeader: Bool, of grid: inout SpanGrid) throws(ReadingError) {
        let repeated = repetitions("number-rows-repeated")
        var cells: [Cell] = []
        var column = 0
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .openCell || tag == .openCoveredCell else { return }
            let count = repetitions("number-columns-repeated")
            let columns = cursor.number("number-columns-spanned") ?? 1
            let rows = cursor.number("number-rows-spanned") ?? 1
            let blocks = try blocks(Places(row: grid.rowPlace))
            if tag == .openCoveredCell {
                // Nobody sees what a covered cell holds.
                if !blocks.isEmpty { traces.hiddenRuns += 1 }
                column += count
                return
            }
            // Sheets fill their rows up with one empty cell, a thousand times.
            for _ in 0..<(blocks.isEmpty ? min(count, 64) : count) {
                try budget.spend(blocks.count)
                cells.append(Cell(blocks: blocks, column: column, columns: columns, rows: rows))
                column += 1
            }
        }
        let isEmpty = cells.allSatisfy { $0.blocks.isEmpty }
        for _ in 0..<(isEmpty ? 1 : repeated) {
            for cell in cells {
                try grid.add(
                    cell.blocks,
                    at: max(cell.column, grid.column),
                    columns: cell.columns,
                    rows: min(max(cell.rows, 1), 65_534),
                    budget: &budget
                )
            }
            try grid.endRow(isHeader: isHeader, budget: &budget)
        }
    }

    private func repetitions(_ name: StaticString) -> Int {
        min(max(cursor.number(name) ?? 1, 1), SpanGrid.widest)
    }
}

extension XMLCursor {
    func number(_ name: StaticString) -> Int? { attribute(name).flatMap { Int($0) } }
}
