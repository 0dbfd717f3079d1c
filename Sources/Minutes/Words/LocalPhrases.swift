/// Phrases that a council adds to a table, few and looked for one by one.
struct LocalPhrases<Meaning: Sendable>: Sendable {
    private var entries: [UInt32: [Entry]] = [:]

    private struct Entry: Sendable {
        let words: [Tokens.Word]
        let meaning: Meaning
    }

    var isEmpty: Bool { entries.isEmpty }

    /// A later addition of the same phrase wins over an earlier one.
    mutating func add(_ phrase: String, _ meaning: Meaning) {
        let words = WordCutter.words(of: phrase)
        guard let first = words.first else { return }
        var bucket = entries[first.hash] ?? []
        bucket.removeAll { $0.words.map(\.text) == words.map(\.text) }
        let place = bucket.firstIndex { $0.words.count < words.count } ?? bucket.endIndex
        bucket.insert(Entry(words: words, meaning: meaning), at: place)
        entries[first.hash] = bucket
    }

    /// The longest phrase that begins at the word.
    func match(in words: [Tokens.Word], at position: Int) -> PhraseTable<Meaning>.Match? {
        guard let bucket = entries[words[position].hash] else { return nil }
        for entry in bucket where Self.stands(entry.words, in: words, at: position) {
            return PhraseTable.Match(
                words: position..<(position + entry.words.count),
                meaning: entry.meaning
            )
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
