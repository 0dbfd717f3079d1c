/// What a table is for: a bar behind a heading, layout, a form of labels and values, or a grid of rows and columns.
enum TableShape {
    case empty
    case bar(String)
    case layout
    case pairs([Pair])
    case grid

    struct Pair {
        var label: String
        var value: [Block]
        var row: Int
    }

    static func shape(of table: Table, vocabulary: Vocabulary) -> TableShape {
        let rows = table.rows.filter { row in row.cells.contains { !$0.plainText.trimmed.isEmpty } }
        guard let first = rows.first else { return .empty }
        if rows.count == 1, first.cells.count == 1 {
            let cell = first.cells[0]
            let text = cell.ownText
            return cell.nestedTables.isEmpty && text.count <= 90 && !text.contains("\n")
                && cell.blocks.count <= 2
                ? .bar(text) : .layout
        }
        if rows.allSatisfy({ $0.cells.count == 1 }) { return .layout }
        let form = FormTable(table: table, vocabulary: vocabulary)
        if form.holdsTablesOnly { return .layout }
        if form.hasChildColumns { return .grid }
        if form.isPlain, let pairs = form.pairs() { return .pairs(pairs) }
        if AttendanceColumns.isAttendance(table, vocabulary: vocabulary) { return .grid }
        if form.holdsLabelledLines { return .layout }
        if form.hasHeaderRow { return .grid }
        if let pairs = form.pairs() { return .pairs(pairs) }
        // Tables side by side in a table that only places them.
        if rows.contains(where: { $0.cells.count { !$0.nestedTables.isEmpty } > 1 }) { return .layout }
        return .grid
    }
}

extension StringProtocol {
    var replacingNewlines: String { String(map { $0.isNewline ? " " : $0 }).trimmed }
}
