/// The words of the field, as data: the built-in file and what a council adds to it.
package struct Vocabulary: Sendable {
    var roles = PhraseTable<Partner>()
    var weakRoles = PhraseTable<Partner>()
    var agencies = PhraseTable<Partner>()
    var ranks = PhraseTable<Partner>()
    var headings = PhraseTable<Section>()
    var columns = PhraseTable<ColumnKind>()
    var responses = PhraseTable<Evidence>()

    var cues = Cues()
    /// Headings of the file that name no known meaning; a test keeps it empty.
    private(set) var unknownHeadings: [String] = []

    /// The built-in words alone, read once.
    static let builtIn = Vocabulary(reading: String(decoding: PackageResources.vocabulary_txt, as: UTF8.self))

    /// The built-in vocabulary with a council's own words on top, which win.
    package init(adding local: VocabularyExtension = VocabularyExtension()) {
        self = .builtIn
        for (phrase, partner) in local.roles { roles.add(phrase, partner) }
        for (phrase, partner) in local.agencies { agencies.add(phrase, partner) }
        for (phrase, evidence) in local.codes { responses.add(phrase, evidence) }
        for (phrase, name) in local.headings {
            if let section = Section(rawValue: name) { headings.add(phrase, section) }
        }
    }

    /// Reads the format that the head of `vocabulary.txt` describes.
    init(reading file: String) {
        var add: ((inout Vocabulary, String) -> Void)?
        for line in file.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                add = Self.adder(forHeading: line.dropFirst().dropLast())
                if add == nil { unknownHeadings.append(String(line)) }
            } else if let add {
                add(&self, String(line))
            }
        }
    }

    private static func adder(forHeading heading: Substring) -> ((inout Vocabulary, String) -> Void)? {
        let words = heading.split(separator: " ")
        guard let meaning = words.last.map(String.init) else { return nil }
        switch words.dropLast().joined(separator: " ") {
        case "role":
            return Partner(rawValue: meaning).map { partner in { $0.roles.add($1, partner) } }
        case "weak role":
            return Partner(rawValue: meaning).map { partner in { $0.weakRoles.add($1, partner) } }
        case "agency":
            return Partner(rawValue: meaning).map { partner in { $0.agencies.add($1, partner) } }
        case "rank":
            return Partner(rawValue: meaning).map { partner in { $0.ranks.add($1, partner) } }
        case "heading":
            return Section(rawValue: meaning).map { section in { $0.headings.add($1, section) } }
        case "column":
            return ColumnKind(rawValue: meaning).map { kind in { $0.columns.add($1, kind) } }
        case "response":
            return Evidence(rawValue: meaning).map { evidence in { $0.responses.add($1, evidence) } }
        case "cue":
            return Cue(rawValue: meaning).map { cue in { $0.cues.add($1, to: cue) } }
        default:
            return nil
        }
    }
}
