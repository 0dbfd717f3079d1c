/// Headings, however a document marks them: what opens a part of the record, and which agency one names.
extension OutlineBuilder {
    mutating func addHeading(_ text: String, place: String) {
        let title = text.withoutNumbering.withoutLetterMark
        guard !title.isBlank else { return }
        partBeforeList = nil
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
    func partner(ofHeading title: String) -> Partner? {
        // "Strategy discussion minutes" names the document, not who typed it.
        if Tokens(title).says(.strategyTitle) { return nil }
        return classifier.partner(ofLabel: title.bare)
            ?? classifier.partner(ofLabel: String(title.prefix { $0 != "(" }).bare)
    }

    /// "Northmere Police (PC Gail Ormondroyd, Response)": an agency and, in brackets, who speaks for it.
    func agencyWithPeople(_ title: String) -> (agency: String, people: String)? {
        guard let open = title.firstIndex(of: "("), title.last == ")" else { return nil }
        let name = title[..<open].bare
        let people = String(title[title.index(after: open)...].dropLast())
        guard classifier.partner(ofLabel: name) != nil, !ProseAttendance.nameSpans(in: people).isEmpty
        else { return nil }
        return (name, people)
    }

    mutating func addPeople(_ people: String, of name: String, place: String) {
        let outer = (section, agency)
        let said = ResponseReader(vocabulary: vocabulary).evidence(of: people)
        // "(Mrs Lomax, not invited)" names somebody who had no part.
        guard said != Evidence.none else { return }
        section = said == .apologies || said == .invited ? .apologies : .present
        agency = classifier.partner(ofLabel: name)
        append(people, place: place, label: name)
        (section, agency) = outer
    }

    /// "Attendance sheet and minutes of strategy meeting" names the whole document.
    private static func isTitle(_ tokens: Tokens) -> Bool {
        StrategyMention.stands(in: tokens) && tokens.containsAny(["minutes", "record", "notes", "note"])
    }

    /// The part that a heading opens.
    ///
    /// With `isCertain` the document itself shows that it is a heading, so that a known phrase inside it counts.
    func section(named title: String, isCertain: Bool) -> Section? {
        let tokens = Tokens(title.bare)
        if let section = vocabulary.headings.meaning(ofAll: tokens) { return section }
        // "Minutes: Section 47 strategy discussion" is a title.
        if let colon = title.firstIndex(of: ":"), Tokens(String(title[..<colon])).says(.recordTitle),
            StrategyMention.stands(in: Tokens(String(title[title.index(after: colon)...])))
        {
            return nil
        }
        // "DRAFT - NOT FOR CIRCULATION" is no list of those to whom the record goes.
        if tokens.says(.restrictedStamp) || tokens.words.first?.text == "draft" { return nil }
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
        if let section = AttendanceHeading(vocabulary: vocabulary).section(of: title) { return section }
        // "ATTENDANCE SHEET – please print and sign"
        let beforeDash = title.prefixBeforeDash
        if beforeDash.endIndex < title.endIndex,
            let section = vocabulary.headings.meaning(ofAll: Tokens(String(beforeDash).bare)),
            section.evidence != nil
        {
            return section
        }
        // "Analysis, views, decision"
        let parts = title.bare.split { ",/&;".contains($0) }.map { Tokens(String($0)) }
        if parts.count > 1, let first = parts.first.flatMap(vocabulary.headings.meaning(ofAll:)),
            parts.allSatisfy({ vocabulary.headings.meaning(ofAll: $0) != nil })
        {
            return first
        }
        guard isCertain, tokens.count <= 12, !Self.isTitle(tokens) else { return nil }
        let matches = vocabulary.headings.matches(in: tokens).filter { match in
            // "Strategy discussion by telephone" is what the meeting was.
            if StrategyMention.stands(in: tokens),
                Self.ways.contains(tokens.words[match.words.lowerBound].text)
            {
                return false
            }
            return match.words.count >= 2
                || tokens.count <= 4 && !tokens.says(.strategyTitle) && match.meaning != .minuteTaker
                    && match.meaning != .chair
        }
        return matches.max { $0.words.count < $1.words.count }?.meaning
    }

    private static let ways: Set<String> = ["by", "on", "in", "at"]

    static let fillers: Set<String> = [
        "were", "was", "have", "had", "been", "has", "received", "given", "sent", "the", "from", "by", "of",
        "for", "at",
        "to", "also", "and", "noted", "as", "follows", "following", "who", "those", "today",
    ]

    func looksLikeHeading(_ line: Line, _ text: String, isListItem: Bool) -> Bool {
        let title = text.withoutNumbering.withoutLetterMark.trimmed
        guard title.count <= 160, let last = title.last, last != ".", last != ",", last != ";" else {
            return false
        }
        let bare = title.bare
        if vocabulary.headings.meaning(ofAll: Tokens(bare)) != nil { return true }
        if title.count < text.trimmed.count, section(named: title, isCertain: false) != nil,
            !title.contains(":")
        {
            return true
        }
        if title.contains("("), !title.contains(":"),
            vocabulary.headings.meaning(ofAll: Tokens(String(title.prefix { $0 != "(" }).bare)) != nil
        {
            return true
        }
        if !isListItem, !title.contains("\t"), AttendanceHeading(vocabulary: vocabulary).isLine(title) {
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
}
