extension Block {
    var line: Line? {
        switch content {
        case .heading(_, let line), .paragraph(let line), .listItem(_, let line): line
        case .table: nil
        }
    }

    var isTable: Bool { if case .table = content { true } else { false } }
}

extension [Block] {
    /// The text of all lines, nested tables included, a line each.
    var plainText: String {
        map { block in
            switch block.content {
            case .heading(_, let line), .paragraph(let line), .listItem(_, let line): line.text
            case .table(let table):
                table.rows.map { row in
                    row.cells.filter { !$0.isContinuation }.map(\.plainText).joined(separator: " | ")
                }.joined(separator: "\n")
            }
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension Table.Cell {
    var plainText: String { blocks.plainText }

    /// The text apart from nested tables.
    var ownText: String { blocks.compactMap { $0.line?.text }.filter { !$0.isEmpty }.joined(separator: "\n") }

    var nestedTables: [Table] {
        blocks.compactMap { if case .table(let table) = $0.content { table } else { nil } }
    }
}
