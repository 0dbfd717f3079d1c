/// Small questions about text that every reader of words asks.
extension StringProtocol {
    /// Without white space at the ends.
    var trimmed: String { String(slice.withoutEdges(\.isWhitespace, ascii: \.isWhiteSpace)) }

    /// Without white space and separating punctuation at the ends.
    var bare: String {
        var view = slice.withoutFirst(
            { $0.isWhitespace || ",;:–—-.•|/".contains($0) },
            ascii: { $0.isWhiteSpace || $0.isSeparator || $0 == UInt8(ascii: ".") }
        )
        .withoutLast(
            { $0.isWhitespace || ",;:–—-•|/".contains($0) },
            ascii: { $0.isWhiteSpace || $0.isSeparator }
        )
        // A full stop ends a sentence, but belongs to an initial: "Mr D. H."
        if view.utf8.last == UInt8(ascii: "."), view.last == ".", view.dropLast().last?.isUppercase != true {
            view.removeLast()
        }
        return String(view)
    }

    /// Nothing a person would have written: empty, rules, dots, dashes, or a template's own placeholder.
    var isBlank: Bool {
        let text = slice.withoutEdges(\.isWhitespace, ascii: \.isWhiteSpace)
        guard text.hasWordsOrMarks else { return true }
        // Most text is neither in brackets nor begins like a placeholder.
        switch text.utf8.first {
        case UInt8(ascii: "<"): if text.hasPrefix("<"), text.hasSuffix(">") { return true }
        case UInt8(ascii: "["): if text.hasPrefix("["), text.hasSuffix("]"), text.count < 40 { return true }
        default: break
        }
        return text.isPlaceholder
    }

    /// Parts between the separator, trimmed; separators inside brackets do not count.
    func parts(by isSeparator: (Character) -> Bool) -> [String] {
        var parts: [String] = []
        var depth = 0
        var start = startIndex
        for index in indices {
            let character = self[index]
            if character == "(" || character == "[" { depth += 1 }
            if character == ")" || character == "]" { depth = Swift.max(0, depth - 1) }
            if depth == 0, isSeparator(character) {
                parts.append(self[start..<index].trimmed)
                start = self.index(after: index)
            }
        }
        parts.append(self[start...].trimmed)
        return parts.filter { !$0.isEmpty }
    }

    /// Pieces between bars and gaps of at least two blanks, as typists line things up.
    var gapPieces: [String] {
        var pieces: [String] = []
        var current = ""
        var blanks = 0
        for character in self {
            if character == "|" || character == "\u{2003}" {
                blanks = 2
            } else if character == " " || character == "\u{A0}" {
                blanks += 1
            } else {
                if blanks >= 2 {
                    pieces.append(current.trimmed)
                    current = ""
                } else if blanks == 1 {
                    current.append(" ")
                }
                blanks = 0
                current.append(character)
            }
        }
        pieces.append(current.trimmed)
        return pieces.filter { !$0.isEmpty }
    }

    /// Leftover guidance in pointed brackets, taken out.
    var withoutGuidance: String {
        guard utf8.contains(UInt8(ascii: "<")) else { return String(slice) }
        var result = ""
        var rest = slice
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            result += rest[..<open]
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// Without the letter that numbers a part; it may be an initial, so ask only of headings.
    var withoutLetterMark: String {
        let view = trimmed
        guard view.count > 4, view.first?.isLetter == true, ".)".contains(view.dropFirst().first ?? "x"),
            view.dropFirst(2).first?.isWhitespace == true
        else { return view }
        return view.dropFirst(2).trimmed
    }

    /// Without a leading "1.", "2.3", "a)" or "Section 4:".
    var withoutNumbering: String {
        var view = slice.withoutFirst(\.isWhitespace, ascii: \.isWhiteSpace)
        // Only a number, a bracket or a letter with a bracket opens a numbering.
        if let byte = view.utf8.first, byte.isSmallLetter || byte.isCapital,
            view.utf8.dropFirst().first.map({ $0 < 0x80 && $0 != UInt8(ascii: ")") }) == true
        {
            return view.trimmed
        }
        let marks = view.prefix { $0.isNumber || $0 == "." || $0 == ")" || $0 == "(" }
        if marks.contains(where: \.isNumber), marks.count <= 6,
            marks.last.map({ !$0.isNumber }) == true
                || view.dropFirst(marks.count).first?.isWhitespace == true,
            marks.filter(\.isNumber).count <= 3
        {
            view = view.dropFirst(marks.count)
        } else if let first = view.first, first.isLetter, view.dropFirst().first == ")" {
            view = view.dropFirst(2)
        }
        return view.trimmed
    }
}

extension String {
    /// "Q7   Who led it?" without the number.
    var withoutQuestionNumber: String {
        guard let first, first == "Q" || first == "q" else { return self }
        let digits = dropFirst().prefix { $0.isNumber }
        guard (1...2).contains(digits.count) else { return self }
        let rest = self[digits.endIndex...]
        guard let next = rest.first, next.isWhitespace || ".):".contains(next) else { return self }
        let text = rest.drop { $0.isWhitespace || ".):".contains($0) }
        return text.isEmpty ? self : String(text)
    }

    /// Without the "(a)", "(2)" or "3." of a list.
    var withoutListMark: String {
        guard let open = first, open == "(", let close = firstIndex(of: ")"),
            distance(from: startIndex, to: close) <= 3
        else { return withoutNumbering }
        return self[index(after: close)...].trimmed
    }
}

extension Character {
    /// A tick, box, cross or dot such as people put in a column.
    var isMark: Bool { "☒☐☑✓✔√✗✘×●•■▪◼○".contains(self) }
}
