/// Understands headings and labels over people in words that no list foresees: "Who was in the discussion",
/// "Tried, not reached", "Also invited (nothing heard)".
///
/// A heading counts only when each of its words is about taking part, so that "What was said at the meeting" does not.
struct AttendanceHeading {
    let vocabulary: Vocabulary

    func section(of title: String) -> Section? {
        guard title.count <= 90, !title.contains(". "), !title.contains(";") else { return nil }
        let tokens = Tokens(Self.withoutLetter(title))
        guard (1...13).contains(tokens.count), !tokens.isAll(.representativeLabel),
            !tokens.isAll(.answerLabel)
        else { return nil }
        let told = vocabulary.responses.matches(in: tokens).filter { !isCode($0.words, in: tokens) }
        // "Who sent apologies": beside what is told "who" and "people" say nothing.
        let signs = ranges(of: .presentHeading, in: tokens).filter { sign in
            told.isEmpty || sign.count > 1
                || !["who", "people", "persons"].contains(tokens.words[sign.lowerBound].text)
        }
        guard !told.isEmpty || !signs.isEmpty else { return nil }
        let known = Set((told.map(\.words) + signs + ranges(of: .headingFiller, in: tokens)).flatMap { $0 })
        guard tokens.words.indices.allSatisfy({ known.contains($0) || Self.isPlain(tokens.words[$0].text) })
        else { return nil }
        if let sign = signs.first {
            // "Introductions and apologies": the lines say who was what.
            return tokens.isDenied(before: sign.lowerBound) ? .noResponse : .present
        }
        return section(told: told, tokens)
    }

    /// The line is such a heading although nothing but its words shows it.
    func isLine(_ title: String) -> Bool {
        guard title.first?.isUppercase == true, title.contains(" "), title.count <= 60 else { return false }
        return section(of: title) != nil
    }

    private func section(told: [PhraseTable<Evidence>.Match], _ tokens: Tokens) -> Section? {
        let isDenied = tokens.says(.negation)
        switch ResponseReader(vocabulary: vocabulary).evidence(of: tokens.text) {
        case .attended?, .deputised?: return .present
        case .contributed?: return .consulted
        case .apologies?:
            return told.contains { $0.meaning == .attended } && !isDenied ? .present : .apologies
        case .invited?:
            let isOnlyAsked = told.allSatisfy { match in
                tokens.words[match.words].contains { $0.text.hasPrefix("invit") } && match.words.count <= 2
            }
            return isOnlyAsked && !isDenied ? .invited : .noResponse
        case Evidence.none?: return .notInvited
        case nil: return nil
        }
    }

    /// A code of a letter or two is no word of a heading.
    private func isCode(_ words: Range<Int>, in tokens: Tokens) -> Bool {
        words.count == 1 && tokens.words[words.lowerBound].text.count <= 3
    }

    private func ranges(of cue: Cue, in tokens: Tokens) -> [Range<Int>] {
        Cues.builtIn.phrases(of: cue).matches(in: tokens).map(\.words)
    }

    private static func isPlain(_ word: String) -> Bool {
        word.allSatisfy(\.isNumber) || word.count == 1 || CalendarWords.months[word] != nil
    }

    /// The title without its letter, as in "A) Invitations sent".
    private static func withoutLetter(_ title: String) -> String {
        let text = title.trimmed
        guard text.count > 3, text.first?.isLetter == true, let mark = text.dropFirst().first,
            ".)".contains(mark)
        else { return text }
        return text.dropFirst(2).trimmed
    }
}

extension Tokens {
    /// A word that denies stands closely before the place.
    func isDenied(before index: Int) -> Bool {
        let denials = Cues.builtIn.words(of: .negation)
        return words[..<index].suffix(3).contains { denials.contains($0.text) }
    }
}
