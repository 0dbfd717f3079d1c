import Minutes

/// Reads plain text: a block a line, but for prose that was plainly wrapped.
struct TextReader {
    private var budget: BlockBudget
    private var places = Places()
    private var blocks: [Block] = []
    /// The paragraph that may still go on, with its last line.
    private var open: (content: Block.Content, text: String, last: TextLine)?
    /// Columns of the longest line of prose, at which the text was wrapped if it was.
    private var widest = 0
    /// Columns by which somebody who wraps by hand misses the margin.
    private static let slack = 6

    /// `prefix` stands before each place: "quoted mail, ", or nothing.
    static func blocks(
        _ text: String,
        prefix: String = "",
        limits: ReadingLimits
    ) throws(ReadingError) -> [Block] {
        var reader = TextReader(budget: BlockBudget(limits))
        reader.places = Places(prefix: prefix)
        try reader.read(text)
        return reader.blocks
    }

    private init(budget: BlockBudget) { self.budget = budget }

    private mutating func read(_ text: String) throws(ReadingError) {
        let written = Substring(text).utf8.split(
            separator: UInt8(ascii: "\n"),
            omittingEmptySubsequences: false
        )
        let lines = written.map { TextLine($0) }
        widest = lines.reduce(0) { max($0, $1.hasColumns ? 0 : $1.width) }
        var tableEnd = 0
        for index in lines.indices where index >= tableEnd {
            let line = lines[index]
            if line.hasColumns, let (rows, end) = FixedColumns.table(in: written, at: index) {
                try close()
                try append(rows)
                tableEnd = end
                continue
            }
            let next = index + 1 < lines.count ? lines[index + 1].rule : nil
            if line.isBlank {
                try close()
            } else if line.rule != nil {
                try close()
            } else if continues(line) {
                open?.text += " " + line.text
                open?.last = line
            } else {
                try close()
                try start(line, underline: next)
            }
        }
        try close()
    }

    /// Whether this line is the rest of the last one, which had no room for its first word.
    private func continues(_ line: TextLine) -> Bool {
        // Somebody who lets a line run longer than that leaves the wrapping to the program that shows it.
        guard widest <= 120, let last = open?.last, last.width >= 45 else { return false }
        let needed = last.width + 1 + line.firstWordWidth
        // A short line goes on only if the next word had no room, and a finished one only if it is at the margin.
        let isFinished = last.endsPhrase && line.startsWithCapital
        guard needed + (last.width < 60 || isFinished ? 0 : TextReader.slack) > widest else { return false }
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
        if isTitle || line.isInCapitals
            || underline != nil && line.width < 80 && !line.text.hasSuffix(".") && !line.hasColumns
        {
            content = .heading(level: isTitle ? 1 : 2, empty)
        } else if line.isListItem {
            content = .listItem(level: min(line.indentation / 4, 8), empty)
        } else {
            content = .paragraph(empty)
        }
        open = (content, line.text, line)
    }

    private mutating func append(_ rows: [[String]]) throws(ReadingError) {
        let place = places.nextTable()
        var table = Table(rows: [])
        for (number, row) in rows.enumerated() {
            let rowPlace = "\(place), row \(number + 1)"
            try budget.spend(row.count)
            table.rows.append(
                Table.Row(
                    cells: row.enumerated().map { column, text in
                        let blocks = [
                            Block(place: rowPlace, content: .paragraph(Line(Marks.normalised(text))))
                        ]
                        return Table.Cell(column: column, blocks: text.isEmpty ? [] : blocks)
                    }
                )
            )
        }
        try budget.spend()
        blocks.append(Block(place: place, content: .table(table)))
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
