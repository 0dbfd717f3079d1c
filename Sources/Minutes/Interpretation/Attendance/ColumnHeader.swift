/// The header of a table of people: its rows and the words over each column.
struct ColumnHeader {
    /// 0 where the table has no header.
    private(set) var rows = 0
    private(set) var kinds: [Int: ColumnKind] = [:]
    /// What a heading such as "Here" or "Not here – apologies" says of those under it.
    private(set) var evidence: [Int: Evidence] = [:]
    private(set) var texts: [Int: String] = [:]

    private let reader: PersonReader

    init(_ cells: GridCells, reader: PersonReader) {
        self.reader = reader
        for start in 0..<min(3, cells.rowCount) {
            if cells.title(of: start) != nil { continue }
            guard isHeader(start, of: cells) else { continue }
            take(start, of: cells)
            rows = start + 1
            if rows < cells.rowCount, isSecond(rows, of: cells) {
                take(rows, of: cells)
                rows += 1
            }
            return
        }
        // A heading over the only cells, such as a title row, is no header of columns.
        rows = (0..<cells.rowCount).first { cells.title(of: $0) == nil } ?? 0
    }

    /// How many columns are known by the words over them.
    var known: Int { kinds.count }
    var namesPerson: Bool { kinds.values.contains { $0.isPerson } }

    /// Columns that only other tables have: of children, families, actions and costs.
    var isForeign: Bool { texts.values.contains { Tokens($0).says(.otherTableColumn) } }

    private func isHeader(_ row: Int, of cells: GridCells) -> Bool {
        let texts = (0..<cells.width).map { cells.text(row, $0) }
        let filled = texts.filter { !$0.isEmpty }
        guard filled.count >= 2, filled.allSatisfy({ $0.count <= 70 }), cells.rowCount > row + 1 else {
            return false
        }
        guard !filled.contains(where: isValue) || isYesOrNo(filled) else { return false }
        let columns = texts.indices.filter { kind(of: texts[$0]) != nil || said(texts[$0]) != nil }
        let known = Set(columns.map { texts[$0] })
        // "Date and time | Thursday 22nd October" opens a form: its words are no list's.
        guard columns.contains(where: { tells(texts[$0]) }) else { return false }
        if known.count >= 2 { return true }
        return known.count == 1
            && (filled.count >= 3 || columns.contains { kind(of: texts[$0])?.isPerson == true })
            && !filled.contains { ColumnProfile.isPerson($0, reader) }
            && filled.allSatisfy { Tokens($0).count <= 5 }
    }

    /// "Name | Role | Yes | No": a box for each answer.
    private func isYesOrNo(_ filled: [String]) -> Bool {
        let keys = filled.map { Tokens($0).key }
        guard keys.contains("yes"), keys.contains("no") else { return false }
        return filled.count { kind(of: $0) != nil } >= 4
            && !filled.contains { ColumnProfile.isPerson($0, reader) }
    }

    private func tells(_ text: String) -> Bool {
        switch kind(of: text) {
        case .ignored, .remarks: said(text) != nil
        case nil: said(text) != nil
        default: true
        }
    }

    private func isSecond(_ row: Int, of cells: GridCells) -> Bool {
        if cells.title(of: row) != nil { return false }
        var known = 0
        for column in 0..<cells.width where !cells.isContinued(row, column) {
            let text = cells.text(row, column)
            if text.isEmpty { continue }
            guard !isValue(text),
                kind(of: text) != nil || said(text) != nil || Tokens(text).key == texts[column]
            else {
                return false
            }
            known += 1
        }
        return known >= 2 && cells.rowCount > row + 1
    }

    private mutating func take(_ row: Int, of cells: GridCells) {
        for column in 0..<cells.width where !(rows > 0 && cells.isContinued(row, column)) {
            let text = cells.text(row, column)
            if text.isEmpty { continue }
            texts[column] = Tokens(text).key
            // A heading over several columns names the first of them; the cells tell of the others.
            if let cell = cells.cell(row, column), cell.column < column, cell.columnSpan > 1 { continue }
            kinds[column] = kind(of: text)
            evidence[column] = said(text) ?? kinds[column]?.evidence
        }
    }

    /// Names, marks and answers are values; a row of them is no header.
    private func isValue(_ text: String) -> Bool {
        if text.count <= 3, ColumnProfile.isMark(text) { return true }
        let words = Tokens(text).words
        // "No." over a column of numbers is no answer.
        if text.trimmed == "No." { return false }
        if ["yes", "no"].contains(words.first?.text ?? ""), words.count != 2 { return true }
        if reader.vocabulary.columns.meaning(ofAll: Tokens(text.bare)) != nil || said(text) != nil {
            return false
        }
        return ColumnProfile.isPerson(text, reader)
    }

    /// What the words of a heading say the column holds.
    func kind(of text: String) -> ColumnKind? {
        let whole = text.replacingNewlines.withoutGuidance.filter { !$0.isMark }.bare
        guard !whole.isEmpty, whole.count <= 70 else { return nil }
        let vocabulary = reader.vocabulary
        let tokens = Tokens(whole)
        if tokens.key == "yes" { return .attended }
        // "No." numbers the rows.
        if tokens.key == "no", text.trimmed != "No." { return .noResponse }
        if let kind = vocabulary.columns.meaning(ofAll: tokens) { return kind }
        let outside = Tokens(String(whole.prefix { $0 != "(" }).bare)
        if let kind = vocabulary.columns.meaning(ofAll: outside) { return kind }
        if isCodes(whole, tokens) || isChoice(whole) { return .response }
        guard tokens.count <= 5 || whole.contains("/") && tokens.count <= 8 else { return markKind(of: text) }
        let matches = vocabulary.columns.matches(in: tokens)
        // "Agency that was consulted", "Person spoken to": the first word says what stands below.
        if let first = matches.first, first.words.lowerBound == 0, matches.count == 2,
            first.meaning == .organisation || first.meaning.isPerson, matches[1].meaning.isMark
        {
            return first.meaning
        }
        let meanings = Set(matches.map(\.meaning))
        if meanings.contains(.name), meanings.contains(.role) || meanings.contains(.roleAndOrganisation) {
            return .nameAndRole
        }
        if meanings.contains(.role), meanings.contains(.organisation) { return .roleAndOrganisation }
        // "Surname, first name"
        if meanings.contains(.surname), meanings.contains(.forename) { return .name }
        if meanings.contains(.attended), meanings.contains(.apologies) { return .response }
        if let said = said(text), matches.allSatisfy({ $0.meaning.isMark || $0.meaning == .ignored }) {
            return Self.kind(of: said)
        }
        // "What contact we had" has a word of a column nobody needs; the cells tell what it is.
        guard let longest = matches.max(by: { $0.words.count < $1.words.count })?.meaning,
            longest != .ignored
        else { return markKind(of: text) }
        return longest
    }

    /// "P/R/S/A/X": the codes that may stand below.
    private func isCodes(_ text: String, _ tokens: Tokens) -> Bool {
        tokens.count >= 2 && tokens.words.allSatisfy { $0.text.count <= 2 }
            && tokens.words.allSatisfy { reader.responses.key[$0.text] != nil || $0.text.count == 1 }
            && text.contains("/")
    }

    /// "Y/N/Apols/Sub", "Present / absent": the answers that may stand below.
    private func isChoice(_ text: String) -> Bool {
        let parts = text.split(separator: "/").map(\.bare)
        guard parts.count >= 2 else { return false }
        let meanings = parts.map { reader.vocabulary.responses.meaning(ofAll: Tokens($0)) }
        return meanings.allSatisfy { $0 != nil } && Set(meanings).count >= 2
    }

    private func markKind(of text: String) -> ColumnKind? { said(text).map(Self.kind) }

    private static func kind(of evidence: Evidence) -> ColumnKind {
        switch evidence {
        case .attended: .attended
        case .deputised: .deputy
        case .contributed: .report
        case .apologies: .apologies
        case .invited: .noResponse
        case .none: .ignored
        }
    }

    /// What a heading says of those who stand under it.
    private func said(_ text: String) -> Evidence? {
        let bare = text.replacingNewlines.withoutGuidance.filter { !$0.isMark }.bare
        guard bare.count <= 50, Tokens(bare).count <= 6, bare.count > 2 else { return nil }
        if let section = reader.vocabulary.headings.meaning(ofAll: Tokens(bare)),
            let evidence = section.evidence,
            section != .chair, section != .minuteTaker
        {
            return evidence
        }
        return reader.responses.evidence(of: bare)
    }
}
