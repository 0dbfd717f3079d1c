import Minutes

/// One run of text with its own paragraphs and tables: the body, a page header, a note, a text box.
struct RichTextStory {
    enum Kind {
        /// First page's, then the usual one, then left pages'.
        case header(rank: Int)
        case footer(rank: Int)
        case footnote
        case textBox
    }

    private var places: Places
    private(set) var blocks: [Block] = []
    /// Tables that are open, the outermost first.
    private var tables: [RichTextTable] = []
    var line = LineBuilder()
    /// A bullet or number stands before the paragraph.
    var hasBullet = false
    var isEndnote = false
    /// How the row that is being read is divided, and that of a table in a table.
    var definition = RichTextRowDefinition()
    var nestedDefinition = RichTextRowDefinition()
    /// Blocks of text boxes that belong to the paragraph.
    var boxes: [Block] = []

    init(places: Places) { self.places = places }

    var depth: Int { tables.count }

    /// A row of a table in a table has begun and not ended.
    var isInnerRowOpen: Bool { tables.count > 1 && tables[tables.count - 1].isRowOpen }

    /// Ends the paragraph at that depth of tables.
    mutating func endParagraph(
        _ content: Block.Content?,
        depth: Int,
        budget: inout BlockBudget,
        hidden: inout Int
    ) throws(ReadingError) {
        try move(to: depth, budget: &budget, hidden: &hidden)
        if let content {
            try budget.spend()
            let last = tables.count - 1
            let place = last < 0 ? places.nextParagraph() : tables[last].places.nextParagraph()
            add(Block(place: place, content: content))
        }
        for box in boxes { add(box) }
        boxes = []
        line = LineBuilder()
        hasBullet = false
    }

    mutating func endCell() {
        guard !tables.isEmpty else { return }
        tables[tables.count - 1].endCell()
    }

    mutating func endRow(_ definition: RichTextRowDefinition, budget: inout BlockBudget) throws(ReadingError)
    {
        guard !tables.isEmpty else { return }
        try budget.spend()
        tables[tables.count - 1].endRow(definition)
    }

    /// Closes and opens tables until the story stands that deep in them.
    mutating func move(to depth: Int, budget: inout BlockBudget, hidden: inout Int) throws(ReadingError) {
        while tables.count > depth, var table = tables.popLast() {
            if table.isRowOpen { table.endRow(RichTextRowDefinition()) }
            guard !table.rows.isEmpty else { continue }
            try budget.spend()
            let content = try table.table(&budget, hidden: &hidden)
            add(Block(place: table.place, content: .table(content)))
        }
        while tables.count < depth {
            let last = tables.count - 1
            let place = last < 0 ? places.nextTable() : tables[last].places.nextTable()
            tables.append(RichTextTable(place: place))
        }
    }

    private mutating func add(_ block: Block) {
        if tables.isEmpty { blocks.append(block) } else { tables[tables.count - 1].blocks.append(block) }
    }
}
