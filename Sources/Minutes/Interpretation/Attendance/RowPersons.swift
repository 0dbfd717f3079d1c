/// Who stands in one row of an attendance table.
struct RowPersons {
    let row: AttendanceRowReader
    let agencyName: String

    private var people: PersonReader { row.reader.people }
    private var list: AttendanceColumns.List { row.list }

    func persons(in number: Int) -> [PersonReader.Person] {
        guard let column = list.person else { return roleOnly(number) }
        // A name that is merged down over further rows stands in the first of them.
        if row.cells.isContinued(number, column) { return [] }
        guard let cell = row.cells.cell(number, column) else { return [] }
        if let nested = cell.nestedTables.first { return self.nested(nested) }
        let text = joinedName(number) ?? row.cells.text(number, column)
        if text.isBlank { return roleOnly(number) }
        var persons: [PersonReader.Person] = []
        for piece in PersonLines.pieces(of: text, people: people) where !piece.isBlank {
            let person = people.person(
                in: piece,
                allowsRoleOnly: true,
                isNamePlace: true,
                knowsOrganisation: !agencyName.isBlank
            )
            if let person {
                persons.append(person)
            } else if PersonName.matches(piece), people.responses.evidence(of: piece) == nil {
                persons.append(PersonReader.Person(name: piece))
            }
        }
        return persons.isEmpty ? [] : withWork(persons, number)
    }

    /// A name whose parts stand in columns of their own.
    private func joinedName(_ number: Int) -> String? {
        guard let surname = list.columns(.surname).first else { return nil }
        let parts = [list.columns(.title).first, list.columns(.forename).first].compactMap { $0 }
            .map { row.cells.text(number, $0) }
        let name = (parts + [SurnameFirst.written(row.cells.text(number, surname))]).filter { !$0.isBlank }
        return name.joined(separator: " ")
    }

    private func nested(_ table: Table) -> [PersonReader.Person] {
        table.rows.compactMap { row in
            let line = row.cells.map { $0.plainText.replacingNewlines }.filter { !$0.isBlank }.joined(
                separator: "\t"
            )
            return people.person(in: line, allowsRoleOnly: true, knowsOrganisation: !agencyName.isBlank)
        }
    }

    /// Adds what the columns of role and organisation say of them.
    private func withWork(_ persons: [PersonReader.Person], _ number: Int) -> [PersonReader.Person] {
        let role = row.text(of: .role, in: number).withoutGuidance
        let both = row.text(of: .roleAndOrganisation, in: number).withoutGuidance
        let roles = role.split(separator: "\n").map(\.trimmed)
        return persons.enumerated().map { index, given in
            var person = given
            let own = roles.count == persons.count ? roles[index] : role.replacingNewlines
            if !own.isBlank {
                if list.hasOrganisation && !agencyName.isBlank {
                    add(rawRole: own, to: &person)
                } else {
                    add(work: own, to: &person)
                }
            }
            if !both.isBlank {
                let lines = both.split(separator: "\n").map(\.trimmed)
                add(work: lines.count == persons.count ? lines[index] : both.replacingNewlines, to: &person)
            }
            if person.role.isEmpty, person.organisation.isEmpty, !list.hasWork {
                // "GP – apologies": what somebody does stands beside what she or he did.
                addWork(besideResponse: row.responseText(number), to: &person)
            }
            return person
        }
    }

    private func addWork(besideResponse text: String, to person: inout PersonReader.Person) {
        var details = PersonDetails(reader: people.pieces, knowsOrganisation: false)
        for piece in PersonPieces.cut(text)
        where [.role, .organisation].contains(people.pieces.kind(of: piece.text)) {
            details.add(piece)
        }
        person.role = details.role
        person.organisation = details.organisation
    }

    /// The role column as it is written, but for a remark on who typed.
    private func add(rawRole text: String, to person: inout PersonReader.Person) {
        var details = PersonDetails(reader: people.pieces, knowsOrganisation: true)
        for piece in PersonPieces.cut(text) { details.add(piece) }
        let role =
            details.remarks.isEmpty || details.role.isEmpty || details.organisation.isEmpty == false
            ? text : details.role
        if person.role.isEmpty {
            person.role = role
        } else if !person.role.contains(role) {
            person.role += ", \(role)"
        }
        note(details.remarks, in: &person)
    }

    private func add(work text: String, to person: inout PersonReader.Person) {
        var details = PersonDetails(reader: people.pieces, knowsOrganisation: !agencyName.isBlank)
        for piece in PersonPieces.cut(text) { details.add(piece) }
        if person.role.isEmpty { person.role = details.role }
        if person.organisation.isEmpty { person.organisation = details.organisation }
        if person.role.isEmpty, person.organisation.isEmpty { person.role = text }
        note(details.remarks, in: &person)
    }

    private func note(_ remarks: [String], in person: inout PersonReader.Person) {
        let text = remarks.joined(separator: ", ")
        guard !text.isEmpty else { return }
        person.note = person.note.isEmpty ? text : "\(person.note), \(text)"
        if person.evidence == nil { person.evidence = people.responses.evidence(of: text) }
    }

    /// Somebody listed by what she or he does only.
    private func roleOnly(_ number: Int) -> [PersonReader.Person] {
        let role =
            [row.text(of: .role, in: number), row.text(of: .roleAndOrganisation, in: number)]
            .first { !$0.isBlank }?.replacingNewlines ?? ""
        guard !role.isBlank, people.isRole(role), row.hasAnyMark(number) || row.list.base != nil else {
            return []
        }
        guard
            let person = people.person(in: role, allowsRoleOnly: true, knowsOrganisation: !agencyName.isBlank)
        else {
            return []
        }
        return [person]
    }
}
