import Minutes

/// Makes tables out of the grids of a page.
struct PDFTableBuilder {
    let layout: PDFLayout
    let style: PDFParagraphs.Style
    let limits: ReadingLimits

    func table(_ index: Int, depth: Int, budget: inout BlockBudget) throws(ReadingError) -> PDFTable {
        guard depth <= limits.nesting else { throw .nestedTooDeeply }
        let grid = layout.grids[index]
        let padding = padding(index)
        var contents: [[Block]] = []
        for cell in grid.cells.indices {
            contents.append(try blocks(index, cell, padding, depth: depth, budget: &budget))
        }
        // What is narrower than a letter is the room between double lines.
        let columns = kept(grid.xs, grid.cells.map(\.columns), contents)
        let rows = kept(grid.ys, grid.cells.map(\.rows), contents)
        var starts = [Int](repeating: 0, count: grid.xs.count)
        for column in 0..<grid.xs.count - 1 {
            starts[column + 1] = starts[column] + (columns[column] ? 1 : 0)
        }

        var made: [Table.Row] = []
        for row in 0..<grid.ys.count - 1 where rows[row] {
            var cells: [Table.Cell] = []
            let covering = grid.cells.indices.filter { grid.cells[$0].rows.contains(row) }
                .sorted { grid.cells[$0].columns.lowerBound < grid.cells[$1].columns.lowerBound }
            for cell in covering {
                let column = starts[grid.cells[cell].columns.lowerBound]
                let end = starts[grid.cells[cell].columns.upperBound]
                guard end > column else { continue }
                let isContinuation = grid.cells[cell].rows[..<row].contains { rows[$0] }
                if isContinuation { try budget.spend(contents[cell].count) }
                cells.append(
                    Table.Cell(
                        column: column,
                        columnSpan: end - column,
                        isContinuation: isContinuation,
                        blocks: contents[cell]
                    )
                )
            }
            made.append(Table.Row(cells: cells))
        }
        try budget.spend()
        let xs = grid.xs.indices.filter { $0 == 0 || columns[$0 - 1] }.map { grid.xs[$0] }
        return PDFTable(xs: xs, rows: made, isRuled: true)
    }

    /// Which intervals between lines count as columns or rows.
    private func kept(_ positions: [Double], _ covers: [Range<Int>], _ contents: [[Block]]) -> [Bool] {
        var kept = (0..<positions.count - 1).map { positions[$0 + 1] - positions[$0] > 4.5 }
        for (cover, blocks) in zip(covers, contents) where !blocks.isEmpty && !kept[cover].contains(true) {
            kept[cover.lowerBound] = true
        }
        return kept
    }

    /// The room between the lines and the text, which is the same in most cells.
    private func padding(_ index: Int) -> Double {
        let grid = layout.grids[index]
        var least = 12.0
        for (number, cell) in grid.cells.enumerated() {
            for word in layout.words[layout.firstCells[index] + number] ?? [] where word.turn == .none {
                let room = word.box.x0 - cell.box.x0
                if room > 0.5 { least = min(least, room) }
            }
        }
        return least < 12 ? least : 3
    }

    private func blocks(
        _ index: Int,
        _ number: Int,
        _ padding: Double,
        depth: Int,
        budget: inout BlockBudget
    ) throws(ReadingError) -> [Block] {
        let id = layout.firstCells[index] + number
        let box = layout.grids[index].cells[number].box
        let paragraphs = PDFParagraphs(
            left: box.x0 + padding,
            right: box.x1 - padding,
            style: style,
            isCell: true
        )
        var blocks: [Block] = []
        func add(_ lines: [PDFLine], _ paragraphs: PDFParagraphs, _ budget: inout BlockBudget)
            throws(ReadingError)
        {
            for content in paragraphs.blocks(lines) {
                try budget.spend()
                blocks.append(Block(place: "", content: content))
            }
        }
        var lines = PDFLine.lines(of: layout.words(in: id, turn: .none))
        for inner in layout.parents.indices where layout.parents[inner] == id {
            let top = layout.grids[inner].box.y0
            let before = lines.prefix { $0.baseline < top }
            try add(Array(before), paragraphs, &budget)
            lines.removeFirst(before.count)
            let table = try table(inner, depth: depth + 1, budget: &budget)
            blocks.append(Block(place: "", content: .table(Table(rows: table.rows))))
        }
        try add(lines, paragraphs, &budget)
        // What stands on its side in a cell is one label, however many lines it takes.
        for turn in [PDFTurn.up, .down, .upsideDown] {
            let turned = PDFLine.lines(of: layout.words(in: id, turn: turn))
            guard let first = turned.first else { continue }
            let label = PDFParagraphs(left: first.box.x0, right: first.box.x0, style: style, isCell: true)
            try add(turned, label, &budget)
        }
        return blocks
    }
}
