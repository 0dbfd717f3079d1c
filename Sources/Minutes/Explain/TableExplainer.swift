/// Says what a table was taken for, column by column.
struct TableExplainer {
    private let grids: AttendanceGridReader

    init(vocabulary: Vocabulary, key: [String: Evidence]) {
        grids = AttendanceGridReader(vocabulary: vocabulary, key: key)
    }

    func explained(_ grid: Outline.Grid) -> ExplainedTable {
        if !grids.people(in: grid).isEmpty,
            let (columns, cells) = AttendanceColumns.best(of: GridCells(grid.table), reader: grids.people)
        {
            return ExplainedTable(place: grid.place, kind: .attendance, columns: Self.columns(columns, cells))
        }
        let children = Self.childColumns(grid.table)
        return ExplainedTable(
            place: grid.place,
            kind: children.isEmpty ? .text : .children,
            columns: children
        )
    }

    private static func columns(_ columns: AttendanceColumns, _ cells: GridCells) -> [ExplainedTable.Column] {
        var meanings: [Int: String] = [:]
        for list in columns.lists { meanings.merge(list.columns.mapValues(\.meaning)) { $1 } }
        return meanings.sorted { $0.key < $1.key }.map { column, meaning in
            let texts = (0..<columns.headerRows).map { cells.text($0, column).replacingNewlines }
            return ExplainedTable.Column(heading: texts.last { !$0.isBlank } ?? "", meaning: meaning)
        }
    }

    /// The header of a table with a child a row; empty for other tables.
    private static func childColumns(_ table: Table) -> [ExplainedTable.Column] {
        for row in table.rows.prefix(3) {
            let columns = row.cells.flatMap { cell in
                ChildLabel.all(in: Tokens(cell.plainText)).map { label in
                    ExplainedTable.Column(heading: cell.plainText.replacingNewlines, meaning: label.meaning)
                }
            }
            let meanings = Set(columns.map(\.meaning))
            if meanings.contains(ChildLabel.name.meaning), meanings.count > 1 { return columns }
        }
        return []
    }
}

extension ColumnKind {
    /// In plain words, for a person who wonders what a column was taken for.
    fileprivate var meaning: String {
        switch self {
        case .name: "name"
        case .nameAndRole: "name and role"
        case .surname: "surname"
        case .forename: "first name"
        case .title: "title"
        case .role: "role"
        case .roleAndOrganisation: "role and organisation"
        case .organisation: "organisation"
        case .invited: "a mark for invited"
        case .attended: "a mark for attended"
        case .apologies: "a mark for apologies"
        case .noResponse: "a mark for no response"
        case .deputy: "who came instead"
        case .report: "whether a report or information was given"
        case .response: "what became of the invitation"
        case .remarks: "remarks"
        case .signature: "signature of who came"
        case .caller: "who made the call"
        case .ignored: "not used"
        }
    }
}

extension ChildLabel {
    fileprivate var meaning: String {
        switch self {
        case .name, .surname, .forename: "name of the child"
        case .dateOfBirth: "date of birth"
        case .reference: "reference"
        case .setting: "school or setting"
        case .otherIdentifier: "a number that is not the case's"
        }
    }
}
