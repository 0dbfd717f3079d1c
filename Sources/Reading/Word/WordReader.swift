import Minutes

/// Reads a Word document (.docx, ECMA-376, transitional and strict) from its container.
///
/// In: the open container. Out: the body, text boxes behind the paragraph that holds them, notes at the end, each
/// distinct page header and footer once, and counts of what a reader of the printed page would not see.
struct WordReader {
    private let package: WordPackage
    private let survey: PackageSurvey
    private let limits: ReadingLimits
    private let styles: WordStyles
    private var totals: StoryReader.Totals
    private var watermarks: [String] = []

    static func document(_ parts: PackageParts, limits: ReadingLimits) throws(ReadingError) -> Document {
        var reader = try WordReader(try WordPackage(parts, limits: limits), limits: limits)
        return try reader.document()
    }

    private init(_ package: WordPackage, limits: ReadingLimits) throws(ReadingError) {
        self.package = package
        self.limits = limits
        survey = try PackageSurvey(package)
        totals = StoryReader.Totals(budget: BlockBudget(limits), unseen: survey.counts)
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
        finish(story, of: package.mainPart)

        let shown = PageReferences(
            story.sections,
            hasFirstPages: story.hasFirstPages,
            hasEvenPages: survey.hasEvenPages
        )
        var headers: [Block] = []
        var footers: [Block] = []
        for (index, part) in targets(shown.headers, kind: "header").enumerated() {
            headers += try pagePart(part, "page header", index)
        }
        for (index, part) in targets(shown.footers, kind: "footer").enumerated() {
            footers += try pagePart(part, "page footer", index)
        }
        try countUnusedPageReferences(
            except: targets(shown.headers + shown.footers),
            shown: headers + footers
        )
        blocks += try notes("footnotes", .footnote, "footnote", story.footnotes)
        blocks += try notes("endnotes", .endnote, "endnote", story.endnotes)
        headers += Block.watermarks(watermarks)
        totals.unseen += survey.ownWords.counts(notIn: blocks + headers + footers)
        return Document(
            format: .docx,
            blocks: blocks,
            headers: headers,
            footers: footers,
            traces: totals.unseen.traces
        )
    }

    private func reader(_ cursor: XMLCursor, prefix: String) -> StoryReader {
        StoryReader(
            cursor,
            styles: styles,
            limits: limits,
            prefix: prefix,
            hasPaperOnly: survey.hasPaperOnly,
            continuing: totals
        )
    }

    private mutating func finish(_ story: StoryReader, of part: String) {
        totals = story.totals
        watermarks += story.watermarks
        // Text that stands where the reader does not come by, no program shows either.
        if survey.letters(of: part) > story.letters { totals.unseen[.misplacedText] += 1 }
    }

    /// The distinct parts that the references lead to.
    private func targets(_ references: [SectionReference], kind: String? = nil) -> [String] {
        var targets: [String] = []
        for reference in references {
            let part = package.relationships.first { $0.id == reference.relationship && !$0.isExternal }
            if let part, kind == nil || part.kind == kind, !targets.contains(part.target) {
                targets.append(part.target)
            }
        }
        return targets
    }

    private mutating func pagePart(
        _ part: String,
        _ name: String,
        _ index: Int
    ) throws(ReadingError) -> [Block] {
        guard let cursor = try package.cursor(part) else { return [] }
        let prefix = index == 0 ? "\(name), " : "\(name) \(index + 1), "
        let story = reader(cursor, prefix: prefix)
        _ = try cursor.root()
        let blocks = try story.blocks(Places(prefix: prefix))
        finish(story, of: part)
        return blocks
    }

    /// Page headers and footers that no page has, if they say anything else than those that pages have.
    private mutating func countUnusedPageReferences(
        except used: [String],
        shown: [Block]
    ) throws(ReadingError) {
        let kept = watermarks
        for part in package.relationships where ["header", "footer"].contains(part.kind) && !part.isExternal {
            guard !used.contains(part.target) else { continue }
            let blocks = try pagePart(part.target, part.kind, 0)
            if !PageText(shown).has(blocks) { totals.unseen[.unusedHeader] += 1 }
        }
        watermarks = kept
    }

    /// The notes that the body refers to, in its order; others that say something are counted.
    private mutating func notes(
        _ kind: String,
        _ element: Tag,
        _ name: String,
        _ order: [String]
    ) throws(ReadingError) -> [Block] {
        guard let part = package.part(kind), let cursor = try package.cursor(part) else { return [] }
        let numbers = Dictionary(zip(order, 1...), uniquingKeysWith: { first, _ in first })
        var found: [(number: Int, blocks: [Block])] = []
        let story = reader(cursor, prefix: "\(name)s, ")
        _ = try cursor.root()
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == element else { return try story.passOver() }
            let number = cursor.attribute("id").flatMap { numbers[$0] }
            // Separators between text and notes are notes as well.
            let isSeparator = cursor.attribute("type").map { $0 != "normal" } ?? false
            let blocks = try story.blocks(Places(row: number.map { "\(name) \($0)" } ?? name))
            if let number {
                found.append((number, blocks))
            } else if !isSeparator, !blocks.isEmpty {
                story.unseen[.unusedNote] += 1
            }
        }
        finish(story, of: part)
        return found.sorted { $0.number < $1.number }.flatMap(\.blocks)
    }
}
