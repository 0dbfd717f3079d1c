/// Small questions about text that every reader of words asks.
extension StringProtocol {
    /// Without white space, dashes, colons and dots at the ends.
    var trimmed: String {
        var view = Substring(self)
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }

    /// Without white space and separating punctuation at the ends.
    var bare: String {
        var view = Substring(self)
        let isEdge: (Character) -> Bool = { $0.isWhitespace || ",;:–—-.•|/".contains($0) }
        while let first = view.first, isEdge(first) { view.removeFirst() }
        while let last = view.last, isEdge(last), last != "." { view.removeLast() }
        // A full stop ends a sentence, but belongs to an initial: "Mr D. H."
        if view.last == ".", view.dropLast().last?.isUppercase != true { view.removeLast() }
        return String(view)
    }

    /// Nothing a person would have written: empty, rules, dots, dashes, or a template's own placeholder.
    var isBlank: Bool {
        let text = trimmed
        guard text.contains(where: { $0.isLetter || $0.isNumber || $0.isMark }) else { return true }
        if text.hasPrefix("<"), text.hasSuffix(">") { return true }
        if text.hasPrefix("["), text.hasSuffix("]"), text.count < 40 { return true }
        let key = Tokens(text).key
        return key.hasPrefix("click or tap") || key.hasPrefix("click here to enter")
            || key.hasPrefix("choose an item")
            || key.hasPrefix("enter text") || key == "insert name" || key == "insert date"
    }

    /// Parts between the separator, trimmed; separators inside brackets do not count.
    func parts(by isSeparator: (Character) -> Bool) -> [String] {
        var parts: [String] = []
        var depth = 0
        var current = ""
        for character in self {
            if character == "(" || character == "[" { depth += 1 }
            if character == ")" || character == "]" { depth = Swift.max(0, depth - 1) }
            if depth == 0, isSeparator(character) {
                parts.append(current.trimmed)
                current = ""
            } else {
                current.append(character)
            }
        }
        parts.append(current.trimmed)
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
        guard contains("<") else { return String(self) }
        var result = ""
        var rest = Substring(self)
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            result += rest[..<open]
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// Without a leading "1.", "2.3", "a)" or "Section 4:".
    var withoutNumbering: String {
        var view = Substring(self).drop(while: \.isWhitespace)
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

    /// The text's sentences.
    ///
    /// Initials, titles and times do not end one.
    var sentences: [String] {
        var result: [String] = []
        var current = ""
        // Most cells and labels are one piece: nothing in them can end a sentence.
        if !utf8.dropLast().contains(where: { $0 == 0x0A || $0 == 0x2E || $0 == 0x21 || $0 == 0x3F }) {
            return trimmed.isEmpty ? [] : [trimmed]
        }
        let characters = Array(self)
        for (position, character) in characters.enumerated() {
            current.append(character)
            let next = position + 1 < characters.count ? characters[position + 1] : "\n"
            let ends: Bool =
                switch character {
                case "\n": true
                case "!", "?": next.isWhitespace || "”\"".contains(next)
                case ".": next.isWhitespace && !Self.endsInAbbreviation(current)
                default: false
                }
            if ends {
                if !current.trimmed.isEmpty { result.append(current.trimmed) }
                current = ""
            }
        }
        if !current.trimmed.isEmpty { result.append(current.trimmed) }
        return result
    }

    private static func endsInAbbreviation(_ text: String) -> Bool {
        let word = text.dropLast().split(whereSeparator: { $0.isWhitespace || $0 == "(" }).last ?? ""
        if word.count == 1, word.first?.isUppercase == true { return true }
        return [
            "mr", "mrs", "ms", "dr", "prof", "rev", "revd", "st", "no", "e.g", "i.e", "approx", "tel", "ext",
            "sgt",
            "insp", "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "nov",
            "dec", "oct", "sept", "sep", "jan", "feb", "mar", "apr", "aug", "a.m", "p.m",
        ].contains(word.lowercased())
    }
}

extension Character {
    /// A tick, box, cross or dot such as people put in a column.
    var isMark: Bool { "☒☐☑✓✔√✗✘×●•■▪◼○".contains(self) }
}
