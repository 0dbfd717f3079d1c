/// One line of a plain text and what its shape says.
struct TextLine {
    /// Without indentation; columns that are set apart by blanks are set apart by one tab.
    let text: String
    /// Columns before the first letter.
    let indentation: Int
    /// The column at which the last part of the line starts, where a hanging paragraph goes on.
    let lastColumn: Int
    /// Columns from the left margin to the last letter.
    let width: Int
    /// Columns of the first word.
    let firstWordWidth: Int
    /// A bullet or number stands before the text, which is then without it.
    let isListItem: Bool

    init(_ line: Substring.UTF8View) {
        var indentation = 0
        var start = line.startIndex
        while start < line.endIndex, line[start] == UInt8(ascii: " ") || line[start] == UInt8(ascii: "\t") {
            indentation = line[start] == UInt8(ascii: " ") ? indentation + 1 : (indentation / 8 + 1) * 8
            line.formIndex(after: &start)
        }
        self.indentation = indentation
        let marker = TextLine.markerLength(line[start...])
        isListItem = marker > 0
        if marker > 0 { line.formIndex(&start, offsetBy: marker) }

        var bytes: [UInt8] = []
        var column = indentation + marker
        var lastColumn = column
        var blanks = 0
        var hasTab = false
        for byte in line[start...] {
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
                blanks += 1
                hasTab = hasTab || byte == UInt8(ascii: "\t")
                column += 1
                continue
            }
            if blanks > 0, !bytes.isEmpty {
                // Typists of the old school put two blanks after a full stop.
                let endsSentence = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(
                    bytes[bytes.count - 1]
                )
                if hasTab || blanks > 2 || blanks == 2 && !endsSentence {
                    bytes.append(UInt8(ascii: "\t"))
                    lastColumn = column
                } else {
                    bytes.append(UInt8(ascii: " "))
                }
            }
            blanks = 0
            hasTab = false
            bytes.append(byte)
            if byte & 0xC0 != 0x80 { column += 1 }
        }
        text = String(decoding: bytes, as: UTF8.self)
        firstWordWidth = bytes.prefix { $0 > 0x20 }.count
        width = column - blanks
        self.lastColumn = lastColumn
    }

    var isBlank: Bool { text.isEmpty }
    var hasColumns: Bool { text.utf8.contains(UInt8(ascii: "\t")) }

    /// Ends as a sentence or a bracket does.
    var endsPhrase: Bool { text.utf8.last.map { ".)!?".utf8.contains($0) } ?? false }
    var startsWithCapital: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }

    /// The line is nothing but a drawn rule; the character it is drawn with.
    var rule: UInt8? {
        guard let first = text.utf8.first, "=-_*~".utf8.contains(first), text.utf8.count >= 3,
            text.utf8.allSatisfy({ $0 == first })
        else { return nil }
        return first
    }

    /// Nothing but capitals, as typists write headings.
    var isInCapitals: Bool {
        guard !hasColumns, indentation < 2, width <= 80 else { return false }
        var capitals = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isLowercase { return false }
            if scalar.properties.isUppercase { capitals += 1 }
            if scalar == ":" && capitals < 4 { return false }
        }
        guard capitals >= 4, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            return capitals >= 4
        }
        // "DECISION 23:55" is a heading, "REF: LCS 12345" is not.
        let next = text.utf8.index(after: colon)
        return next == text.utf8.endIndex || text.utf8[next] != UInt8(ascii: " ")
    }

    /// Begins with a short label: "Date: …", "Police - …".
    var startsWithLabel: Bool {
        var previous: Unicode.Scalar = " "
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == 0, !scalar.properties.isUppercase { return false }
            if index > 40 || scalar == "." || scalar == "," || scalar == ";" { return false }
            if index > 0, scalar == ":" { return true }
            if previous == " ", index > 1, scalar == "-" || scalar == "–" || scalar == "—" { return true }
            previous = scalar
        }
        return false
    }

    /// The bytes that a bullet or a number takes with the blanks behind it, 0 without one.
    private static func markerLength(_ line: Substring.UTF8View.SubSequence) -> Int {
        let bytes = Array(line.prefix(12))
        func blanks(from index: Int) -> Int {
            guard index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
            else {
                return 0
            }
            return bytes[index...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        }
        for bullet in ["-", "*", "+", "•", "–", "·", "▪", "◦", "\u{F0B7}", "o"]
        where bytes.starts(with: bullet.utf8) {
            let gap = blanks(from: bullet.utf8.count)
            return gap > 0 && line.count > bullet.utf8.count + gap ? bullet.utf8.count + gap : 0
        }
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        let isLetter =
            digits == 0 && bytes.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } == true
        let end = isLetter ? 1 : digits
        guard (1...3).contains(end), end < bytes.count else { return 0 }
        guard bytes[end] == UInt8(ascii: ")") || bytes[end] == UInt8(ascii: ".") && !isLetter else {
            return 0
        }
        let gap = blanks(from: end + 1)
        return gap > 0 ? end + 1 + gap : 0
    }
}
