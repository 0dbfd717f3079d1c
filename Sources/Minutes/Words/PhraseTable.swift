/// Phrases with a meaning each, found in a text in one pass: the longest phrase at a place wins.
struct PhraseTable<Meaning: Sendable>: Sendable {
    /// The number under which the lexicon knows the table's built-in phrases; `nil` for a table without any.
    private let kind: Int?
    /// What the lexicon's meanings stand for.
    private let meanings: [Meaning]
    private var local = LocalPhrases<Meaning>()

    struct Match {
        let words: Range<Int>
        let meaning: Meaning
    }

    init() {
        kind = nil
        meanings = []
    }

    /// The lexicon's phrases of that kind.
    init(kind: Int, meanings: [Meaning]) {
        self.kind = kind
        self.meanings = meanings
    }

    /// A later addition of the same phrase wins over an earlier one, so that local words win over built-in ones.
    mutating func add(_ phrase: String, _ meaning: Meaning) { local.add(phrase, meaning) }

    /// All phrases in the text, from left to right, none overlapping another.
    func matches(in tokens: Tokens) -> [Match] {
        guard local.isEmpty else { return matchesWithLocal(in: tokens) }
        guard let kind, tokens.holds(kind) else { return [] }
        var found: [Match] = []
        var position = 0
        while let hit = tokens.longestHit(kind, from: position), let match = match(hit, kind) {
            found.append(match)
            position = match.words.upperBound
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
        guard local.isEmpty else {
            return tokens.words.indices.lazy.compactMap { match(in: tokens, at: $0) }.first
        }
        guard let kind, tokens.holds(kind) else { return nil }
        return tokens.longestHit(kind, from: 0).flatMap { match($0, kind) }
    }

    /// The longest phrase that begins at the word.
    func match(in tokens: Tokens, at position: Int) -> Match? {
        guard position < tokens.words.count else { return nil }
        var builtIn: Match?
        if let kind, tokens.holds(kind), let hit = tokens.longestHit(kind, at: position) {
            builtIn = match(hit, kind)
        }
        guard !local.isEmpty, let local = local.match(in: tokens.words, at: position) else { return builtIn }
        // Of the same length is the same phrase.
        return local.words.count >= builtIn?.words.count ?? 0 ? local : builtIn
    }

    private func matchesWithLocal(in tokens: Tokens) -> [Match] {
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

    private func match(_ hit: Lexicon.Hit, _ kind: Int) -> Match? {
        guard let meaning = Lexicon.builtIn.meaning(of: hit, as: kind) else { return nil }
        let start = Int(hit.position)
        return Match(words: start..<start + Int(hit.count), meaning: meanings[meaning])
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
