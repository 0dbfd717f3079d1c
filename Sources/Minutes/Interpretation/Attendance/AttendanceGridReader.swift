/// Reads the people of an attendance table, whatever its columns are.
struct AttendanceGridReader {
    let vocabulary: Vocabulary
    let people: PersonReader
    let classifier: PartnerClassifier

    init(vocabulary: Vocabulary, key: [String: Evidence]) {
        self.vocabulary = vocabulary
        people = PersonReader(vocabulary: vocabulary, key: key)
        classifier = PartnerClassifier(vocabulary: vocabulary)
    }

    func people(in grid: Outline.Grid) -> [Listed] {
        if let upright = AttendanceTable.upright(grid.table, vocabulary: vocabulary) {
            return people(in: upright, of: grid)
        }
        return people(in: grid.table, of: grid)
    }

    private func people(in table: Table, of grid: Outline.Grid) -> [Listed] {
        guard let header = AttendanceTable.header(of: table, vocabulary: vocabulary) else {
            return headless(table, of: grid)
        }
        var base = grid.section?.evidence
        if base == nil, !header.hasResponse {
            let named = header.texts.values.contains {
                ["present", "attended by", "attendee", "signed in", "represented by"].contains($0)
            }
            let says = Tokens(grid.heading).says(.attendance)
            guard named || says else { return [] }
            base = .attended
        }
        guard grid.section != .distribution, grid.section != .family, grid.section != .actions else {
            return []
        }
        let rowReader = AttendanceRowReader(
            header: header,
            marks: MarkReader(table: table, header: header),
            reader: self,
            base: base
        )
        var found: [Listed] = []
        var agencyName = ""
        var sectionEvidence: Evidence?
        for (number, row) in table.rows.enumerated().dropFirst(header.rowCount) {
            let place = "\(grid.place), row \(number + 1)"
            if isHeaderAgain(row, header) { continue }
            if let title = fullWidthTitle(row) {
                if classifier.partner(ofLabel: title) != nil {
                    agencyName = title
                    continue
                }
                if let section = vocabulary.headings.meaning(ofAll: Tokens(title.bare)) {
                    sectionEvidence = section.evidence
                    continue
                }
            }
            found += rowReader.people(
                in: row,
                place: place,
                agencyName: agencyName,
                override: sectionEvidence
            )
        }
        return found
    }

    /// A table without header inside an attendance section, such as `Name | Role | Agency` rows.
    private func headless(_ table: Table, of grid: Outline.Grid) -> [Listed] {
        guard let evidence = grid.section?.evidence else { return [] }
        var found: [Listed] = []
        for (number, row) in table.rows.enumerated() {
            let texts = row.cells.filter { !$0.isContinuation || $0.column == 0 }.map { $0.plainText.trimmed }
                .filter { !$0.isBlank }
            guard !texts.isEmpty else { continue }
            let joined = texts.map(\.replacingNewlines).joined(separator: "\t")
            var agencyName = ""
            var text = joined
            if texts.count > 1, classifier.partner(ofLabel: texts[0]) != nil, !PersonName.matches(texts[0]) {
                agencyName = texts[0]
                text = texts.dropFirst().map(\.replacingNewlines).joined(separator: "\t")
            }
            guard var person = people.person(in: text, allowsRoleOnly: true) else { continue }
            if person.organisation.isEmpty { person.organisation = agencyName }
            found.append(
                Listed(
                    person: person,
                    evidence: person.evidence ?? evidence,
                    agencyName: agencyName,
                    agency: classifier.agency(named: agencyName) ?? grid.agency,
                    place: "\(grid.place), row \(number + 1)",
                    words: texts.joined(separator: " | ")
                )
            )
        }
        return found
    }

    private func isHeaderAgain(_ row: Table.Row, _ header: AttendanceTable.Header) -> Bool {
        let texts = row.cells.filter { !$0.plainText.trimmed.isEmpty }
        return texts.count >= 2
            && texts.allSatisfy { cell in
                let key = Tokens(cell.plainText).key
                return header.texts[cell.column] == key || header.texts.values.contains(key)
                    || AttendanceTable.kind(of: cell.plainText, vocabulary: vocabulary) != nil
                        && !PersonName.isFull(cell.plainText)
                        && !AttendanceTable.isMark(cell.plainText)
                        && header.texts.values.contains { $0.hasPrefix(key) }
            }
    }

    /// The text of a row that has one cell only, or the same merged cell across.
    private func fullWidthTitle(_ row: Table.Row) -> String? {
        let filled = row.cells.filter { !$0.plainText.trimmed.isEmpty }
        guard filled.count == 1, let cell = filled.first, cell.column == 0, cell.nestedTables.isEmpty,
            cell.columnSpan > 1 || row.cells.count == 1
        else { return nil }
        let text = cell.plainText.replacingNewlines
        return text.count <= 60 ? text : nil
    }
}
