import Minutes

/// Reads an OpenDocument text (.odt, and .fodt in one XML file) into blocks (ODF 1.3).
///
/// Page headers and footers come from the master pages that the document uses; scripts and encryption are refused.
struct OpenDocumentReader {
    private let limits: ReadingLimits
    private var styles = OpenStyles()
    private var totals: OpenStory.Totals
    private var masterPages: [MasterPage] = []
    private var blocks: [Block] = []
    private var watermarks: [String] = []
    private var firstMasterPage: String?
    private var hasText = false

    private struct MasterPage {
        var name: String
        var next: String?
        /// First page's, then the usual one, then left pages'.
        var headers: [Int: [Block]] = [:]
        var footers: [Int: [Block]] = [:]
        var watermarks: [String] = []
    }

    private init(_ limits: ReadingLimits) {
        self.limits = limits
        totals = OpenStory.Totals(budget: BlockBudget(limits))
    }

    static func document(_ archive: ZipArchive, limits: ReadingLimits) throws(ReadingError) -> Document {
        try check(archive, limits: limits)
        var reader = OpenDocumentReader(limits)
        if let bytes = try archive.contents(of: "styles.xml") {
            try reader.read(XMLCursor(bytes, limits: limits), expecting: .openStylesPart)
        }
        guard let bytes = try archive.contents(of: "content.xml") else { throw .damaged }
        reader.styles.startPart()
        try reader.read(XMLCursor(bytes, limits: limits), expecting: .openContent)
        return try reader.document()
    }

    /// The same in one file of XML.
    static func flatDocument(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
        var reader = OpenDocumentReader(limits)
        try reader.read(XMLCursor(bytes, limits: limits), expecting: .openFlatFile)
        return try reader.document()
    }

    /// Refuses what is encrypted or brings scripts along.
    private static func check(_ archive: ZipArchive, limits: ReadingLimits) throws(ReadingError) {
        if let bytes = try archive.contents(of: "META-INF/manifest.xml") {
            let cursor = try XMLCursor(bytes, limits: limits)
            _ = try cursor.root()
            try cursor.forEachChild { tag throws(ReadingError) in
                guard tag == .openFileEntry else { return }
                try cursor.forEachChild { tag throws(ReadingError) in
                    if tag == .openEncryption { throw .encrypted }
                }
            }
        }
        // Libraries without a module are left behind by an editor that was opened and closed.
        let modules = archive.names(in: "Basic/").filter {
            $0.hasSuffix(".xml") && !$0.hasSuffix("script-lb.xml") && !$0.hasSuffix("script-lc.xml")
        }
        let scripts = archive.names(in: "Scripts/").filter { !$0.hasSuffix("/") }
        guard modules.isEmpty, scripts.isEmpty else { throw .macrosInOpenDocument }
    }

    private mutating func read(_ cursor: XMLCursor, expecting root: Tag) throws(ReadingError) {
        guard try cursor.root() == root else { throw .damaged }
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .openFontFaces: try styles.readFonts(cursor)
            case .openStyles: try styles.read(cursor, isAutomatic: false)
            case .openAutomaticStyles: try styles.read(cursor, isAutomatic: true)
            case .openMasterStyles: try readMasterPages(cursor)
            case .openScripts:
                try cursor.forEachChild { tag throws(ReadingError) in
                    if tag == .openScript { return try OpenDocumentReader.checkScript(cursor) }
                    try cursor.forEachChild { tag throws(ReadingError) in
                        if tag == .openEventListener { throw .macrosInOpenDocument }
                    }
                }
            case .openBody:
                try cursor.forEachChild { tag throws(ReadingError) in
                    guard tag == .openText else { throw .unsupported("an OpenDocument file") }
                    try readText(cursor)
                }
            default: break
            }
        }
    }

    /// Libraries without a module are no script; anything that is written down is.
    private static func checkScript(_ cursor: XMLCursor) throws(ReadingError) {
        var hasText = false
        try cursor.forEachNode(
            text: { hasText = hasText || $0.utf8.contains { $0 > 0x20 } },
            element: { tag throws(ReadingError) in
                if tag == .openModule { throw .macrosInOpenDocument }
                try checkScript(cursor)
            }
        )
        if hasText { throw .macrosInOpenDocument }
    }

    private mutating func readText(_ cursor: XMLCursor) throws(ReadingError) {
        hasText = true
        let story = OpenStory(cursor, styles: styles, limits: limits, prefix: "", continuing: totals)
        blocks = try story.blocks(Places())
        blocks += story.footnotes + story.endnotes
        firstMasterPage = story.firstMasterPage
        watermarks += story.watermarks
        totals = story.totals
    }

    private mutating func readMasterPages(_ cursor: XMLCursor) throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .openMasterPage, let name = cursor.attribute("name") else { return }
            var page = MasterPage(name: name, next: cursor.attribute("next-style-name"))
            try cursor.forEachChild { tag throws(ReadingError) in
                if cursor.attribute("display") == "false" { return }
                switch tag {
                case .openHeaderFirst, .openHeaderFirstExtension:
                    page.headers[0] = try part(cursor, "page header, ", of: &page)
                case .openHeader: page.headers[1] = try part(cursor, "page header, ", of: &page)
                case .openHeaderLeft: page.headers[2] = try part(cursor, "page header, ", of: &page)
                case .openFooterFirst, .openFooterFirstExtension:
                    page.footers[0] = try part(cursor, "page footer, ", of: &page)
                case .openFooter: page.footers[1] = try part(cursor, "page footer, ", of: &page)
                case .openFooterLeft: page.footers[2] = try part(cursor, "page footer, ", of: &page)
                default: break
                }
            }
            masterPages.append(page)
        }
    }

    private mutating func part(
        _ cursor: XMLCursor,
        _ prefix: String,
        of page: inout MasterPage
    ) throws(ReadingError) -> [Block] {
        let story = OpenStory(cursor, styles: styles, limits: limits, prefix: prefix, continuing: totals)
        let blocks = try story.blocks(Places(prefix: prefix))
        page.watermarks += story.watermarks
        totals = story.totals
        return blocks + story.footnotes
    }

    private func document() throws(ReadingError) -> Document {
        guard hasText else { throw .damaged }
        let pages = usedMasterPages
        return Document(
            format: .odt,
            blocks: blocks,
            headers: OpenDocumentReader.inOrder(pages.map(\.headers)).distinctParts(named: "page header")
                + Block.watermarks(pages.flatMap(\.watermarks) + watermarks),
            footers: OpenDocumentReader.inOrder(pages.map(\.footers)).distinctParts(named: "page footer"),
            traces: totals.traces.traces
        )
    }

    /// The master pages in the order in which they come up, as far as that can be told without laying pages out.
    private var usedMasterPages: [MasterPage] {
        let first = firstMasterPage ?? "Standard"
        let start = masterPages.contains { $0.name == first } ? first : masterPages.first?.name ?? first
        var names: [String] = []
        for name in [start] + styles.usedMasterPages.sorted() {
            var next: String? = name
            while let name = next, !names.contains(name) {
                names.append(name)
                next = masterPages.first { $0.name == name }?.next
            }
        }
        return names.compactMap { name in masterPages.first { $0.name == name } }
    }

    private static func inOrder(_ pages: [[Int: [Block]]]) -> [[Block]] {
        pages.flatMap { page in page.keys.sorted().compactMap { page[$0] } }
    }
}

extension ReadingError {
    static let macrosInOpenDocument = ReadingError(
        .macros,
        "This is an OpenDocument text that can run macros, which is not accepted. Save it as a Word document (.docx) "
            + "and drop that."
    )
}
