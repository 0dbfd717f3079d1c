/// Words that stand beside each other.
struct PDFLine {
    private(set) var words: [PDFWord]
    private(set) var box: PDFBox

    /// From the words of one place that run in one way.
    static func lines(of words: [PDFWord]) -> [PDFLine] {
        var lines: [PDFLine] = []
        // Only the lines near the bottom can take another word, as the words come from top to bottom.
        var firstOpen = 0
        for word in words.sorted(by: { ($0.baseline, $0.box.x0) < ($1.baseline, $1.box.x0) }) {
            while firstOpen < lines.count, lines[firstOpen].box.y1 < word.box.y0 - 30 { firstOpen += 1 }
            var best: (index: Int, overlap: Double)?
            for index in firstOpen..<lines.count {
                let overlap = lines[index].overlap(word)
                if overlap > best?.overlap ?? 0.5 { best = (index, overlap) }
            }
            if let best {
                lines[best.index].add(word)
            } else {
                lines.append(PDFLine(words: [word], box: word.box))
            }
        }
        for index in lines.indices {
            lines[index].words.sort { $0.box.x0 < $1.box.x0 }
            lines[index].joinDoubles()
        }
        return lines.sorted { $0.baseline < $1.baseline }
    }

    /// Programs without a bold font print the same word twice, a hair apart.
    private mutating func joinDoubles() {
        var index = 1
        while index < words.count {
            let (word, next) = (words[index - 1], words[index])
            if next.box.x0 - word.box.x0 < word.size * 0.15, word.text == next.text, !word.isDrawn {
                words[index - 1].isBold = true
                words.remove(at: index)
            } else {
                index += 1
            }
        }
    }

    init(words: [PDFWord], box: PDFBox) {
        self.words = words
        self.box = box
    }

    /// From words that stand in order, at least one.
    init(words: some Collection<PDFWord>) {
        self.words = Array(words)
        box = self.words.dropFirst().reduce(self.words[0].box) { $0.union($1.box) }
    }

    private mutating func add(_ word: PDFWord) {
        words.append(word)
        box = box.union(word.box)
    }

    /// How much of the lower of both heights they share, from 0 to 1.
    private func overlap(_ word: PDFWord) -> Double {
        let shared = min(box.y1, word.box.y1) - max(box.y0, word.box.y0)
        return shared / max(0.1, min(box.height, word.box.height))
    }

    /// The size of most of its letters.
    var size: Double { longest?.size ?? 0 }
    var baseline: Double { longest?.baseline ?? box.y1 }
    var isBold: Bool { words.allSatisfy { $0.isBold || $0.isMark } }
    var isArtifact: Bool { words.allSatisfy(\.isArtifact) }

    private var longest: PDFWord? { words.max { $0.box.width < $1.box.width } }

    /// Width of the blank between its words.
    var blank: Double {
        var least = Double.infinity
        for (word, next) in zip(words, words.dropFirst()) where next.blanks <= 1 {
            let gap = next.box.x0 - word.box.x1
            if gap > size * 0.12 { least = min(least, gap) }
        }
        return least.isFinite ? min(least, size * 0.62) : size * 0.3
    }

    /// What stands between a word and the one before it.
    func separator(before index: Int) -> String {
        guard index > 0 else { return "" }
        return PDFLine.separator(words[index - 1], words[index])
    }

    static func separator(_ left: PDFWord, _ right: PDFWord) -> String {
        let size = min(left.size, right.size)
        let gap = right.box.x0 - left.box.x1
        let blanks = Double(right.blanks)
        if left.isDrawn || right.isDrawn {
            // The blanks round what is drawn are counted to the next word: here the gap tells how many there are.
            let blanks = Int((gap / (size * 0.28)).rounded())
            return blanks > 8 ? "\t" : String(repeating: " ", count: max(blanks, gap > size * 0.05 ? 1 : 0))
        }
        if right.blanks == 0 {
            if right.isApart, left.text.last?.isLowercase == true, right.text.first?.isUppercase == true {
                return "\t"
            }
            return gap > size || right.isApart && gap > size * 0.2 ? "\t" : gap > size * 0.12 ? " " : ""
        }
        // Blanks are a quarter of the size wide, and justified lines stretch them.
        if gap > blanks * size * 0.6 + size * 1.2 { return "\t" }
        // So many blanks are how typists, and some programs, make columns.
        if right.blanks > 7, gap > size * 1.2 { return "\t" }
        return String(repeating: " ", count: right.blanks)
    }

    /// Wide gaps set its parts apart.
    var hasTab: Bool { words.indices.contains { separator(before: $0) == "\t" } }

    /// Dots from a name to what stands at the end of the line.
    var hasLeader: Bool { words.contains { $0.text.contains(".....") || $0.text.contains("……") } }

    var text: String {
        var text = ""
        for index in words.indices { text += separator(before: index) + words[index].text }
        return text
    }

    /// The parts of the line that wide gaps set apart.
    var chunks: [PDFLine] {
        var chunks: [PDFLine] = []
        var start = 0
        // The room behind a bullet or number sets nothing apart.
        let first = PDFListMarker(self, allowsLoneNumber: false)?.words ?? 0
        for index in words.indices where index > first {
            let gap = words[index].box.x0 - words[index - 1].box.x1
            let separator = separator(before: index)
            if separator == "\t" || separator.count > 2 && gap > words[index].size {
                chunks.append(PDFLine(words: words[start..<index]))
                start = index
            }
        }
        if start < words.count { chunks.append(PDFLine(words: words[start...])) }
        return chunks
    }
}
