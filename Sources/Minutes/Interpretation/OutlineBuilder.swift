/// Makes the outline of a document: finds headings however they are marked, resolves layout tables and labels.
struct OutlineBuilder {
    private let vocabulary: Vocabulary
    private let classifier: PartnerClassifier
    private var outline = Outline()
    private var section: Section?
    private var agency: Partner?
    private var heading = ""
    private var zone = Outline.Zone.body

    static func outline(of document: Document, vocabulary: Vocabulary) -> Outline {
        var builder = OutlineBuilder(vocabulary: vocabulary)
        for block in document.blocks { builder.add(block) }
        builder.enter(.header)
        for block in document.headers { builder.add(block) }
        builder.enter(.footer)
        for block in document.footers { builder.add(block) }
        return builder.outline
    }

    private init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        classifier = PartnerClassifier(vocabulary: vocabulary)
    }

    private mutating func enter(_ zone: Outline.Zone) {
        self.zone = zone
        section = nil
        agency = nil
        heading = ""
    }

    private mutating func add(_ block: Block) {
        switch block.content {
        case .heading(_, let line):
            addHeading(line.text.withoutGuidance, place: block.place)
        case .paragraph(let line):
            addLine(line, place: block.place, isListItem: false)
        case .listItem(_, let line):
            addLine(line, place: block.place, isListItem: true)
        case .table(let table):
            add(table, place: block.place)
        }
    }

    // MARK: Headings

    private mutating func addHeading(_ text: String, place: String) {
        let title = text.withoutNumbering
        guard !title.isBlank else { return }
        let partner = partner(ofHeading: title)
        let isAgency = title.contains("(") && partner != nil
        if let found = section(named: title, isCertain: true), !isAgency {
            section = found
            agency = partner
        } else if let partner {
            // An agency's heading stands inside a part, be it attendance or information; it does not end it.
            agency = partner
        } else {
            section = nil
            agency = nil
        }
        heading = title
        append(title, place: place, isHeading: true)
        if let (name, people) = agencyWithPeople(title) { addPeople(people, of: name, place: place) }
    }

    /// The agency that a heading names, a remark in brackets apart.
    private func partner(ofHeading title: String) -> Partner? {
        // "Strategy discussion minutes" names the document, not who typed it.
        if Tokens(title).says(.strategyTitle) { return nil }
        return classifier.partner(ofLabel: title.bare)
            ?? classifier.partner(ofLabel: String(title.prefix { $0 != "(" }).bare)
    }

    /// "Northmere Police (PC Gail Ormondroyd, Response)": an agency and, in brackets, who speaks for it.
    private func agencyWithPeople(_ title: String) -> (agency: String, people: String)? {
        guard let open = title.firstIndex(of: "("), title.last == ")" else { return nil }
        let name = title[..<open].bare
        let people = String(title[title.index(after: open)...].dropLast())
        guard classifier.partner(ofLabel: name) != nil, !ProseAttendance.nameSpans(in: people).isEmpty
        else { return nil }
        return (name, people)
    }

    private mutating func addPeople(_ people: String, of name: String, place: String) {
        let outer = (section, agency)
        let said = ResponseReader(vocabulary: vocabulary).evidence(of: people)
        // "(Mrs Lomax, not invited)" names somebody who had no part.
        guard said != Evidence.none else { return }
        section = said == .apologies || said == .invited ? .apologies : .present
        agency = classifier.partner(ofLabel: name)
        append(people, place: place, label: name)
        (section, agency) = outer
    }

    /// The part that a heading opens.
    ///
    /// With `isCertain` the document itself shows that it is a heading, so that a known phrase inside it counts.
    private func section(named title: String, isCertain: Bool) -> Section? {
        let tokens = Tokens(title.bare)
        if let section = vocabulary.headings.meaning(ofAll: tokens) { return section }
        // "Apologies were received from": the words between say nothing of their own.
        let content = tokens.words.map(\.text).filter { !Self.fillers.contains($0) }
        if content.count < tokens.count,
            let section = vocabulary.headings.meaning(ofAll: Tokens(content.joined(separator: " ")))
        {
            return section
        }
        if tokens.count <= 4, let last = tokens.words.last?.text, last == "views" || last == "wishes" {
            return .views
        }
        let withoutBrackets = Tokens(String(title.prefix { $0 != "(" && $0 != ":" }).bare)
        if let section = vocabulary.headings.meaning(ofAll: withoutBrackets) { return section }
        guard isCertain, tokens.count <= 12 else { return nil }
        let matches = vocabulary.headings.matches(in: tokens).filter { match in
            match.words.count >= 2
                || tokens.count <= 4 && !tokens.says(.strategyTitle) && match.meaning != .minuteTaker
                    && match.meaning != .chair
        }
        return matches.max { $0.words.count < $1.words.count }?.meaning
    }

    private static let fillers: Set<String> = [
        "were", "was", "have", "had", "been", "has", "received", "given", "sent", "the", "from", "by", "of",
        "for", "at",
        "to", "also", "and", "noted", "as", "follows", "following", "who", "those", "today",
    ]

    private func looksLikeHeading(_ line: Line, _ text: String, isListItem: Bool) -> Bool {
        let title = text.withoutNumbering.trimmed
        guard title.count <= 160, let last = title.last, last != ".", last != ",", last != ";" else {
            return false
        }
        let bare = title.bare
        if vocabulary.headings.meaning(ofAll: Tokens(bare)) != nil { return true }
        if title.contains("("), !title.contains(":"),
            vocabulary.headings.meaning(ofAll: Tokens(String(title.prefix { $0 != "(" }).bare)) != nil
        {
            return true
        }
        if line.isBold, agencyWithPeople(title) != nil { return true }
        guard title.count <= 90 else { return false }
        let letters = bare.filter(\.isLetter)
        let isCapitals = letters.count >= 4 && letters.allSatisfy(\.isUppercase) && !title.contains("\t")
        if isListItem, !line.isBold, !isCapitals { return false }
        guard line.isBold || isCapitals, bare.count <= 70 else { return false }
        // "Mr A Name – Role" in bold is a person, "Date: 3 May" in bold is a label with a value.
        if title.contains(":"), last != ":" { return false }
        return !PersonName.isFull(String(bare.prefix { $0 != "," && $0 != "–" && $0 != "(" }).trimmed)
            || isCapitals
                && section(named: title, isCertain: true) != nil
    }

    // MARK: Lines

    private mutating func addLine(_ line: Line, place: String, isListItem: Bool) {
        for piece in line.text.withoutGuidance.split(separator: "\n", omittingEmptySubsequences: true) {
            let text = piece.trimmed
            guard !text.isBlank else { continue }
            if looksLikeHeading(line, text, isListItem: isListItem) {
                addHeading(text, place: place)
            } else {
                addLabelled(text, place: place)
            }
        }
    }

    /// A line that may hold labels with values, or an agency's name before what it said.
    private mutating func addLabelled(_ text: String, place: String) {
        let pairs = LabelReader.pairs(in: text, vocabulary: vocabulary)
        guard !pairs.isEmpty else {
            append(text, place: place)
            return
        }
        for pair in pairs {
            let label = pair.label.withoutNumbering.bare
            if !label.isEmpty, !pair.value.isBlank { record(label: label, value: pair.value, place: place) }
            if label.isEmpty {
                append(pair.value, place: place)
                continue
            }
            let named = section(named: label, isCertain: false)
            let partner = classifier.partner(ofLabel: label)
            if pair.value.isBlank {
                if named != nil || partner != nil { addHeading(label, place: place) }
                continue
            }
            let outer = (section, agency)
            if let named {
                section = named
                // Under an agency's heading "Present: DC Platt" names the agency's people.
                if named.evidence == nil || named == .chair || named == .minuteTaker { agency = nil }
            }
            if let partner { agency = partner }
            append(pair.value, place: place, label: label, opens: named != nil)
            // "Present:" with names behind it goes on in the next lines of a list; other labels are done.
            if named?.evidence == nil || named == .chair || named == .minuteTaker {
                (section, agency) = outer
            }
        }
    }

    private mutating func append(
        _ text: String,
        place: String,
        isHeading: Bool = false,
        label: String? = nil,
        opens: Bool = false
    ) {
        var passage = Outline.Passage(text, place: place, section: section, agency: agency)
        passage.isHeading = isHeading
        passage.label = label
        passage.labelOpensSection = opens
        passage.heading = heading
        passage.zone = zone
        outline.passages.append(passage)
    }

    private mutating func record(label: String, value: String, place: String) {
        outline.facts.append(
            Outline.Fact(
                label: label,
                value: value.trimmed,
                place: place,
                section: section,
                agency: agency,
                heading: heading,
                zone: zone
            )
        )
    }

    // MARK: Tables

    private mutating func add(_ table: Table, place: String) {
        switch TableShape.shape(of: table, vocabulary: vocabulary) {
        case .empty:
            return
        case .bar(let text):
            addHeading(text, place: place)
        case .layout:
            for row in table.rows {
                for cell in row.cells where !cell.isContinuation { for block in cell.blocks { add(block) } }
            }
        case .pairs(let pairs):
            for pair in pairs { add(pair, place: place) }
        case .grid:
            outline.grids.append(
                Outline.Grid(table: table, place: place, section: section, agency: agency, heading: heading)
            )
            recordFacts(of: table, place: place)
            // The words of a grid are text too: for markings, and for what an agency's row says.
            addCells(of: table, place: place)
        }
    }

    /// A row of labels above a row of values: `Date | Time | Where` over `Monday 9th November | 2.00pm | Family Hub`.
    private mutating func recordFacts(of table: Table, place: String) {
        guard let header = table.rows.first, (2...4).contains(table.rows.count) else { return }
        let labels = header.cells.map { $0.plainText.replacingNewlines.bare }
        guard labels.count >= 2, labels.count(where: { LabelReader.isFactLabel($0) }) * 2 >= labels.count
        else { return }
        for (number, row) in table.rows.enumerated().dropFirst() {
            for (label, cell) in zip(labels, row.cells) where !label.isEmpty && !cell.plainText.isBlank {
                record(label: label, value: cell.plainText, place: "\(place), row \(number + 1)")
            }
        }
    }

    private mutating func addCells(of table: Table, place: String) {
        let outer = (section, agency, heading)
        let header = table.rows.first.map { row in row.cells.map { $0.plainText } } ?? []
        let isInformation = header.contains { text in
            let section = section(named: text, isCertain: true)
            return section == .information
        }
        for (number, row) in table.rows.enumerated() {
            let rowPlace = "\(place), row \(number + 1)"
            let first = row.cells.first?.plainText ?? ""
            let partner = classifier.partner(ofLabel: first.bare)
            for (index, cell) in row.cells.enumerated() where !cell.isContinuation && cell.columnSpan > 0 {
                let text = cell.plainText
                guard !text.isBlank else { continue }
                let isAgencyText =
                    index > 0 && partner != nil && text.count > 25
                    && (isInformation || section == nil || section == .information)
                agency = isAgencyText ? partner : nil
                let cellSection = isAgencyText ? (section ?? .information) : section
                var passage = Outline.Passage(text, place: rowPlace, section: cellSection, agency: agency)
                passage.label = "cell"
                passage.heading = heading
                passage.zone = zone
                outline.passages.append(passage)
            }
        }
        (section, agency, heading) = outer
    }

    /// A row of a form: the label opens a part, an agency's contribution, or is a plain fact.
    private mutating func add(_ pair: TableShape.Pair, place: String) {
        let label = pair.label.withoutGuidance.withoutNumbering.bare
        let rowPlace = "\(place), row \(pair.row + 1)"
        if label.isEmpty {
            // A row across the form is a heading or text of its own, and may open a part for the rows below.
            for block in pair.value { add(Block(place: rowPlace, content: block.content)) }
            return
        }
        let outer = (section, agency, heading)
        if let named = section(named: label, isCertain: pair.value.contains(where: \.isTable)) {
            section = named
            // Under an agency's heading "Took part" and "Information" are that agency's.
            if agency == nil { heading = label }
        }
        if let partner = classifier.partner(ofLabel: label) { agency = partner }
        let text = pair.value.plainText.withoutGuidance.trimmed
        if !text.isBlank { record(label: label, value: text, place: rowPlace) }
        for block in pair.value {
            if case .table(let nested) = block.content {
                add(nested, place: rowPlace)
            } else if case .listItem(let level, let line) = block.content {
                add(Block(place: rowPlace, content: .listItem(level: level, line)))
            } else if let line = block.line {
                for piece in line.text.withoutGuidance.split(separator: "\n") where !piece.isBlank {
                    addPairLine(piece.trimmed, label: label, place: rowPlace)
                }
            }
        }
        (section, agency, heading) = outer
    }

    private mutating func addPairLine(_ text: String, label: String, place: String) {
        let pairs = LabelReader.pairs(in: text, vocabulary: vocabulary)
        if pairs.contains(where: { !$0.label.isEmpty }) {
            addLabelled(text, place: place)
        } else {
            append(text, place: place, label: label, opens: section(named: label, isCertain: false) != nil)
        }
    }
}
