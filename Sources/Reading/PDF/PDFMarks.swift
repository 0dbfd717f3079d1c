import CPDF
import Minutes

/// Finds the check boxes of a page, however they are made, and what is entered in its form fields.
struct PDFMarks {
    /// Boxes as words "☒" and "☐", and the text of fields.
    private(set) var words: [PDFWord] = []
    /// Where letters and lines are part of a mark.
    private var boxes: [(box: PDFBox, isTicked: Bool)] = []

    /// What people put into a box.
    private static let ticks: Set<Unicode.Scalar> = [
        "x", "X", "✓", "✔", "✗", "✘", "✕", "✖", "☒", "☑", "√", "×",
    ]
    private static let empty: Set<Unicode.Scalar> = ["☐", "□", "❏", "❑", "❒", "◻"]

    /// `squares` are those that ruling lines make.
    init(_ page: inout PDFPage, squares: [PDFBox]) {
        addFields(page)
        for square in squares { addDrawn(square, page) }
        for outline in PDFMarks.outlines(page.shapes) { addDrawn(outline, page) }
        for letter in page.letters where page.sign(letter).map(PDFMarks.empty.contains) == true {
            let box = PDFBox(
                x0: letter.x0,
                y0: letter.baseline - letter.size * 0.85,
                x1: letter.x1,
                y1: letter.baseline + letter.size * 0.15
            )
            // Only what somebody has put over it makes it more than a letter.
            if letter.turn == .none, tick(in: box, page, besides: letter) { boxes.append((box, true)) }
        }
        addBullets(page)
        for box in boxes { put(box.box, Marks.box(box.isTicked), on: &page) }
    }

    /// Puts a mark in place of the letters in the box, so that it keeps its place in the text.
    private mutating func put(_ box: PDFBox, _ mark: String, on page: inout PDFPage) {
        let first = page.letters.firstIndex { !$0.isSpace && box.contains($0.middle) }
        if let first {
            let start = page.scalars.count
            page.scalars += mark.unicodeScalars
            page.letters[first].text = start..<page.scalars.count
            page.letters[first].isMark = true
            let kept = page.letters[first]
            page.letters.removeAll { $0.text != kept.text && box.contains($0.middle) }
            return
        }
        words.append(
            PDFWord(
                box: box,
                baseline: box.y1 - box.height * 0.1,
                size: box.height * 1.1,
                text: mark,
                isBold: false,
                isStruck: false,
                isArtifact: false,
                blanks: 0,
                isMark: true,
                isDrawn: true
            )
        )
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

    /// Browsers draw the bullets of lists as small filled circles.
    private mutating func addBullets(_ page: PDFPage) {
        let dots = page.shapes.filter { shape in
            shape.kind == CPDF_FILLED_FIGURE && (2...6.5).contains(shape.box.width) && !shape.isWhite
                && abs(shape.box.width - shape.box.height) < 0.5
        }
        // A row of dots is a line, and a page full of them a drawing.
        guard dots.count < 300 else { return }
        for dot in dots {
            let middle = dot.box.middle
            let isAlone = !dots.contains {
                $0.figure != dot.figure && abs($0.box.middle.y - middle.y) < 2
                    && abs($0.box.middle.x - middle.x) < 12
            }
            let isBeforeText = page.letters.contains {
                !$0.isSpace && abs($0.middle.y - middle.y) < $0.size * 0.3 && $0.middle.x > middle.x
                    && $0.x0 - middle.x < 25
            }
            let isTick = boxes.contains { $0.box.contains(middle) }
            if isAlone, isBeforeText, !isTick { addBullet(dot.box) }
        }
    }

    private mutating func addBullet(_ box: PDFBox) {
        let baseline = box.middle.y + 3
        words.append(
            PDFWord(
                box: PDFBox(x0: box.x0, y0: baseline - 7, x1: box.x1, y1: baseline + 2),
                baseline: baseline,
                size: 9,
                text: "•",
                isBold: false,
                isStruck: false,
                isArtifact: false,
                blanks: 0,
                isDrawn: true
            )
        )
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
            if letter.text != own?.text, let sign = page.letterScalar(letter), PDFMarks.ticks.contains(sign) {
                return true
            }
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
    /// The scalar of a letter that is a single one.
    fileprivate func letterScalar(_ letter: PDFLetter) -> Unicode.Scalar? {
        letter.text.count == 1 ? scalars[letter.text.lowerBound] : nil
    }

    /// The same, for what is no letter of any language: most of a page needs no closer look.
    fileprivate func sign(_ letter: PDFLetter) -> Unicode.Scalar? {
        letterScalar(letter).flatMap { $0.value >= 0x2000 ? $0 : nil }
    }
}
