import Minutes

/// Reads Markdown as people write it in notes: headings, lists, pipe tables, emphasis, check boxes.
struct MarkdownReader {
    private var budget: BlockBudget
    private var places = Places()
    private var blocks: [Block] = []
    private var paragraph = ""
    private var paragraphLevel: Int?

    static func blocks(_ text: String, limits: ReadingLimits) throws(ReadingError) -> [Block] {
        var reader = MarkdownReader(budget: BlockBudget(limits))
        try reader.read(text)
        return reader.blocks
    }

    /// Whether a text is plainly meant as Markdown; a text that is not loses nothing by being read as text.
    static func isMarkdown(_ text: String) -> Bool {
        var headings = 0
        var emphasis = 0
        var items = 0
        var previousHasPipe = false
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(
            2000
        ) {
            let line = String(Substring(line)).trimmed()
            if previousHasPipe, isDelimiterRow(line) { return true }
            previousHasPipe = line.utf8.contains(UInt8(ascii: "|"))
            if heading(line) != nil { headings += 1 }
            if line.hasPrefix("- ") || line.hasPrefix("* ") { items += 1 }
            if line.contains("**") { emphasis += 1 }
        }
        return headings >= 2 || headings == 1 && emphasis + items > 0 || emphasis >= 2 && items >= 2
    }

    private init(budget: BlockBudget) { self.budget = budget }

    private mutating func read(_ text: String) throws(ReadingError) {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        var index = 0
        while index < lines.count {
            let line = lines[index]
            let trimmed = line.trimmed()
            index += 1
            if trimmed.isEmpty {
                try close()
            } else if let heading = MarkdownReader.heading(trimmed) {
                try close()
                try add(.heading(level: heading.level, MarkdownInline.line(heading.text)))
            } else if MarkdownReader.isRule(trimmed) {
                // Under a paragraph it makes a heading of it, elsewhere it is a line across the page.
                let level = trimmed.hasPrefix("=") ? 1 : 2
                if !paragraph.isEmpty, paragraphLevel == nil, !trimmed.hasPrefix("*") {
                    let title = paragraph
                    paragraph = ""
                    try add(.heading(level: level, MarkdownInline.line(title)))
                } else {
                    try close()
                }
            } else if trimmed.contains("|"), index < lines.count,
                MarkdownReader.isDelimiterRow(lines[index].trimmed())
            {
                try close()
                var rows = [trimmed]
                index += 1
                while index < lines.count, lines[index].contains("|") {
                    rows.append(lines[index].trimmed())
                    index += 1
                }
                try table(rows)
            } else {
                try self.text(line)
            }
        }
        try close()
    }

    private mutating func text(_ source: String) throws(ReadingError) {
        let line = TextLine(Substring(source.hasPrefix(">") ? source.drop { $0 == ">" } : source[...]).utf8)
        if line.isListItem {
            try close()
            paragraphLevel = min(line.indentation / 2, 8)
        }
        let breaksLine = source.hasSuffix("  ") || source.hasSuffix("\\")
        if !paragraph.isEmpty, !paragraph.hasSuffix("\n") { paragraph += " " }
        paragraph += line.text.hasSuffix("\\") ? String(line.text.dropLast()) : line.text
        if breaksLine { paragraph += "\n" }
    }

    private mutating func close() throws(ReadingError) {
        guard !paragraph.isEmpty else { return }
        let line = MarkdownInline.line(paragraph)
        try add(paragraphLevel.map { .listItem(level: $0, line) } ?? .paragraph(line))
        paragraph = ""
        paragraphLevel = nil
    }

    private mutating func add(_ content: Block.Content) throws(ReadingError) {
        try budget.spend()
        blocks.append(Block(place: places.nextParagraph(), content: content))
    }

    private mutating func table(_ sources: [String]) throws(ReadingError) {
        let place = places.nextTable()
        var rows: [Table.Row] = []
        for (index, source) in sources.enumerated() {
            var cells: [Table.Cell] = []
            for (column, text) in MarkdownReader.cells(source).enumerated() {
                let line = MarkdownInline.line(text)
                let isEmpty = line.text.isEmpty && line.removed.isEmpty
                try budget.spend()
                let block = Block(place: "\(place), row \(index + 1)", content: .paragraph(line))
                cells.append(Table.Cell(column: column, blocks: isEmpty ? [] : [block]))
            }
            rows.append(Table.Row(cells: cells, isHeader: index == 0))
        }
        try budget.spend()
        blocks.append(Block(place: place, content: .table(Table(rows: rows))))
    }

    private static func cells(_ row: String) -> [String] {
        var row = row[...]
        if row.hasPrefix("|") { row = row.dropFirst() }
        if row.hasSuffix("|"), !row.hasSuffix("\\|") { row = row.dropLast() }
        var cells = [""]
        var isEscaped = false
        for character in row {
            if character == "|", !isEscaped {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return cells.map { $0.trimmed() }
    }

    private static func heading(_ line: String) -> (level: Int, text: String)? {
        let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(level), line.utf8.dropFirst(level).first == UInt8(ascii: " ") else {
            return nil
        }
        var text = line.dropFirst(level)
        while text.hasSuffix("#") || text.hasSuffix(" ") { text = text.dropLast() }
        return text.isEmpty ? nil : (level, String(text).trimmed())
    }

    private static func isRule(_ line: String) -> Bool {
        guard let first = line.utf8.first, "-=*_".utf8.contains(first), line.utf8.count >= 3 else {
            return false
        }
        return line.utf8.allSatisfy { $0 == first || $0 == UInt8(ascii: " ") }
    }

    private static func isDelimiterRow(_ line: String) -> Bool {
        line.contains("|") && line.contains("--")
            && line.utf8.allSatisfy { "|-: ".utf8.contains($0) }
    }
}
