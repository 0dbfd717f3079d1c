/// Finds the name of a child at the beginning of a text, and writes it as people write names.
enum ChildName {
    /// The name with which the text begins, as written, with the text behind it; `nil` where it begins with none.
    static func leading(in text: some StringProtocol) -> (name: String, rest: Substring)? {
        let text = Substring(text)
        var cursor = text.startIndex
        while cursor < text.endIndex, text[cursor].isWhitespace || "–—-•:".contains(text[cursor]) {
            cursor = text.index(after: cursor)
        }
        let start = cursor
        var end = cursor
        var words = 0
        while cursor < text.endIndex, words < 7 {
            let wordEnd =
                text[cursor...].firstIndex { $0.isWhitespace || "(,;:/|[\t".contains($0) } ?? text.endIndex
            let word = text[cursor..<wordEnd]
            guard isNameWord(word, isFirst: words == 0), !isLabelBeforeNumber(text[cursor...]),
                !isCode(text[wordEnd...])
            else { break }
            end = wordEnd
            words += 1
            cursor = wordEnd
            // A name ends at a comma, a full stop or a wide gap.
            guard cursor < text.endIndex, text[cursor] == " " || text[cursor] == "\u{A0}",
                word.last != "." || word.count <= 2
            else { break }
            cursor = text.index(after: cursor)
            if cursor < text.endIndex, text[cursor].isWhitespace { break }
        }
        let name = text[start..<end].bare
        // "Mosaic no. 1183320" opens with a system's name, not with a child's.
        guard isName(name), name.contains(" ") || ReferenceWords.run(in: Tokens(String(text)), at: 0) == nil
        else {
            return nil
        }
        let rest = text[end...]
        if let bracketed = withUnborn(name, rest) { return bracketed }
        return (name, rest)
    }

    /// A number follows behind a slash: "SW/23104".
    private static func isCode(_ rest: Substring) -> Bool {
        rest.first == "/" && rest.dropFirst().first?.isNumber == true
    }

    /// Capitals that announce a number: "KID 55-0198".
    private static func isLabelBeforeNumber(_ text: Substring) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace).prefix(2)
        guard words.count == 2, let label = words.first, label.allSatisfy({ $0.isUppercase }) else {
            return false
        }
        let next = words[words.index(after: words.startIndex)]
        // "HOLT 4.6.14" is a name before a birthday.
        return next.first?.isNumber == true
            && (next.allSatisfy(\.isNumber) || DateReader.dates(in: Tokens(String(next))).isEmpty)
    }

    /// Whether the whole text is a child's name.
    static func isName(_ text: String) -> Bool {
        let tokens = Tokens(text)
        guard (1...6).contains(tokens.count) else { return false }
        if isUnborn(text) { return tokens.count >= 2 || tokens.words[0].text != "baby" }
        if PersonName.hasTitle(text), tokens.words[0].text.count > 1 { return false }
        return PersonName.matches(text.filter { !"“”\"".contains($0) })
            && !tokens.words.contains { Self.otherWords.contains($0.text) }
    }

    static func isUnborn(_ name: String) -> Bool {
        let words = Tokens(name).words.map(\.text)
        return words.contains("unborn") || words.contains("ubb") || words.first == "baby"
    }

    /// "Baby Smith (unborn)": the bracket is a part of the name.
    private static func withUnborn(_ name: String, _ rest: Substring) -> (String, Substring)? {
        let after = rest.drop(while: \.isWhitespace)
        guard after.first == "(", let close = after.firstIndex(of: ")"),
            ["unborn", "ubb", "unborn baby", "unborn child"].contains(Tokens(String(after[..<close])).key)
        else { return nil }
        return ("\(name) \(after[...close])", after[after.index(after: close)...])
    }

    /// Words that stand beside names of children and are none.
    private static let otherWords: Set<String> = Cues.builtIn.words(of: .settingWord).union([
        "siblings", "sibling", "family", "boy", "girl", "male", "female", "adult", "operation", "op",
        "street",
        "road", "lane", "avenue", "house", "borough", "county", "city", "tbc", "year", "yr", "aged", "age",
        "born", "dob", "concerning", "regarding", "re", "about", "respect", "high", "section", "annexe",
        "office", "offices", "room",
    ])

    private static func isNameWord(_ word: Substring, isFirst: Bool) -> Bool {
        let key = PersonName.folded(word)
        if key == "unborn" || key == "baby" || key == "ubb" || key == "child" && !isFirst { return true }
        // “Pip”: what the child is called, between forename and surname.
        let word = isFirst ? word : Substring(word.trimmingEdges("“”\"‘"))
        guard let first = word.first, word.allSatisfy({ $0.isLetter || "-‐‑'’.".contains($0) }) else {
            return false
        }
        if ReferenceWords.systems.contains(key), word.allSatisfy(\.isUppercase) { return false }
        if ["dob", "d.o.b", "born", "b", "edd", "aged", "no", "ref"].contains(key),
            first.isUppercase || key != "b"
        {
            return key == "b" && word.count <= 2 && first.isUppercase
        }
        return first.isUppercase
            || !isFirst
                && [
                    "de", "da", "di", "van", "von", "der", "den", "la", "le", "bin",
                    "bint", "ibn", "al", "el", "ul", "ur", "ap", "ab", "dos", "das", "of",
                ].contains(key)
    }

    // MARK: Writing

    /// "NAIR, Priya" and "PRIYA NAIR" are Priya Nair.
    static func written(_ name: String) -> String {
        let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // "HOLT Kai": the surname in capitals comes first.
        let name = isUnborn(words) ? words : PersonName.tidied(words)
        return name.split(separator: " ").map { recased($0) }.joined(separator: " ")
    }

    private static func recased(_ word: Substring) -> String {
        let letters = word.filter(\.isLetter)
        guard letters.count > 2 || letters.count == 2 && letters.contains(where: { "AEIOUY".contains($0) }),
            letters.allSatisfy(\.isUppercase), letters != "AJ", letters != "UBB"
        else { return String(word) }
        var result = ""
        var isStart = true
        for character in word {
            result += isStart ? String(character) : character.lowercased()
            isStart = !character.isLetter
            if result.hasSuffix("Mc") { isStart = true }
        }
        return result
    }
}
