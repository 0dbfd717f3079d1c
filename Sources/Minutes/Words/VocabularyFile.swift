/// The vocabulary's file, read: its phrases in one lexicon, and the tables and cues that they belong to.
struct VocabularyFile: Sendable {
    private(set) var lexicon = Lexicon()
    /// The words of cues that are lists of single words.
    private(set) var cueWords = [Set<String>](repeating: [], count: Cue.allCases.count)
    private(set) var partners: [Partner] = []
    /// Headings of the file that name no known meaning; a test keeps it empty.
    private(set) var unknownHeadings: [String] = []

    /// Read once in each process.
    static let builtIn = VocabularyFile(reading: PackageResources.vocabulary_txt)

    /// The tables by the first words of their headings; their numbers are their kinds in the lexicon.
    enum Table: Int, CaseIterable {
        case role
        case weakRole
        case agency
        case rank
        case abbreviation
        case heading
        case column
        case response
        case clause
    }

    /// Reads the format that the head of `vocabulary.txt` describes.
    init(reading file: some Collection<UInt8>) {
        var target: (kind: Int, meaning: Int)?
        var meant: String?
        for line in file.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let text = String(decoding: line, as: UTF8.self)
            if line.first == UInt8(ascii: "[") {
                let heading = text.dropFirst().dropLast()
                meant = heading.hasPrefix("spelling ") ? String(heading.dropFirst(9)) : nil
                target = self.target(ofHeading: heading)
                if target == nil, meant == nil { unknownHeadings.append(text) }
            } else if let meant {
                lexicon.correct(text, to: meant)
            } else if let target {
                add(text, to: target)
            }
        }
    }

    func table(_ table: Table) -> PhraseTable<Partner> {
        PhraseTable(kind: table.rawValue, meanings: partners)
    }

    private mutating func add(_ phrase: String, to target: (kind: Int, meaning: Int)) {
        let words = WordCutter.words(of: phrase)
        lexicon.add(words, kind: target.kind, meaning: target.meaning)
        if target.kind >= Cue.firstKind {
            cueWords[target.kind - Cue.firstKind].insert(words.lazy.map(\.text).joined(separator: " "))
        }
    }

    private mutating func target(ofHeading heading: Substring) -> (kind: Int, meaning: Int)? {
        let words = heading.split(separator: " ")
        guard let meaning = words.last.map(String.init) else { return nil }
        switch words.dropLast().joined(separator: " ") {
        case "role": return target(.role, partner(meaning))
        case "weak role": return target(.weakRole, partner(meaning))
        case "agency": return target(.agency, partner(meaning))
        case "rank": return target(.rank, partner(meaning))
        case "abbreviation": return target(.abbreviation, partner(meaning))
        case "heading": return target(.heading, Self.index(of: Section(rawValue: meaning)))
        case "column": return target(.column, Self.index(of: ColumnKind(rawValue: meaning)))
        case "response": return target(.response, Self.index(of: Evidence(rawValue: meaning)))
        case "clause": return target(.clause, Self.index(of: ClauseVerb(rawValue: meaning)))
        case "cue": return Cue(rawValue: meaning).map { ($0.kind, 0) }
        default: return nil
        }
    }

    private func target(_ table: Table, _ meaning: Int?) -> (kind: Int, meaning: Int)? {
        meaning.map { (table.rawValue, $0) }
    }

    private mutating func partner(_ name: String) -> Int? {
        guard let partner = Partner(rawValue: name) else { return nil }
        if let known = partners.firstIndex(of: partner) { return known }
        partners.append(partner)
        return partners.count - 1
    }

    private static func index<Meaning: CaseIterable & Equatable>(of meaning: Meaning?) -> Int? {
        meaning.flatMap { meaning in Array(Meaning.allCases).firstIndex(of: meaning) }
    }
}

extension PhraseTable where Meaning: CaseIterable {
    /// A table whose meanings are the cases of a type.
    init(_ table: VocabularyFile.Table) {
        self.init(kind: table.rawValue, meanings: Array(Meaning.allCases))
    }
}

extension Cue {
    /// The numbers from here on are the cues' in the lexicon.
    static let firstKind = VocabularyFile.Table.allCases.count

    /// The cue's number in the lexicon.
    ///
    /// An enumeration without payload is its ordinal number in one byte; a test compares all of them.
    var kind: Int { Self.firstKind + Int(withUnsafeBytes(of: self) { $0[0] }) }
}
