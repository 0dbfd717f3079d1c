import Minutes

/// Reads one story of a Word document: the body, a page header, a footnote (ECMA-376 part 1, 17.2 to 17.4).
///
/// It walks once, from start to end. What it keeps besides the blocks are the counts of what is formatted so that nobody
/// sees it, the notes that were referred to and the sections' headers.
final class StoryReader {
    let cursor: XMLCursor
    let styles: WordStyles
    let limits: ReadingLimits
    /// "page header, ", or empty for the body.
    let prefix: String

    var budget: BlockBudget
    var unseen: UnseenCounts
    /// Bytes of text that the reader came by, seen or not.
    var letters = 0
    var sections: [SectionReference] = []
    /// Some section has a first page of its own.
    var hasFirstPages = false
    var footnotes: [String] = []
    var endnotes: [String] = []
    var watermarks: [String] = []

    // Where the cursor stands.
    var line = LineBuilder()
    var runBase = RunFormat()
    var fields: [Field] = []
    var checkBox: CheckBox?
    /// Content controls around the cursor that show only their placeholder.
    var placeholders = 0
    /// Tracked deletions around the cursor.
    var deletions = 0
    /// Drawings and runs around the cursor that nobody sees.
    var concealments = 0
    /// Shaded tables, rows and cells and text boxes around the cursor: white text may be seen there.
    var backdrops = 0
    var nesting = 0
    private var isParagraphShaded = false
    private let hasPaperOnly: Bool
    private var textBoxes = 0
    private var textBoxBlocks: [Block] = []

    /// A field between its begin and its end.
    struct Field {
        var showsResult = false
        /// A form field that has said what it shows; its result would say it again.
        var hasShown = false
    }

    /// A check box that is being read: its text is the state, whatever glyph the file shows.
    struct CheckBox {
        var isTicked: Bool
        var isWritten = false
    }

    init(
        _ cursor: XMLCursor,
        styles: WordStyles,
        limits: ReadingLimits,
        prefix: String,
        hasPaperOnly: Bool,
        continuing earlier: Totals
    ) {
        self.cursor = cursor
        self.styles = styles
        self.limits = limits
        self.prefix = prefix
        self.hasPaperOnly = hasPaperOnly
        budget = earlier.budget
        unseen = earlier.unseen
    }

    /// What is counted over all stories of a document.
    struct Totals {
        var budget: BlockBudget
        var unseen = UnseenCounts()
    }

    var totals: Totals { Totals(budget: budget, unseen: unseen) }

    func isUnseen(_ format: RunFormat) -> Bool {
        concealments > 0
            || format.isUnseen(onWhite: hasPaperOnly && backdrops == 0 && !isParagraphShaded)
    }

    /// The blocks of the element at which the cursor stands: a body, a header, a note, a cell, a text box.
    func blocks(_ places: Places) throws(ReadingError) -> [Block] {
        var container = Container(places: places)
        try cursor.forEachChild { tag throws(ReadingError) in try block(tag, in: &container) }
        try finishCarried(in: &container)
        return container.blocks
    }

    struct Container {
        var places: Places
        var blocks: [Block] = []
        /// The text of a paragraph whose mark is deleted, which runs on into the next paragraph.
        var carried: LineBuilder?
        /// The text boxes that are anchored in it.
        var carriedBoxes: [Block] = []
    }

    func block(_ tag: Tag, in container: inout Container) throws(ReadingError) {
        switch tag {
        case .paragraph:
            try paragraph(in: &container)
        case .table:
            let place = container.places.nextTable()
            // A table that is deleted comes between no two paragraphs.
            if let table = try table(place) {
                try finishCarried(in: &container)
                try budget.spend()
                container.blocks.append(Block(place: place, content: .table(table)))
            }
        case .control:
            try contentControl { () throws(ReadingError) in
                try cursor.forEachChild { tag throws(ReadingError) in try block(tag, in: &container) }
            }
        case .customXML, .inserted, .movedTo:
            try cursor.forEachChild { tag throws(ReadingError) in try block(tag, in: &container) }
        case .deleted, .movedFrom:
            deletions += 1
            defer { deletions -= 1 }
            try cursor.forEachChild { tag throws(ReadingError) in try block(tag, in: &container) }
        case .section:
            try section()
        case .mathParagraph, .math:
            line = LineBuilder()
            try math(runBase)
            try finish(line, ParagraphFormat(), in: &container)
        default: break
        }
    }

    private func paragraph(in container: inout Container) throws(ReadingError) {
        line = container.carried ?? LineBuilder()
        container.carried = nil
        var properties = ParagraphProperties()
        runBase = styles.run(inParagraph: nil)
        isParagraphShaded = styles.paragraph(nil).isShaded
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .paragraphProperties else { return try inline(tag) }
            properties = try ParagraphProperties(
                cursor,
                section: { () throws(ReadingError) in try section() }
            )
            runBase = styles.run(inParagraph: properties.style)
            isParagraphShaded = properties.isShaded ?? styles.paragraph(properties.style).isShaded
        }
        if checkBox?.isWritten == false { emit("", runBase) }
        // A field whose result does not begin in the paragraph of its instruction is not one that anybody shows;
        // rather some words too many than the rest of the document missing.
        for index in fields.indices { fields[index].showsResult = true }
        container.carriedBoxes += textBoxBlocks
        textBoxBlocks = []
        if properties.hasMarkDeleted {
            container.carried = line
        } else {
            try finish(line, format(of: properties), in: &container)
            finishBoxes(in: &container)
        }
    }

    private func finishBoxes(in container: inout Container) {
        container.blocks += container.carriedBoxes
        container.carriedBoxes = []
    }

    func finishCarried(in container: inout Container) throws(ReadingError) {
        guard let carried = container.carried else { return }
        container.carried = nil
        try finish(carried, ParagraphFormat(), in: &container)
        finishBoxes(in: &container)
    }

    private func finish(
        _ line: LineBuilder,
        _ format: ParagraphFormat,
        in container: inout Container
    ) throws(ReadingError) {
        guard let line = line.line() else { return }
        try budget.spend()
        let content: Block.Content =
            if let level = format.headingLevel {
                .heading(level: level, line)
            } else if let level = format.listLevel {
                .listItem(level: level, line)
            } else {
                .paragraph(line)
            }
        container.blocks.append(Block(place: container.places.nextParagraph(), content: content))
    }

    private func format(of properties: ParagraphProperties) -> ParagraphFormat {
        var format = styles.paragraph(properties.style)
        if let level = properties.headingLevel { format.headingLevel = level > 9 ? nil : level }
        if let level = properties.listLevel { format.listLevel = level < 0 ? nil : level }
        return format
    }

    /// Reads a text box, whose blocks follow the paragraph to which it is anchored.
    func textBox() throws(ReadingError) {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .nestedTooDeeply }
        textBoxes += 1
        let outer = (line, runBase, fields, checkBox, textBoxBlocks, isParagraphShaded)
        fields = []
        checkBox = nil
        textBoxBlocks = []
        backdrops += 1
        defer { backdrops -= 1 }
        let blocks = try blocks(Places(prefix: "\(prefix)text box \(textBoxes), "))
        (line, runBase, fields, checkBox, textBoxBlocks, isParagraphShaded) = outer
        if deletions == 0, placeholders == 0 { textBoxBlocks += blocks }
    }

    /// Walks through what is not read, so that its text is known of.
    func passOver() throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .text, .deletedText, .mathText: letters += try cursor.text().utf8.count
            default: try passOver()
            }
        }
    }
}
