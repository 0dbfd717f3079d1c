/// Turns names round that case systems and careful typists write surname first: `NAIR, Priya (DC)`, `Nair, DC Priya`.
enum SurnameFirst {
    /// Takes surname and given names out of the pieces, if the first two are that.
    static func name(of cut: inout [PersonPieces.Piece], reader: PersonReader) -> String? {
        guard cut.count >= 2, cut[1].followsComma, !cut[1].isBracketed else { return nil }
        // "Mrs FORD, Alison"
        let titled = cut[0].text.split(separator: " ", maxSplits: 1).map(String.init)
        if titled.count == 2, PersonName.isTitle(titled[0]), isCapitals(titled[1]),
            PersonName.matches(cut[1].text)
        {
            let name = "\(titled[0]) \(cut[1].text) \(written(titled[1]))"
            cut.removeFirst(2)
            return name
        }
        guard isSurname(cut[0].text, reader) else { return nil }
        let given = cut[1].text
        let words = given.split(separator: " ")
        guard (1...3).contains(words.count), PersonName.matches(given),
            isCapitals(cut[0].text) || !isOther(given, reader)
        else { return nil }
        // "TREVOR, DC Luke" has its title already.
        var name = "\(given) \(written(cut[0].text))"
        cut.removeFirst(2)
        if let bracket = cut.first, bracket.isBracketed, PersonName.isTitle(bracket.text) {
            name = "\(bracket.text) \(name)"
            cut.removeFirst()
        }
        return name
    }

    private static func isSurname(_ text: String, _ reader: PersonReader) -> Bool {
        let words = text.split(separator: " ")
        guard text.filter(\.isLetter).count >= 2, words.count <= 3,
            PersonName.matches(text) || isCapitals(text)
        else {
            return false
        }
        return isCapitals(text) ? !isAgency(text, reader) : words.count == 1 && !isOther(text, reader)
    }

    private static func isAgency(_ text: String, _ reader: PersonReader) -> Bool {
        let tokens = Tokens(text)
        return reader.vocabulary.agencies.meaning(ofAll: tokens) != nil
            || reader.vocabulary.roles.meaning(ofAll: tokens) != nil
    }

    private static func isOther(_ text: String, _ reader: PersonReader) -> Bool {
        let tokens = Tokens(text)
        return isAgency(text, reader) || reader.vocabulary.weakRoles.meaning(ofAll: tokens) != nil
            || reader.vocabulary.responses.meaning(ofAll: tokens) != nil || reader.pieces.isRole(tokens)
            || [.organisation, .team].contains(reader.pieces.kind(of: text))
    }

    private static func isCapitals(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count >= 2 && letters.allSatisfy(\.isUppercase)
    }

    /// A surname in capitals as it is written in a sentence.
    static func written(_ text: String) -> String {
        guard isCapitals(text) else { return text }
        return text.split(separator: " ").map { word in
            word.split(separator: "-").map(capitalised).joined(separator: "-")
        }.joined(separator: " ")
    }

    private static func capitalised(_ word: Substring) -> String {
        var result = ""
        var upper = true
        for character in word {
            result += upper ? character.uppercased() : character.lowercased()
            upper = character == "'" || character == "’"
        }
        if result.hasPrefix("Mc"), result.count > 3 {
            let third = result.index(result.startIndex, offsetBy: 2)
            result.replaceSubrange(third...third, with: result[third].uppercased())
        }
        return result
    }
}
