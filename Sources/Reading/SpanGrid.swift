import Minutes

/// A table as far as it was read, in which cells that reach over columns and rows find their places.
///
/// HTML and OpenDocument say with a cell how many rows it covers; a cell that reaches down is put into each of them.
/// Rows and cells count against the budget too, since spans and repetitions make many out of few bytes.
struct SpanGrid {
    let place: String
    private(set) var rows: [Table.Row] = []
    private var cells: [Table.Cell] = []
    /// The first column behind the last cell.
    private(set) var column = 0
    /// Cells that reach down, by their first column, with the rows that they still cover.
    private var reaching: [Int: (cell: Table.Cell, rows: Int)] = [:]

    /// The most columns that a cell may cover; browsers have the same.
    static let widest = 1000

    init(place: String) { self.place = place }

    /// Where the row that is being read stands.
    var rowPlace: String { "\(place), row \(rows.count + 1)" }

    /// Adds a cell at the next column that no cell from above covers.
    mutating func add(
        _ blocks: [Block],
        columns: Int,
        rows: Int,
        budget: inout BlockBudget
    ) throws(ReadingError) {
        while let (above, _) = reaching[column] { try goOn(above, budget: &budget) }
        try add(blocks, at: column, columns: columns, rows: rows, budget: &budget)
    }

    /// Adds a cell at that column, for formats that count the covered places themselves.
    mutating func add(
        _ blocks: [Block],
        at start: Int,
        columns: Int,
        rows: Int,
        budget: inout BlockBudget
    ) throws(ReadingError) {
        try reach(to: start, budget: &budget)
        try budget.spend()
        let span = min(max(columns, 1), SpanGrid.widest)
        var cell = Table.Cell(column: start, columnSpan: span, blocks: blocks)
        cells.append(cell)
        cell.isContinuation = true
        if rows > 1 { reaching[start] = (cell, rows) } else { reaching[start] = nil }
        column = start + span
    }

    /// Ends the row; what reaches down further right is put into it.
    mutating func endRow(isHeader: Bool, budget: inout BlockBudget) throws(ReadingError) {
        try reach(to: .max, budget: &budget)
        try budget.spend()
        rows.append(Table.Row(cells: cells, isHeader: isHeader))
        for (start, (cell, rows)) in reaching { reaching[start] = rows > 1 ? (cell, rows - 1) : nil }
        cells = []
        column = 0
    }

    /// Ends a group of rows, over whose end no cell reaches.
    mutating func endGroup() { reaching = [:] }

    /// Puts the cells from above into the row that begin before that column.
    private mutating func reach(to end: Int, budget: inout BlockBudget) throws(ReadingError) {
        guard !reaching.isEmpty, column < end else { return }
        for start in reaching.keys.filter({ $0 >= column && $0 < end }).sorted() where start >= column {
            if let (cell, _) = reaching[start] { try goOn(cell, budget: &budget) }
        }
    }

    private mutating func goOn(_ above: Table.Cell, budget: inout BlockBudget) throws(ReadingError) {
        try budget.spend(1 + above.blocks.count)
        cells.append(above)
        column = above.column + above.columnSpan
    }
}
