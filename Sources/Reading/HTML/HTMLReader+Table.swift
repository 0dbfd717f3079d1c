import CXML
import Minutes

extension HTMLReader {
    /// Reads a table; one that has a single column is layout, and its cells go where it stands.
    mutating func table(_ node: xmlNodePtr, in container: inout Container) throws(ReadingError) {
        tableNesting += 1
        defer { tableNesting -= 1 }
        guard tableNesting <= limits.nesting else { throw .nestedTooDeeply }
        let outer = (line, listDepth)
        line = HTMLLine()
        listDepth = 0
        defer { (line, listDepth) = outer }

        var rows: [(node: xmlNodePtr, isHead: Bool)] = []
        collectRows(of: node, isHead: false, into: &rows)
        let isLayout = !rows.contains { cells(of: $0.node).count > 1 }
        if isLayout {
            for row in rows {
                for cell in cells(of: row.node) {
                    try walkChildren(cell, in: &container)
                    try flush(in: &container)
                }
            }
            return
        }
        let place = container.places.nextTable()
        var grid = Grid(place: place)
        for row in rows { try add(row.node, isHead: row.isHead, to: &grid) }
        try budget.spend()
        container.blocks.append(Block(place: place, content: .table(Table(rows: grid.rows))))
    }

    private struct Grid {
        let place: String
        var rows: [Table.Row] = []
        /// Cells that reach down, by their first column, with the rows they still cover.
        var reaching: [Int: (cell: Table.Cell, rows: Int)] = [:]
    }

    private mutating func add(_ row: xmlNodePtr, isHead: Bool, to grid: inout Grid) throws(ReadingError) {
        var made = Table.Row(cells: [])
        var column = 0
        var isAllHead = true
        let place = "\(grid.place), row \(grid.rows.count + 1)"
        for cell in cells(of: row) {
            try continueCells(at: &column, in: &made, of: &grid)
            var inner = Container(places: Places(row: place))
            if !(cell.pointee.name.map { equal($0, "th") } ?? false) {
                isAllHead = false
            } else {
                line.boldDepth += 1
            }
            try walkChildren(cell, in: &inner)
            try flush(in: &inner)
            line.boldDepth = 0
            let span = min(max(Int(cell.attribute("colspan") ?? "") ?? 1, 1), 1000)
            let below = min(max(Int(cell.attribute("rowspan") ?? "") ?? 1, 1), 65_534) - 1
            var read = Table.Cell(column: column, columnSpan: span, blocks: inner.blocks)
            made.cells.append(read)
            read.isContinuation = true
            if below > 0 { grid.reaching[column] = (read, below) }
            column += span
        }
        try continueCells(at: &column, in: &made, of: &grid)
        // Cells that reach down further right than this row goes.
        for start in grid.reaching.keys.sorted() where start > column {
            var start = start
            try continueCells(at: &start, in: &made, of: &grid)
        }
        made.isHeader = isHead || isAllHead && !made.cells.isEmpty
        grid.rows.append(made)
    }

    private mutating func continueCells(
        at column: inout Int,
        in row: inout Table.Row,
        of grid: inout Grid
    ) throws(ReadingError) {
        while let (cell, rows) = grid.reaching[column], row.cells.last.map({ $0.column < column }) ?? true {
            try budget.spend(cell.blocks.count)
            row.cells.append(cell)
            grid.reaching[column] = rows > 1 ? (cell, rows - 1) : nil
            column += cell.columnSpan
        }
    }

    private func collectRows(
        of node: xmlNodePtr,
        isHead: Bool,
        into rows: inout [(node: xmlNodePtr, isHead: Bool)]
    ) {
        var next = node.pointee.children
        while let child = next {
            next = child.pointee.next
            guard child.pointee.type == XML_ELEMENT_NODE, let name = child.pointee.name, !child.isHidden
            else { continue }
            switch String(cString: name) {
            case "tr": rows.append((child, isHead))
            case "thead": collectRows(of: child, isHead: true, into: &rows)
            case "tbody", "tfoot": collectRows(of: child, isHead: false, into: &rows)
            default: break
            }
        }
    }

    private func cells(of row: xmlNodePtr) -> [xmlNodePtr] {
        var cells: [xmlNodePtr] = []
        var next = row.pointee.children
        while let child = next {
            next = child.pointee.next
            guard child.pointee.type == XML_ELEMENT_NODE, let name = child.pointee.name, !child.isHidden
            else { continue }
            if equal(name, "td") || equal(name, "th") { cells.append(child) }
        }
        return cells
    }
}
