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
