import CPDF
import Minutes

/// Reads a PDF with a text layer by the places of its letters and lines (ISO 32000-1).
///
/// In: the bytes. Out: the text in reading order, tables as their ruling lines or their columns make them, what
/// repeats on each page apart, and counts of what a reader of the printed page would not see.
struct PDFReader {
    private let limits: ReadingLimits
    private var budget: BlockBudget
    private var layouts: [PDFLayout] = []
    private var traces = PDFTraces()
    private var watermarks: [String] = []
    private var style = PDFParagraphs.Style()

    /// Lets the library load what it would want files for.
    static func prepare() { PDFFile.prepare() }

    static func document(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
        var reader = PDFReader(limits: limits, budget: BlockBudget(limits))
        try bytes.withUnsafeBufferPointer { buffer throws(ReadingError) in try reader.read(buffer) }
        return try reader.document()
    }

    private init(limits: ReadingLimits, budget: BlockBudget) {
        self.limits = limits
        self.budget = budget
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        var pages = PDFPageReader(try PDFFile(bytes))
        let count = Int(pages.facts.pages)
        guard count > 0 else { throw .damaged }
        guard count <= limits.pages else {
            throw .tooLarge("The document has more than \(limits.pages) pages.")
        }
        if pages.facts.is_xfa { throw .dynamicForm }
        var scans = 0
        for index in 0..<count {
            let page = try pages.page(index)
            if page.isScan { scans += 1 }
            traces.hiddenPieces += page.hiddenPieces
            for text in page.slanted + [PDFWatermark.text(page)].compactMap({ $0 }) { addWatermark(text) }
            let layout = PDFLayout(page)
            traces.deletions += layout.colouredStrikes
            layouts.append(layout)
        }
        traces.add(pages.facts, comments: pages.comments, embedded: pages.embeddedObjects, scans: scans)
        let hasText = layouts.contains { layout in !layout.words.isEmpty }
        if scans > 0, scans == count || !hasText { throw .scan }
        if !hasText { throw .withoutText }
        if pages.unknownLetters > pages.knownLetters / 2 { throw .unknownLetters }
    }

    private mutating func addWatermark(_ text: String) {
        let text = text.trimmed()
        if !text.isEmpty, !watermarks.contains(text), watermarks.count < 20 { watermarks.append(text) }
    }

    private mutating func document() throws(ReadingError) -> Document {
        style = PDFStyle.style(of: layouts)
        let items = layouts.map(PDFItem.items)
        let furniture = PDFFurniture(items, heights: layouts.map(\.page.height), bodySize: style.bodySize)
        var body = PDFBody()
        var columns: [PDFGap] = []
        var headers = PDFPageParts(name: "page header")
        var footers = PDFPageParts(name: "page footer")
        let margins = PDFMargins(layouts.indices.map { items[$0][furniture.bodies[$0]] }, layouts)
        for number in layouts.indices {
            let range = furniture.bodies[number]
            let (left, right) = (margins.left[number], margins.right[number])
            var builder = PDFPageBuilder(
                layout: layouts[number],
                style: style,
                limits: limits,
                left: left,
                right: right
            )
            var page = try builder.contents(Array(items[number][range]), columns: columns, budget: &budget)
            columns = page.columns
            page.contents += try builder.turned(budget: &budget)
            builder.isFurniture = true
            let top = try builder.contents(Array(items[number][..<range.lowerBound]), budget: &budget)
            let bottom = try builder.contents(Array(items[number][range.upperBound...]), budget: &budget)
            headers.add(top, key: items[number][..<range.lowerBound].map(\.key))
            footers.add(bottom, key: items[number][range.upperBound...].map(\.key))
            body.add(page, style: style, left: left, right: right)
        }
        let drawn = watermarks.map {
            Block(place: "watermark", content: .paragraph(Line(Marks.normalised($0))))
        }
        return Document(
            format: .pdf,
            blocks: body.blocks.placed(Places()),
            headers: headers.blocks + drawn,
            footers: footers.blocks,
            traces: traces.traces
        )
    }
}

extension ReadingError {
    fileprivate static let scan = ReadingError(
        .unsupported,
        "This PDF is a scan: a picture of paper without text. Drop the Word document from which it was printed, or "
            + "a PDF that was saved from Word or made searchable."
    )

    fileprivate static let withoutText = ReadingError(
        .unsupported,
        "There is no text in this PDF. Save the minutes as a Word document (.docx) and drop that."
    )

    fileprivate static let unknownLetters = ReadingError(
        .unsupported,
        "The text of this PDF can be seen but not be taken out of it, as its fonts do not say what their letters "
            + "are. Save the minutes as a Word document (.docx) and drop that."
    )

    fileprivate static let dynamicForm = ReadingError(
        .unsupported,
        "This PDF is a form that only Adobe's programs can show. Print it to a new PDF there, or save the minutes as "
            + "a Word document (.docx), and drop that."
    )
}
