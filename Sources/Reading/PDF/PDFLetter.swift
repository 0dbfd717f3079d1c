/// A letter that a reader of the page sees.
///
/// Letters that do not run from left to right have positions as if the page had been turned so that they do.
struct PDFLetter {
    /// Left and right end.
    var x0: Double
    var x1: Double
    var baseline: Double
    /// Height of the font.
    var size: Double
    /// In the page's `scalars`.
    var text: Range<Int>
    /// About the middle of a small letter, on the page itself.
    var middle: PDFPoint
    var turn: PDFTurn
    var isSpace: Bool
    /// A blank at which no line may be broken.
    var isTie: Bool
    var isBold: Bool
    var isArtifact: Bool
    var colour: UInt32
    /// The file moved to this place before it painted the letter.
    var isPlaced: Bool
    var isStruck = false
    /// It stands for a check box.
    var isMark = false
    /// The table cell in which it stands, nil outside tables.
    var cell: Int?
}
