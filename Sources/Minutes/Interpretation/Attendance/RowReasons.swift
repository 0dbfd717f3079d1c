/// Puts into words what of a row of an attendance table tells who took part.
struct RowReasons {
    let row: AttendanceRowReader
    let columns: AttendanceColumns
    /// The heading above the table.
    let title: String
    /// The row of the table, such as "Apologies", that says how all below it took part; "" for none.
    var section = ""

    /// Such as `“☒” under “Attended”`.
    func reason(_ number: Int, for person: PersonReader.Person) -> String {
        let cells = row.list.columns.sorted { $0.key < $1.key }
            .map {
                Cell(kind: $1, text: row.cells.text(number, $0).replacingNewlines, heading: heading(of: $0))
            }
            .filter { !$0.text.isBlank }
        if !section.isBlank { return "standing under “\(section.replacingNewlines)”" }
        let told = cells.filter(isTold)
        if !told.isEmpty { return words(of: told) }
        if person.evidence != nil { return "the words beside the name" }
        let empty = cells.filter { $0.kind.isMark }
        if row.base == nil { return empty.isEmpty ? "the row has no mark" : words(of: empty) }
        if row.list.base != nil, let person = row.list.person {
            return "standing under “\(heading(of: person))”"
        }
        return title.isBlank ? "standing in the list" : "standing in the list “\(title.replacingNewlines)”"
    }

    private struct Cell {
        var kind: ColumnKind
        var text: String
        var heading: String
    }

    /// A mark, an answer, a signature, or a remark that tells how somebody took part.
    private func isTold(_ cell: Cell) -> Bool {
        switch cell.kind {
        case .response, .signature: true
        case .remarks: row.reader.people.responses.evidence(of: cell.text).map { $0 != .none } ?? false
        default: cell.kind.isMark && row.marks.isMarked(cell.text) != false
        }
    }

    private func words(of cells: [Cell]) -> String {
        cells.map { "“\($0.text)” under “\($0.heading)”" }.joined(separator: ", ")
    }

    private func heading(of column: Int) -> String {
        let texts = (0..<columns.headerRows).map { row.cells.text($0, column).replacingNewlines }
        return texts.last { !$0.isBlank } ?? "column \(column + 1)"
    }
}
