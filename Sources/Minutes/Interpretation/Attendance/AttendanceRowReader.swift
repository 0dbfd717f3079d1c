/// Reads one row of an attendance table: who stands in it, and what its columns say of each.
struct AttendanceRowReader {
    let header: AttendanceTable.Header
    let marks: MarkReader
    let reader: AttendanceGridReader
    /// What being in the table shows where its columns say nothing.
    let base: Evidence?

    func people(in row: Table.Row, place: String, agencyName outer: String, override: Evidence?) -> [Listed] {
        let agencyText = text(of: .organisation, in: row).replacingNewlines
        let agencyName = agencyText.isBlank ? outer : agencyText
        let words = row.cells.filter { !$0.isContinuation }.map { $0.plainText.replacingNewlines }
            .filter { !$0.isEmpty }.joined(separator: " | ")
        var persons = persons(in: row, hasAgency: !agencyName.isBlank)
        if persons.isEmpty, agencyOnlyCounts(row, agencyName) { persons = [PersonReader.Person()] }
        guard !persons.isEmpty else { return [] }

        let agency =
            reader.classifier.agency(named: agencyName)
            ?? reader.classifier.partner(ofLabel: agencyName.isEmpty ? "-" : agencyName)
        let responses = responses(in: row, for: persons)
        var found: [Listed] = []
        for (index, var person) in persons.enumerated() {
            if person.organisation.isEmpty { person.organisation = agencyName }
            var reading = evidence(in: row, response: responses[index], person: person)
            if let override, !header.hasResponse { reading.evidence = override }
            // Listed as not invited or not needed, and nothing else: not a participant.
            if reading.evidence == .none, reading.saysNothing == false, person.evidence == nil { continue }
            if reading.evidence == .none { reading.evidence = .invited }
            found.append(
                Listed(
                    person: person,
                    evidence: reading.evidence,
                    agencyName: agencyName,
                    agency: agency,
                    place: place,
                    words: words,
                    doubt: reading.doubt
                )
            )
            found += deputies(of: person, reading: reading.evidence, in: row, response: responses[index]).map
            {
                Listed(
                    person: $0,
                    evidence: .attended,
                    agencyName: agencyName,
                    agency: agency,
                    place: place,
                    words: words
                )
            }
        }
        return found
    }

    // MARK: Who

    private func persons(in row: Table.Row, hasAgency: Bool) -> [PersonReader.Person] {
        let columns = header.columns.filter { $0.value.isPerson }.keys.sorted()
        guard let column = columns.first, let cell = cell(at: column, in: row) else {
            return roleOnlyPersons(in: row)
        }
        if let nested = cell.nestedTables.first { return nestedPersons(nested, hasAgency) }
        var persons: [PersonReader.Person] = []
        for piece in pieces(of: cell.ownText.withoutGuidance) {
            if piece.isBlank { continue }
            if let person = reader.people.person(
                in: piece,
                allowsRoleOnly: true,
                isNamePlace: true,
                knowsOrganisation: hasAgency
            ) {
                persons.append(person)
            } else if PersonName.matches(piece) {
                persons.append(PersonReader.Person(name: piece))
            }
        }
        if persons.isEmpty, cell.ownText.isBlank { return roleOnlyPersons(in: row) }
        return withRoles(persons, row)
    }

    private func nestedPersons(_ table: Table, _ hasAgency: Bool) -> [PersonReader.Person] {
        table.rows.compactMap { row in
            let line = row.cells.map { $0.plainText.replacingNewlines }.filter { !$0.isBlank }.joined(
                separator: "\t"
            )
            return reader.people.person(in: line, allowsRoleOnly: true, knowsOrganisation: hasAgency)
        }
    }

    /// Lines of a cell, cut further at " / " and ";" where each piece begins with a person.
    ///
    /// A line that begins with no person belongs to the one above: the name, and under it the job.
    private func pieces(of text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n").map(\.trimmed) where !line.isEmpty {
            if let last = lines.last, PersonName.isFull(last.prefix { $0 != "," && $0 != "(" }.bare),
                !beginsWithPerson(line)
            {
                lines[lines.count - 1] = line.hasPrefix("(") ? "\(last) \(line)" : "\(last), \(line)"
            } else {
                lines.append(line)
            }
        }
        return lines.flatMap { line -> [String] in
            for mark in ["/", ";", "&"] {
                let parts = String(line).parts { String($0) == mark }
                if parts.count > 1,
                    parts.allSatisfy({ reader.people.person(in: $0, allowsRoleOnly: false) != nil })
                {
                    return parts
                }
            }
            let ands = String(line).components(by: " and ")
            if ands.count == 2,
                ands.allSatisfy({ PersonName.isFull($0.prefix { $0 != "," && $0 != "(" }.trimmed) })
            {
                return ands
            }
            return [line.trimmed]
        }
    }

    private func beginsWithPerson(_ line: String) -> Bool {
        let name = line.prefix { $0 != "," && $0 != "(" && $0 != "–" }.bare
        guard PersonName.isFull(name) else { return false }
        let tokens = Tokens(name)
        let vocabulary = reader.vocabulary
        return vocabulary.roles.matches(in: tokens).isEmpty
            && vocabulary.weakRoles.matches(in: tokens).isEmpty
            && vocabulary.agencies.matches(in: tokens).isEmpty || PersonName.hasTitle(name)
    }

    private func withRoles(_ persons: [PersonReader.Person], _ row: Table.Row) -> [PersonReader.Person] {
        let role = text(of: .role, in: row).withoutGuidance
        let both = text(of: .roleAndOrganisation, in: row).withoutGuidance
        let roles = role.split(separator: "\n").map(\.trimmed)
        return persons.enumerated().map { index, given in
            var person = given
            if !role.isBlank {
                let own = roles.count == persons.count ? roles[index] : role.replacingNewlines
                person.role = person.role.isEmpty ? own : person.role
            }
            if !both.isBlank,
                let parsed = reader.people.person(
                    in: "Pat Example, \(both.replacingNewlines)",
                    allowsRoleOnly: false
                )
            {
                if person.role.isEmpty { person.role = parsed.role }
                if person.organisation.isEmpty { person.organisation = parsed.organisation }
                if person.evidence == nil { person.evidence = parsed.evidence }
            }
            return person
        }
    }

    private func roleOnlyPersons(in row: Table.Row) -> [PersonReader.Person] {
        let role = text(of: .role, in: row).replacingNewlines
        guard !role.isBlank, reader.people.isRole(role), hasAnyMark(row) else { return [] }
        return [PersonReader.Person(role: role)]
    }

    /// An agency row without a name counts when something in it says that somebody took part.
    private func agencyOnlyCounts(_ row: Table.Row, _ agencyName: String) -> Bool {
        guard !agencyName.isBlank else { return false }
        let names = header.columns.filter { $0.value.isPerson }.keys.compactMap {
            cell(at: $0, in: row)?.plainText
        }.joined()
        guard names.isBlank else { return false }
        return hasAnyMark(row)
    }

    private func hasAnyMark(_ row: Table.Row) -> Bool {
        header.columns.contains { column, kind in
            guard let text = cell(at: column, in: row)?.plainText, !text.isBlank else { return false }
            if kind.isMark { return marks.isMarked(text) ?? true }
            guard kind == .response, let evidence = reader.people.responses.evidence(of: text) else {
                return false
            }
            return evidence > .none
        }
    }

    // MARK: What it shows

    private struct Reading {
        var evidence: Evidence
        var doubt: String?
        /// No column says anything at all.
        var saysNothing = false
    }

    private func evidence(in row: Table.Row, response: String, person: PersonReader.Person) -> Reading {
        var claims: [Evidence] = []
        var unclear: String?
        var marked: [ColumnKind: Bool] = [:]
        for kind in [ColumnKind.invited, .attended, .apologies, .noResponse, .deputy] {
            for column in header.columns(kind) {
                guard let text = cell(at: column, in: row)?.plainText, !text.isBlank else { continue }
                if let isMarked = marks.isMarked(text) {
                    marked[kind] = (marked[kind] ?? false) || isMarked
                } else if let said = said(text, in: kind) {
                    claims.append(said)
                } else if kind == .invited || kind == .attended {
                    // "By phone 11/08", "Teams", "from 2.15": words in the box instead of a tick.
                    if Self.isPlainYes(text) { marked[kind] = true } else { unclear = text }
                }
            }
        }
        if marked[.attended] == true { claims.append(.attended) }
        if marked[.deputy] == true { claims.append(.deputised) }
        if marked[.apologies] == true { claims.append(.apologies) }
        if marked[.noResponse] == true { claims.append(.invited) }
        if marked[.invited] == true { claims.append(.invited) }
        if let said = reader.people.responses.evidence(of: response) {
            claims.append(said)
        } else if !response.isBlank, header.columns.values.contains(.response) {
            unclear = response
        }
        let remarks = text(of: .remarks, in: row)
        if let said = reader.people.responses.evidence(of: remarks), said != .none,
            !(said == .attended && remarks.count > 40)
        {
            claims.append(said)
        }
        if let said = person.evidence { claims.append(said) }
        return settle(claims, marked: marked, report: hasReport(row), unclear: unclear)
    }

    private func settle(
        _ claims: [Evidence],
        marked: [ColumnKind: Bool],
        report: Bool,
        unclear: String?
    ) -> Reading {
        var reading = Reading(evidence: claims.max() ?? .none)
        if claims.contains(.attended), marked[.apologies] == true || marked[.noResponse] == true {
            reading.evidence = report ? .contributed : marked[.apologies] == true ? .apologies : .invited
            reading.doubt = "The row is marked both as attended and as not attended."
        } else if claims.contains(.attended), marked[.attended] == false,
            claims.contains(where: { $0 < .contributed && $0 > .none })
        {
            reading.evidence = claims.filter { $0 < .attended }.max() ?? .invited
        }
        if claims.contains(.deputised), reading.evidence == .attended, marked[.attended] != true {
            reading.evidence = .deputised
        }
        if report, reading.evidence < .contributed { reading.evidence = .contributed }
        if claims.isEmpty, !report {
            if let base, !header.hasResponse { reading.evidence = base } else { reading.saysNothing = true }
            if unclear != nil {
                reading.doubt = "What the row says about taking part could not be understood."
            }
        } else if unclear != nil, reading.evidence < .contributed {
            reading.doubt = "What the row says about taking part could not be understood."
        }
        return reading
    }

    private func said(_ text: String, in kind: ColumnKind) -> Evidence? {
        guard let said = reader.people.responses.evidence(of: text) else { return nil }
        // "By telephone" in the box for attended says how they attended, not that they were consulted instead.
        if kind == .attended, said == .contributed, !Tokens(text).says(.writtenSource) {
            return .attended
        }
        if kind == .invited { return said == .none ? Evidence.none : .invited }
        return said
    }

    private static func isPlainYes(_ text: String) -> Bool {
        let tokens = Tokens(text)
        guard !tokens.says(.denial) else { return false }
        return tokens.says(.wayOfTakingPart) || !DateReader.dates(in: tokens).isEmpty
            || TimeReader.time(in: text, isLabelled: false) != nil
            || text.contains { $0.isNumber }
    }

    private func hasReport(_ row: Table.Row) -> Bool {
        header.columns(.report).contains { column in
            guard let text = cell(at: column, in: row)?.plainText, !text.isBlank else { return false }
            if let isMarked = marks.isMarked(text) { return isMarked }
            let tokens = Tokens(text)
            if ResponseReader.isNegatedReport(tokens) { return false }
            return tokens.says(.reportGiven) && !tokens.says(.reportNotGiven)
        }
    }

    /// Each person's own part of a response cell that speaks of several.
    private func responses(in row: Table.Row, for persons: [PersonReader.Person]) -> [String] {
        let text = header.columns(.response).compactMap { cell(at: $0, in: row)?.plainText }.filter {
            !$0.isBlank
        }
        .joined(separator: " ")
        guard persons.count > 1 else { return persons.map { _ in text } }
        for parts in [
            text.split(separator: "\n").map(String.init), text.parts { $0 == "/" || $0 == ";" },
            text.parts { $0 == "," },
        ]
        where parts.count > 1 {
            let named = persons.map { person in
                parts.first { part in
                    guard let surname = PersonName.core(person.name).last else { return false }
                    return Tokens(part).words.contains {
                        PersonName.folded($0.text) == surname.split(separator: "-").first.map(String.init)
                    }
                        || PersonName.folded(part.replacingNewlines).contains(surname)
                }
            }
            if named.allSatisfy({ $0 != nil }) { return named.map { $0 ?? "" } }
            if parts.count == persons.count { return parts }
        }
        return persons.map { _ in text }
    }

    /// "Mr Peter Riley, Deputy Head, came in her place": the deputy is a person of the record too.
    private func deputies(
        of person: PersonReader.Person,
        reading: Evidence,
        in row: Table.Row,
        response: String
    ) -> [PersonReader.Person] {
        guard reading == .deputised else { return [] }
        let texts =
            [text(of: .remarks, in: row), response, person.note]
            + header.columns(.deputy).compactMap { cell(at: $0, in: row)?.plainText }
        for text in texts where !text.isBlank {
            for piece in [text.replacingNewlines] + text.components(by: " by ")
                + text.parts(by: { "–-:;(".contains($0) })
            {
                var cut = piece
                for cue in [
                    " came ", " attended ", " in her place", " in his place", " in their place", " deputised",
                    " on behalf", " instead", " joined", " was ",
                ] {
                    if let range = cut.firstRange(ofText: cue) { cut = String(cut[..<range.lowerBound]) }
                }
                guard
                    var deputy = reader.people.person(
                        in: cut.trimmingCharactersIn("()"),
                        allowsRoleOnly: false
                    ), deputy.name != person.name,
                    PersonName.isFull(deputy.name)
                else { continue }
                if deputy.organisation.isEmpty { deputy.organisation = person.organisation }
                deputy.evidence = nil
                deputy.note = ""
                return [deputy]
            }
        }
        return []
    }

    // MARK: Cells

    private func cell(at column: Int, in row: Table.Row) -> Table.Cell? {
        row.cells.first { $0.column <= column && column < $0.column + $0.columnSpan }
    }

    private func text(of kind: ColumnKind, in row: Table.Row) -> String {
        var texts: [String] = []
        for column in header.columns(kind) {
            guard let text = cell(at: column, in: row)?.plainText, !text.isBlank, texts.last != text else {
                continue
            }
            texts.append(text)
        }
        return texts.joined(separator: ", ")
    }
}
