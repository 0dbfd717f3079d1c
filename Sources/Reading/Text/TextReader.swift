import Minutes

/// Reads plain text: a block a line, but for prose that was plainly wrapped.
struct TextReader {
    private var budget: BlockBudget
    private var places = Places()
    private var blocks: [Block] = []
    /// The paragraph that may still go on, with its last line.
    private var open: (content: Block.Content, text: String, last: TextLine)?

    static func blocks(_ text: String, limits: ReadingLimits) throws(ReadingError) -> [Block] {
        var reader = TextReader(budget: BlockBudget(limits))
        try reader.read(text)
        return reader.blocks
    }

    private init(budget: BlockBudget) { self.budget = budget }

    private mutating func read(_ text: String) throws(ReadingError) {
        let lines = Substring(text).utf8.split(
            separator: UInt8(ascii: "\n"),
            omittingEmptySubsequences: false
        )
        .map { TextLine($0) }
        // Somebody who lets a line run this long leaves the wrapping to the program that shows it.
        let isWrapped = !lines.contains { $0.width > 120 }
        for index in lines.indices {
            let line = lines[index]
            let next = index + 1 < lines.count ? lines[index + 1].rule : nil
            if line.isBlank {
                try close()
            } else if line.rule != nil {
                try close()
            } else if isWrapped, continues(line) {
                open?.text += " " + line.text
                open?.last = line
            } else {
                try close()
                try start(line, underline: next)
            }
        }
        try close()
    }

    private func continues(_ line: TextLine) -> Bool {
        guard let last = open?.last, last.width >= 60 else { return false }
        if case .heading = open?.content { return false }
        guard !line.isListItem, !line.hasColumns, !line.isInCapitals, !line.startsWithLabel else {
            return false
        }
        if line.indentation == last.lastColumn { return true }
        return !last.hasColumns && !last.isListItem && line.indentation == last.indentation
    }

    private mutating func start(_ line: TextLine, underline: UInt8?) throws(ReadingError) {
        let empty = Line("")
        let isTitle = underline == UInt8(ascii: "=")
        let content: Block.Content
        if isTitle || line.isInCapitals || underline != nil && line.width < 80 && !line.text.hasSuffix(".") {
            content = .heading(level: isTitle ? 1 : 2, empty)
        } else if line.isListItem {
            content = .listItem(level: min(line.indentation / 4, 8), empty)
        } else {
            content = .paragraph(empty)
        }
        open = (content, line.text, line)
    }

    private mutating func close() throws(ReadingError) {
        guard let (content, text, _) = open else { return }
        open = nil
        try budget.spend()
        let line = Line(Marks.normalised(text))
        let finished: Block.Content =
            switch content {
            case .heading(let level, _): .heading(level: level, line)
            case .listItem(let level, _): .listItem(level: level, line)
            default: .paragraph(line)
            }
        blocks.append(Block(place: places.nextParagraph(), content: finished))
    }
}
