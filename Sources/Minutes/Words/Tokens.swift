/// A text cut into comparable words, each of which knows where it stands in the original.
///
/// Words are lower-case without apostrophes, so that `Children’s` and `CHILDRENS` are the same word; hyphens, slashes
/// and all other punctuation separate. `e-mail` is one word, `&` is `and`. The phrases of the built-in vocabulary are
/// found at once, so that every question about them is a look at what was found.
struct Tokens: Sendable {
    let text: String
    let words: [Word]
    private let hits: [Lexicon.Hit]
    private let kinds: PhraseKinds

    struct Word: Sendable {
        let text: String
        let range: Range<String.Index>
        /// Equal words have equal hashes: most words are told apart by it without comparing letters.
        let hash: UInt32
        /// The word's number in the built-in vocabulary, 0 if it is not in it.
        let id: Int32
    }

    init(_ text: String) {
        self.text = text
        let lexicon = Lexicon.builtIn
        words = WordCutter.words(of: text, numberedBy: lexicon.words)
        (hits, kinds) = lexicon.hits(in: words)
    }

    var isEmpty: Bool { words.isEmpty }
    var count: Int { words.count }

    /// The original text from the first of `range`'s words to the last.
    func original(_ range: Range<Int>) -> Substring {
        guard let first = words[range].first, let last = words[range].last else { return "" }
        return text[first.range.lowerBound..<last.range.upperBound]
    }

    func text(at index: Int) -> String? { words.indices.contains(index) ? words[index].text : nil }

    func contains(_ word: String) -> Bool { words.contains { $0.text == word } }

    /// Whether one of the cue's phrases stands here.
    func says(_ cue: Cue) -> Bool { holds(cue.kind) }

    /// Whether the whole text is one of the cue's phrases.
    func isAll(_ cue: Cue) -> Bool {
        guard holds(cue.kind), let hit = longestHit(cue.kind, at: 0) else { return false }
        return Int(hit.count) == words.count
    }

    /// The words of the first of the cue's phrases that stands here.
    func first(_ cue: Cue) -> Range<Int>? {
        guard holds(cue.kind), let hit = longestHit(cue.kind, from: 0) else { return nil }
        return Int(hit.position)..<Int(hit.position + hit.count)
    }

    /// Whether the words of `phrase`, which is written in lower case with single spaces, stand here in a row.
    func contains(phrase: String) -> Bool { firstIndex(ofPhrase: phrase) != nil }

    func containsAny(_ phrases: [String]) -> Bool { phrases.contains(where: contains(phrase:)) }

    func firstIndex(ofPhrase phrase: String) -> Int? {
        words.indices.first { isPhrase(phrase, at: $0) }
    }

    func hasPrefix(phrase: String) -> Bool { !words.isEmpty && isPhrase(phrase, at: 0) }

    /// The words joined by single spaces: equal for texts that differ in case, apostrophes and punctuation only.
    var key: String { words.count == 1 ? words[0].text : words.lazy.map(\.text).joined(separator: " ") }

    // MARK: What the vocabulary found

    func holds(_ kind: Int) -> Bool { kinds.contains(kind) }

    /// The longest phrase of that kind that begins at the word.
    func longestHit(_ kind: Int, at position: Int) -> Lexicon.Hit? {
        guard let hit = longestHit(kind, from: position), Int(hit.position) == position else { return nil }
        return hit
    }

    /// The longest phrase of that kind at the first place from `position` on at which there is one.
    func longestHit(_ kind: Int, from position: Int) -> Lexicon.Hit? {
        let lexicon = Lexicon.builtIn
        var found: Lexicon.Hit?
        var index = firstHit(from: position)
        while index < hits.count {
            let hit = hits[index]
            if let found, found.position < hit.position { break }
            if lexicon.isOf(kind, hit) { found = hit }
            index += 1
        }
        return found
    }

    private func firstHit(from position: Int) -> Int {
        var low = 0
        var high = hits.count
        while low < high {
            let middle = (low + high) / 2
            if Int(hits[middle].position) < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isPhrase(_ phrase: String, at position: Int) -> Bool {
        var rest = phrase.utf8[...]
        for word in words[position...] {
            guard rest.starts(with: word.text.utf8) else { return false }
            rest = rest.dropFirst(word.text.utf8.count)
            guard let next = rest.first else { return true }
            guard next == UInt8(ascii: " ") else { return false }
            rest = rest.dropFirst()
        }
        return false
    }
}
