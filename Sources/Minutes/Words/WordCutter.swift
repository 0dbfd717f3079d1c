/// Cuts a text into the words of `Tokens` in one pass over its bytes.
struct WordCutter {
    private let text: String
    private var words: [Tokens.Word] = []
    private var current = ""
    private var start: String.Index?

    init(_ text: String) { self.text = text }

    mutating func cut() -> [Tokens.Word] {
        let scalars = text.unicodeScalars
        words.reserveCapacity(text.utf8.count / 6 + 1)
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if Self.isWordScalar(scalar) {
                if start == nil { start = index }
                append(scalar)
            } else if Self.isApostrophe(scalar), start != nil, next < scalars.endIndex,
                Self.isWordScalar(scalars[next])
            {
                // Inside a word an apostrophe is dropped; anywhere else it is a quotation mark.
            } else if scalar == "&" {
                close(at: index)
                words.append(Tokens.Word(text: "and", range: index..<next))
            } else if scalar != "\u{AD}" {
                close(at: index)
            }
            index = next
        }
        close(at: scalars.endIndex)
        return words
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII, scalar.value >= 65, scalar.value <= 90 {
            current.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
        } else if scalar.isASCII {
            current.unicodeScalars.append(scalar)
        } else {
            current += scalar.properties.lowercaseMapping
        }
    }

    private mutating func close(at end: String.Index) {
        defer {
            start = nil
            current = ""
        }
        guard let start, !current.isEmpty else { return }
        if current.hasPrefix("mail"), let last = words.last, last.text == "e" {
            words[words.count - 1] = Tokens.Word(text: "e" + current, range: last.range.lowerBound..<end)
        } else {
            words.append(Tokens.Word(text: current, range: start..<end))
        }
    }

    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            switch scalar.value {
            case 48...57, 65...90, 97...122: return true
            default: return false
            }
        }
        // General punctuation, arrows and boxes are asked most and are never letters.
        if (0x2010...0x27BF).contains(scalar.value) { return false }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{2BC}"
    }
}
