extension StringProtocol {
    /// The text's sentences.
    ///
    /// Initials, titles and times do not end one.
    var sentences: [String] {
        // Most cells and labels are one piece: nothing in them can end a sentence.
        if !utf8.dropLast().contains(where: { $0 == 0x0A || $0 == 0x2E || $0 == 0x21 || $0 == 0x3F }) {
            let whole = trimmed
            return whole.isEmpty ? [] : [whole]
        }
        return slice.isPlain ? slice.plainSentences : slice.anySentences
    }
}

extension Substring {
    /// The sentences of a text in which each scalar is one character.
    fileprivate var plainSentences: [String] {
        let bytes = utf8Span.span
        var result: [String] = []
        var start = 0
        for offset in bytes.indices {
            let ends =
                switch bytes[offset] {
                case UInt8(ascii: "\n"): true
                case UInt8(ascii: "!"), UInt8(ascii: "?"): isGap(offset + 1) || isClosingQuote(offset + 1)
                case UInt8(ascii: "."): isGap(offset + 1) && !endsInAbbreviation(start, offset)
                default: false
                }
            if ends || offset + 1 == bytes.count {
                let sentence = part(start, offset + 1).trimmed
                if !sentence.isEmpty { result.append(sentence) }
                start = offset + 1
            }
        }
        return result
    }

    private func part(_ start: Int, _ end: Int) -> Substring {
        self[utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: end)]
    }

    /// White space, or the end of the text.
    private func isGap(_ offset: Int) -> Bool {
        let bytes = utf8Span.span
        guard offset < bytes.count else { return true }
        if bytes[offset] < 0x80 { return bytes[offset].isWhiteSpace }
        return part(offset, bytes.count).first?.isWhitespace == true
    }

    private func isClosingQuote(_ offset: Int) -> Bool {
        let bytes = utf8Span.span
        return bytes[offset] == UInt8(ascii: "\"")
            || bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x9D
    }

    private func endsInAbbreviation(_ start: Int, _ end: Int) -> Bool {
        let bytes = utf8Span.span
        var end = end
        while end > start, bytes[end - 1] == UInt8(ascii: "(") || bytes[end - 1].isWhiteSpace { end -= 1 }
        var first = end
        while first > start, bytes[first - 1] < 0x80, bytes[first - 1] != UInt8(ascii: "("),
            !bytes[first - 1].isWhiteSpace
        {
            first -= 1
        }
        // Beyond ASCII there are other blanks.
        if first > start, bytes[first - 1] >= 0x80 { return Self.endsInAbbreviation(part(start, end)) }
        return Self.isAbbreviation(part(first, end))
    }

    /// The sentences of any text, character by character.
    fileprivate var anySentences: [String] {
        var result: [String] = []
        var start = startIndex
        for index in indices {
            let after = self.index(after: index)
            let next = after < endIndex ? self[after] : "\n"
            let ends: Bool =
                switch self[index] {
                case "\n": true
                case "!", "?": next.isWhitespace || "”\"".contains(next)
                case ".": next.isWhitespace && !Self.endsInAbbreviation(self[start..<index])
                default: false
                }
            if ends || after == endIndex {
                let sentence = self[start..<after].trimmed
                if !sentence.isEmpty { result.append(sentence) }
                start = after
            }
        }
        return result
    }

    private static func endsInAbbreviation(_ text: Substring) -> Bool {
        isAbbreviation(text.split(whereSeparator: { $0.isWhitespace || $0 == "(" }).last ?? "")
    }

    private static func isAbbreviation(_ word: Substring) -> Bool {
        // The longest abbreviation has six letters.
        guard word.utf8.count <= 6 else { return false }
        // "D." and the "J.M.I." of a school's name.
        if word.split(separator: ".").allSatisfy({ $0.count == 1 && $0.first?.isUppercase == true }) {
            return true
        }
        return abbreviations.contains(word.lowercased())
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "rev", "revd", "st", "no", "e.g", "i.e", "approx", "tel", "ext",
        "sgt", "insp", "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
        "nov", "dec", "oct", "sept", "sep", "jan", "feb", "mar", "apr", "aug", "a.m", "p.m", "d.o.b",
    ]
}
