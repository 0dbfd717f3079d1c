/// Phrases with a meaning each, found in a text in one pass: the longest phrase at a place wins.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private var entries: [String: [Entry]] = [:]

    private struct Entry: Sendable {
        let words: [String]
        let meaning: Meaning
    }

    struct Match {
        let words: Range<Int>
        let meaning: Meaning
    }

    /// A later addition of the same phrase wins over an earlier one, so that local words win over built-in ones.
    mutating func add(_ phrase: String, _ meaning: Meaning) {
        let words = Tokens(phrase).words.map(\.text)
        guard let first = words.first else { return }
        var bucket = entries[first] ?? []
        bucket.removeAll { $0.words == words }
        let place = bucket.firstIndex { $0.words.count < words.count } ?? bucket.endIndex
        bucket.insert(Entry(words: words, meaning: meaning), at: place)
        entries[first] = bucket
    }

    /// All phrases in the text, from left to right, none overlapping another.
    func matches(in tokens: Tokens) -> [Match] {
        var found: [Match] = []
        var position = 0
        while position < tokens.count {
            if let entry = longestEntry(in: tokens, at: position) {
                found.append(
                    Match(words: position..<(position + entry.words.count), meaning: entry.meaning))
                position += entry.words.count
            } else {
                position += 1
            }
        }
        return found
    }

    /// The meaning of the whole text, if it is a phrase and nothing else.
    func meaning(ofAll tokens: Tokens) -> Meaning? {
        guard let entry = longestEntry(in: tokens, at: 0), entry.words.count == tokens.count else { return nil }
        return entry.meaning
    }

    /// The phrase with which the text begins.
    func prefix(of tokens: Tokens) -> Match? {
        longestEntry(in: tokens, at: 0).map { Match(words: 0..<$0.words.count, meaning: $0.meaning) }
    }

    private func longestEntry(in tokens: Tokens, at position: Int) -> Entry? {
        guard let word = tokens.text(at: position), let bucket = entries[word] else { return nil }
        return bucket.first { entry in
            position + entry.words.count <= tokens.count
                && entry.words.indices.allSatisfy { tokens.words[position + $0].text == entry.words[$0] }
        }
    }
}
