/// What Word shows where nothing has been entered in a form: in print it looks like text.
enum PDFPlaceholders {
    private static let phrases = [
        "Click or tap here to enter text.", "Click here to enter text.", "Click or tap to enter a date.",
        "Click here to enter a date.", "Choose an item.",
    ]

    /// Whether a word may be the first of one.
    static func mayBegin(with word: String) -> Bool { word == "Click" || word == "Choose" }

    static func removed(from text: String) -> String {
        var text = text
        for phrase in phrases where text.contains(phrase) {
            text = text.replacing(phrase, with: "").trimmed()
        }
        return text
    }
}
