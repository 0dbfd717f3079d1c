/// What a person's name looks like, and what only looks like one.
enum PersonName {
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "reverend", "canon",
        "father",
        "fr", "sister", "sr", "cllr", "councillor", "sir", "dame", "lady", "lord", "imam", "rabbi", "pastor",
        "ds", "dc", "di", "pc", "ps", "dci", "sgt", "sergeant", "insp", "inspector", "pcso", "supt", "dsupt",
        "detective", "constable", "det", "con", "chief", "wpc", "wdc", "tdc", "tds", "tdi", "tdci", "tpc",
        "tps", "ads", "adi", "adci", "aps",
        "capt", "captain", "major",
        "nurse", "staff",
        "a", "t",
    ]

    private static let particles: Set<String> = [
        "de", "da", "di", "del", "della", "van", "von", "der", "den", "la", "le", "bin", "bint", "ibn", "al",
        "el",
        "ul", "ur", "mac", "ap", "ab", "o", "dos", "das", "du", "ten", "ter", "y", "e",
    ]

    /// Words that no name consists of; one of them makes the text something else.
    private static let otherWords = Cues.builtIn.words(of: .notAName)

    /// Whether all of `text` can be a person's name, with or without title or rank.
    static func matches(_ text: some StringProtocol) -> Bool {
        let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
        guard (1...7).contains(words.count) else { return false }
        var significant = 0
        var capitals = 0
        var sawTitle = false
        for (position, word) in words.enumerated() {
            let key = folded(word)
            if key.isEmpty {
                // A collar number stands between a police rank and the name.
                guard sawTitle, significant == 0, word.count <= 6, word.allSatisfy(\.isNumber) else {
                    return false
                }
                continue
            }
            if position < 3, titles.contains(key), significant == 0 {
                sawTitle = true
                continue
            }
            if otherWords.contains(key), !(isSurname(key, after: significant, sawTitle)) { return false }
            if particles.contains(key), word.first?.isLowercase == true { continue }
            guard let first = word.first, first.isLetter, first.isUppercase, hasNameLetters(word) else {
                return false
            }
            significant += 1
            if word.count > 1 { capitals += 1 }
        }
        return significant >= 1 && capitals >= 1 && (significant >= 2 || sawTitle || words.count == 1)
            && significant <= 5
    }

    /// "Ian Day", "Miss Church": common words that people are called, behind a given name or a title.
    private static func isSurname(_ key: String, after significant: Int, _ sawTitle: Bool) -> Bool {
        (significant >= 1 || sawTitle) && alsoNames.contains(key)
    }

    private static let alsoNames = Cues.builtIn.words(of: .alsoAName)

    /// Whether the text is a title or rank and nothing else.
    static func isTitle(_ text: String) -> Bool { titles.contains(folded(text)) }

    /// The name as it is spoken: "NAIR Priya" is Priya Nair.
    static func tidied(_ text: String) -> String {
        let words = text.split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
        guard words.count >= 2, let last = words.last, last.contains(where: \.isLowercase) else {
            return text
        }
        let start = words.firstIndex { !titles.contains(folded($0)) } ?? 0
        let rest = words[start...]
        let surname = rest.prefix { word in
            word.count > 2 && word.contains(where: \.isLetter) && !word.contains(where: \.isLowercase)
                && !word.hasSuffix(".")
        }
        guard !surname.isEmpty, surname.count < rest.count else { return text }
        return (words[..<start] + rest.dropFirst(surname.count) + surname.map(SurnameFirst.written))
            .joined(separator: " ")
    }

    /// A full name: a title or at least two words, so that it can stand outside a name column.
    static func isFull(_ text: some StringProtocol) -> Bool {
        matches(text) && text.split(whereSeparator: \.isWhitespace).count >= 2
    }

    static func hasTitle(_ name: String) -> Bool {
        name.split(separator: " ").first.map { titles.contains(folded($0)) } ?? false
    }

    /// "DK", "SR-B" or "SRB" for "Dr Sunil Rao-Bhatt".
    static func isInitials(_ text: String, of name: String) -> Bool {
        let letters = text.filter(\.isLetter).lowercased()
        guard (2...5).contains(letters.count), text.filter({ $0.isLetter && $0.isUppercase }).count >= 2,
            text.allSatisfy({ $0.isLetter || "-. ".contains($0) })
        else { return false }
        let core = core(name)
        let parts = core.flatMap { $0.split(separator: "-") }.compactMap(\.first)
        let long = String(parts)
        let short = String(core.compactMap(\.first))
        return letters == long || letters == short
            || core.count > 1
                && letters == String([core[0].first, core[core.count - 1].first].compactMap { $0 })
    }

    /// The words of a name without titles, folded: the last one is the surname.
    static func core(_ name: String) -> [String] {
        let words = name.split { $0 == " " || $0 == "\u{A0}" || $0 == "." }.map { folded($0) }
            .filter { !$0.isEmpty }
        let stripped = words.drop { titles.contains($0) && words.count > 1 }
        return Array(stripped.isEmpty ? words[...] : stripped)
    }

    static func folded(_ word: some StringProtocol) -> String {
        var result = ""
        for scalar in word.lowercased().unicodeScalars where scalar.isLetter || scalar == "-" {
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private static func hasNameLetters(_ word: some StringProtocol) -> Bool {
        word.unicodeScalars.allSatisfy {
            $0.isLetter || $0 == "-" || $0 == "'" || $0 == "\u{2019}" || $0 == "."
                || $0 == "\u{2010}" || $0 == "\u{2011}" || $0.properties.generalCategory == .nonspacingMark
        }
    }
}

extension Unicode.Scalar {
    /// A letter of any alphabet; the common ones are told without a look into tables.
    fileprivate var isLetter: Bool {
        if isASCII { return (65...90).contains(value & ~0x20) }
        return properties.isAlphabetic
    }
}
