/// Reads children from tables: a child a row under a header, or a child a column beside labels.
struct ChildrenTable {
    let outline: Outline

    /// Children of tables outside the family part, or of those inside it.
    func children(inFamilyPart: Bool) -> [Child] {
        outline.grids.filter { ($0.section == .family) == inFamilyPart && $0.section?.evidence == nil }
            .flatMap { grid in
                let down = byRows(grid.table, isFamily: inFamilyPart)
                return down.isEmpty && !inFamilyPart ? byColumns(grid.table) : down
            }
    }

    private func byRows(_ table: Table, isFamily: Bool) -> [Child] {
        let headers = table.rows.indices.prefix(3).filter { isHeader(table.rows[$0]) }
        guard let first = headers.first else { return [] }
        let header = table.rows[first]
        let relation = header.cells.first { Tokens($0.plainText).says(.relationColumn) }
        if isFamily, relation == nil { return [] }
        return table.rows.dropFirst(first + 1).flatMap { row -> [Child] in
            if let relation, let text = text(of: row, at: relation.column) {
                let tokens = Tokens(text)
                guard tokens.says(.subjectOfMeeting), !tokens.containsAny(["not subject", "half", "no"])
                else {
                    return []
                }
            }
            return child(
                header.cells.compactMap { cell in
                    text(of: row, at: cell.column).map { (cell.plainText.replacingNewlines, $0) }
                }
            )
        }
    }

    /// A header names the child and one more particular.
    private func isHeader(_ row: Table.Row) -> Bool {
        let kinds = row.cells.flatMap { ChildLabel.all(in: Tokens($0.plainText)) }
        let hasName = kinds.contains(.name) || kinds.contains(.forename)
        return hasName && row.cells.count > 1
            && (kinds.contains(.dateOfBirth) || kinds.contains(.reference) && kinds.contains(.setting))
    }

    private func byColumns(_ table: Table) -> [Child] {
        let labels = table.rows.map { row in row.cells.first.map { $0.plainText.replacingNewlines } ?? "" }
        let kinds = labels.flatMap { ChildLabel.all(in: Tokens($0)) }
        guard kinds.contains(.name) || kinds.contains(.forename), kinds.contains(.dateOfBirth),
            let columns = table.rows.map(\.cells.count).max(), columns >= 3
        else { return [] }
        return (1..<columns).flatMap { column in
            child(
                zip(labels, table.rows).compactMap { label, row in
                    row.cells.indices.contains(column)
                        ? (label, row.cells[column].plainText.replacingNewlines) : nil
                }
            )
        }
    }

    private func text(of row: Table.Row, at column: Int) -> String? {
        row.cells.first { ($0.column..<($0.column + $0.columnSpan)).contains(column) }
            .map { $0.plainText.trimmed }.flatMap { $0.isBlank ? nil : $0 }
    }

    private func child(_ pairs: [(label: String, value: String)]) -> [Child] {
        var form = ChildForm()
        for (label, value) in pairs {
            let tokens = Tokens(label)
            let asked = ChildLabel.all(in: tokens)
            form.read(
                asked.isEmpty && tokens.isAll(.weakReferenceLabel) ? [.reference] : asked,
                value: value
            )
        }
        return form.finished()
    }
}
