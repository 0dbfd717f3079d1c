/// A text cut into comparable words, each of which knows where it stands in the original.
///
/// Words are lower-case without apostrophes, so that `Children’s` and `CHILDRENS` are the same word; hyphens, slashes
/// and all other punctuation separate. `e-mail` is one word, `&` is `and`.
struct Tokens: Sendable {
    let text: String
    let words: [Word]

    struct Word: Sendable {
        let text: String
        let range: Range<String.Index>
    }

    init(_ text: String) {
        self.text = text
        var words: [Word] = []
        let scalars = text.unicodeScalars
        var start: String.Index?
        var current = ""
        var index = scalars.startIndex

        func close(at end: String.Index) {
            if let from = start, !current.isEmpty { words.append(Word(text: current, range: from..<end)) }
            start = nil
            current = ""
        }

        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if Self.isWordScalar(scalar) {
                if start == nil { start = index }
                if scalar.isASCII, scalar.value >= 65, scalar.value <= 90 {
                    current.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
                } else if scalar.isASCII {
                    current.unicodeScalars.append(scalar)
                } else {
                    current += scalar.properties.lowercaseMapping
                }
            } else if Self.isApostrophe(scalar), start != nil, next < scalars.endIndex,
                Self.isWordScalar(scalars[next])
            {
                // Inside a word an apostrophe is dropped; anywhere else it is a quotation mark.
            } else if scalar == "&" {
                close(at: index)
                words.append(Word(text: "and", range: index..<next))
            } else if scalar != "\u{AD}" {
                close(at: index)
            }
            index = next
        }
        close(at: scalars.endIndex)
        self.words = Self.joiningElectronicMail(words)
    }

    var isEmpty: Bool { words.isEmpty }
    var count: Int { words.count }

    /// The original text from the first of `range`'s words to the last.
    func original(_ range: Range<Int>) -> Substring {
        guard let first = words[range].first, let last = words[range].last else { return "" }
        return text[first.range.lowerBound..<last.range.upperBound]
    }

    func text(at index: Int) -> String? { words.indices.contains(index) ? words[index].text : nil }

    func contains(_ word: String) -> Bool { words.contains { $0.text == word } }

    /// Whether the words of `phrase`, which is written in lower case with single spaces, stand here in a row.
    func contains(phrase: String) -> Bool { firstIndex(ofPhrase: phrase) != nil }

    func containsAny(_ phrases: [String]) -> Bool { phrases.contains(where: contains(phrase:)) }

    func firstIndex(ofPhrase phrase: String, from start: Int = 0) -> Int? {
        let wanted = phrase.split(separator: " ")
        guard let first = wanted.first, words.count >= wanted.count + start else { return nil }
        return (start...(words.count - wanted.count)).first { position in
            words[position].text == first
                && wanted.indices.allSatisfy { words[position + $0].text == wanted[$0] }
        }
    }

    func hasPrefix(phrase: String) -> Bool {
        let wanted = phrase.split(separator: " ")
        return words.count >= wanted.count && wanted.indices.allSatisfy { words[$0].text == wanted[$0] }
    }

    /// The words joined by single spaces: equal for texts that differ in case, apostrophes and punctuation only.
    var key: String { words.map(\.text).joined(separator: " ") }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            switch scalar.value {
            case 48...57, 65...90, 97...122: return true
            default: return false
            }
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{2BC}"
    }

    private static func joiningElectronicMail(_ words: [Word]) -> [Word] {
        var joined: [Word] = []
        joined.reserveCapacity(words.count)
        for word in words {
            if word.text.hasPrefix("mail"), let last = joined.last, last.text == "e" {
                joined[joined.count - 1] = Word(
                    text: "e" + word.text, range: last.range.lowerBound..<word.range.upperBound)
            } else {
                joined.append(word)
            }
        }
        return joined
    }
}
