/// The shape of an attendance table: which rows are its header, and what each column holds.
///
/// A table may hold several lists side by side (`Attended | Agency | Apologies | Agency`); each is a list of its own.
struct AttendanceColumns {
    /// How many rows at the top belong to the header, title rows included.
    var headerRows: Int
    /// The header cells' keys by column, to recognise the same row typed again.
    var texts: [Int: String]
    var lists: [List]
    /// How many columns are known by the words over them.
    var known = 0

    struct List {
        var columns: [Int: ColumnKind]
        /// What standing in the list shows, where its heading says so: "Attended" over a column of names.
        var base: Evidence?
        /// The columns before the first person are this list's too.
        var isShared = true
        /// Where the next list begins; `nil` for the end of the table.
        var end: Int?

        func columns(_ kind: ColumnKind) -> [Int] { columns.filter { $0.value == kind }.keys.sorted() }
        var person: Int? { columns.filter { $0.value.isPerson }.keys.min() }
        var hasResponse: Bool {
            columns.values.contains { $0.isMark || $0 == .response || $0 == .signature }
        }
        var hasOrganisation: Bool { columns.values.contains { $0 == .organisation } }
        var hasRole: Bool { columns.values.contains { $0 == .role } }
        var hasWork: Bool {
            columns.values.contains {
                [.organisation, .role, .roleAndOrganisation, .nameAndRole].contains($0)
            }
        }
    }

    var hasResponse: Bool { lists.contains { $0.hasResponse || $0.base != nil } }
}

extension AttendanceColumns {
    /// The columns of a table, or `nil` if it is no list of people.
    static func columns(of cells: GridCells, reader: PersonReader) -> AttendanceColumns? {
        let header = ColumnHeader(cells, reader: reader)
        guard cells.rowCount > header.rows, cells.width > 0, !header.isForeign else { return nil }
        let rows = header.rows..<cells.rowCount
        let profiles = (0..<cells.width).map { column -> ColumnProfile in
            var kind = header.kinds[column]
            // Of two columns headed as names the cells tell which is one.
            if kind?.isPerson == true, header.kinds.values.count(where: \.isPerson) > 1 { kind = nil }
            guard kind?.isTold != true else { return ColumnProfile() }
            return ColumnProfile(of: column, in: cells, rows: rows, headed: kind, reader: reader)
        }
        var lists = split(columns(header, profiles), header, profiles).map { completed($0, profiles) }
        lists = lists.filter { list in
            list.person != nil || list.hasOrganisation && list.hasResponse
                || list.hasRole && list.hasResponse
        }
        guard !lists.isEmpty else { return nil }
        return AttendanceColumns(
            headerRows: header.rows,
            texts: header.texts,
            lists: lists,
            known: header.known
        )
    }

    /// Whether the table is a list of people with what they do or whether they came, and no form.
    static func isAttendance(_ table: Table, vocabulary: Vocabulary) -> Bool {
        let reader = PersonReader(vocabulary: vocabulary)
        let cells = GridCells(table)
        return best(of: cells, reader: reader).map { $0.columns.isCertain($0.cells, reader) } ?? false
    }

    /// The columns of the table, or of the table stood upright where its first column holds the headings.
    static func best(of cells: GridCells, reader: PersonReader) -> (
        columns: AttendanceColumns, cells: GridCells
    )? {
        let plain = columns(of: cells, reader: reader)
        guard cells.width >= 2, (plain?.known ?? 0) < 5, isHeadedByFirstColumn(cells, reader) else {
            return plain.map { ($0, cells) }
        }
        let turned = GridCells(cells.transposed)
        if let upright = columns(of: turned, reader: reader), upright.known >= 3,
            upright.known > (plain?.known ?? 0), upright.lists.count == 1, upright.lists[0].person != nil,
            // A card for each person has two columns, and says whether she or he came.
            cells.width > 2 || upright.lists[0].hasResponse && upright.lists[0].hasWork
        {
            return (upright, turned)
        }
        return plain.map { ($0, cells) }
    }

    private static func isHeadedByFirstColumn(_ cells: GridCells, _ reader: PersonReader) -> Bool {
        (0..<cells.rowCount).count { row in
            cells.title(of: row) == nil
                && reader.vocabulary.columns.meaning(ofAll: Tokens(cells.text(row, 0).bare)) != nil
        } >= 2
    }

    /// The headings say so, or, where nobody knows them, several people and answers beside them.
    private func isCertain(_ cells: GridCells, _ reader: PersonReader) -> Bool {
        lists.contains { list in
            guard list.hasResponse || list.base != nil || list.hasWork else { return false }
            if known >= 2 { return true }
            guard let person = list.person, list.hasResponse || known == 1 else { return false }
            let people = (headerRows..<cells.rowCount).count {
                ColumnProfile.isPerson(cells.text($0, person), reader)
            }
            return people >= 2 && people * 2 > cells.rowCount - headerRows
        }
    }

    /// The words of the header decide, and where they are unknown or contradict the cells, the cells.
    private static func columns(_ header: ColumnHeader, _ profiles: [ColumnProfile]) -> [Int: ColumnKind] {
        var columns: [Int: ColumnKind] = [:]
        for (column, profile) in profiles.enumerated() {
            var named = header.kinds[column]
            if named?.isPerson == true, header.kinds.values.count(where: \.isPerson) > 1,
                !profile.isMostly(profile.persons)
            {
                named = nil
            }
            if profile.filled > 0, profile.isMostly(profile.persons), !profile.isMostly(profile.marks),
                named == nil || named?.isMark == true || named == .organisation || named == .response
                    || named == .remarks && profile.persons > 1
            {
                columns[column] = .name
            } else if named == .organisation, profile.isMostly(profile.roles), profile.roles > 1 {
                columns[column] = .roleAndOrganisation
            } else if named == .report, profile.isMostly(profile.responses), profile.responses > 1,
                !header.kinds.values.contains(where: { $0.isMark && $0 != .report || $0 == .response })
            {
                // "Contribution": in person, by telephone, written statement.
                columns[column] = profile.attended > 0 && profile.deputies == 0 ? .attended : .response
            } else if named == .report, profile.told * 2 > profile.filled, profile.filled > 1,
                header.texts.values.contains(where: { $0.hasPrefix("represent") }),
                !header.kinds.values.contains(where: { $0.isMark && $0 != .report || $0 == .response })
            {
                // "Representative | Information given": what those who were there told.
                columns[column] = .ignored
            } else if let named {
                columns[column] = named
            } else if profile.isMostly(profile.marks) {
                // Ticks under words nobody knows say nothing beside ticks under words that are known.
                columns[column] = header.kinds.values.contains(where: \.isMark) ? .ignored : .attended
            } else if profile.isAnswers {
                columns[column] = .response
            }
        }
        // Beside forename and surname "Title" is Mrs or DC, and no office.
        if header.kinds.values.contains(.surname) {
            for (column, text) in header.texts where text == "title" { columns[column] = .title }
        }
        // "1st mtg | THIS MTG": what an earlier meeting had is not this one's.
        let answers = columns.filter { $0.value == .response || $0.value == .attended }.keys
        let earlier = answers.filter { Tokens(header.texts[$0] ?? "").says(.earlierMeeting) }
        if earlier.count < answers.count { for column in earlier { columns[column] = .ignored } }
        if !columns.values.contains(where: { $0.isMark || $0 == .response || $0 == .signature }),
            columns.values.contains(where: \.isPerson),
            // A column of remarks in which many say who took part: "DISCUSSION: on the call".
            let column = profiles.indices.first(where: { column in
                let profile = profiles[column]
                return columns[column] == nil && profile.responses >= 2
                    && profile.responses * 10 >= profile.filled * 4
            })
        {
            columns[column] = .response
        }
        return columns
    }

    /// What the cells tell of the columns that no word of the header names.
    private static func completed(_ given: List, _ profiles: [ColumnProfile]) -> List {
        var list = given
        guard let person = list.person else { return list }
        let end = list.end ?? profiles.count
        for column in (list.isShared ? 0 : person)..<max(end, person) where list.columns[column] == nil {
            let profile = profiles[column]
            if profile.isMostly(profile.numbers) {
                list.columns[column] = .ignored
            } else if profile.isMostly(profile.agencies), !list.hasOrganisation {
                list.columns[column] = .organisation
            } else if profile.roles * 10 >= max(profile.filled, 1) * 4, !list.hasRole {
                list.columns[column] = profile.agencies > 0 ? .roleAndOrganisation : .role
            } else if profile.filled > 0 {
                list.columns[column] = .remarks
            }
        }
        return list
    }

    /// One list, or one for each column of names that has evidence of its own in its heading.
    private static func split(
        _ columns: [Int: ColumnKind],
        _ header: ColumnHeader,
        _ profiles: [ColumnProfile]
    ) -> [List] {
        var columns = columns
        // "Invitee | Represented by": who came instead stands beside whom she or he stood for.
        for column in columns.filter({ $0.value.isPerson }).keys.sorted().dropFirst()
        where header.evidence[column] == .deputised || header.kinds[column] == .deputy {
            columns[column] = .deputy
        }
        let people = columns.filter { $0.value.isPerson }.keys.sorted()
        var bases = people.map { header.evidence[$0] }
        // Names beside a column of those who came: these were asked.
        if people.count == 2, bases[0] == nil, bases[1] == .attended { bases[0] = .invited }
        // Names beside a column of those who could not come: these came.
        if people.count == 2, bases[0] == nil, bases[1] == .apologies || bases[1] == .invited,
            header.kinds[people[1]] != .invited
        {
            bases[0] = .attended
        }
        guard people.count > 1 else {
            // "Represented by" over the only names is no word of deputies.
            var base = people.first.flatMap { header.evidence[$0] }
            if base == .deputised { base = nil }
            let isAnswered = columns.values.contains { $0.isMark || $0 == .response || $0 == .signature }
            if base == nil, !isAnswered, let text = people.first.flatMap({ header.texts[$0] }),
                text.hasPrefix("attendee") || text.hasPrefix("represent")
            {
                base = .attended
            }
            return [List(columns: columns, base: base)]
        }
        // A column for each way of taking part, with names in it: what stands before them is for all.
        guard
            bases.count(where: { $0 != nil }) > 1
                || Set(people.map { header.texts[$0] ?? "" }).count < people.count
        else {
            // Two columns of names, one list: the second says who came instead, or spoke for the agency.
            var one = columns
            for column in people.dropFirst() {
                one[column] = header.kinds[column] == .deputy ? .deputy : .remarks
            }
            return [List(columns: one, base: bases[0])]
        }
        let shared = columns.filter { $0.key < people[0] }
        return people.enumerated().map { index, start in
            let end = index + 1 < people.count ? people[index + 1] : Int.max
            var own = columns.filter { $0.key >= start && $0.key < end }
            own.merge(shared) { $1 }
            return List(
                columns: own,
                base: bases[index],
                isShared: index == 0,
                end: index + 1 < people.count ? people[index + 1] : nil
            )
        }
    }
}
