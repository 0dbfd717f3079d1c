import Minutes

extension StoryReader {
    /// Reads a table, nil if all its rows are deleted.
    func table(_ place: String) throws(ReadingError) -> Table? {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .nestedTooDeeply }
        var grid = Grid(place: place)
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
        let place: String
    }

    private func row(_ tag: Tag, in grid: inout Grid) throws(ReadingError) {
        switch tag {
        case .tableProperties:
            try cursor.forEachChild { tag throws(ReadingError) in
                if tag == .tablePropertiesChange { traces.formatChanges += 1 }
            }
        case .row:
            var state = RowState(place: "\(grid.place), row \(grid.rows.count + 1)")
            try cursor.forEachChild { tag throws(ReadingError) in try cell(tag, in: &state, of: &grid) }
            if state.isDeleted {
                traces.deletions += 1
            } else {
                grid.rows.append(state.row)
            }
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
                case .inserted: traces.insertions += 1
                case .rowPropertiesChange: traces.formatChanges += 1
                default: break
                }
            }
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
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .cellProperties {
                properties = try cellProperties()
                if properties.isDeleted { deletions += 1 }
            } else {
                try block(tag, in: &container)
            }
        }
        if properties.isDeleted { deletions -= 1 }
        try finishCarried(in: &container)
        let column = state.nextColumn
        state.nextColumn += properties.span

        if properties.continuesLeft, !state.row.cells.isEmpty {
            state.row.cells[state.row.cells.count - 1].columnSpan += properties.span
            if !container.blocks.isEmpty { traces.hiddenRuns += 1 }
            return
        }
        var cell = Table.Cell(column: column, columnSpan: properties.span, blocks: container.blocks)
        if properties.continuesAbove, let above = grid.merges[column] {
            // Word shows only the first cell of a merge.
            if !cell.blocks.isEmpty { traces.hiddenRuns += 1 }
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
            case .cellDeleted:
                traces.deletions += 1
                found.isDeleted = true
            case .cellInserted: traces.insertions += 1
            case .cellPropertiesChange: traces.formatChanges += 1
            default: break
            }
        }
        return found
    }
}
