/// A text for a terminal: lines of at most 100 characters, without colours.
///
/// Whatever is put in is made visible first, so that a file's name or a mail server's words cannot steer the terminal or
/// forge a line of ours.
struct Screen {
    static let width = 100
    private static let labelWidth = 16
    /// The last column of a table goes below the others if it had less room.
    private static let narrowest = 20
    private var lines: [String] = []

    /// All lines, each ended.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// A sentence on its own.
    static func paragraph(_ text: String) -> String {
        var screen = Screen()
        screen.paragraph(text)
        return screen.text
    }

    mutating func paragraph(_ text: String, indent: Int = 0) {
        let space = Self.space(indent)
        lines += Self.wrapped(text, first: space, rest: space)
    }

    /// After a blank line, in capitals.
    mutating func heading(_ text: String) { lines += ["", Self.visible(text).uppercased()] }

    /// After a blank line.
    mutating func subheading(_ text: String) { lines += ["", "  " + Self.visible(text)] }

    mutating func field(_ name: String, _ value: String, indent: Int = 0) {
        let label = Self.space(indent) + Self.filled(name, to: Self.labelWidth)
        lines += Self.wrapped(value, first: label, rest: Self.space(label.count))
    }

    /// A label of its own width, and a text that is wrapped beside it.
    mutating func item(_ label: String, _ text: String, indent: Int = 0) {
        let first = Self.space(indent) + Self.visible(label)
        lines += Self.wrapped(text, first: first, rest: Self.space(first.count))
    }

    /// Somebody else's words as they came, line by line, each marked as theirs.
    mutating func quote(_ words: String, indent: Int) {
        let mark = Self.space(indent) + "| "
        for line in words.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            // Lines of mail and HTTP may end in CR LF.
            let line = line.last == "\r" ? line.dropLast() : line
            lines += Self.wrapped(String(line), first: mark, rest: mark)
        }
    }

    /// Columns as wide as their widest cell; the last one is wrapped.
    mutating func table(_ headings: [String], _ rows: [[String]], indent: Int = 0) {
        let cells = ([headings] + rows).map { $0.map(Self.visible) }
        let widths = headings.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        for row in cells {
            let start = zip(row, widths).dropLast().map { Self.filled($0, to: $1 + 2) }.joined()
            let first = Self.space(indent) + start
            if first.count <= Self.width - Self.narrowest {
                lines += Self.wrapped(row.last ?? "", first: first, rest: Self.space(first.count))
            } else {
                let below = Self.space(indent + 4)
                lines += Self.wrapped(start, first: Self.space(indent), rest: below)
                lines += Self.wrapped(row.last ?? "", first: below, rest: below)
            }
        }
    }

    /// On one line, with what cannot be seen written as `\u{1b}`; line breaks and tabs become spaces.
    static func visible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result.append(" ")
            case _ where scalar.isUnseen:
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func wrapped(_ text: String, first: String, rest: String) -> [String] {
        var finished: [String] = []
        var line = first
        var isEmpty = true
        for word in visible(text).split(separator: " ") {
            var word = word
            if !isEmpty, line.count + 1 + word.count > width {
                finished.append(line)
                (line, isEmpty) = (rest, true)
            }
            let room = max(narrowest, width - rest.count)
            while word.count > room {
                finished.append(line + word.prefix(room))
                (line, word) = (rest, word.dropFirst(room))
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        // A label without a text leaves no spaces behind.
        finished.append(isEmpty ? String(line.reversed().drop { $0 == " " }.reversed()) : line)
        return finished
    }

    private static func filled(_ text: String, to width: Int) -> String {
        visible(text) + space(max(1, width - text.count))
    }

    private static func space(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension Unicode.Scalar {
    /// Controls, direction marks and the like: they change what is seen without being seen.
    var isUnseen: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            true
        default: false
        }
    }
}
