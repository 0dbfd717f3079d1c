/// What a whole Word file carries besides its pages, as far as that can be told without reading them.
///
/// Every part is looked at, whether or not the document leads to it, and each external relationship of each part. What
/// could act by itself when the file is opened is refused.
struct PackageSurvey {
    private(set) var counts = UnseenCounts()
    /// Words outside of pages, to be held against what pages show.
    private(set) var ownWords = OwnWords()
    private(set) var hasEvenPages = false
    private var scans: [String: PartScan] = [:]
    private let mainPart: String

    init(_ package: WordPackage) throws(ReadingError) {
        mainPart = package.mainPart
        let inventory = try PackageInventory(package)
        for relationship in inventory.roots { try count(relationship) }
        for part in inventory.parts { try look(at: part, in: package) }
        for stray in inventory.strays { try look(atStray: stray, in: package) }
        counts[.containerNote] = package.archive.noteCount
    }

    /// White text can only be told from text on a colour where nothing can lie behind it.
    var hasPaperOnly: Bool { !scans.values.contains(where: \.hasBackdrops) }

    /// Bytes of text that a reader of that part must come by.
    func letters(of part: String) -> Int { scans[part]?.letters ?? 0 }

    private mutating func look(
        at part: PackageInventory.Part,
        in package: WordPackage
    ) throws(ReadingError) {
        for relationship in part.relationships { try count(relationship) }
        switch part.role {
        case .macros: throw .macros
        case .activeContent: throw .activeContent
        case .story, .formats, .graphic, .glossary: try scan(part, in: package)
        case .settings:
            try scan(part, in: package)
            try readSettings(part, in: package)
        case .comments: counts[.comment] = max(counts[.comment], try children(of: part, in: package))
        case .commentDetails:
            counts[.comment] = max(counts[.comment], try children(of: part, in: package))
        case .tasks: counts[.task] += 1
        case .customData:
            if let cursor = try package.cursor(part.name) { try ownWords.read(dataPart: cursor) }
        case .customProperties: counts[.property] += try children(of: part, in: package)
        case .coreProperties, .applicationProperties: try readProperties(part, in: package)
        case .embedded(let thing), .metadata(let thing): counts[thing] += 1
        case .unknown: counts[.unknownPart] += 1
        case .picture, .font, .customDataDetails, .label, .outdated: break
        }
    }

    private mutating func scan(
        _ part: PackageInventory.Part,
        in package: WordPackage
    ) throws(ReadingError) {
        guard let bytes = try package.archive.contents(of: part.name) else { return }
        if part.role == .formats, FormatsGlance.isClean(bytes) { return }
        let cursor = try XMLCursor(bytes, limits: package.limits)
        let scan = try PartScan(cursor, showsAllText: part.role == .graphic)
        scans[part.name] = scan
        // A comment is a comment once, however often it is referred to.
        let comments = counts[.comment]
        counts += scan.counts
        counts[.comment] = max(comments, scan.counts[.comment])
        for relationship in part.relationships
        where relationship.kind == "image" && !relationship.isExternal
            && !scan.usedRelationships.contains(relationship.id)
        {
            counts[.unusedPicture] += 1
        }
    }

    /// What nothing leads to is in the file all the same, and every program that unpacks it finds it.
    private mutating func look(atStray name: String, in package: WordPackage) throws(ReadingError) {
        if ZipArchive.key(name).hasSuffix("vbaproject.bin") { throw .macros }
        // Office overwrites what it took out of a file with zeros and leaves it there.
        if let bytes = try package.archive.contents(of: name), bytes.allSatisfy({ $0 == 0 }) { return }
        counts[.unknownPart] += 1
    }

    private func children(
        of part: PackageInventory.Part,
        in package: WordPackage
    ) throws(ReadingError) -> Int {
        guard let cursor = try package.cursor(part.name) else { return 0 }
        var count = 0
        _ = try cursor.root()
        try cursor.forEachChild { _ throws(ReadingError) in count += 1 }
        return count
    }
}

// MARK: Relationships

extension PackageSurvey {
    private mutating func count(_ relationship: Relationship) throws(ReadingError) {
        guard relationship.leadsOutside else {
            switch relationship.kind {
            case "vbaProject": throw .macros
            case "control": throw .activeContent
            default: return
            }
        }
        switch relationship.kind {
        case "hyperlink": counts[.hyperlink] += 1
        case "attachedTemplate":
            // On the author's own machine it is only a name; elsewhere it is fetched, and may bring macros.
            guard !relationship.isOnAnotherMachine else { throw .externalTemplate }
            counts[.template] += 1
        case "image": counts[.loadedPicture] += 1
        case "oleObject", "package": counts[.loadedObject] += 1
        case "mailMergeSource", "mailMergeHeaderSource", "recipientData": counts[.dataSource] += 1
        case "control", "vbaProject": throw .activeContent
        case "video", "audio", "media": counts[.loadedVideo] += 1
        default: counts[.loadedOther] += 1
        }
    }
}

// MARK: Settings and properties

extension PackageSurvey {
    private mutating func readSettings(
        _ part: PackageInventory.Part,
        in package: WordPackage
    ) throws(ReadingError) {
        guard let cursor = try package.cursor(part.name) else { return }
        var found: (hasEvenPages: Bool, merges: Int, variables: [String]) = (false, 0, [])
        try cursor.walkThrough { step throws(ReadingError) in
            guard case .start(let tag) = step else { return }
            switch tag {
            case .evenAndOddHeaders: found.hasEvenPages = cursor.isOn
            case .mailMerge: found.merges += 1
            case .documentVariable: found.variables.append(cursor.attribute("val") ?? "")
            default: break
            }
        }
        if !part.isInGlossary { hasEvenPages = found.hasEvenPages }
        counts[.dataSource] = max(counts[.dataSource], found.merges)
        ownWords.add(variables: found.variables)
    }

    /// Which properties are filled in; their words are nobody's business here.
    private mutating func readProperties(
        _ part: PackageInventory.Part,
        in package: WordPackage
    ) throws(ReadingError) {
        guard let cursor = try package.cursor(part.name) else { return }
        var names: [String] = []
        var found: [String] = []
        try cursor.walkThrough { step throws(ReadingError) in
            switch step {
            case .start: names.append(cursor.elementName.local)
            case .end: _ = names.popLast()
            case .text: if let name = names.last, !cursor.words.isBlank { found.append(name) }
            case .space, .aside: break
            }
        }
        for name in found {
            switch name {
            case "creator", "lastModifiedBy": counts[.author] += 1
            case "title", "subject", "description", "keywords", "category", "contentStatus":
                counts[.title] += 1
            case "Company", "Manager": counts[.company] += 1
            default: break
            }
        }
    }
}
