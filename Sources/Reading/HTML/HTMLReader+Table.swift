import CXML
import Minutes

extension HTMLReader {
    /// Reads a table; one that has a single column is layout, and its cells go where it stands.
    mutating func table(_ node: xmlNodePtr, in container: inout Container) throws(ReadingError) {
        try flush(in: &container)
        tableNesting += 1
        defer { tableNesting -= 1 }
        guard tableNesting <= limits.nesting else { throw .nestedTooDeeply }
        let outer = (line, listDepth)
        line = HTMLLine(isFromLibreOffice: outer.0.isFromLibreOffice)
        line.format = outer.0.format
        listDepth = 0
        defer { (line, listDepth) = outer }

        var parts = Parts()
        try collect(node, isHead: false, into: &parts)
        // A browser shows above the table what stands between its cells.
        for stray in parts.strays {
            try walk(stray, in: &container)
            try flush(in: &container)
        }
        guard !parts.rows.isEmpty else { return }
        if !parts.rows.contains(where: { $0.cells.count > 1 }) {
            for row in parts.rows {
                for cell in row.cells {
                    try walkChildren(cell, in: &container)
                    try flush(in: &container)
                }
            }
            return
        }
        let place = container.places.nextTable()
        var grid = SpanGrid(place: place)
        line.splitsBoldLines = false
        var isStart = true
        for (index, row) in parts.rows.enumerated() {
            if index > 0, row.group != parts.rows[index - 1].group { grid.endGroup() }
            let isAllHead = row.cells.count > 1 && row.cells.allSatisfy { $0.element == "th" }
            isStart = isStart && (row.isHead || isAllHead)
            try add(row, isHeader: row.isHead || isStart && isAllHead, to: &grid)
        }
        try budget.spend()
        container.blocks.append(Block(place: place, content: .table(Table(rows: grid.rows))))
    }

    /// The rows of a table and what stands between them.
    private struct Parts {
        var rows: [Row] = []
        var strays: [xmlNodePtr] = []
        var groups = 0
        /// Cells without a row of their own go into one that is open.
        var isRowOpen = false
    }

    private struct Row {
        var node: xmlNodePtr?
        var cells: [xmlNodePtr] = []
        var isHead = false
        var group = 0
    }

    private enum Role {
        case group
        case row
        case cell
        case skipped
        case other
    }

    private mutating func role(_ node: xmlNodePtr) -> Role {
        guard let name = node.element else { return node.isBlankText ? .skipped : .other }
        let style = style(of: node, name)
        if isHidden(node, name, style) { return .skipped }
        switch name {
        case "tr": return .row
        case "td", "th": return .cell
        case "thead", "tbody", "tfoot": return .group
        case "col", "colgroup", "script", "style": return .skipped
        default:
            switch style.display {
            case .rowGroup: return .group
            case .row: return .row
            case .cell: return .cell
            default: return .other
            }
        }
    }

    private mutating func collect(_ node: xmlNodePtr, isHead: Bool, into parts: inout Parts)
        throws(ReadingError)
    {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.elementDepth else { throw .nestedTooDeeply }
        var next = node.pointee.children
        while let child = next {
            next = child.pointee.next
            switch role(child) {
            case .group:
                parts.groups += 1
                parts.isRowOpen = false
                try collect(child, isHead: child.element == "thead", into: &parts)
                parts.groups += 1
                parts.isRowOpen = false
            case .row:
                parts.rows.append(Row(node: child, isHead: isHead, group: parts.groups))
                parts.isRowOpen = true
                try collect(child, isHead: isHead, into: &parts)
                parts.isRowOpen = false
            case .cell:
                if !parts.isRowOpen {
                    parts.rows.append(Row(isHead: isHead, group: parts.groups))
                    parts.isRowOpen = true
                }
                parts.rows[parts.rows.count - 1].cells.append(child)
            case .skipped: break
            case .other:
                // Forms are put round rows by systems of all kinds.
                if child.element != nil, child.element != "table", hasCells(child) {
                    try collect(child, isHead: isHead, into: &parts)
                } else {
                    parts.strays.append(child)
                }
            }
        }
    }

    private func hasCells(_ node: xmlNodePtr) -> Bool {
        var next = node.pointee.children
        while let child = next {
            next = child.pointee.next
            guard let name = child.element else { continue }
            if name == "tr" || name == "td" || name == "th" { return true }
            if name != "table", hasCells(child) { return true }
        }
        return false
    }

    private mutating func add(_ row: Row, isHeader: Bool, to grid: inout SpanGrid) throws(ReadingError) {
        let outer = line.format
        if let node = row.node, let name = node.element { apply(style(of: node, name), name, node) }
        let rowFormat = line.format
        for cell in row.cells {
            var inner = Container(places: Places(row: grid.rowPlace))
            if let name = cell.element { apply(style(of: cell, name), name, cell) }
            try walkChildren(cell, in: &inner)
            try flush(in: &inner)
            line.format = rowFormat
            let rows = Int(cell.attribute("rowspan") ?? "") ?? 1
            try grid.add(
                inner.blocks,
                columns: Int(cell.attribute("colspan") ?? "") ?? 1,
                // 0 is to the end of the group.
                rows: rows == 0 ? 65_534 : min(max(rows, 1), 65_534),
                budget: &budget
            )
        }
        line.format = outer
        try grid.endRow(isHeader: isHeader, budget: &budget)
    }
}
