import Minutes

/// Collects one paragraph.
struct LineBuilder {
    private var text = ""
    private var removed = ""
    private var hasLetters = false
    private var isAllBold = true

    /// Nothing visible was added so far.
    var isEmpty: Bool { text.isEmpty }

    mutating func append(_ words: String, isBold: Bool = false) {
        text += words
        guard isAllBold || !hasLetters, words.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
        else {
            return
        }
        hasLetters = true
        isAllBold = isAllBold && isBold
    }

    mutating func appendRemoved(_ words: String) { removed += words }

    /// The paragraph without the white space round it, nil if there is nothing in it.
    ///
    /// A tab at the start stays: it is an empty first column.
    func line() -> Line? {
        let visible = Marks.normalised(text.trimmed(keepingLeadingTabs: true))
        let gone = removed.trimmed(keepingLeadingTabs: false)
        if visible.isEmpty, gone.isEmpty { return nil }
        return Line(visible, isBold: hasLetters && isAllBold, removed: gone)
    }
}

extension LineBuilder {
    /// The same without the sentences with which Word asks for something to be filled in, where they are plain text.
    ///
    /// In a Word file they are marked as such; programs that convert such a file keep only their words.
    func lineWithoutPlaceholders() -> Line? {
        guard var line = line() else { return nil }
        guard line.text.utf8.contains(UInt8(ascii: "C")) else { return line }
        for sentence in LineBuilder.placeholders where line.text.contains(sentence) {
            line.text = line.text.replacing(sentence, with: "").trimmed(keepingLeadingTabs: true)
        }
        return line.text.isEmpty && line.removed.isEmpty ? nil : line
    }

    private static let placeholders = [
        "Click or tap here to enter text.", "Click here to enter text.", "Click or tap to enter a date.",
        "Click here to enter a date.", "Choose an item.", "Choose a building block.",
    ]
}

extension String {
    /// Without blanks and line breaks at both ends, and without tabs at the end.
    func trimmed(keepingLeadingTabs: Bool = false) -> String {
        func isBlank(_ byte: UInt8, orTab: Bool) -> Bool {
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                || orTab && byte == UInt8(ascii: "\t")
        }
        let bytes = utf8
        guard let end = bytes.lastIndex(where: { !isBlank($0, orTab: true) }),
            let start = bytes.firstIndex(where: { !isBlank($0, orTab: !keepingLeadingTabs) })
        else { return "" }
        if start == bytes.startIndex, bytes.index(after: end) == bytes.endIndex { return self }
        return String(self[start...end])
    }
}
