/// What the cells of one column look like, for headers whose words nobody knows and tables without one.
struct ColumnProfile {
    var filled = 0
    var persons = 0
    var roles = 0
    var agencies = 0
    /// Ticks, crosses and boxes.
    var marks = 0
    /// Words or codes about taking part.
    var responses = 0
    /// Of a column about reports: answers that somebody came, that a deputy did, and longer texts.
    var attended = 0
    var deputies = 0
    var told = 0
    var numbers = 0
    /// Letters that are codes of attendance in most offices, and may be anything in a column of something else.
    var codes = 0

    /// No cell was looked at, since the words of the header tell enough.
    init() {}

    /// Looks at the cells below the header for what its words, `kind`, leave open.
    init(
        of column: Int,
        in cells: GridCells,
        rows: some Sequence<Int>,
        headed kind: ColumnKind?,
        reader: PersonReader
    ) {
        let isOpen = kind == nil
        for row in rows where !cells.isContinued(row, column) && cells.title(of: row) == nil {
            let text = cells.text(row, column)
            guard !text.isEmpty else { continue }
            filled += 1
            if Self.isMark(text) {
                marks += 1
                continue
            }
            if reader.responses.key[text.trimmed.lowercased()] != nil {
                responses += 1
                continue
            }
            if text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 || $0 == 58 || $0 == 47 || $0 == 32 }
            ) {
                numbers += 1
                continue
            }
            if Self.isPerson(text, reader) { persons += 1 }
            let tokens = Tokens(text)
            if kind == .report { count(report: text, tokens, reader) }
            guard isOpen || kind == .organisation else { continue }
            let isRole = reader.pieces.isRole(tokens)
            if isRole { roles += 1 }
            guard isOpen else { continue }
            if reader.vocabulary.agencies.firstMatch(in: tokens) as PhraseTable<Partner>.Match? != nil,
                !isRole
            {
                agencies += 1
            }
            if Self.isResponse(text, tokens, reader) {
                responses += 1
            } else if tokens.count == 1, reader.vocabulary.responses.meaning(ofAll: tokens) != nil {
                codes += 1
            }
        }
    }

    /// What a column about reports holds when it tells of more than reports.
    private mutating func count(report text: String, _ tokens: Tokens, _ reader: PersonReader) {
        if tokens.count > 8 { told += 1 }
        switch reader.responses.evidence(of: text) {
        case .attended?:
            attended += 1
            responses += 1
        case .deputised?:
            deputies += 1
            responses += 1
        case .contributed?, nil:
            if tokens.count <= 4, tokens.says(.wayOfTakingPart) || tokens.says(.meansOfContact) {
                responses += 1
            }
        case .apologies?, .invited?: responses += 1
        default: break
        }
    }

    /// Answers and codes, and nothing else.
    var isAnswers: Bool { isMostly(responses) || codes >= 2 && codes + responses == filled }

    func isMostly(_ count: Int) -> Bool { count >= 1 && count * 10 >= filled * 6 }

    static func isMark(_ text: String) -> Bool {
        let mark = text.trimmed
        return mark.allSatisfy { $0.isMark || $0.isWhitespace } || ["x", "X", "×"].contains(mark)
    }

    static func isPerson(_ text: String, _ reader: PersonReader) -> Bool {
        let line = text.split(separator: "\n").first.map(String.init) ?? text
        // Most cells are told without a closer look.
        guard line.utf8.count >= 4, line.utf8.count <= 200,
            line.utf8.contains(0x20) || line.utf8.contains(0xC2),
            line.first(where: { $0.isLetter || $0.isNumber })?.isLowercase != true
        else { return false }
        guard let person = reader.person(in: line, allowsRoleOnly: false, isNamePlace: true) else {
            return false
        }
        return PersonName.core(person.name).count > 1 || PersonName.hasTitle(person.name)
    }

    private static func isResponse(_ text: String, _ tokens: Tokens, _ reader: PersonReader) -> Bool {
        guard text.count <= 80, tokens.count <= 10 else { return false }
        if tokens.count == 1, reader.responses.key[tokens.words[0].text] != nil { return true }
        // A word of three letters is as often something else: "HV", "SN".
        guard
            tokens.count > 1 || (tokens.words.first?.text.count ?? 0) > 3
                || ["yes", "no"].contains(tokens.key)
        else {
            return false
        }
        return reader.responses.evidence(of: text) != nil
    }
}
