import Minutes

/// How a row is divided, as `\trowd` and what follows it say, in twips from the margin.
struct RichTextRowDefinition {
    var left = 0
    var isHeader = false
    private(set) var cells: [Cell] = []
    /// Flags of the cell whose right edge comes next.
    var next = Cell()

    struct Cell {
        var right = 0
        var startsDown = false
        var continuesDown = false
        var continuesLeft = false
    }

    /// Ends the definition of a cell; Word has 63 in a row at most.
    mutating func addEdge(_ right: Int) {
        defer { next = Cell() }
        guard cells.count < 1000 else { return }
        next.right = right
        cells.append(next)
    }
}

/// A table that is being read.
struct RichTextTable {
    let place: String
    private(set) var rows: [Row] = []
    private var cells: [[Block]] = []
    /// The blocks of the cell that is open.
    var blocks: [Block] = []
    var places: Places

    struct Row {
        var cells: [[Block]]
        var definition: RichTextRowDefinition
    }

    init(place: String) {
        self.place = place
        places = Places(row: "\(place), row 1")
    }

    var isRowOpen: Bool { !cells.isEmpty || !blocks.isEmpty }

    mutating func endCell() {
        cells.append(blocks)
        blocks = []
        places = Places(row: "\(place), row \(rows.count + 1)")
    }

    mutating func endRow(_ definition: RichTextRowDefinition) {
        if !blocks.isEmpty { endCell() }
        rows.append(Row(cells: cells, definition: definition))
        cells = []
        places = Places(row: "\(place), row \(rows.count + 1)")
    }

    /// The table as a grid whose columns lie between the edges of all its rows.
    func table(_ budget: inout BlockBudget, hidden: inout Int) throws(ReadingError) -> Table {
        let edges = Edges(rows)
        var merges: [Int: Table.Cell] = [:]
        var made: [Table.Row] = []
        for row in rows {
            var cells: [Table.Cell] = []
            for (index, blocks) in row.cells.enumerated() {
                try budget.spend()
                let defined = row.definition.cells.indices.contains(index) ? row.definition.cells[index] : nil
                let behind = cells.last.map { $0.column + $0.columnSpan } ?? 0
                let (column, span) =
                    defined.flatMap { _ in edges.place(of: index, in: row.definition, behind: behind) } ?? (
                        behind, 1
                    )
                if let defined, defined.continuesLeft, !cells.isEmpty {
                    cells[cells.count - 1].columnSpan += span
                    if !blocks.isEmpty { hidden += 1 }
                    continue
                }
                var cell = Table.Cell(column: column, columnSpan: span, blocks: blocks)
                if let defined, defined.continuesDown, let above = merges[column] {
                    // Word shows only the first cell of a merge.
                    if !blocks.isEmpty { hidden += 1 }
                    try budget.spend(above.blocks.count)
                    cell.blocks = above.blocks
                    cell.isContinuation = true
                } else {
                    for covered in column..<column + span { merges[covered] = nil }
                    if defined?.startsDown == true { merges[column] = cell }
                }
                cells.append(cell)
            }
            made.append(Table.Row(cells: cells, isHeader: row.definition.isHeader))
        }
        return Table(rows: made)
    }

    /// The edges of all cells of a table in their order; those that hardly differ are one.
    private struct Edges {
        private var columns: [Int: Int] = [:]

        /// Twentieths of a point; no cell with a letter in it is as narrow.
        private static let slack = 40

        init(_ rows: [Row]) {
            var edges: Set<Int> = []
            for row in rows where !row.definition.cells.isEmpty {
                edges.insert(row.definition.left)
                for cell in row.definition.cells { edges.insert(cell.right) }
            }
            var start: Int?
            var column = -1
            for edge in edges.sorted() {
                if let first = start, edge - first <= Edges.slack {
                    columns[edge] = column
                } else {
                    column += 1
                    start = edge
                    columns[edge] = column
                }
            }
        }

        /// First column and width of a cell; nil where the edges make no sense.
        func place(of index: Int, in row: RichTextRowDefinition, behind: Int) -> (column: Int, span: Int)? {
            let left = index == 0 ? row.left : row.cells[index - 1].right
            guard let start = columns[left], let end = columns[row.cells[index].right] else { return nil }
            let column = max(start, behind)
            return (column, max(end - column, 1))
        }
    }
}
