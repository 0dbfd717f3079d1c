/// A font whose letters are pictures: the letter says nothing without it.
enum SymbolFont: String {
    case wingdings
    case wingdings2 = "wingdings 2"
    case webdings

    init?(named name: String) { self.init(rawValue: name.lowercased()) }

    /// What the picture at that place shows, nil where it is no mark that anybody ticks.
    func mark(_ code: UInt32) -> String? {
        // Word writes the places 20 to FF in the private use area, at F020 to F0FF.
        guard code <= 0xFF || (0xF000...0xF0FF).contains(code) else { return nil }
        switch (self, code & 0xFF) {
        case (.wingdings, 0xFE), (.wingdings, 0xFD), (.wingdings, 0x78): return Marks.ticked
        case (.wingdings, 0x6F), (.wingdings, 0xA8), (.wingdings, 0x70), (.wingdings, 0x71),
            (.wingdings, 0x72):
            return Marks.unticked
        case (.wingdings, 0xFC): return Marks.tick
        case (.wingdings, 0xFB): return Marks.cross
        case (.wingdings2, 0x51), (.wingdings2, 0x52), (.wingdings2, 0x53), (.wingdings2, 0x54):
            return Marks.ticked
        case (.wingdings2, 0xA3), (.wingdings2, 0x2A), (.wingdings2, 0x30), (.wingdings2, 0x35):
            return Marks.unticked
        case (.wingdings2, 0x50): return Marks.tick
        case (.wingdings2, 0x4F): return Marks.cross
        case (.webdings, 0x61): return Marks.tick
        case (.webdings, 0x72): return Marks.cross
        case (.webdings, 0x63): return Marks.unticked
        default: return nil
        }
    }

    /// The text of a run in this font.
    func text(_ letters: String) -> String {
        var text = ""
        for scalar in letters.unicodeScalars {
            if let mark = mark(scalar.value) {
                text += mark
            } else {
                text.unicodeScalars.append(
                    scalar.value >= 0xF020 && scalar.value <= 0xF0FF ? "\u{2022}" : scalar
                )
            }
        }
        return text
    }
}

extension SymbolFont {
    /// The text with only those signs read that stand in the private use area, where the font's name was lost.
    func textOfPrivateUse(_ letters: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in letters.unicodeScalars {
            if (0xF020...0xF0FF).contains(scalar.value) {
                text.append(contentsOf: self.text(String(scalar)).unicodeScalars)
            } else {
                text.append(scalar)
            }
        }
        return String(text)
    }
}

/// The one way in which ticks and boxes are written in a `Line`.
enum Marks {
    static let ticked = "☒"
    static let unticked = "☐"
    static let tick = "✓"
    static let cross = "✗"

    static func box(_ isTicked: Bool) -> String { isTicked ? ticked : unticked }

    /// The text with all the ways of Unicode to draw a tick or a box reduced to four.
    static func normalised(_ text: String) -> String {
        guard mayHoldMarks(text) else { return text }
        var result = String.UnicodeScalarView()
        var isAfterMark = false
        for scalar in text.unicodeScalars {
            // A variation selector asks for a picture or a letter of the same mark.
            if isAfterMark, scalar == "\u{FE0E}" || scalar == "\u{FE0F}" { continue }
            let mark = mark(scalar)
            isAfterMark = mark != nil
            result.append(mark ?? scalar)
        }
        return String(result)
    }

    /// All of them begin with E2 or F0 in UTF-8, as little else does but dashes and quotation marks, whose E2 80 follows.
    private static func mayHoldMarks(_ text: String) -> Bool {
        var isAfterE2 = false
        for byte in text.utf8 {
            if byte == 0xF0 || isAfterE2 && byte != 0x80 { return true }
            isAfterE2 = byte == 0xE2
        }
        return false
    }

    private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "☑", "☒", "\u{1F5F9}", "\u{1F5F7}", "\u{1F5F5}", "\u{2327}", "\u{274E}", "\u{2BBD}", "\u{2BBF}":
            "☒"
        case "☐", "\u{25A1}", "\u{25FB}", "\u{25A2}", "\u{2B1C}", "\u{2751}", "\u{2752}", "\u{274F}",
            "\u{2750}":
            "☐"
        case "✓", "✔", "\u{2705}", "\u{1F5F8}": "✓"
        case "✗", "✘", "✕", "✖", "\u{274C}", "\u{2613}": "✗"
        default: nil
        }
    }
}
