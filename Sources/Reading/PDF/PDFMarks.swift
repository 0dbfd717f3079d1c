import CPDF
import Minutes

/// Finds the check boxes of a page, however they are made, and what is entered in its form fields.
struct PDFMarks {
    /// Boxes as words "☒" and "☐", and the text of fields.
    private(set) var words: [PDFWord] = []
    /// Where letters and lines are part of a mark.
    private var boxes: [(box: PDFBox, isTicked: Bool)] = []

    /// What people put into a box.
    private static let ticks: Set<String> = ["x", "X", "✓", "✔", "✗", "✘", "✕", "✖", "☒", "☑", "√", "×"]
    private static let empty: Set<String> = ["☐", "□", "❏", "❑", "❒", "◻"]

    /// `squares` are those that ruling lines make.
    init(_ page: inout PDFPage, squares: [PDFBox]) {
        addFields(page)
        for square in squares { addDrawn(square, page) }
        for outline in PDFMarks.outlines(page.shapes) { addDrawn(outline, page) }
        for letter in page.letters where PDFMarks.empty.contains(page.text(letter)) {
            let box = PDFBox(
                x0: letter.x0,
                y0: letter.baseline - letter.size * 0.85,
                x1: letter.x1,
                y1: letter.baseline + letter.size * 0.15
            )
            // Only what somebody has put over it makes it more than a letter.
            if letter.turn == .none, tick(in: box, page, besides: letter) { boxes.append((box, true)) }
        }
        guard !boxes.isEmpty else { return }
        page.letters.removeAll { letter in
            boxes.contains { $0.box.contains(letter.middle) }
        }
        for (box, isTicked) in boxes {
            words.append(
                PDFWord(
                    box: PDFBox(x0: box.x0, y0: box.y0, x1: box.x1, y1: box.y1),
                    baseline: box.y1 - box.height * 0.1,
                    size: box.height * 1.1,
                    text: Marks.box(isTicked),
                    isBold: false,
                    isStruck: false,
                    isArtifact: false,
                    blanks: 0,
                    isMark: true
                )
            )
        }
    }

    private mutating func addFields(_ page: PDFPage) {
        for field in page.fields {
            guard let text = field.text else {
                boxes.append((field.box, field.isTicked))
                continue
            }
            let lines = text.split(separator: "\n").map { String($0).trimmed() }.filter { !$0.isEmpty }
            let height = min(14, field.box.height / Double(max(1, lines.count)))
            for (number, line) in lines.enumerated() {
                let top = lines.count == 1 ? field.box.middle.y - height / 2 : field.box.y0
                let baseline = top + height * (Double(number) + 0.75)
                let size = height * 0.75
                let width = min(field.box.width, Double(line.count) * size * 0.5)
                words.append(
                    PDFWord(
                        box: PDFBox(
                            x0: field.box.x0 + 2,
                            y0: baseline - size * 0.75,
                            x1: field.box.x0 + 2 + width,
                            y1: baseline + size * 0.22
                        ),
                        baseline: baseline,
                        size: size,
                        text: line,
                        isBold: false,
                        isStruck: false,
                        isArtifact: false,
                        blanks: 0
                    )
                )
            }
        }
    }

    private mutating func addDrawn(_ box: PDFBox, _ page: PDFPage) {
        // One box may be drawn as outline, filling and shadow.
        let middle = box.middle
        if boxes.contains(where: { $0.box.contains(middle, slack: 1) }) { return }
        let isTicked = tick(in: box, page, besides: nil)
        if !isTicked, page.letters.contains(where: { !$0.isSpace && box.contains($0.middle) }) { return }
        boxes.append((box, isTicked))
    }

    /// Whether there is a cross or tick in the box, as a letter, as lines or as a smaller filled figure.
    private func tick(in box: PDFBox, _ page: PDFPage, besides own: PDFLetter?) -> Bool {
        for letter in page.letters where box.contains(letter.middle) {
            if letter.text != own?.text, PDFMarks.ticks.contains(page.text(letter)) { return true }
        }
        for shape in page.shapes where box.contains(shape.box, slack: 1.5) {
            let isAcross = shape.box.width > box.width * 0.15 && shape.box.height > box.height * 0.15
            switch shape.kind {
            case CPDF_LINE:
                if isAcross { return true }
            case CPDF_FILLED_RECTANGLE, CPDF_FILLED_FIGURE:
                let share = max(shape.box.width / box.width, shape.box.height / box.height)
                if isAcross, share < 0.8, share > 0.25, !shape.isWhite { return true }
            default: break
            }
        }
        return false
    }

    /// Squares with round corners and circles.
    private static func outlines(_ shapes: [PDFShape]) -> [PDFBox] {
        var outlines: [PDFBox] = []
        var figure: (number: UInt32, box: PDFBox, curves: Int)?
        func close() {
            if let figure, figure.curves >= 4, PDFGridFinder.isSquare(figure.box), figure.box.width > 6.5 {
                outlines.append(figure.box)
            }
        }
        for shape in shapes where shape.kind == CPDF_LINE || shape.kind == CPDF_CURVE {
            let curve = shape.kind == CPDF_CURVE ? 1 : 0
            if let open = figure, open.number == shape.figure {
                figure = (open.number, open.box.union(shape.box), open.curves + curve)
            } else {
                close()
                figure = (shape.figure, shape.box, curve)
            }
        }
        close()
        // What is filled in colour and has a tick in it, as browsers print it.
        let filled = shapes.filter {
            $0.kind == CPDF_FILLED_FIGURE && !$0.isWhite && PDFGridFinder.isSquare($0.box)
        }
        if !filled.isEmpty {
            let strokes = shapes.filter { $0.kind == CPDF_LINE && $0.isWhite }
            for fill in filled where strokes.contains(where: { fill.box.contains($0.box) }) {
                outlines.append(fill.box)
            }
        }
        return outlines
    }
}

extension PDFPage {
    func text(_ letter: PDFLetter) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[letter.text])
        return String(view)
    }
}
