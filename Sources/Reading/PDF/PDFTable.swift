import Minutes

/// A table of one page that may go on on the next.
struct PDFTable {
    /// The lines between its columns, those at the edges included.
    var xs: [Double]
    var rows: [Table.Row]
    /// Columns that were told by the gaps between words are less exact.
    var isRuled: Bool

    /// Adds the table with which the next page begins; false if it is another one.
    mutating func join(_ next: PDFTable) -> Bool {
        guard let columns = commonColumns(next) else { return false }
        var more = next.rows
        for index in rows.indices {
            for cell in rows[index].cells.indices { rows[index].cells[cell].move(from: xs, to: columns) }
        }
        for index in more.indices {
            for cell in more[index].cells.indices { more[index].cells[cell].move(from: next.xs, to: columns) }
        }
        xs = columns
        let repeated = repeatedRows(more)
        for index in 0..<repeated { rows[index].isHeader = true }
        more.removeFirst(repeated)
        continueMergedCells(into: &more)
        if let first = more.first, let last = rows.last,
            let whole = whole(last, first, before: Array(more.dropFirst()))
        {
            rows[rows.count - 1] = whole
            more.removeFirst()
        }
        rows += more
        return true
    }

    /// The columns of both, nil if they do not fit.
    private func commonColumns(_ next: PDFTable) -> [Double]? {
        guard isRuled == next.isRuled, let left = xs.first, let right = xs.last,
            let otherLeft = next.xs.first,
            let otherRight = next.xs.last
        else { return nil }
        let slack = isRuled ? 4.0 : 12
        guard abs(left - otherLeft) <= slack, !isRuled || abs(right - otherRight) <= slack else { return nil }
        let (more, fewer) = xs.count >= next.xs.count ? (xs, next.xs) : (next.xs, xs)
        guard isRuled || more.count == fewer.count, fewer.count > 2 || more.count == 2 else { return nil }
        let inner = fewer.dropFirst().dropLast()
        let fits = inner.allSatisfy { x in more.contains { abs($0 - x) <= slack } }
        return fits ? more : nil
    }

    /// How many rows at the start of the next page say again what the first rows of the table say.
    private func repeatedRows(_ next: [Table.Row]) -> Int {
        var count = 0
        while count < min(3, rows.count, next.count - 1), next[count].says(rows[count]),
            next[count].cells.contains(where: { !$0.blocks.isEmpty })
        {
            count += 1
        }
        return count
    }

    /// A cell that is merged down over the end of the page is empty on the next one.
    private func continueMergedCells(into next: inout [Table.Row]) {
        guard let last = rows.last else { return }
        for cell in last.cells where cell.isContinuation {
            for row in next.indices {
                guard let index = next[row].cells.firstIndex(where: { $0.column == cell.column }),
                    next[row].cells[index].blocks.isEmpty,
                    next[row].cells[index].columnSpan == cell.columnSpan,
                    row == 0 || next[row].cells[index].isContinuation
                else { break }
                next[row].cells[index].blocks = cell.blocks
                next[row].cells[index].isContinuation = true
            }
        }
    }

    /// The row of which the page's end has cut off the rest, nil if the next one is a row of its own.
    private func whole(_ row: Table.Row, _ rest: Table.Row, before more: [Table.Row]) -> Table.Row? {
        guard row.cells.map(\.column) == rest.cells.map(\.column), let label = rest.cells.first else {
            return nil
        }
        var isCut = false
        for (cell, more) in zip(row.cells, rest.cells) where !more.blocks.isEmpty && !more.isContinuation {
            guard let end = cell.blocks.last?.plainLine, let start = more.blocks.first?.plainLine else {
                return nil
            }
            isCut = isCut || end.isOpen && start.text.first?.isLowercase == true
        }
        // A row without its label, where all others have theirs, is none.
        let isRest =
            label.blocks.isEmpty && !label.isContinuation
            && !(rows + more).contains { $0.cells.first?.blocks.isEmpty == true }
        guard isCut || isRest, rest.cells.contains(where: { !$0.blocks.isEmpty }) else { return nil }
        var whole = row
        for (index, more) in rest.cells.enumerated() where !more.isContinuation {
            whole.cells[index].blocks.appendRest(more.blocks)
        }
        return whole
    }
}

extension Table.Cell {
    /// Counts its columns by other lines.
    fileprivate mutating func move(from old: [Double], to new: [Double]) {
        guard old.count != new.count, column + columnSpan < old.count else { return }
        func nearest(_ x: Double) -> Int {
            new.indices.min { abs(new[$0] - x) < abs(new[$1] - x) } ?? 0
        }
        let start = nearest(old[column])
        columnSpan = max(1, nearest(old[column + columnSpan]) - start)
        column = start
    }
}

extension Table.Row {
    fileprivate func says(_ other: Table.Row) -> Bool {
        cells.count == other.cells.count
            && zip(cells, other.cells).allSatisfy { $0.blocks.map(\.content) == $1.blocks.map(\.content) }
    }
}

extension Block {
    /// The line of a paragraph or list item.
    var plainLine: Line? {
        switch content {
        case .paragraph(let line), .listItem(_, let line): line
        case .heading, .table: nil
        }
    }
}

extension Line {
    /// Its sentence is not at its end.
    fileprivate var isOpen: Bool { !".!?:".contains(text.last ?? ".") }
}

extension [Block] {
    /// Adds what stands on the next page to a paragraph that goes on there.
    mutating func appendRest(_ rest: [Block]) {
        guard let end = last?.plainLine, let start = rest.first?.plainLine,
            end.isOpen
        else {
            self += rest
            return
        }
        self[count - 1].content = self[count - 1].content.joined(start)
        self += rest.dropFirst()
    }
}

extension Block.Content {
    /// The paragraph or list item with the rest of its text.
    func joined(_ rest: Line) -> Block.Content {
        func whole(_ line: Line) -> Line {
            let joint = line.text.hasSuffix("-") || line.text.isEmpty ? "" : " "
            return Line(
                line.text + joint + rest.text,
                isBold: line.isBold && rest.isBold,
                removed: line.removed + rest.removed
            )
        }
        return switch self {
        case .paragraph(let line): .paragraph(whole(line))
        case .listItem(let level, let line): .listItem(level: level, whole(line))
        case .heading(let level, let line): .heading(level: level, whole(line))
        case .table: self
        }
    }
}
