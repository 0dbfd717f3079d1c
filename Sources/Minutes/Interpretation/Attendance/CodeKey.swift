/// Reads a document's own key of attendance codes.
struct CodeKey {
    let vocabulary: Vocabulary
    private static let colours: Set<String> = [
        "green", "amber", "red", "yellow", "orange", "blue", "grey", "white",
    ]

    /// What each code of the passage stands for, such as `n` for `invited`; empty where it is no key.
    func codes(in passage: Outline.Passage) -> [String: Evidence] {
        let text = passage.label.map { "\($0): \(passage.text)" } ?? passage.text
        guard text.count <= 600 else { return [:] }
        if text.contains("=") { return assigned(text) }
        guard passage.tokens.count <= 80, mayBeKey(text, passage) else { return [:] }
        return listed(text)
    }

    private func mayBeKey(_ text: String, _ passage: Outline.Passage) -> Bool {
        let tokens = Tokens(text)
        if tokens.containsAny(["key", "codes", "legend", "code"]) { return true }
        return tokens.words.contains { Self.colours.contains($0.text) || $0.text.count <= 2 }
            && (vocabulary.responses.firstMatch(in: tokens) as PhraseTable<Evidence>.Match?) != nil
    }

    /// Codes before their meanings, clause by clause: `Green: attended`, `P – present     R – sent report`.
    private func listed(_ text: String) -> [String: Evidence] {
        let reader = ResponseReader(vocabulary: vocabulary)
        for clauses in [
            text.gapPieces, text.split(whereSeparator: { ".;\n|()\t".contains($0) }).map(String.init),
            text.split(whereSeparator: { ".;\n|(),\t".contains($0) }).map(String.init),
        ] {
            var codes: [String: Evidence] = [:]
            for clause in clauses {
                guard let (code, meaning, isPlain) = Self.cut(clause) else { continue }
                let tokens = Tokens(meaning)
                let evidence =
                    vocabulary.responses.meaning(ofAll: tokens)
                    ?? (isPlain ? reader.evidence(of: meaning) : nil)
                if let evidence { codes[code] = evidence }
            }
            if codes.count >= 2 { return codes }
        }
        return [:]
    }

    /// The code and its meaning; the last code-like word before a mark, so that "Key: P – present" is one too.
    private static func cut(_ clause: String) -> (code: String, meaning: String, isPlain: Bool)? {
        let bare = String(clause.bareStars)
        let words = bare.split(whereSeparator: { $0.isWhitespace || ":–—-".contains($0) })
        let isPlain = bare.contains(":") || bare.contains("–") || bare.contains("—") || bare.contains(" - ")
        for (index, word) in words.prefix(3).enumerated() where isCode(word) && index + 1 < words.count {
            return (word.lowercased(), words[(index + 1)...].joined(separator: " "), isPlain)
        }
        return nil
    }

    private static func isCode(_ word: Substring) -> Bool {
        if colours.contains(word.lowercased()) { return true }
        if word.count == 1, word.allSatisfy(\.isNumber) { return true }
        return word.count <= 3 && word.allSatisfy { $0.isLetter || $0 == "/" }
            && word.first?.isUppercase == true
            && word.allSatisfy { !$0.isLowercase || word.count > 2 }
    }

    /// "Key: Y = attended  N = invited, did not attend, no reply  A = apologies".
    private func assigned(_ text: String) -> [String: Evidence] {
        let reader = ResponseReader(vocabulary: vocabulary)
        var codes: [String: Evidence] = [:]
        let pieces = text.split(separator: "=", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated().dropLast() {
            // The code stands before the sign, its meaning after it, up to the next code.
            let before = piece.split(whereSeparator: { $0.isWhitespace || ";,:|(".contains($0) })
            guard let code = before.last,
                code.split(separator: "/").allSatisfy({ (1...8).contains($0.count) })
            else {
                continue
            }
            var meaning = pieces[index + 1].split(whereSeparator: \.isWhitespace)
            if index + 2 < pieces.count, !meaning.isEmpty { meaning.removeLast() }
            let phrase = meaning.joined(separator: " ").prefix { !")|".contains($0) }
            guard let evidence = reader.evidence(of: String(phrase).bare) else { continue }
            for one in code.split(separator: "/") { codes[one.lowercased()] = evidence }
        }
        return codes
    }
}

extension StringProtocol {
    /// Without the stars and white space that open a footnote.
    var bareStars: SubSequence { drop { $0 == "*" || $0.isWhitespace } }
}
