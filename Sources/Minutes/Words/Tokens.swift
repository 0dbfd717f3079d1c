/// A text cut into comparable words, each of which knows where it stands in the original.
///
/// Words are lower-case without apostrophes, so that `Children’s` and `CHILDRENS` are the same word; hyphens, slashes
/// and all other punctuation separate. `e-mail` is one word, `&` is `and`.
struct Tokens: Sendable {
    let text: String
    let words: [Word]

    struct Word: Sendable {
        let text: String
        let range: Range<String.Index>
        /// Equal words have equal hashes: most words are told apart by it without comparing letters.
        let hash: UInt32

        init(text: String, range: Range<String.Index>) {
            self.text = text
            self.range = range
            hash = Self.hash(of: text)
        }

        static func hash(of text: some StringProtocol) -> UInt32 {
            text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
        }
    }

    init(_ text: String) {
        self.text = text
        var cutter = WordCutter(text)
        words = cutter.cut()
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
    func says(_ cue: Cue) -> Bool { Cues.builtIn.phrases(of: cue).firstMatch(in: self) != nil }

    /// Whether the whole text is one of the cue's phrases.
    func isAll(_ cue: Cue) -> Bool {
        Cues.builtIn.phrases(of: cue).longestMatch(in: self, at: 0) == words.count && !words.isEmpty
    }

    /// The words of the first of the cue's phrases that stands here.
    func first(_ cue: Cue) -> Range<Int>? { Cues.builtIn.phrases(of: cue).firstMatch(in: self) }

    /// Whether the words of `phrase`, which is written in lower case with single spaces, stand here in a row.
    func contains(phrase: String) -> Bool { firstIndex(ofPhrase: phrase) != nil }

    func containsAny(_ phrases: [String]) -> Bool { phrases.contains(where: contains(phrase:)) }

    func firstIndex(ofPhrase phrase: String) -> Int? {
        words.indices.first { isPhrase(phrase, at: $0) }
    }

    func hasPrefix(phrase: String) -> Bool { !words.isEmpty && isPhrase(phrase, at: 0) }

    /// The words joined by single spaces: equal for texts that differ in case, apostrophes and punctuation only.
    var key: String { words.count == 1 ? words[0].text : words.lazy.map(\.text).joined(separator: " ") }

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
