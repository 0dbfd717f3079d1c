import CPDF

/// Tells what of a page's text a reader sees.
struct PDFVisibility {
    enum Look {
        case visible
        case hidden
        /// Outside the page: what belongs to another page, mostly.
        case offPage
    }

    /// The page is a picture, with or without text that a machine has read from it.
    let isScan: Bool
    private let page: PDFBox
    private let isPicturePage: Bool
    private let pictures: [PDFShape]
    /// Filled rectangles through which nothing shows, in painting order.
    private let covers: [PDFShape]

    init(_ page: PDFPage, _ glyphs: UnsafeBufferPointer<cpdf_glyph>) {
        self.page = page.box
        pictures = page.shapes.filter { $0.kind == CPDF_PICTURE }
        // Two thousand are more than any page of text has; the rest could only cost time.
        covers = Array(
            page.shapes.lazy.filter {
                $0.kind == CPDF_FILLED_RECTANGLE && !$0.isTranslucent && $0.box.height > 2.5
                    && $0.box.width > 1
            }.prefix(2000)
        )
        let area = page.width * page.height
        let shown = pictures.map { $0.box.overlap(page.box) }.reduce(0, +)
        isPicturePage = shown > area / 2
        let invisible = UInt8(CPDF_INVISIBLE.rawValue)
        let visibleLetters = glyphs.reduce(0) { $0 + ($1.flags & invisible == 0 ? 1 : 0) }
        isScan = isPicturePage && visibleLetters < 20 && glyphs.count < 20
    }

    func look(_ glyph: cpdf_glyph, _ letter: PDFLetter) -> Look {
        guard page.contains(letter.middle, slack: 1) else { return .offPage }
        if isPicturePage { return letter.size < 1 ? .hidden : .visible }
        if glyph.flags & UInt8(CPDF_INVISIBLE.rawValue | CPDF_CLIPPED.rawValue) != 0 { return .hidden }
        if letter.size < 1 { return .hidden }
        var background: UInt32 = 0xFFFFFF
        for cover in covers where cover.box.contains(letter.middle) {
            if cover.order > glyph.order {
                if cover.box.height > letter.size * 0.5 { return .hidden }
            } else {
                background = cover.colour
            }
        }
        guard PDFColour.isNear(glyph.colour, background, within: 12) else { return .visible }
        return pictures.contains { $0.box.contains(letter.middle) } ? .visible : .hidden
    }
}

/// Gathers the letters that run aslant, in the order in which they are painted.
struct PDFSlantedText {
    private(set) var texts: [String] = []
    private var size: Float = 0

    mutating func add(_ letters: ArraySlice<Unicode.Scalar>, size: Float) {
        var words = String.UnicodeScalarView()
        words.append(contentsOf: letters)
        if texts.isEmpty || abs(size - self.size) > 0.5 {
            texts.append(String(words))
        } else {
            texts[texts.count - 1] += String(words)
        }
        self.size = size
    }
}
