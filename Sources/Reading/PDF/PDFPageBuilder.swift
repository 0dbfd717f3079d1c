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
}

/// Makes blocks of what stands on one page.
struct PDFPageBuilder {
    let layout: PDFLayout
    let style: PDFParagraphs.Style
    let limits: ReadingLimits
    let left: Double
    let right: Double

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
        for part in PDFColumns(separators: layout.separators, right: right).parts(lines) {
            switch part {
            case .lines(let lines): try addText(lines, to: &found, budget: &budget)
            case .table(let columns):
                found.contents.append(.table(try table(columns, budget: &budget)))
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
            isCell: false
        )
        let blocks = paragraphs.blocks(lines)
        if found.contents.isEmpty { found.firstLine = lines.first }
        found.lastLine = lines.last
        for block in blocks {
            try budget.spend()
            found.contents.append(.text(block))
        }
    }

    private func table(_ columns: PDFColumnTable, budget: inout BlockBudget) throws(ReadingError) -> PDFTable
    {
        var rows: [Table.Row] = []
        let boxes = columns.lines.joined().map(\.box)
        let xs =
            [boxes.map(\.x0).min() ?? left] + columns.rivers.map(\.middle)
            + [boxes.map(\.x1).max() ?? right]
        var ends = [Double](repeating: 0, count: columns.rivers.count + 1)
        for chunk in columns.lines.joined() {
            let column = columns.columns(of: chunk).upperBound - 1
            ends[column] = max(ends[column], chunk.box.x1)
        }
        for row in columns.rows {
            var cells: [Table.Cell] = []
            var column = 0
            while column <= columns.rivers.count {
                let lines = row.joined().filter { columns.column(of: $0) == column }
                    .sorted { $0.baseline < $1.baseline }
                let end = lines.map { columns.columns(of: $0).upperBound }.max() ?? column + 1
                let paragraphs = PDFParagraphs(
                    left: lines.map(\.box.x0).min() ?? 0,
                    right: ends[end - 1],
                    style: style,
                    isCell: true
                )
                var blocks: [Block] = []
                for content in paragraphs.blocks(lines) {
                    try budget.spend()
                    blocks.append(Block(place: "", content: content))
                }
                cells.append(Table.Cell(column: column, columnSpan: end - column, blocks: blocks))
                column = end
            }
            rows.append(Table.Row(cells: cells))
        }
        try budget.spend()
        return PDFTable(xs: xs, rows: rows, isRuled: false)
    }
}
