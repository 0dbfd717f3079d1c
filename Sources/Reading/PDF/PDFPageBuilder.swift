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
    /// Left and right end of the columns in which text is set.
    var columns: [PDFGap] = []
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

    /// `columns` are those of the pages before.
    func contents(
        _ items: [PDFItem],
        columns: [PDFGap] = [],
        budget: inout BlockBudget
    ) throws(ReadingError) -> PDFContents {
        var found = PDFContents(columns: columns)
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
            case .lines(let lines): try addText(lines, isColumn: false, to: &found, budget: &budget)
            case .column(let lines): try addText(lines, isColumn: true, to: &found, budget: &budget)
            case .table(let columns):
                found.contents.append(.table(try columns.table(style, budget: &budget)))
                found.lastLine = nil
            }
        }
    }

    private func addText(
        _ lines: [PDFLine],
        isColumn: Bool,
        to found: inout PDFContents,
        budget: inout BlockBudget
    ) throws(ReadingError) {
        // Text in columns ends where its own lines do; the last column may stand alone on its page.
        var limits = PDFGap(x0: left, x1: right)
        let x0 = lines.map(\.box.x0).min() ?? left
        let x1 = lines.map(\.box.x1).max() ?? right
        if isColumn {
            limits = PDFGap(x0: x0, x1: x1)
            found.columns.append(limits)
        } else if let column = found.columns.first(where: { abs($0.x0 - x0) < 3 && x1 < $0.x1 + 3 }) {
            limits = column
        }
        let paragraphs = PDFParagraphs(
            left: limits.x0,
            right: limits.x1,
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
