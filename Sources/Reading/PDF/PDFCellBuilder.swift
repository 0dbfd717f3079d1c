import Minutes

/// Makes blocks of what stands in one cell.
struct PDFCellBuilder {
    let tables: PDFTableBuilder
    let box: PDFBox
    let padding: Double

    func blocks(
        _ words: [PDFWord],
        tablesIn cell: Int?,
        depth: Int,
        budget: inout BlockBudget
    ) throws(ReadingError) -> [Block] {
        let layout = tables.layout
        var blocks: [Block] = []
        var lines = PDFLine.lines(of: words.filter { $0.turn == .none })
        if let cell {
            for inner in layout.parents.indices where layout.parents[inner] == cell {
                let top = layout.grids[inner].box.y0
                let before = lines.prefix { $0.baseline < top }
                try add(Array(before), to: &blocks, budget: &budget)
                lines.removeFirst(before.count)
                let table = try tables.table(inner, depth: depth + 1, budget: &budget)
                blocks.append(Block(place: "", content: .table(Table(rows: table.rows))))
            }
        }
        try add(lines, to: &blocks, budget: &budget)
        // What stands on its side in a cell is one label, however many lines it takes.
        for turn in [PDFTurn.up, .down, .upsideDown] {
            let turned = PDFLine.lines(of: words.filter { $0.turn == turn })
            guard let first = turned.first else { continue }
            let left = first.box.x0
            let label = PDFParagraphs(left: left, right: left, style: tables.style, isCell: true)
            try add(label.blocks(turned), to: &blocks, budget: &budget)
        }
        return blocks
    }

    private func add(
        _ lines: [PDFLine],
        to blocks: inout [Block],
        budget: inout BlockBudget
    ) throws(ReadingError) {
        let paragraphs = PDFParagraphs(
            left: box.x0 + padding,
            right: box.x1 - padding,
            style: tables.style,
            isCell: true
        )
        // A frame round a table without lines of its own.
        guard lines.count > 3, box.width > 200 else {
            return try add(paragraphs.blocks(lines), to: &blocks, budget: &budget)
        }
        let columns = PDFColumns(
            separators: tables.layout.separators,
            right: box.x1 - padding
        )
        for part in columns.parts(lines) {
            switch part {
            case .table(let table) where table.rivers.count > 1 && table.lines.count > 2:
                let made = try table.table(tables.style, budget: &budget)
                blocks.append(Block(place: "", content: .table(Table(rows: made.rows))))
            case .table(let table):
                let lines = PDFLine.lines(of: table.lines.joined().flatMap(\.words))
                try add(paragraphs.blocks(lines), to: &blocks, budget: &budget)
            case .lines(let lines), .column(let lines):
                try add(paragraphs.blocks(lines), to: &blocks, budget: &budget)
            }
        }
    }

    private func add(
        _ contents: [Block.Content],
        to blocks: inout [Block],
        budget: inout BlockBudget
    ) throws(ReadingError) {
        for content in contents {
            try budget.spend()
            blocks.append(Block(place: "", content: content))
        }
    }
}
