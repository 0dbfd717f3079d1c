import CPDF

/// A page as Poppler saw it, in Swift's own values and turned so that most of its letters run from left to right.
struct PDFPage {
    var width: Double
    var height: Double
    var letters: [PDFLetter] = []
    var scalars: [Unicode.Scalar] = []
    var shapes: [PDFShape] = []
    var fields: [PDFField] = []
    /// Texts that run aslant, as "DRAFT" does across a page.
    var slanted: [String] = []
    /// Stretches of text that a reader of the page does not see.
    var hiddenPieces = 0
    /// A picture with no text, or hardly any: somebody has put paper on a scanner.
    var isScan = false

    var box: PDFBox { PDFBox(x0: 0, y0: 0, x1: width, y1: height) }
}

/// A line, a filled figure or a picture on the page.
struct PDFShape {
    var kind: cpdf_shape_kind
    /// For a line, the box round it.
    var box: PDFBox
    /// A line that rises from left to right.
    var isRising = false
    var penWidth: Double
    var figure: UInt32
    var order: UInt32
    var colour: UInt32
    var isTranslucent: Bool

    /// So light that nobody sees it on paper.
    var isWhite: Bool { PDFColour.isNear(colour, 0xFFFFFF, within: 8) }
}

struct PDFField {
    var box: PDFBox
    /// What was entered; nil for a check box.
    var text: String?
    var isTicked: Bool
}

enum PDFColour {
    /// The largest difference of red, green and blue.
    static func distance(_ one: UInt32, _ other: UInt32) -> Int {
        var largest = 0
        for shift: UInt32 in [0, 8, 16] {
            largest = max(largest, abs(Int(one >> shift & 0xFF) - Int(other >> shift & 0xFF)))
        }
        return largest
    }

    /// Neither black nor grey nor white.
    static func isColoured(_ colour: UInt32) -> Bool {
        let parts = [colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF]
        return (parts.max() ?? 0) - (parts.min() ?? 0) > 48
    }

    static func isNear(_ one: UInt32, _ other: UInt32, within limit: Int) -> Bool {
        distance(one, other) <= limit
    }
}
