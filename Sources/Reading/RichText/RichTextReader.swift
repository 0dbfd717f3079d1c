import Minutes

/// Reads a Rich Text file (.rtf, RTF 1.9.1) into blocks.
///
/// In: the bytes. Out: the body, text boxes behind their paragraph, notes at the end, each distinct page header and
/// footer once, and counts of what a reader of the printed page would not see. Pictures and objects are not opened.
final class RichTextReader {
    let limits: ReadingLimits
    var scanner: RichTextScanner
    var budget: BlockBudget
    var traces = TraceCounts()

    // Tables of the file.
    var page = CodePage.western
    var fonts: [Int: RichTextFont] = [:]
    var styles: [Int: RichTextStyle] = [:]
    var placeholderStyles: Set<Int> = []
    var defaultFont: Int?

    // Where the reader stands.
    var state = RichTextState()
    private var groups: [RichTextState] = []
    /// A destination may begin here: nothing but `\*` came since the group began.
    var isGroupStart = false
    /// Letters still to be left out after `\u`, which repeat it for old readers.
    var fallbackLeft = 0
    var highSurrogate: UInt16?
    var fields: [RichTextField] = []
    var font: (number: Int, font: RichTextFont) = (0, RichTextFont())
    var style = RichTextStyle()
    var isCharacterStyle = false
    var shapeName = ""
    var shapeValue = ""
    var wasRevised = false
    var wasDeleted = false
    var wasHidden = false

    // What was found.
    var story = RichTextStory(places: Places())
    private var outerStories: [RichTextStory] = []
    private var headers: [(rank: Int, blocks: [Block])] = []
    private var footers: [(rank: Int, blocks: [Block])] = []
    private var footnotes: [Block] = []
    private var endnotes: [Block] = []
    private var notes = (foot: 0, end: 0)
    private var textBoxes = 0
    var watermarks: [String] = []
    var hasTitlePage = false

    private init(_ bytes: [UInt8], limits: ReadingLimits) {
        self.limits = limits
        scanner = RichTextScanner(bytes)
        budget = BlockBudget(limits)
    }

    static func document(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
        let start = bytes.firstIndex(of: UInt8(ascii: "{")) ?? 0
        let reader = RichTextReader(start == 0 ? bytes : Array(bytes[start...]), limits: limits)
        return try reader.document()
    }

    private func document() throws(ReadingError) -> Document {
        try read()
        try endParagraph(depth: 0)
        let blocks = story.blocks + footnotes + endnotes
        let headers = ranked(headers).distinctParts(named: "page header") + Block.watermarks(watermarks)
        guard !blocks.isEmpty || !headers.isEmpty else { throw .empty }
        return Document(
            format: .rtf,
            blocks: blocks,
            headers: headers,
            footers: ranked(footers).distinctParts(named: "page footer"),
            traces: traces.traces
        )
    }

    /// A first page's part comes first, unless no section has a first page of its own.
    private func ranked(_ parts: [(rank: Int, blocks: [Block])]) -> [[Block]] {
        parts.enumerated()
            .map { (rank: $1.rank == 0 && !hasTitlePage ? 2 : $1.rank, offset: $0, blocks: $1.blocks) }
            .sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }
            .map(\.blocks)
    }

    private func read() throws(ReadingError) {
        while true {
            switch try scanner.next() {
            case .groupStart:
                guard groups.count < limits.elementDepth else { throw .nestedTooDeeply }
                groups.append(state)
                state.end = .nothing
                state.isOptional = false
                isGroupStart = true
                fallbackLeft = 0
                continue
            case .groupEnd:
                fallbackLeft = 0
                try endGroup()
                // What follows the end of the file's own group is litter.
                if groups.isEmpty { return }
            case .finished:
                // A file that ends inside a group was cut off.
                throw .damaged
            case _ where state.destination == .skipped: break
            case .word(let control, let number): try word(control, number)
            case .otherWord: if isGroupStart, state.isOptional { state.destination = .skipped }
            case .symbol(let symbol):
                if symbol == UInt8(ascii: "*"), isGroupStart {
                    state.isOptional = true
                    continue
                }
                try self.symbol(symbol)
            case .byte(let byte): add(byte: byte)
            case .text(let range): add(text: scanner[range])
            }
            isGroupStart = false
        }
    }

    private func endGroup() throws(ReadingError) {
        if case .story(let kind) = state.end { try endStory(kind) }
        guard let outer = groups.popLast() else { return }
        let end = state.end
        state = outer
        switch end {
        case .nothing, .story: break
        case .font: endFont()
        case .style: endStyle()
        case .field: _ = fields.popLast()
        case .instruction: endInstruction()
        case .shapeProperty:
            if shapeName == "gtextUNICODE", !shapeValue.isEmpty { watermarks.append(shapeValue) }
        }
    }

    func endFont() {
        font.font.name = RichTextReader.trimmedName(font.font.name)
        fonts[font.number] = font.font
        font = (0, RichTextFont())
    }

    private func endStyle() {
        style.name = RichTextReader.trimmedName(style.name)
        if isCharacterStyle {
            if style.name.lowercased() == "placeholder text" { placeholderStyles.insert(style.number) }
        } else {
            styles[style.number] = style
        }
        style = RichTextStyle()
        isCharacterStyle = false
    }

    /// Names end with a semicolon.
    private static func trimmedName(_ name: String) -> String {
        name.split(separator: ";").first.map { String($0).trimmedOfSpace } ?? ""
    }

    /// Begins a text apart from the one that is being read.
    func startStory(_ kind: RichTextStory.Kind) throws(ReadingError) {
        guard outerStories.count < limits.nesting else { throw .nestedTooDeeply }
        outerStories.append(story)
        switch kind {
        case .header: story = RichTextStory(places: Places(prefix: "page header, "))
        case .footer: story = RichTextStory(places: Places(prefix: "page footer, "))
        case .footnote: story = RichTextStory(places: Places(row: "footnote \(notes.foot + 1)"))
        case .textBox:
            textBoxes += 1
            story = RichTextStory(places: Places(prefix: "text box \(textBoxes), "))
        }
        state.destination = .body
        state.end = .story(kind)
        state.paragraph = RichTextParagraph()
        state.resetLetters()
    }

    private func endStory(_ kind: RichTextStory.Kind) throws(ReadingError) {
        try endParagraph(depth: 0)
        let ended = story
        guard let outer = outerStories.popLast() else { return }
        story = outer
        switch kind {
        case .header(let rank): headers.append((rank, ended.blocks))
        case .footer(let rank): footers.append((rank, ended.blocks))
        case .footnote:
            if ended.isEndnote { notes.end += 1 } else { notes.foot += 1 }
            let place = "endnote \(notes.end)"
            if ended.isEndnote {
                endnotes += ended.blocks.map { Block(place: place, content: $0.content) }
            } else {
                footnotes += ended.blocks
            }
        case .textBox: story.boxes += ended.blocks
        }
    }

    /// Ends the paragraph that is being read, if there is one.
    func endParagraph(depth: Int) throws(ReadingError) {
        let paragraph = state.paragraph
        var content: Block.Content?
        if let line = story.line.lineWithoutPlaceholders() {
            if let level = paragraph.outlineLevel
                ?? paragraph.style.flatMap({ styles[$0]?.headingLevel.map { $0 - 1 } }),
                (0...8).contains(level)
            {
                content = .heading(level: level + 1, line)
            } else if story.hasBullet || (paragraph.list ?? 0) != 0 {
                content = .listItem(level: min(max(paragraph.listLevel, 0), 8), line)
            } else {
                content = .paragraph(line)
            }
        }
        try story.endParagraph(content, depth: depth, budget: &budget, hidden: &traces.hiddenRuns)
    }
}
