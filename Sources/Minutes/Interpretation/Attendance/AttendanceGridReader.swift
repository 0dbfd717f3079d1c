/// Reads the people of an attendance table, whatever its columns are.
struct AttendanceGridReader {
    let vocabulary: Vocabulary
    let people: PersonReader
    let classifier: PartnerClassifier
    /// A list under the title of the minutes, with no word on who came, is the list of who met.
    ///
    /// It is asked only where nothing else in the document is a list of attendance.
    var takesBareLists = false

    init(vocabulary: Vocabulary, key: [String: Evidence]) {
        self.vocabulary = vocabulary
        people = PersonReader(vocabulary: vocabulary, key: key)
        classifier = PartnerClassifier(vocabulary: vocabulary)
    }

    func people(in grid: Outline.Grid) -> [Listed] {
        let isElsewhere = Self.isElsewhere(grid.section)
        if !isElsewhere {
            let cards = CardCells(people: people, classifier: classifier).people(in: grid)
            if !cards.isEmpty { return cards }
        }
        guard let (columns, cells) = AttendanceColumns.best(of: GridCells(grid.table), reader: people) else {
            return []
        }
        // "Invitations, attendance and circulation": what the columns ask decides, whatever the heading ends with.
        if isElsewhere,
            ![.distribution, .actions, .nextMeeting, .signOff].contains(grid.section)
                || !columns.lists.contains(where: Self.asksWhoCame) || columns.known < 3
        {
            return []
        }
        return people(in: cells, columns, of: grid)
    }

    private static func isElsewhere(_ section: Section?) -> Bool {
        switch section {
        case .distribution, .family, .actions, .notInvited, .signOff, .nextMeeting: true
        default: false
        }
    }

    private static func asksWhoCame(_ list: AttendanceColumns.List) -> Bool {
        !list.columns(.attended).isEmpty || !list.columns(.signature).isEmpty && list.hasWork
    }

    private func people(in cells: GridCells, _ columns: AttendanceColumns, of grid: Outline.Grid) -> [Listed]
    {
        columns.lists.enumerated().flatMap { index, list -> [Listed] in
            guard let base = base(of: list, columns, grid),
                list.hasResponse || isList(list, cells, columns, grid)
            else {
                return []
            }
            return people(in: cells, columns, list, base: base.evidence, isFirst: index == 0, of: grid)
        }
    }

    /// What being in the list shows; `nil` where nothing says that it is one of those who took part.
    private func base(
        of list: AttendanceColumns.List,
        _ columns: AttendanceColumns,
        _ grid: Outline.Grid
    ) -> (evidence: Evidence?, Void)? {
        if let evidence = list.base {
            return (grid.section?.evidence.map { min($0, evidence) } ?? evidence, ())
        }
        if let evidence = grid.section?.evidence { return (evidence, ()) }
        if list.hasResponse { return (nil, ()) }
        // People with what they do and for whom, before the text begins: in minutes these are who met.
        if takesBareLists, grid.section == nil, list.hasWork, columns.known >= 2, columns.headerRows > 0,
            grid.heading.isEmpty || Tokens(grid.heading).says(.strategyTitle)
        {
            return (.attended, ())
        }
        return Tokens(grid.heading).says(.attendance) ? (.attended, ()) : nil
    }

    /// A list without a word on who came must look like one: people with what they do.
    private func isList(
        _ list: AttendanceColumns.List,
        _ cells: GridCells,
        _ columns: AttendanceColumns,
        _ grid: Outline.Grid
    ) -> Bool {
        list.base != nil || list.hasWork || grid.section?.evidence != nil
    }

    private func people(
        in cells: GridCells,
        _ columns: AttendanceColumns,
        _ list: AttendanceColumns.List,
        base: Evidence?,
        isFirst: Bool,
        of grid: Outline.Grid
    ) -> [Listed] {
        let rowReader = AttendanceRowReader(
            cells: cells,
            list: list,
            marks: MarkReader(cells, rows: columns.headerRows..<cells.rowCount, list: list),
            reader: self,
            base: base
        )
        var reasons = RowReasons(row: rowReader, columns: columns, title: grid.heading)
        var found: [Listed] = []
        // A table under an agency's heading is that agency's.
        var agencyName =
            grid.agency != nil && !list.hasOrganisation
                && classifier.partner(ofLabel: grid.heading) == grid.agency
            ? grid.heading : ""
        var sectionEvidence: Evidence?
        for row in columns.headerRows..<cells.rowCount {
            if isHeaderAgain(row, cells, columns) { continue }
            if let title = cells.title(of: row) {
                if let evidence = evidence(ofBand: title) {
                    sectionEvidence = evidence
                    reasons.section = list.hasResponse ? "" : title
                    agencyName = ""
                    continue
                }
                if classifier.partner(ofLabel: title) != nil {
                    agencyName = title
                    continue
                }
                if cells.width > 1 || !ColumnProfile.isPerson(title, people) { continue }
            }
            found += rowReader.callers(row, place: "\(grid.place), row \(row + 1)")
                .map { $0.resting(on: "named as who made the call") }
            found += rowReader.people(
                row,
                place: "\(grid.place), row \(row + 1)",
                agencyName: agencyName,
                outer: grid.agency,
                override: sectionEvidence
            ).map { $0.resting(on: reasons.reason(row, for: $0.person)) }
        }
        return found
    }

    /// "IN THE ROOM", "COULD NOT BE HERE": what a bar across the table says of the rows below it.
    private func evidence(ofBand title: String) -> Evidence? {
        let tokens = Tokens(title.bare)
        if let section = vocabulary.headings.meaning(ofAll: tokens) { return section.evidence }
        if let evidence = vocabulary.columns.meaning(ofAll: tokens)?.evidence { return evidence }
        if classifier.partner(ofLabel: title) != nil { return nil }
        if let evidence = AttendanceHeading(vocabulary: vocabulary).section(of: title)?.evidence {
            return evidence
        }
        let ways = title.split(separator: "/").map { way in
            vocabulary.columns.meaning(ofAll: Tokens(String(way)))?.evidence
        }
        return ways.count > 1 && Set(ways).count == 1 ? ways[0] : nil
    }

    private func isHeaderAgain(_ row: Int, _ cells: GridCells, _ columns: AttendanceColumns) -> Bool {
        guard !columns.texts.isEmpty else { return false }
        var same = 0
        for column in 0..<cells.width {
            let text = cells.text(row, column)
            if text.isEmpty || cells.isContinued(row, column) { continue }
            let key = Tokens(text).key
            guard columns.texts[column] == key || columns.texts.values.contains(key) else { return false }
            same += 1
        }
        return same >= 2
    }
}
