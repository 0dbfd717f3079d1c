import Minutes

extension PDFColumnTable {
    /// The table with the paragraphs of its cells.
    func table(_ style: PDFParagraphs.Style, budget: inout BlockBudget) throws(ReadingError) -> PDFTable {
        var made: [Table.Row] = []
        let boxes = lines.joined().map(\.box)
        let xs =
            [boxes.map(\.x0).min() ?? 0] + rivers.map(\.middle)
            + [boxes.map(\.x1).max() ?? 0]
        var ends = [Double](repeating: 0, count: rivers.count + 1)
        for chunk in lines.joined() {
            let column = columns(of: chunk).upperBound - 1
            ends[column] = max(ends[column], chunk.box.x1)
        }
        for row in rows {
            var cells: [Table.Cell] = []
            var column = 0
            while column <= rivers.count {
                let lines = row.joined().filter { self.column(of: $0) == column }
                    .sorted { $0.baseline < $1.baseline }
                let end = lines.map { columns(of: $0).upperBound }.max() ?? column + 1
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
            made.append(Table.Row(cells: cells))
        }
        try budget.spend()
        return PDFTable(xs: xs, rows: made, isRuled: false)
    }
}
