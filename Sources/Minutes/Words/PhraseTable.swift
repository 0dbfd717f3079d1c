/// Phrases with a meaning each, found in a text in one pass: the longest phrase at a place wins.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private var entries: [UInt32: [Entry]] = [:]
    private var filter = WordFilter()

    private struct Entry: Sendable {
        let words: [Tokens.Word]
        let meaning: Meaning
    }

    struct Match {
        let words: Range<Int>
        let meaning: Meaning
    }

    /// A later addition of the same phrase wins over an earlier one, so that local words win over built-in ones.
    mutating func add(_ phrase: String, _ meaning: Meaning) {
        let words = Tokens(phrase).words
        guard let first = words.first else { return }
        filter.insert(first.hash)
        var bucket = entries[first.hash] ?? []
        bucket.removeAll { $0.words.map(\.text) == words.map(\.text) }
        let place = bucket.firstIndex { $0.words.count < words.count } ?? bucket.endIndex
        bucket.insert(Entry(words: words, meaning: meaning), at: place)
        entries[first.hash] = bucket
    }

    /// All phrases in the text, from left to right, none overlapping another.
    func matches(in tokens: Tokens) -> [Match] {
        var found: [Match] = []
        var position = 0
        while position < tokens.count {
            if let match = match(in: tokens, at: position) {
                found.append(match)
                position = match.words.upperBound
            } else {
                position += 1
            }
        }
        return found
    }

    /// The meaning of the whole text, if it is a phrase and nothing else.
    func meaning(ofAll tokens: Tokens) -> Meaning? {
        guard let match = match(in: tokens, at: 0), match.words.count == tokens.count else { return nil }
        return match.meaning
    }

    /// The phrase with which the text begins.
    func prefix(of tokens: Tokens) -> Match? { match(in: tokens, at: 0) }

    /// The first phrase in the text.
    func firstMatch(in tokens: Tokens) -> Match? {
        tokens.words.indices.lazy.compactMap { match(in: tokens, at: $0) }.first
    }

    /// The longest phrase that begins at the word.
    func match(in tokens: Tokens, at position: Int) -> Match? {
        guard position < tokens.words.count else { return nil }
        let hash = tokens.words[position].hash
        guard filter.mayContain(hash), let bucket = entries[hash] else { return nil }
        for entry in bucket where Self.stands(entry.words, in: tokens.words, at: position) {
            return Match(words: position..<(position + entry.words.count), meaning: entry.meaning)
        }
        return nil
    }

    private static func stands(_ phrase: [Tokens.Word], in words: [Tokens.Word], at position: Int) -> Bool {
        guard position + phrase.count <= words.count else { return false }
        return phrase.indices.allSatisfy { index in
            words[position + index].hash == phrase[index].hash
                && words[position + index].text == phrase[index].text
        }
    }
}

extension PhraseTable where Meaning == Void {
    /// The words of the first phrase in the text.
    func firstMatch(in tokens: Tokens) -> Range<Int>? { (firstMatch(in: tokens) as Match?)?.words }

    /// How many words the longest phrase at the place has; 0 for none.
    func longestMatch(in tokens: Tokens, at position: Int) -> Int {
        match(in: tokens, at: position)?.words.count ?? 0
    }
}
