/// The shape of an attendance table: which rows are its header, and what each column holds.
struct AttendanceTable {
    struct Header {
        /// How many rows at the top belong to the header, title rows included.
        var rowCount: Int
        var columns: [Int: ColumnKind]
        /// The header cells' texts by column, to recognise the same row typed again.
        var texts: [Int: String]

        func columns(_ kind: ColumnKind) -> [Int] { columns.filter { $0.value == kind }.keys.sorted() }
        var hasPerson: Bool { columns.values.contains(where: \.isPerson) }
        var hasMarks: Bool { columns.values.contains { $0.isMark } }
        var hasResponse: Bool { hasMarks || columns.values.contains(.response) }
        var hasOrganisation: Bool {
            columns.values.contains { $0 == .organisation || $0 == .roleAndOrganisation }
        }
        var hasRole: Bool {
            columns.values.contains { $0 == .role || $0 == .roleAndOrganisation || $0 == .nameAndRole }
        }
    }

    /// The header of an attendance table, or `nil` if the table is not one.
    static func header(of table: Table, vocabulary: Vocabulary) -> Header? {
        let guess = ColumnGuess(table: table, vocabulary: vocabulary)
        for start in table.rows.indices.prefix(3) {
            guard var header = header(of: table, at: start, vocabulary: vocabulary) else { continue }
            complete(&header, from: guess)
            if isAttendance(header) { return header }
        }
        return headerFromData(guess)
    }

    /// Sees to columns that the words of the header leave open or name for something else.
    private static func complete(_ header: inout Header, from guess: ColumnGuess) {
        guard !header.hasPerson, let person = guess.personColumn(from: header.rowCount) else { return }
        // "Invited" over a column of names is a column of names.
        guard header.columns[person].map({ $0.isMark || $0 == .organisation }) ?? true else { return }
        header.columns[person] = .name
        if !header.hasResponse {
            for column in guess.responseColumns(from: header.rowCount, besides: person) {
                header.columns[column] = .response
            }
        }
    }

    /// A header nobody knows, or none: most rows hold a person and, in another column, whether she or he took part.
    private static func headerFromData(_ guess: ColumnGuess) -> Header? {
        guard let first = guess.table.rows.first, guess.table.rows.count >= 2 else { return nil }
        let texts = headerTexts(of: first)
        guard !texts.values.contains(where: isForeign) else { return nil }
        let startsWithPerson = first.cells.contains { guess.isPerson($0.plainText) }
        let start = startsWithPerson ? 0 : 1
        guard let person = guess.personColumn(from: start) else { return nil }
        let responses = guess.responseColumns(from: start, besides: person)
        guard !responses.isEmpty else { return nil }
        var columns: [Int: ColumnKind] = [person: .name]
        for column in responses { columns[column] = .response }
        if let column = guess.organisationColumn(from: start, besides: Set(columns.keys)) {
            columns[column] = .organisation
        }
        if let column = guess.roleColumn(from: start, besides: Set(columns.keys)) {
            columns[column] = columns.values.contains(.organisation) ? .role : .roleAndOrganisation
        }
        return Header(rowCount: start, columns: columns, texts: startsWithPerson ? [:] : texts)
    }

    private static func header(of table: Table, at start: Int, vocabulary: Vocabulary) -> Header? {
        var columns = kinds(of: table.rows[start], vocabulary: vocabulary)
        guard !columns.isEmpty, row(start, of: table, mayBeHeaderOf: columns) else { return nil }
        // A row of values is no header: headers hold no marks and no names of people.
        let row = table.rows[start]
        if row.cells.contains(where: {
            PersonName.isFull($0.plainText.trimmed) || isMark($0.plainText) || isAnswer($0.plainText)
        }) {
            return nil
        }
        var texts = headerTexts(of: row)
        var rowCount = start + 1
        if rowCount < table.rows.count {
            let next = table.rows[rowCount]
            let below = kinds(of: next, vocabulary: vocabulary)
            let isSecond =
                below.count >= 2
                && next.cells.allSatisfy { cell in
                    cell.isContinuation || cell.plainText.trimmed.isEmpty || below[cell.column] != nil
                }
                && !next.cells.contains(where: {
                    isMark($0.plainText) || PersonName.isFull($0.plainText.trimmed)
                })
            if isSecond {
                for (column, kind) in below
                where !(next.cells.first { $0.column == column }?.isContinuation ?? false) {
                    columns[column] = kind
                }
                texts.merge(headerTexts(of: next)) { $1 }
                rowCount += 1
            }
        }
        return Header(rowCount: rowCount, columns: columns, texts: texts)
    }

    /// Two columns known, or one among short words that are neither names nor marks.
    private static func row(_ start: Int, of table: Table, mayBeHeaderOf columns: [Int: ColumnKind]) -> Bool {
        if columns.count >= 2 { return true }
        let cells = table.rows[start].cells
        return cells.count >= 3 && start < table.rows.count - 2
            && cells.allSatisfy { $0.plainText.count <= 40 }
    }

    private static func isAttendance(_ header: Header) -> Bool {
        guard header.hasPerson || header.hasOrganisation && header.hasResponse else { return false }
        guard !header.texts.values.contains(where: isForeign) else { return false }
        return header.hasResponse || header.hasOrganisation || header.hasRole
    }

    /// Columns that only other tables have: of children, families, actions and costs.
    private static func isForeign(_ text: String) -> Bool {
        let tokens = Tokens(text)
        return tokens.says(.otherTableColumn)
    }

    private static func kinds(of row: Table.Row, vocabulary: Vocabulary) -> [Int: ColumnKind] {
        var kinds: [Int: ColumnKind] = [:]
        for cell in row.cells {
            guard let kind = kind(of: cell.plainText, vocabulary: vocabulary) else { continue }
            for column in cell.column..<(cell.column + cell.columnSpan) { kinds[column] = kind }
        }
        return kinds
    }

    static func kind(of text: String, vocabulary: Vocabulary) -> ColumnKind? {
        let whole = text.replacingNewlines.withoutGuidance.bare
        guard !whole.isEmpty, whole.count <= 70 else { return nil }
        let tokens = Tokens(whole)
        if let kind = vocabulary.columns.meaning(ofAll: tokens) { return kind }
        let outside = Tokens(String(whole.prefix { $0 != "(" }).bare)
        if let kind = vocabulary.columns.meaning(ofAll: outside) { return kind }
        guard tokens.count <= 5 || whole.contains("/") && tokens.count <= 8 else { return nil }
        let matches = vocabulary.columns.matches(in: tokens)
        let meanings = Set(matches.map(\.meaning))
        if meanings.contains(.name), meanings.contains(.role) || meanings.contains(.roleAndOrganisation) {
            return .nameAndRole
        }
        if meanings.contains(.role), meanings.contains(.organisation) { return .roleAndOrganisation }
        if meanings.contains(.attended), meanings.contains(.apologies) { return .response }
        return matches.max { $0.words.count < $1.words.count }?.meaning
    }

    private static func headerTexts(of row: Table.Row) -> [Int: String] {
        var texts: [Int: String] = [:]
        for cell in row.cells { texts[cell.column] = Tokens(cell.plainText).key }
        return texts
    }

    /// "Yes – in person": a value, whatever words it holds.
    private static func isAnswer(_ text: String) -> Bool {
        let words = Tokens(text).words
        return ["yes", "no"].contains(words.first?.text ?? "") && words.count != 2
    }

    static func isMark(_ text: String) -> Bool {
        text.contains(where: \.isMark)
    }

    /// A table whose first column holds what is usually the header, with a person a column, stood upright.
    static func upright(_ table: Table, vocabulary: Vocabulary) -> Table? {
        guard table.rows.count >= 3, header(of: table, vocabulary: vocabulary) == nil else { return nil }
        let labels = table.rows.map { $0.cells.first?.plainText ?? "" }
        let kinds = labels.compactMap { kind(of: $0, vocabulary: vocabulary) }
        guard kinds.count >= 3, kinds.contains(where: \.isPerson),
            kinds.contains(where: { $0.isMark || $0 == .response || $0 == .organisation })
        else { return nil }
        let width =
            table.rows.map { row in row.cells.map { $0.column + $0.columnSpan }.max() ?? 0 }.max() ?? 0
        guard width >= 3 else { return nil }
        let rows = (0..<width).map { column in
            Table.Row(
                cells: table.rows.enumerated().map { index, row in
                    let cell = row.cells.first { $0.column <= column && column < $0.column + $0.columnSpan }
                    return Table.Cell(column: index, blocks: cell?.blocks ?? [])
                }
            )
        }
        return Table(rows: rows)
    }
}
