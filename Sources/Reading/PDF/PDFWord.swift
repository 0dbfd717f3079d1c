/// Letters that stand together.
struct PDFWord {
    var box: PDFBox
    var baseline: Double
    var size: Double
    var text: String
    var isBold: Bool
    var isStruck: Bool
    var isArtifact: Bool
    /// Blanks that the file itself puts before it.
    var blanks: Int
    /// Those are such at which no line may be broken.
    var isTied = false
    var turn: PDFTurn = .none
    /// A check box, as a letter or drawn.
    var isMark = false
    var isDrawn = false
    /// The file moved to this place, although it has blanks between words elsewhere: a tab or another cell.
    var isApart = false
}

/// Gathers the letters of a page into words, in the order in which they are painted.
struct PDFWordBuilder {
    /// The words of each cell; those outside tables stand under nil.
    private(set) var words: [Int?: [PDFWord]] = [:]
    private var open: PDFWord?
    private var openCell: Int?
    private var letters = String.UnicodeScalarView()
    private var blanks = 0
    private var isTied = false

    init(_ page: PDFPage) {
        for letter in page.letters { add(letter, page.scalars) }
        close()
    }

    private mutating func add(_ letter: PDFLetter, _ scalars: [Unicode.Scalar]) {
        if letter.isSpace {
            // Blanks count only where they follow the word before them.
            if let word = open, letter.turn == word.turn, abs(letter.baseline - word.baseline) < word.size {
                close()
                blanks = 0
                isTied = true
            }
            blanks += 1
            isTied = isTied && letter.isTie
            return
        }
        if let word = open, !continues(word, letter, scalars) { close() }
        var word: PDFWord
        if let open {
            word = open
        } else {
            word = PDFWord(
                box: PDFBox(
                    x0: letter.x0,
                    y0: letter.baseline - letter.size * 0.75,
                    x1: letter.x1,
                    y1: letter.baseline + letter.size * 0.22
                ),
                baseline: letter.baseline,
                size: letter.size,
                text: "",
                isBold: letter.isBold,
                isStruck: letter.isStruck,
                isArtifact: letter.isArtifact,
                blanks: blanks,
                isTied: isTied && blanks > 0,
                turn: letter.turn,
                isMark: letter.isMark,
                isApart: letter.isPlaced && blanks == 0
            )
            openCell = letter.cell
        }
        blanks = 0
        isTied = false
        letters.append(contentsOf: scalars[letter.text])
        word.box.x0 = min(word.box.x0, letter.x0)
        word.box.x1 = max(word.box.x1, letter.x1)
        open = word
    }

    private func continues(
        _ word: PDFWord,
        _ letter: PDFLetter,
        _ scalars: [Unicode.Scalar]
    ) -> Bool {
        guard letter.turn == word.turn, letter.isBold == word.isBold,
            letter.isStruck == word.isStruck, !letter.isMark, !word.isMark,
            letter.isArtifact == word.isArtifact,
            abs(letter.baseline - word.baseline) < word.size * 0.1,
            abs(letter.size - word.size) < word.size * 0.15
        else { return false }
        // A tab may be as good as nothing, but no word goes on in capitals.
        if letter.isPlaced, letters.count > 4, letters.last?.properties.isLowercase == true,
            scalars[letter.text.lowerBound].properties.isUppercase
        {
            return false
        }
        let gap = letter.x0 - word.box.x1
        if letter.cell != openCell {
            // A word that is too long for its cell reaches into the next one, and stays one word.
            return !letter.isPlaced && abs(gap) < word.size * 0.05
        }
        return gap < word.size * 0.18 && gap > -word.size * 0.4
    }

    private mutating func close() {
        guard var word = open else { return }
        word.text = String(letters)
        letters = String.UnicodeScalarView()
        open = nil
        if !word.text.isEmpty { words[openCell, default: []].append(word) }
    }
}
