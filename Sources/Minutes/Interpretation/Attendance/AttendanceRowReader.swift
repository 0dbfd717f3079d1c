/// Reads one row of an attendance table: who stands in it, and what its columns say of each.
struct AttendanceRowReader {
    let cells: GridCells
    let list: AttendanceColumns.List
    let marks: MarkReader
    let reader: AttendanceGridReader
    /// What being in the table shows where its columns say nothing.
    let base: Evidence?

    func people(_ row: Int, place: String, agencyName title: String, outer: Partner?, override: Evidence?)
        -> [Listed]
    {
        // Where an agency is printed in one column and its team or school written in another, the first says whose
        // somebody is, and the last what it is called.
        let agencyTexts = list.columns(.organisation).map { cells.text(row, $0).replacingNewlines }
            .filter { !$0.isBlank }
        let agencyName = agencyTexts.last ?? title
        let words = cells.table.rows[row].cells.filter { !$0.isContinuation }.map {
            $0.plainText.replacingNewlines
        }
        .filter { !$0.isEmpty }.joined(separator: " | ")
        var persons = RowPersons(row: self, agencyName: agencyName).persons(in: row)
        if persons.isEmpty, agencyOnlyCounts(row, agencyName) { persons = [PersonReader.Person()] }
        guard !persons.isEmpty else { return [] }
        let agency =
            (agencyTexts.isEmpty ? [title] : agencyTexts).lazy.compactMap(agency(named:)).first ?? outer
        let responses = RowResponses.parts(of: responseText(row), for: persons)
        let evidences = RowEvidence(row: self)
        var found: [Listed] = []
        for (index, var person) in persons.enumerated() {
            if person.organisation.isEmpty { person.organisation = agencyName }
            var reading = evidences.reading(row, of: index, among: persons)
            if let override, !list.hasResponse { reading.evidence = override }
            // Listed as not invited or not needed, and nothing else: not a participant.
            if reading.evidence == .none, !reading.saysNothing,
                person.evidence == nil || person.evidence == Evidence.none
            {
                continue
            }
            // A column of names for each way of taking part, and a role that stands under none of them.
            if person.name.isEmpty, reading.saysNothing { continue }
            if reading.evidence == .none { reading.evidence = .invited }
            func listed(_ person: PersonReader.Person, _ evidence: Evidence, _ doubt: String?) -> Listed {
                Listed(
                    person: person,
                    evidence: evidence,
                    agencyName: agencyName,
                    agency: agency,
                    place: place,
                    words: words,
                    doubt: doubt
                )
            }
            found.append(listed(person, reading.evidence, reading.doubt))
            guard reading.evidence == .deputised else { continue }
            let texts = [
                text(of: .deputy, in: row), text(of: .remarks, in: row), responses[index], person.note,
            ]
            if let deputy = DeputyReader(people: reader.people).deputy(of: person, in: texts) {
                var entry = listed(deputy, .attended, nil)
                // A deputy comes for the same agency, whatever she or he is called.
                entry.agency =
                    agency
                    ?? reader.classifier.partner(
                        role: person.role,
                        organisation: person.organisation,
                        name: person.name
                    )
                found.append(entry)
            }
        }
        return found
    }

    /// Those of the meeting's own side who made the call of a row.
    func callers(_ row: Int, place: String) -> [Listed] {
        list.columns(.caller).flatMap { column in
            let text = cells.text(row, column)
            return PersonLines.pieces(of: text, people: reader.people).compactMap { piece in
                reader.people.person(in: piece, allowsRoleOnly: false, isNamePlace: true).map {
                    Listed(person: $0, evidence: .attended, agency: .socialCare, place: place, words: text)
                }
            }
        }
    }

    private func agency(named name: String) -> Partner? {
        reader.classifier.agency(named: name) ?? reader.classifier.partner(ofLabel: name.isEmpty ? "-" : name)
    }

    func responseText(_ row: Int) -> String {
        let columns = list.columns(.response)
        return columns.map { cells.text(row, $0) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// An agency row without a name counts when something in it says that somebody took part.
    private func agencyOnlyCounts(_ row: Int, _ agencyName: String) -> Bool {
        guard !agencyName.isBlank, !cells.isContinued(row, list.columns(.organisation).first ?? 0) else {
            return false
        }
        let names = list.columns.filter { $0.value.isPerson }.keys.map { cells.text(row, $0) }.joined()
        return names.isBlank && hasAnyMark(row) && !(isUninvited(row) && !cameOrSent(row))
    }

    private func isUninvited(_ row: Int) -> Bool {
        list.columns(.invited).contains {
            marks.isMarked(cells.text(row, $0)) == false && !cells.text(row, $0).isEmpty
        }
    }

    private func cameOrSent(_ row: Int) -> Bool {
        RowEvidence(row: self).reading(row, of: 0, among: [PersonReader.Person()]).evidence > .invited
    }

    /// A column shows that somebody was asked or took part.
    func hasAnyMark(_ row: Int) -> Bool {
        list.columns.contains { column, kind in
            let text = cells.text(row, column)
            guard !text.isEmpty else { return false }
            let said = reader.people.responses.evidence(of: text)
            if kind.isMark { return marks.isMarked(text) ?? (said.map { $0 > .none } ?? true) }
            return kind == .response && (said ?? .none) > .none
        }
    }

    func text(of kind: ColumnKind, in row: Int) -> String {
        var texts: [String] = []
        for column in list.columns(kind) {
            let text = cells.text(row, column)
            if !text.isEmpty, texts.last != text { texts.append(text) }
        }
        return texts.joined(separator: ", ")
    }
}
