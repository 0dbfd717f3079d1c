import Minutes

/// Reads a Word document (.docx, ECMA-376, transitional and strict) from its container.
///
/// In: the open container. Out: the body, text boxes behind the paragraph that holds them, notes at the end, each
/// distinct page header and footer once, and counts of what a reader of the printed page would not see.
struct WordReader {
    private let package: WordPackage
    private let limits: ReadingLimits
    private let styles: WordStyles
    private var totals: StoryReader.Totals
    private var watermarks: [String] = []

    static func document(_ archive: ZipArchive, limits: ReadingLimits) throws(ReadingError) -> Document {
        var reader = try WordReader(try WordPackage(archive, limits: limits), limits: limits)
        return try reader.document()
    }

    private init(_ package: WordPackage, limits: ReadingLimits) throws(ReadingError) {
        self.package = package
        self.limits = limits
        totals = StoryReader.Totals(budget: BlockBudget(limits))
        if let part = package.part("styles"), let cursor = try package.cursor(part) {
            styles = try WordStyles(cursor)
        } else {
            styles = WordStyles()
        }
    }

    private mutating func document() throws(ReadingError) -> Document {
        guard let cursor = try package.cursor(package.mainPart) else { throw .damaged }
        let story = reader(cursor, prefix: "")
        guard try cursor.root() == .document else { throw .damaged }
        var blocks: [Block] = []
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .body { blocks = try story.blocks(Places()) }
        }
        finish(story)
        totals.traces.count(package.relationships)

        let headers = try pageParts(story.sections.filter(\.isHeader), "page header", "header")
        let footers = try pageParts(story.sections.filter { !$0.isHeader }, "page footer", "footer")
        blocks += try notes("footnotes", .footnote, "footnote", story.footnotes)
        blocks += try notes("endnotes", .endnote, "endnote", story.endnotes)
        try countComments()
        try countSettings()
        return Document(
            format: .docx,
            blocks: blocks,
            headers: headers + Block.watermarks(watermarks),
            footers: footers,
            traces: totals.traces.traces
        )
    }

    private func reader(_ cursor: XMLCursor, prefix: String) -> StoryReader {
        StoryReader(cursor, styles: styles, limits: limits, prefix: prefix, continuing: totals)
    }

    private mutating func finish(_ story: StoryReader) {
        totals = story.totals
        watermarks += story.watermarks
    }

    /// The distinct parts that sections refer to, the first page's first.
    private mutating func pageParts(
        _ references: [SectionReference],
        _ name: String,
        _ kind: String
    ) throws(ReadingError) -> [Block] {
        let ranked = references.enumerated().sorted { left, right in
            (rank(left.element), left.offset) < (rank(right.element), right.offset)
        }
        var blocks: [Block] = []
        var seen: Set<String> = []
        for (_, reference) in ranked {
            guard
                let part = package.relationships.first(where: {
                    $0.id == reference.relationship && $0.kind == kind
                }),
                !part.isExternal, seen.insert(part.target).inserted,
                let cursor = try package.cursor(part.target)
            else { continue }
            let prefix = seen.count == 1 ? "\(name), " : "\(name) \(seen.count), "
            let story = reader(cursor, prefix: prefix)
            _ = try cursor.root()
            blocks += try story.blocks(Places(prefix: prefix))
            finish(story)
            totals.traces.count(try package.relationships(of: part.target))
        }
        return blocks
    }

    private func rank(_ reference: SectionReference) -> Int {
        switch reference.type {
        case "first": reference.hasTitlePage ? 0 : 2
        case "even": 3
        default: 1
        }
    }

    /// The notes that the body refers to, in its order.
    private mutating func notes(
        _ kind: String,
        _ element: Tag,
        _ name: String,
        _ order: [String]
    ) throws(ReadingError) -> [Block] {
        guard !order.isEmpty, let part = package.part(kind), let cursor = try package.cursor(part) else {
            return []
        }
        let numbers = Dictionary(zip(order, 1...), uniquingKeysWith: { first, _ in first })
        var found: [(number: Int, blocks: [Block])] = []
        let story = reader(cursor, prefix: "\(name)s, ")
        _ = try cursor.root()
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == element, let number = cursor.attribute("id").flatMap({ numbers[$0] }) else { return }
            found.append((number, try story.blocks(Places(row: "\(name) \(number)"))))
        }
        finish(story)
        totals.traces.count(try package.relationships(of: part))
        return found.sorted { $0.number < $1.number }.flatMap(\.blocks)
    }

    private mutating func countComments() throws(ReadingError) {
        guard let part = package.part("comments"), let cursor = try package.cursor(part) else { return }
        var count = 0
        _ = try cursor.root()
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .comment { count += 1 }
        }
        totals.traces.comments = count
    }

    private mutating func countSettings() throws(ReadingError) {
        if let part = package.part("settings") {
            totals.traces.count(try package.relationships(of: part))
        }
        guard let part = package.packagePart("custom-properties"), let cursor = try package.cursor(part)
        else { return }
        var count = 0
        _ = try cursor.root()
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .customProperty { count += 1 }
        }
        totals.traces.customProperties = count
    }
}
