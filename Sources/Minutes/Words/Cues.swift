/// The built-in phrases of each cue.
///
/// Councils do not add to them: they are the language's, not the office's.
struct Cues: Sendable {
    static let builtIn = Cues(tables: Cue.allCases.map { PhraseTable(kind: $0.kind, meanings: [()]) })

    private let tables: [PhraseTable<Void>]

    func phrases(of cue: Cue) -> PhraseTable<Void> { tables[cue.kind - Cue.firstKind] }

    /// The cue's phrases as a set, for cues that are lists of single words.
    func words(of cue: Cue) -> Set<String> { VocabularyFile.builtIn.cueWords[cue.kind - Cue.firstKind] }
}
