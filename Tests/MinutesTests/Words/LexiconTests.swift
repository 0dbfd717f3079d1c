import TestSupport
import Testing

@testable import Minutes

/// The one tree of all phrases must find what a search phrase by phrase finds.
struct LexiconTests {
    private let lines = String(decoding: PackageResources.vocabulary_txt, as: UTF8.self).split(
        separator: "\n"
    )

    @Test func `every cue has its number, and no two share one`() {
        for (number, cue) in Cue.allCases.enumerated() { #expect(cue.kind == Cue.firstKind + number) }
        #expect(Cue.firstKind + Cue.allCases.count <= PhraseKinds.limit)
    }

    @Test(arguments: 1...8) func `tables find what a search phrase by phrase finds`(seed: UInt64) throws {
        let tables: [(String, PhraseTable<Partner>)] = [
            ("role", Vocabulary.builtIn.roles), ("weak role", Vocabulary.builtIn.weakRoles),
            ("agency", Vocabulary.builtIn.agencies), ("rank", Vocabulary.builtIn.ranks),
        ]
        let texts = texts(seed: seed)
        for (heading, table) in tables {
            var plain = PhraseTable<Partner>()
            forEachPhrase(under: heading) { meaning, phrase in
                if let partner = Partner(rawValue: meaning) { plain.add(phrase, partner) }
            }
            for tokens in texts {
                #expect(found(table.matches(in: tokens)) == found(plain.matches(in: tokens)))
                #expect(found([table.prefix(of: tokens)]) == found([plain.prefix(of: tokens)]))
                #expect(found([table.firstMatch(in: tokens)]) == found([plain.firstMatch(in: tokens)]))
                #expect(table.meaning(ofAll: tokens) == plain.meaning(ofAll: tokens))
            }
        }
    }

    @Test(arguments: 1...8) func `cues are said where a search phrase by phrase finds them`(seed: UInt64)
        throws
    {
        let texts = texts(seed: seed)
        for cue in Cue.allCases {
            var plain = PhraseTable<Void>()
            forEachPhrase(under: "cue") { name, phrase in if name == cue.rawValue { plain.add(phrase, ()) } }
            for tokens in texts {
                #expect(tokens.first(cue) == plain.firstMatch(in: tokens), "\(cue)")
                #expect(tokens.says(cue) == (tokens.first(cue) != nil), "\(cue)")
                let isAll = plain.longestMatch(in: tokens, at: 0) == tokens.count && !tokens.isEmpty
                #expect(tokens.isAll(cue) == isAll, "\(cue)")
            }
        }
    }

    @Test func `a council's longer phrase and a built-in one stand side by side`() {
        let vocabulary = Vocabulary(
            adding: VocabularyExtension(roles: ["School nurse of the north": .police])
        )
        let matches = vocabulary.roles.matches(
            in: Tokens("School nurse of the north; school nurse of the south")
        )
        #expect(matches.map(\.meaning) == [.police, .health])
    }

    /// Words of the vocabulary's own phrases, whole or in part, with others between them.
    private func texts(seed: UInt64) -> [Tokens] {
        var numbers = SeededNumbers(seed: seed)
        return (0..<40).map { _ in
            let pieces = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
                let words = lines[Int.random(in: 0..<lines.count, using: &numbers)].split(separator: " ")
                let rest = words.prefix(Int.random(in: 1...max(1, words.count), using: &numbers))
                return rest.joined(separator: " ")
                    + ["", ", ", " the ", " and "][Int.random(in: 0..<4, using: &numbers)]
            }
            return Tokens(pieces.joined(separator: " "))
        }
    }

    private func forEachPhrase(under kind: String, _ body: (_ meaning: String, _ phrase: String) -> Void) {
        var meaning: String?
        for line in lines where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                let words = line.dropFirst().dropLast().split(separator: " ")
                let isWanted = words.dropLast().joined(separator: " ") == kind
                meaning = isWanted ? words.last.map(String.init) : nil
            } else if let meaning {
                body(meaning, String(line))
            }
        }
    }

    private func found(_ matches: [PhraseTable<Partner>.Match?]) -> [String] {
        matches.map { match in match.map { "\($0.words) \($0.meaning)" } ?? "-" }
    }
}
