/// The bullet or number at the start of a line.
struct PDFListMarker {
    /// How many words it takes.
    let words: Int
    let isNumber: Bool

    private static let bullets: Set<String> = [
        "•", "·", "▪", "◦", "●", "○", "■", "–", "-", "*", "o", "➢", "→", "\u{2043}", "‣", "∙", "⁃", "§",
    ]

    init?(_ line: PDFLine, allowsLoneNumber: Bool) {
        guard let first = line.words.first, line.words.count > 1 || allowsLoneNumber, !first.isStruck else {
            return nil
        }
        if PDFListMarker.bullets.contains(first.text) {
            // A dash or an "o" is a bullet only where the text stands apart from it.
            let gap = line.words.count > 1 ? line.words[1].box.x0 - first.box.x1 : 0
            guard first.text != "o" || gap > first.size * 0.5 else { return nil }
            words = 1
            isNumber = false
            return
        }
        guard PDFListMarker.isNumber(first.text) else { return nil }
        words = 1
        isNumber = true
    }

    /// "1.", "12)", "a)", "(b)", but neither "1.2" nor a time.
    private static func isNumber(_ text: String) -> Bool {
        var letters = Substring(text)
        guard let end = letters.popLast(), end == "." || end == ")" else { return false }
        if letters.first == "(" { letters.removeFirst() }
        guard (1...3).contains(letters.utf8.count) else { return false }
        if letters.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        return end == ")" && letters.utf8.count == 1 && letters.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
}
