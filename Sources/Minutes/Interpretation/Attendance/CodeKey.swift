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
        guard passage.tokens.count <= 60, mayBeKey(passage) else { return [:] }
        return listed(text)
    }

    private func mayBeKey(_ passage: Outline.Passage) -> Bool {
        if passage.label.map({ Tokens($0).containsAny(["key", "codes", "legend"]) }) == true { return true }
        let words = passage.tokens.words
        return words.contains { Self.colours.contains($0.text) || $0.text.count <= 2 }
            && vocabulary.responses.firstMatch(in: passage.tokens) != nil
    }

    /// Codes before their meanings, clause by clause: `Green: attended` and `P present, A apologies`.
    private func listed(_ text: String) -> [String: Evidence] {
        let reader = ResponseReader(vocabulary: vocabulary)
        var codes: [String: Evidence] = [:]
        for separators in [".;\n|()", ".;\n|(),"] {
            codes = [:]
            for clause in text.split(whereSeparator: { separators.contains($0) }) {
                let words = clause.bareStars.split(whereSeparator: {
                    $0.isWhitespace || $0 == ":" || $0 == "–" || $0 == "-"
                })
                guard let first = words.first, isCode(first), words.count > 1 else { continue }
                let meaning = words.dropFirst().joined(separator: " ")
                let isPlain = clause.contains(":") || clause.contains("–") || clause.contains(" - ")
                let tokens = Tokens(meaning)
                let evidence =
                    vocabulary.responses.meaning(ofAll: tokens)
                    ?? (isPlain ? reader.evidence(of: meaning) : nil)
                if let evidence { codes[first.lowercased()] = evidence }
            }
            if codes.count >= 2 { return codes }
        }
        return [:]
    }

    private func isCode(_ word: Substring) -> Bool {
        if Self.colours.contains(word.lowercased()) { return true }
        return word.count <= 3 && word.allSatisfy { $0.isLetter || $0 == "/" }
            && word.first?.isUppercase == true
    }

    /// "Key: Y = attended  N = invited, did not attend, no reply  A = apologies".
    private func assigned(_ text: String) -> [String: Evidence] {
        let reader = ResponseReader(vocabulary: vocabulary)
        var codes: [String: Evidence] = [:]
        let pieces = text.split(separator: "=", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated().dropLast() {
            // The code stands before the sign, its meaning after it, up to the next code.
            let before = piece.split(whereSeparator: { $0.isWhitespace || ";,:|(".contains($0) })
            guard let code = before.last, (1...6).contains(code.count) else { continue }
            var meaning = pieces[index + 1].split(whereSeparator: \.isWhitespace)
            if index + 2 < pieces.count, !meaning.isEmpty { meaning.removeLast() }
            let phrase = meaning.joined(separator: " ").prefix { !")|".contains($0) }
            if let evidence = reader.evidence(of: String(phrase).bare) { codes[code.lowercased()] = evidence }
        }
        return codes
    }
}

extension StringProtocol {
    /// Without the stars and white space that open a footnote.
    var bareStars: SubSequence { drop { $0 == "*" || $0.isWhitespace } }
}
