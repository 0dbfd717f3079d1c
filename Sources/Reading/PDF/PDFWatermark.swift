import CPDF

/// Reads a watermark that is drawn as outlines, as word processors export it.
///
/// The outlines of a letter tell how many holes it has, and that tells the few words that are used apart.
enum PDFWatermark {
    private static let words = [
        "DRAFT", "Draft", "CONFIDENTIAL", "RESTRICTED", "OFFICIAL", "OFFICIAL-SENSITIVE", "SAMPLE", "COPY",
        "DO NOT COPY", "FINAL", "URGENT",
    ]

    static func text(_ page: PDFPage) -> String? {
        let area = page.width * page.height
        let large = page.shapes.filter {
            $0.kind == CPDF_FILLED_FIGURE && $0.box.width > 8 && $0.box.height > 8
                && $0.box.width * $0.box.height > area / 5000
        }
        // The letters of one word are one path, or paths of one colour behind each other.
        var start = 0
        while start < large.count {
            let end =
                large[start...].firstIndex { $0.colour != large[start].colour } ?? large.count
            if let text = text(Array(large[start..<min(end, start + 60)]), page) { return text }
            start = end
        }
        return nil
    }

    private static func text(_ figures: [PDFShape], _ page: PDFPage) -> String? {
        guard figures.count > 3 else { return nil }
        let whole = figures.dropFirst().reduce(figures[0].box) { $0.union($1.box) }
        guard whole.width > page.width * 0.3 || whole.height > page.height * 0.3 else { return nil }
        var letters: [(box: PDFBox, holes: Int)] = []
        let isHole = figures.map { figure in
            figures.contains { $0.box != figure.box && $0.box.contains(figure.box, slack: 0.5) }
        }
        for (index, figure) in figures.enumerated() where !isHole[index] {
            let holes = figures.indices.count {
                isHole[$0] && figure.box.contains(figures[$0].box, slack: 0.5)
            }
            letters.append((figure.box, holes))
        }
        letters.sort { $0.box.middle.x < $1.box.middle.x }
        let holes = letters.map(\.holes)
        return words.first { word in
            word.compactMap { $0.isLetter ? PDFWatermark.holes($0) : $0 == "-" ? 0 : nil } == holes
        }
    }

    private static func holes(_ letter: Character) -> Int {
        switch letter {
        case "B": 2
        case "A", "D", "O", "P", "Q", "R", "a": 1
        default: 0
        }
    }
}
