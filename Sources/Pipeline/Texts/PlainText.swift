/// A text file for Notepad: short lines, ended by CR LF, without a byte order mark.
///
/// Whatever is put in becomes one line first, so that a file's name or a mail server's words cannot forge a heading.
struct PlainText {
    private var lines: [String] = []

    /// All lines, each ended.
    var text: String { lines.map { $0 + "\r\n" }.joined() }

    static let width = 90

    mutating func title(_ text: String) {
        lines += [text, String(repeating: "=", count: text.count)]
    }

    mutating func heading(_ text: String) {
        lines += ["", text.uppercased()]
    }

    /// A blank line before a block without a heading.
    mutating func gap() { lines.append("") }

    mutating func field(_ name: String, _ value: String) {
        let label = name + ":"
        let padding = String(repeating: " ", count: max(1, 12 - label.count))
        add(value, first: label + padding, rest: String(repeating: " ", count: 12))
    }

    mutating func paragraph(_ text: String) { add(text, first: "", rest: "") }

    mutating func item(_ text: String) { add(text, first: "- ", rest: "  ") }

    /// A line below an item.
    mutating func detail(_ text: String) { add(text, first: "  ", rest: "  ") }

    /// Numbered from 1.
    mutating func steps(_ texts: [String]) {
        for (index, text) in texts.enumerated() { add(text, first: "\(index + 1). ", rest: "   ") }
    }

    private mutating func add(_ text: String, first: String, rest: String) {
        var line = first
        var isEmpty = true
        for word in Self.oneLine(text).split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > Self.width {
                lines.append(line)
                line = rest
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        lines.append(line)
    }

    /// At most 600 characters, without line breaks and characters that cannot be seen.
    static func oneLine(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(600) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: scalars.append(" ")
            case .surrogate, .privateUse, .unassigned: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
