/// Recognises the words that announce a case reference, under whatever name a council's system gives it.
enum ReferenceWords {
    /// The words from `position` on that together name a reference: "Mosaic ID", "client number", "AIS no.", "our ref".
    ///
    /// A system's name is enough by itself; a word such as "number" needs one that says of what.
    static func run(in tokens: Tokens, at position: Int) -> Range<Int>? {
        if Cues.builtIn.phrases(of: .otherIdentifier).longestMatch(in: tokens, at: position) > 0 {
            return nil
        }
        var end = position
        var names = false
        var nouns = 0
        while let word = tokens.text(at: end) {
            if systems.contains(word) || word == "ref" || word == "refs" || word == "reference"
                || word == "id"
            {
                names = true
                nouns = 0
            } else if nounWords.contains(word) {
                nouns += 1
            } else if qualifiers.contains(word) || isAcronym(tokens, end) && isNoun(tokens, end + 1) {
                // "Case" by itself is no reference, "case number" is.
                guard qualifierLeads(tokens, end) else { break }
            } else {
                break
            }
            end += 1
        }
        guard end > position else { return nil }
        let hasNoun = nouns > 0 && end - position > nouns
        guard names || hasNoun || tokens.count == 1 && tokens.words[position].text == "case" else {
            return nil
        }
        return position..<end
    }

    /// After the last qualifier a noun, system or further qualifier must follow.
    private static func qualifierLeads(_ tokens: Tokens, _ position: Int) -> Bool {
        var next = position + 1
        while let word = tokens.text(at: next), qualifiers.contains(word) { next += 1 }
        guard let word = tokens.text(at: next) else { return tokens.count == 1 }
        return systems.contains(word) || isNoun(tokens, next)
            || isAcronym(tokens, next)
                && isNoun(tokens, next + 1)
    }

    private static func isNoun(_ tokens: Tokens, _ position: Int) -> Bool {
        guard let word = tokens.text(at: position) else { return false }
        return nounWords.contains(word) || ["ref", "refs", "reference", "id"].contains(word)
    }

    /// "AIS" in "AIS number": a system that nobody told us of.
    private static func isAcronym(_ tokens: Tokens, _ position: Int) -> Bool {
        guard tokens.words.indices.contains(position) else { return false }
        let word = tokens.text[tokens.words[position].range]
        return (1...6).contains(word.count) && word.allSatisfy { $0.isUppercase }
    }

    static let systems = Cues.builtIn.words(of: .caseSystem)
    private static let nounWords = Cues.builtIn.words(of: .referenceNoun)
    private static let qualifiers = Cues.builtIn.words(of: .referenceQualifier)
}
