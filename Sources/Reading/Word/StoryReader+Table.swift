import Minutes

extension StoryReader {
    /// Reads a table, nil if all its rows are deleted.
    func table(_ place: String) throws(ReadingError) -> Table? {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .nestedTooDeeply }
        var grid = Grid(place: place)
        let outer = backdrops
        defer { backdrops = outer }
        try cursor.forEachChild { tag throws(ReadingError) in try row(tag, in: &grid) }
        return grid.rows.isEmpty ? nil : Table(rows: grid.rows)
    }

    /// A table as far as it was read.
    struct Grid {
        let place: String
        var rows: [Table.Row] = []
        /// Cells that may run on into the next row, by their first column.
        var merges: [Int: Table.Cell] = [:]
    }

    private struct RowState {
        var row = Table.Row(cells: [])
        var nextColumn = 0
        var isDeleted = false
        var hasDeletedCells = false
        let place: String
    }

    private func row(_ tag: Tag, in grid: inout Grid) throws(ReadingError) {
        switch tag {
        case .tableProperties:
            try tableProperties()
        case .row:
            var state = RowState(place: "\(grid.place), row \(grid.rows.count + 1)")
            let outer = backdrops
            defer { backdrops = outer }
            try cursor.forEachChild { tag throws(ReadingError) in try cell(tag, in: &state, of: &grid) }
            let isEmptied = state.hasDeletedCells && state.row.cells.isEmpty
            if !state.isDeleted, !isEmptied { grid.rows.append(state.row) }
        case .control:
            try contentControl { () throws(ReadingError) in
                try cursor.forEachChild { tag throws(ReadingError) in try row(tag, in: &grid) }
            }
        case .customXML:
            try cursor.forEachChild { tag throws(ReadingError) in try row(tag, in: &grid) }
        default: break
        }
    }

    private func cell(_ tag: Tag, in state: inout RowState, of grid: inout Grid) throws(ReadingError) {
        switch tag {
        case .rowProperties:
            try cursor.forEachChild { tag throws(ReadingError) in
                switch tag {
                case .gridBefore: state.nextColumn = min(max(cursor.number ?? 0, 0), 1000)
                case .headerRow: state.row.isHeader = cursor.isOn
                case .deleted: state.isDeleted = true
                default: break
                }
            }
        case .tableException: try tableProperties()
        case .cell: try cell(in: &state, of: &grid)
        case .control:
            try contentControl { () throws(ReadingError) in
                try cursor.forEachChild { tag throws(ReadingError) in try cell(tag, in: &state, of: &grid) }
            }
        case .customXML:
            try cursor.forEachChild { tag throws(ReadingError) in try cell(tag, in: &state, of: &grid) }
        default: break
        }
    }

    private func cell(in state: inout RowState, of grid: inout Grid) throws(ReadingError) {
        var container = Container(places: Places(row: state.place))
        var properties = CellProperties()
        if state.isDeleted { deletions += 1 }
        defer { if state.isDeleted { deletions -= 1 } }
        let outer = backdrops
        defer { backdrops = outer }
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .cellProperties {
                properties = try cellProperties()
                if properties.isDeleted { deletions += 1 }
            } else {
                try block(tag, in: &container)
            }
        }
        try finishCarried(in: &container)
        if properties.isDeleted {
            deletions -= 1
            state.hasDeletedCells = true
            return
        }
        let column = state.nextColumn
        state.nextColumn += properties.span

        if properties.continuesLeft, !state.row.cells.isEmpty {
            state.row.cells[state.row.cells.count - 1].columnSpan += properties.span
            if container.blocks.haveWords { unseen[.hiddenText] += 1 }
            return
        }
        var cell = Table.Cell(column: column, columnSpan: properties.span, blocks: container.blocks)
        if properties.continuesAbove, let above = grid.merges[column] {
            // Word shows only the first cell of a merge.
            if cell.blocks.haveWords { unseen[.hiddenText] += 1 }
            try budget.spend(above.blocks.count)
            cell.blocks = above.blocks
            cell.isContinuation = true
        } else if !state.isDeleted {
            for covered in column..<column + properties.span { grid.merges[covered] = nil }
            if properties.startsMerge { grid.merges[column] = cell }
        }
        state.row.cells.append(cell)
    }

    private struct CellProperties {
        var span = 1
        var startsMerge = false
        var continuesAbove = false
        var continuesLeft = false
        var isDeleted = false
    }

    private func cellProperties() throws(ReadingError) -> CellProperties {
        var found = CellProperties()
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            // Word itself has 63 columns at most.
            case .gridSpan: found.span = min(max(cursor.number ?? 1, 1), 1000)
            case .verticalMerge:
                found.startsMerge = cursor.attribute("val") == "restart"
                found.continuesAbove = !found.startsMerge
            case .horizontalMerge: found.continuesLeft = cursor.attribute("val") != "restart"
            case .cellDeleted: found.isDeleted = true
            case .shading: backdrops += cursor.isColouredShading ? 1 : 0
            default: break
            }
        }
        return found
    }

    /// Of a table or of one row of it.
    private func tableProperties() throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .shading: backdrops += cursor.isColouredShading ? 1 : 0
            case .tableStyle:
                let style = cursor.attribute("val") ?? ""
                if styles.isShaded(table: style) { backdrops += 1 }
                // Which of its cells the style hides depends on more than is read here.
                if styles.hidingTables.contains(style) { unseen[.hiddenText] += 1 }
            default: break
            }
        }
    }
}

extension [Block] {
    /// Somebody could read something in them.
    var haveWords: Bool {
        contains { block in
            switch block.content {
            case .heading(_, let line), .paragraph(let line), .listItem(_, let line): !line.text.isEmpty
            case .table(let table): table.rows.contains { $0.cells.contains { $0.blocks.haveWords } }
            }
        }
    }
}
