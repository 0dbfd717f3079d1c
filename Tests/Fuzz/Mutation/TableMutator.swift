import Minutes

/// Changes the grid of a table, and keeps it one: cells in order at columns that do not overlap.
struct TableMutator {
    let mutator: DocumentMutator

    func mutate(_ table: inout Table, _ dice: inout Dice) {
        guard let row = dice.index(table.rows.count), let other = dice.index(table.rows.count) else {
            table.rows.append(Table.Row(cells: []))
            return
        }
        switch dice.number(0...9) {
        case 0: table.rows.remove(at: row)
        case 1: table.rows.swapAt(row, other)
        case 2:
            let copies = repeatElement(table.rows[row], count: dice.chance(oneIn: 20) ? 200 : 1)
            table.rows.insert(contentsOf: copies, at: other)
        case 3: table.rows[row].isHeader.toggle()
        case 4: transpose(&table)
        case 5: dropColumn(dice.number(0...8), of: &table)
        default: mutateCells(&table.rows[row], &dice)
        }
    }

    private func mutateCells(_ row: inout Table.Row, _ dice: inout Dice) {
        guard let cell = dice.index(row.cells.count), let other = dice.index(row.cells.count) else {
            row.cells = [self.cell(&dice, column: dice.number(0...3))]
            return
        }
        switch dice.number(0...6) {
        case 0: row.cells.remove(at: cell)
        case 1:
            (row.cells[cell].blocks, row.cells[other].blocks) = (
                row.cells[other].blocks, row.cells[cell].blocks
            )
        case 2: row.cells[cell].columnSpan = dice.chance(oneIn: 5) ? 1000 : dice.number(1...4)
        case 3: row.cells[cell].isContinuation.toggle()
        case 4: row.cells[cell].blocks = []
        case 5: row.cells.insert(self.cell(&dice, column: 0), at: cell)
        default: row.cells[cell].blocks = self.cell(&dice, column: 0).blocks
        }
        settle(&row)
    }

    /// Puts each cell behind the one before it.
    private func settle(_ row: inout Table.Row) {
        var next = 0
        for index in row.cells.indices {
            row.cells[index].column = max(next, row.cells[index].column)
            next = row.cells[index].column + row.cells[index].columnSpan
        }
    }

    private func transpose(_ table: inout Table) {
        let width = table.rows.map(\.cells.count).max() ?? 0
        table.rows = (0..<min(width, 200)).map { column in
            let cells = table.rows.prefix(200).enumerated().map { number, row in
                let blocks = row.cells.indices.contains(column) ? row.cells[column].blocks : []
                return Table.Cell(column: number, blocks: blocks)
            }
            return Table.Row(cells: cells)
        }
    }

    private func dropColumn(_ column: Int, of table: inout Table) {
        for row in table.rows.indices { table.rows[row].cells.removeAll { $0.column == column } }
    }

    /// A small table of phrases.
    func table(_ dice: inout Dice) -> Table {
        let width = dice.number(1...6)
        return Table(
            rows: (0..<dice.number(1...8)).map { _ in
                Table.Row(cells: (0..<width).map { cell(&dice, column: $0) })
            }
        )
    }

    private func cell(_ dice: inout Dice, column: Int) -> Table.Cell {
        let lines = (0..<dice.number(0...2)).map { _ in
            Block(place: "", content: .paragraph(Line(mutator.word(&dice) + " " + mutator.word(&dice))))
        }
        return Table.Cell(column: column, blocks: lines)
    }
}
