/// What the words around a verb say.
extension AccountClause {
    func positions(of cue: Cue) -> [Int] {
        words.words.indices.filter { Cues.builtIn.words(of: cue).contains(words.words[$0].text) }
    }

    func isModal(before verb: Int) -> Bool {
        words.words[..<verb].suffix(3).contains { Cues.builtIn.words(of: .modalWord).contains($0.text) }
    }

    func isPassive(_ verb: Int) -> Bool {
        words.words[..<verb].suffix(2).contains {
            ["was", "were", "been", "being", "is", "are"].contains($0.text)
        }
    }

    /// "No police update was received".
    func isDenied(before verb: Int) -> Bool {
        words.words[..<verb].contains { Self.denials.contains($0.text) }
    }

    /// "Nobody was invited or spoken to", but not "She was not in school today, the head told TB".
    func isDeniedInPart(before verb: Int) -> Bool {
        let before = words.text[..<words.words[verb].range.lowerBound]
        let part = before.lastIndex { ",:".contains($0) }.map { before[before.index(after: $0)...] } ?? before
        return Tokens(String(part)).words.contains { Self.denials.contains($0.text) }
    }

    private static let denials: Set<String> = [
        "no", "nothing", "none", "nobody", "noone", "neither", "nor", "without", "never", "not", "awaiting",
        "didnt", "wasnt", "werent", "hasnt", "havent", "hadnt", "couldnt", "cannot", "cant", "wont", "unable",
    ]

    static let written: Set<String> = ["emailed", "texted", "messaged", "wrote", "report"]

    func saysWhat(behind verb: Int) -> Bool {
        words.words[(verb + 1)...].prefix(5).contains { ["that", "what", "how", "about"].contains($0.text) }
    }

    /// "The school reports are good".
    func isNoun(_ verb: Int) -> Bool {
        ["reports", "notes", "updates"].contains(words.words[verb].text)
            && ["are", "were", "from", "of", "show", "for", "have", "had"].contains(
                words.text(at: verb + 1) ?? ""
            )
    }

    func hasThing(near verb: Int) -> Bool {
        words.words[max(0, verb - 6)..<min(words.count, verb + 9)].contains {
            Cues.builtIn.words(of: .contributionWord).contains($0.text)
        }
    }

    func hasThing(before verb: Int) -> Bool {
        words.words[max(0, verb - 12)..<verb].contains {
            Cues.builtIn.words(of: .contributionWord).contains($0.text)
        }
    }

    func tellsBehind(_ position: Int) -> Bool {
        words.words[min(position, words.count)...].contains {
            Cues.builtIn.words(of: .tellingVerb).contains($0.text) || ["who", "and"].contains($0.text)
        } && !tellsOfAbsence(behind: position)
    }

    func tellsOfAbsence(behind position: Int) -> Bool {
        vocabulary.clauses.matches(in: words).contains {
            $0.words.lowerBound >= position && ($0.meaning == .declined || $0.meaning == .declinedBehind)
        }
            || words.words[min(position, words.count)...].contains {
                ["apologies", "apology"].contains($0.text)
            }
    }
}
