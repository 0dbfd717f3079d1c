/// The built-in phrases of each cue.
///
/// Councils do not add to them: they are the language's, not the office's.
struct Cues: Sendable {
    static let builtIn = Vocabulary.builtIn.cues

    private var tables: [Cue: PhraseTable<Void>] = [:]
    private var singleWords: [Cue: Set<String>] = [:]

    mutating func add(_ phrase: String, to cue: Cue) {
        tables[cue, default: PhraseTable()].add(phrase, ())
        singleWords[cue, default: []].insert(Tokens(phrase).key)
    }

    func phrases(of cue: Cue) -> PhraseTable<Void> { tables[cue] ?? PhraseTable() }

    /// The cue's phrases as a set, for cues that are lists of single words.
    func words(of cue: Cue) -> Set<String> { singleWords[cue] ?? [] }
}
