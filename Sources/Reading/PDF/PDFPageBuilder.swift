import Minutes

/// A piece of a page's content that may go on on the next page.
enum PDFContent {
    case text(Block.Content)
    case table(PDFTable)
}

/// What a page or a part of it says, in reading order.
struct PDFContents {
    var contents: [PDFContent] = []
    /// The line with which the first and the last paragraph begins and ends, if they are plain text.
    var firstLine: PDFLine?
    var lastLine: PDFLine?
    /// Where the lines of the last text end.
    var columnEnd = 0.0
}

/// Makes blocks of what stands on one page.
struct PDFPageBuilder {
    let layout: PDFLayout
    let style: PDFParagraphs.Style
    let limits: ReadingLimits
    let left: Double
    let right: Double
    /// In page headers and footers nothing is a heading.
    var isFurniture = false

    func contents(_ items: [PDFItem], budget: inout BlockBudget) throws(ReadingError) -> PDFContents {
        var found = PDFContents()
        var lines: [PDFLine] = []
        let tables = PDFTableBuilder(layout: layout, style: style, limits: limits)
        for item in items {
            switch item.content {
            case .line(let line): lines.append(line)
            case .grid(let index):
                try add(lines, to: &found, budget: &budget)
                lines = []
                let table = try tables.table(index, depth: 1, budget: &budget)
                found.contents.append(.table(table))
                found.lastLine = nil
            }
        }
        try add(lines, to: &found, budget: &budget)
        return found
    }

    /// Lines that stand on their side outside tables, such as notes in the margin.
    func turned(budget: inout BlockBudget) throws(ReadingError) -> [PDFContent] {
        var found: [PDFContent] = []
        for turn in [PDFTurn.up, .down, .upsideDown] {
            for line in PDFLine.lines(of: layout.words(in: nil, turn: turn)) {
                try budget.spend()
                found.append(.text(.paragraph(Line(Marks.normalised(line.text), isBold: line.isBold))))
            }
        }
        return found
    }

    private func add(
        _ lines: [PDFLine],
        to found: inout PDFContents,
        budget: inout BlockBudget
    ) throws(ReadingError) {
        guard !lines.isEmpty else { return }
        for part in PDFColumns(
            separators: layout.separators,
            right: right
        ).parts(lines) {
            switch part {
            case .lines(let lines): try addText(lines, to: &found, budget: &budget)
            case .table(let columns):
                found.contents.append(.table(try columns.table(style, budget: &budget)))
                found.lastLine = nil
            }
        }
    }

    private func addText(
        _ lines: [PDFLine],
        to found: inout PDFContents,
        budget: inout BlockBudget
    ) throws(ReadingError) {
        // Text in columns ends where its own lines do.
        let isColumn =
            lines.allSatisfy { $0.box.x1 < left + (right - left) * 0.55 } && lines.count > 4
            || lines.allSatisfy { $0.box.x0 > left + (right - left) * 0.4 } && lines.count > 4
        let paragraphs = PDFParagraphs(
            left: isColumn ? lines.map(\.box.x0).min() ?? left : left,
            right: isColumn ? lines.map(\.box.x1).max() ?? right : right,
            style: style,
            isCell: isFurniture
        )
        var blocks = paragraphs.blocks(lines)
        if isColumn, let last = found.lastLine, let first = lines.first, first.baseline < last.baseline,
            case .text(let text) = found.contents.last, case .paragraph(let rest) = blocks.first
        {
            // The text goes on at the top of the next column.
            let above = PDFParagraphs(
                left: last.box.x0,
                right: found.columnEnd,
                style: style,
                isCell: isFurniture
            )
            if above.continuesOverPage(last, first) {
                found.contents[found.contents.count - 1] = .text(text.joined(rest))
                blocks.removeFirst()
            }
        }
        found.columnEnd = paragraphs.right
        if found.contents.isEmpty { found.firstLine = lines.first }
        found.lastLine = lines.last
        for block in blocks {
            try budget.spend()
            found.contents.append(.text(block))
        }
    }
}
