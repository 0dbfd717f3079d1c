import Minutes

/// Reads one story of an OpenDocument text: the body, a page header, a note (ODF 1.3 part 3, chapters 4 to 6).
///
/// It walks once, from start to end, as the reader of Word documents does, and keeps the same counts.
final class OpenStory {
    let cursor: XMLCursor
    let limits: ReadingLimits
    /// "page header, ", or empty for the body.
    let prefix: String

    var styles: OpenStyles
    var budget: BlockBudget
    var traces: TraceCounts
    var footnotes: [Block] = []
    var endnotes: [Block] = []
    var watermarks: [String] = []
    /// The style of the first paragraph or table, which says on what page the document begins.
    private(set) var firstMasterPage: String?
    private var hasStarted = false

    // Where the cursor stands.
    var line = LineBuilder()
    var format = RunFormat()
    /// The next blank of the source is not shown, because one stands before it or the paragraph begins.
    var isAfterBlank = true
    var isParagraphHidden = false
    var nesting = 0
    var listDepth = 0
    /// The level of the list whose item's first paragraph comes next.
    var listLevel: Int?
    var checkBox: StoryReader.CheckBox?
    /// Text of tracked deletions by the names of their regions.
    var deletedText: [String: String] = [:]
    /// Regions of tracked deletions whose text stands in its place, between marks, and those that are open.
    private var deletions: Set<String> = []
    private(set) var openDeletions: Set<String> = []
    /// What the controls of forms show, by their names.
    var controls: [String: String] = [:]
    var textBoxBlocks: [Block] = []
    private var textBoxes = 0
    private var notes = (foot: 0, end: 0)

    init(
        _ cursor: XMLCursor,
        styles: OpenStyles,
        limits: ReadingLimits,
        prefix: String,
        continuing earlier: Totals
    ) {
        self.cursor = cursor
        self.styles = styles
        self.limits = limits
        self.prefix = prefix
        budget = earlier.budget
        traces = earlier.traces
    }

    /// What is counted over all stories of a document.
    struct Totals {
        var budget: BlockBudget
        var traces = TraceCounts()
    }

    var totals: Totals { Totals(budget: budget, traces: traces) }

    struct Container {
        var places: Places
        var blocks: [Block] = []
        /// The text of a paragraph whose end is deleted, which runs on into the next one.
        var carried: LineBuilder?
    }

    /// The blocks of the element at which the cursor stands.
    func blocks(_ places: Places) throws(ReadingError) -> [Block] {
        var container = Container(places: places)
        try children(in: &container)
        try finishCarried(in: &container)
        return container.blocks
    }

    func children(in container: inout Container) throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in try block(tag, in: &container) }
    }

    private func block(_ tag: Tag, in container: inout Container) throws(ReadingError) {
        switch tag {
        case .openParagraph, .openHeading: try paragraph(tag, in: &container)
        case .openTable:
            try finishCarried(in: &container)
            try table(in: &container)
        case .openList: try list(in: &container)
        case .openNumberedParagraph:
            let level = cursor.attribute("level").flatMap { Int($0) } ?? 1
            listLevel = min(max(level - 1, 0), 8)
            try children(in: &container)
            listLevel = nil
        case .openSection: try section(in: &container)
        case .openForms: try forms()
        case .openTrackedChanges: try trackedChanges()
        case .openFrame, .openGroup, .openDrawnLink, .openShape, .openRectangle, .openEllipse, .openLineShape,
            .openPath,
            .openPolygon, .openCaption, .openControl:
            // What is bound to the page stands before the text.
            line = LineBuilder()
            try drawing(tag)
            let boxes = textBoxBlocks
            textBoxBlocks = []
            container.blocks += boxes
        case .openChange, .openChangeStart, .openChangeEnd: change(tag)
        case .openSequenceDeclarations, .openVariableDeclarations, .openFieldDeclarations, .openAnnotation,
            .openEventListeners, .openChangeInfo:
            break
        // Indexes, their titles, and whatever else only wraps.
        default: try children(in: &container)
        }
    }

    private func list(in container: inout Container) throws(ReadingError) {
        listDepth += 1
        defer { listDepth -= 1 }
        guard listDepth <= limits.nesting else { throw .nestedTooDeeply }
        let outer = listLevel
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .openListItem || tag == .openListHeader else { return }
            listLevel = tag == .openListItem ? min(listDepth - 1, 8) : nil
            try children(in: &container)
        }
        listLevel = outer
    }

    private func section(in container: inout Container) throws(ReadingError) {
        let display = cursor.attribute("display")
        let isHidden = display == "none" || display == "condition" && cursor.attribute("is-hidden") == "true"
        guard isHidden else { return try sectionContent(in: &container) }
        var unseen = Container(places: Places())
        try sectionContent(in: &unseen)
        textBoxBlocks = []
        if !unseen.blocks.isEmpty { traces.hiddenRuns += 1 }
    }

    private func sectionContent(in container: inout Container) throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .openSectionSource {
                if cursor.isLinkOutside { traces.externalLinks += 1 }
            } else {
                try block(tag, in: &container)
            }
        }
    }

    private func paragraph(_ tag: Tag, in container: inout Container) throws(ReadingError) {
        let style = cursor.attribute("style-name")
        let level = cursor.attribute("outline-level").flatMap { Int($0) }
        let look = styles.style(.paragraph, style)
        noteStart(.paragraph, style)
        line = container.carried ?? LineBuilder()
        container.carried = nil
        format = RunFormat()
        look.run.apply(to: &format)
        isAfterBlank = true
        isParagraphHidden = false
        let itemLevel = listLevel
        listLevel = nil
        try inlineChildren()
        let boxes = textBoxBlocks
        textBoxBlocks = []
        if isParagraphHidden {
            if !line.isEmpty { traces.hiddenRuns += 1 }
        } else if !openDeletions.isEmpty {
            container.carried = line
        } else if let line = line.lineWithoutPlaceholders() {
            try budget.spend()
            let content: Block.Content =
                if tag == .openHeading {
                    .heading(level: min(max(level ?? 1, 1), 9), line)
                } else if let level = look.headingLevel {
                    .heading(level: level, line)
                } else if let itemLevel {
                    .listItem(level: itemLevel, line)
                } else {
                    .paragraph(line)
                }
            container.blocks.append(Block(place: container.places.nextParagraph(), content: content))
        }
        line = LineBuilder()
        container.blocks += boxes
    }

    private func finishCarried(in container: inout Container) throws(ReadingError) {
        guard let line = container.carried?.line() else { return }
        container.carried = nil
        try budget.spend()
        container.blocks.append(Block(place: container.places.nextParagraph(), content: .paragraph(line)))
    }

    /// A mark of a tracked change: the place of text that was cut out, or the start or end of text that is still there.
    func change(_ tag: Tag) {
        let name = cursor.attribute("change-id") ?? ""
        switch tag {
        case .openChange: line.appendRemoved(deletedText[name] ?? "")
        case .openChangeStart: if deletions.contains(name) { openDeletions.insert(name) }
        default: openDeletions.remove(name)
        }
    }

    func noteStart(_ family: OpenStyles.Family, _ style: String?) {
        guard !hasStarted else { return }
        hasStarted = true
        firstMasterPage = styles.masterPage(family, style)
    }

    /// Reads a text box, a note or a shape, and comes back to the paragraph in which it stands.
    private func apart(_ places: Places) throws(ReadingError) -> [Block] {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .nestedTooDeeply }
        let outer = (
            line, format, isAfterBlank, isParagraphHidden, listDepth, listLevel, checkBox, textBoxBlocks
        )
        listDepth = 0
        listLevel = nil
        checkBox = nil
        textBoxBlocks = []
        let blocks = try blocks(places)
        (line, format, isAfterBlank, isParagraphHidden, listDepth, listLevel, checkBox, textBoxBlocks) = outer
        return blocks
    }

    func textBox() throws(ReadingError) {
        textBoxes += 1
        textBoxBlocks += try apart(Places(prefix: "\(prefix)text box \(textBoxes), "))
    }

    func watermark() throws(ReadingError) {
        let text = try apart(Places()).compactMap { block -> String? in
            guard case .paragraph(let line) = block.content else { return nil }
            return line.text
        }
        if !text.isEmpty { watermarks.append(text.joined(separator: " ")) }
    }

    func note() throws(ReadingError) {
        let isEndnote = cursor.attribute("note-class") == "endnote"
        if isEndnote { notes.end += 1 } else { notes.foot += 1 }
        let place = isEndnote ? "endnote \(notes.end)" : "footnote \(notes.foot)"
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .openNoteBody else { return }
            let blocks = try apart(Places(row: place))
            if isEndnote { endnotes += blocks } else { footnotes += blocks }
        }
    }

    private func trackedChanges() throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .openChangedRegion else { return }
            let name = cursor.attribute("id") ?? ""
            try cursor.forEachChild { tag throws(ReadingError) in
                switch tag {
                case .openInsertion: traces.insertions += 1
                case .openFormatChange: traces.formatChanges += 1
                case .openDeletion:
                    traces.deletions += 1
                    deletions.insert(name)
                    let blocks = try apart(Places())
                    deletedText[name] = blocks.flatMap(\.lines).map(\.text).joined(separator: "\n")
                default: break
                }
            }
        }
    }
}

extension Block {
    /// All lines in it, those of cells too.
    var lines: [Line] {
        switch content {
        case .heading(_, let line), .paragraph(let line), .listItem(_, let line): [line]
        case .table(let table): table.rows.flatMap { $0.cells.flatMap { $0.blocks.flatMap(\.lines) } }
        }
    }
}

extension XMLCursor {
    /// The link of the current element leads out of the file.
    var isLinkOutside: Bool {
        guard let link = attribute("href")?.lowercased() else { return false }
        return link.hasPrefix("../") || link.hasPrefix("/") || link.prefix(12).contains(":")
    }
}
