import Minutes

/// Makes a copy of a Word file without what a reader of its pages would not see.
///
/// In: an open container. Out: the bytes of another one, in which each part that is kept is as it was, byte for byte, but
/// for what was taken out of it. What cannot be taken out for certain is refused.
struct WordCleaner {
    private let archive: ZipArchive
    private let package: WordPackage
    private let limits: ReadingLimits
    private let inventory: PackageInventory
    private let survey: PackageSurvey
    private let styles: WordStyles
    private let mainTree: XMLTree
    private let pages: PageReferences
    private let marks: (footnotes: Set<String>, endnotes: Set<String>)

    static func clean(_ archive: ZipArchive, limits: ReadingLimits) throws(ReadingError) -> [UInt8] {
        try WordCleaner(archive, limits: limits).cleaned()
    }

    private init(_ archive: ZipArchive, limits: ReadingLimits) throws(ReadingError) {
        self.archive = archive
        package = try WordPackage(.zip(archive), limits: limits)
        self.limits = limits
        inventory = try PackageInventory(package)
        survey = try PackageSurvey(package)
        if let part = package.part("styles"), let cursor = try package.cursor(part) {
            styles = try WordStyles(cursor)
        } else {
            styles = WordStyles()
        }
        guard let bytes = try archive.contents(of: package.mainPart) else { throw .damaged }
        mainTree = try XMLTree(bytes, limits: limits)
        try WordCleaner.cleanText(mainTree, styles: styles, hasPaperOnly: survey.hasPaperOnly)
        pages = PageReferences(in: mainTree.root, hasEvenPages: survey.hasEvenPages)
        var marks: (footnotes: Set<String>, endnotes: Set<String>) = ([], [])
        try mainTree.root.visit { node throws(ReadingError) in
            guard let id = node.attribute("id") else { return }
            if node.tag == .footnoteReference { marks.footnotes.insert(id) }
            if node.tag == .endnoteReference { marks.endnotes.insert(id) }
        }
        self.marks = marks
    }

    /// What takes understanding of the text, in the order in which each rests on the one before.
    private static func cleanText(
        _ tree: XMLTree,
        styles: WordStyles,
        hasPaperOnly: Bool
    ) throws(ReadingError) {
        try TrackedChanges.accept(in: tree.root)
        try HiddenContent(styles: styles, hasPaperOnly: hasPaperOnly).clean(tree.root, in: tree)
        try FieldUnlinking.unlink(in: tree.root, of: tree)
    }

    private func cleaned() throws(ReadingError) -> [UInt8] {
        var rewrite = PackageRewrite(archive, main: package.mainPart, inventory: inventory)
        for part in inventory.parts where part.role.isKept && !part.isInGlossary {
            guard part.role.isScanned else { continue }
            guard let bytes = try archive.contents(of: part.name) else { throw .damaged }
            let isMain = ZipArchive.key(part.name) == ZipArchive.key(package.mainPart)
            let tree = isMain ? mainTree : try XMLTree(bytes, limits: limits)
            if part.role == .story, !isMain {
                try WordCleaner.cleanText(tree, styles: styles, hasPaperOnly: survey.hasPaperOnly)
            } else if part.role == .formats || part.role == .settings {
                try TrackedChanges.accept(in: tree.root)
            }
            let lost = rewrite.lostRelationships(of: part)
            var leftovers = Leftovers(lostRelationships: lost)
            leftovers.unusedPages = isMain ? Set(pages.unused.map(\.relationship)) : []
            leftovers.notes = notes(of: part.name)
            leftovers.showsAllText = part.role == .graphic
            try leftovers.remove(from: tree.root, of: tree)
            rewrite.replace(part, with: tree.written(), of: bytes, using: tree.root)
        }
        return try rewrite.container(limits: limits)
    }

    private func notes(of part: String) -> Set<String>? {
        if part == package.part("footnotes") { return marks.footnotes }
        if part == package.part("endnotes") { return marks.endnotes }
        return nil
    }
}

extension PageReferences {
    /// Of a cleaned document.
    init(in root: XMLNode, hasEvenPages: Bool) {
        var references: [SectionReference] = []
        var hasFirstPages = false
        func look(_ node: XMLNode) {
            guard node.tag == .section else { return node.children.forEach(look) }
            let hasTitlePage = node.children.contains { $0.tag == .titlePage && $0.isOn }
            hasFirstPages = hasFirstPages || hasTitlePage
            for child in node.children where child.tag == .headerReference || child.tag == .footerReference {
                guard let id = child.attribute("id") else { continue }
                references.append(
                    SectionReference(
                        isHeader: child.tag == .headerReference,
                        relationship: id,
                        type: child.attribute("type") ?? "default",
                        hasTitlePage: hasTitlePage
                    )
                )
            }
        }
        look(root)
        self.init(references, hasFirstPages: hasFirstPages, hasEvenPages: hasEvenPages)
    }
}
