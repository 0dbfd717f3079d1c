/// Reads what stands in a response column, a remark or behind a name, and says how strong the evidence is.
///
/// When words pull both ways the weaker reading wins, since "could not tell" never counts as yes.
struct ResponseReader {
    let vocabulary: Vocabulary
    /// The document's own key of codes, such as `N = invited, did not attend`.
    var key: [String: Evidence] = [:]

    /// The evidence of a response as written; `nil` where the words say nothing about taking part.
    func evidence(of text: String) -> Evidence? {
        let whole = text.trimmed
        if whole.isEmpty { return nil }
        let tokens = Tokens(whole)
        if tokens.count == 1, let code = key[tokens.words[0].text] { return code }
        if let code = codes(in: whole) ?? codeWithRemark(whole, tokens) { return code }
        if whole.contains("☒") || whole.contains("✓") { return boxes(in: whole) }
        if tokens.isEmpty { return nil }
        if let evidence = vocabulary.responses.meaning(ofAll: tokens) { return evidence }
        if namesDeputy(whole) { return .deputised }
        return sentence(tokens)
    }

    /// "A+R": several codes at once.
    private func codes(in text: String) -> Evidence? {
        let parts = text.split { "+/&,".contains($0) }.map { Tokens(String($0)) }
        guard parts.count > 1, parts.allSatisfy({ $0.count == 1 && ($0.words.first?.text.count ?? 9) <= 3 })
        else {
            return nil
        }
        let found = parts.map { key[$0.key] ?? vocabulary.responses.meaning(ofAll: $0) }
        guard found.allSatisfy({ $0 != nil }) else { return nil }
        return Self.settle(Set(found.compactMap { $0 }))
    }

    /// "P (chair)", "A – rec’d 3/11": a code, and a remark on it.
    private func codeWithRemark(_ text: String, _ tokens: Tokens) -> Evidence? {
        guard let first = tokens.words.first, first.text.count <= 2, first.range.upperBound < text.endIndex
        else {
            return nil
        }
        let rest = text[first.range.upperBound...].trimmed
        guard rest.hasPrefix("(") || rest.hasPrefix("–") || rest.hasPrefix("- ") || rest.hasPrefix("*") else {
            return nil
        }
        let said = sentence(Tokens(String(rest)))
        guard
            let code = key[first.text]
                ?? (first.text == text.prefix(first.text.count).lowercased()
                    ? vocabulary.responses.meaning(ofAll: Tokens(first.text)) : nil)
        else { return nil }
        return code < .contributed ? max(code, said ?? code) : code
    }

    /// "DC Stout attended on behalf of DS Benali": for somebody, not for an agency.
    private func namesDeputy(_ text: String) -> Bool {
        for cue in ["on behalf of ", "in place of ", "stood in for ", "standing in for ", "deputised for "] {
            guard let range = text.firstRange(ofWords: cue) else { continue }
            let spans = ProseAttendance.nameSpans(in: String(text[range.upperBound...].prefix(40)))
            if !spans.isEmpty { return true }
        }
        // "No, sent Mrs Annear".
        if let range = text.firstRange(ofWords: "sent ") {
            let rest = String(text[range.upperBound...].prefix(40))
            if let span = ProseAttendance.nameSpans(in: rest).first, PersonName.hasTitle(String(rest[span])) {
                return true
            }
        }
        // "put DC Acomb on instead", "DS Ikin came instead".
        return text.firstRange(ofWords: "instead") != nil && text.firstRange(ofWords: "instead of") == nil
            && !ProseAttendance.nameSpans(in: text).isEmpty
    }

    /// "☒ attending   ☐ apologies": the words behind the ticked boxes.
    private func boxes(in text: String) -> Evidence? {
        var strongest: Evidence?
        var sawWords = false
        for part in text.split(whereSeparator: { "☒☐✓".contains($0) }) {
            guard !part.isBlank, part.startIndex > text.startIndex else { continue }
            sawWords = true
            let mark = text[text.index(before: part.startIndex)]
            guard mark != "☐" else { continue }
            if let found = vocabulary.responses.meaning(ofAll: Tokens(String(part)))
                ?? sentence(Tokens(String(part)))
            {
                strongest = max(strongest ?? .none, found)
            }
        }
        return strongest ?? (sawWords ? nil : .attended)
    }

    /// What the clauses say together.
    private func sentence(_ tokens: Tokens) -> Evidence? {
        var found: Set<Evidence> = []
        for clause in Self.clauses(of: tokens.text) {
            let words = Tokens(clause)
            // A letter or two inside a sentence are somebody's initials, and no code.
            if words.count == 1, clause.bare.count <= 2 { continue }
            found.formUnion(claims(of: words))
        }
        return Self.settle(found)
    }

    /// What several claims about one person come to: whoever did not come was not there, whatever else is said.
    static func settle(_ found: Set<Evidence>) -> Evidence? {
        if found.isEmpty { return nil }
        if found == [.none] { return Evidence.none }
        if found.contains(.deputised) { return .deputised }
        let isAbsent = found.contains(.apologies) || found.contains(.invited)
        if found.contains(.contributed), !found.contains(.attended) || isAbsent { return .contributed }
        if isAbsent { return found.contains(.apologies) ? .apologies : .invited }
        return found.max()
    }

    private static func clauses(of text: String) -> [String] {
        var clauses: [String] = []
        var current = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let isEnd =
                ";\n()–—".contains(character)
                || (",.:".contains(character) || character == "-" && current.last?.isWhitespace == true)
                    && next.isWhitespace
            if isEnd {
                clauses.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        clauses.append(current)
        return clauses.flatMap { $0.components(by: " but ") }.filter { !$0.isBlank }
    }

    private func claims(of tokens: Tokens) -> Set<Evidence> {
        if let evidence = vocabulary.responses.meaning(ofAll: tokens) { return [evidence] }
        let negated = Self.isNegatedReport(tokens)
        var found: Set<Evidence> = []
        for match in vocabulary.responses.matches(in: tokens)
        where match.words.count > 1 || tokens.words[match.words.lowerBound].text.count > 3 {
            switch match.meaning {
            case .contributed where negated: continue
            case .attended where Self.isDenied(tokens, before: match.words.lowerBound): found.insert(.invited)
            case .apologies where Self.isDenied(tokens, before: match.words.lowerBound):
                found.insert(.invited)
            case .deputised where Self.isDenied(tokens, before: match.words.lowerBound): continue
            default: found.insert(match.meaning)
            }
        }
        // "All three: yes", "DN – yes": the answer stands alone in its clause.
        if found.isEmpty, tokens.count <= 4, ["yes", "y"].contains(tokens.words.last?.text ?? "") {
            found.insert(.attended)
        }
        if !negated, Self.tellsOfReceipt(tokens) { found.insert(.contributed) }
        // "Invited by phone": the call was the invitation.
        if found.contains(.contributed), tokens.says(.invitation), !Self.tellsOfReceipt(tokens) {
            found.remove(.contributed)
            found.insert(.invited)
        }
        return found
    }

    /// "Letter of 23 Nov tabled", "report recd 12/11": something arrived.
    private static func tellsOfReceipt(_ tokens: Tokens) -> Bool {
        guard !tokens.says(.notYetReceived), !tokens.says(.failedContact) else { return false }
        return tokens.words.contains { Cues.builtIn.words(of: .contributionWord).contains($0.text) }
            && tokens.words.contains { Cues.builtIn.words(of: .arrivalWord).contains($0.text) }
    }

    /// "no report", "report to follow", "report requested": nothing was received.
    static func isNegatedReport(_ tokens: Tokens) -> Bool {
        tokens.says(.reportMissing)
    }

    private static func isDenied(_ tokens: Tokens, before index: Int) -> Bool {
        let before = (max(0, index - 4)..<index).map { tokens.words[$0].text }
        return before.contains {
            ["not", "unable", "cannot", "didnt", "couldnt", "no", "never", "hasnt", "failed", "wont"]
                .contains($0)
        }
            || before.suffix(2).contains { ["to", "will", "invited", "should"].contains($0) }
    }
}
