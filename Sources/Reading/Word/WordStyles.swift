/// How a run looks, as far as it matters for what is read.
struct RunFormat {
    var isBold = false
    /// By the style of the paragraph, or by what is written at the run; styles of runs turn it round.
    var isHidden = false
    var isStruck = false
    var isWhite = false
    /// In half points.
    var size = 20
    var isShaded = false
    var isWebHidden = false
    /// The symbol font whose letters are pictures, if the run is set in one.
    var symbolFont: SymbolFont?

    /// No printed page shows it.
    ///
    /// White letters are unseen where nothing else than paper can be behind them.
    func isUnseen(onWhite: Bool) -> Bool { isHidden || size <= 3 || onWhite && isWhite && !isShaded }
}

/// What a paragraph is, from its own properties or its style's.
struct ParagraphFormat {
    /// 1 is the highest.
    var headingLevel: Int?
    /// 0 is the outermost.
    var listLevel: Int?
    var isShaded = false
}

/// The styles of a document with their inheritance resolved.
struct WordStyles {
    private var paragraphs: [String: ParagraphFormat] = [:]
    private var runs: [String: RunChange] = [:]
    private var defaultParagraphStyle = ""
    private var defaults = RunChange()
    /// Styles of tables that put a colour behind some of the text, or hide some of it.
    private var shadedTables: Set<String> = []
    private(set) var hidingTables: Set<String> = []

    init() {}

    init(_ cursor: XMLCursor) throws(ReadingError) {
        var sources: [String: Source] = [:]
        _ = try cursor.root()
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .style:
                let id = cursor.attribute("styleId") ?? ""
                if cursor.attribute("type") == "paragraph", cursor.isOn("default") {
                    defaultParagraphStyle = id
                }
                sources[id] = try Source(cursor)
            case .documentDefaults:
                try cursor.forEachChild { tag throws(ReadingError) in
                    guard tag == .runDefaults else { return }
                    try cursor.forEachChild { tag throws(ReadingError) in
                        if tag == .runProperties { defaults = try RunChange(cursor) }
                    }
                }
            default: break
            }
        }
        for id in sources.keys { resolve(id, from: sources) }
    }

    func paragraph(_ id: String?) -> ParagraphFormat {
        paragraphs[id ?? defaultParagraphStyle] ?? ParagraphFormat()
    }

    /// The look of a run without properties of its own in a paragraph of that style.
    func run(inParagraph id: String?) -> RunFormat {
        var format = RunFormat()
        defaults.apply(to: &format)
        runs[id ?? defaultParagraphStyle]?.apply(to: &format)
        return format
    }

    /// A style that hides, on a paragraph whose style hides, shows (ECMA-376 part 1, 17.7.3).
    func apply(runStyle id: String, to format: inout RunFormat) {
        guard let change = runs[id] else { return }
        let wasHidden = format.isHidden
        change.apply(to: &format)
        if defaults.isHidden != true { format.isHidden = wasHidden != (change.isHidden ?? false) }
    }

    func isShaded(table id: String) -> Bool { shadedTables.contains(id) }

    private mutating func resolve(_ id: String, from sources: [String: Source]) {
        var chain: [Source] = []
        var next: String? = id
        // Word allows eleven generations; a chain that is longer runs in a circle.
        while let current = next, let source = sources[current], chain.count < 32 {
            chain.append(source)
            next = source.basedOn
        }
        var paragraph = ParagraphFormat()
        var run = RunChange()
        for source in chain.reversed() {
            paragraph.headingLevel = source.headingLevel ?? paragraph.headingLevel
            paragraph.listLevel = source.listLevel ?? paragraph.listLevel
            paragraph.isShaded = source.isShaded ?? paragraph.isShaded
            run.merge(source.run)
        }
        if let level = paragraph.listLevel, level < 0 { paragraph.listLevel = nil }
        if let level = paragraph.headingLevel, level > 9 { paragraph.headingLevel = nil }
        paragraphs[id] = paragraph
        runs[id] = run
        if chain.contains(where: \.isShadedTable) { shadedTables.insert(id) }
        if chain.contains(where: \.isHidingTable) { hidingTables.insert(id) }
    }
}

/// One style as the file has it.
private struct Source {
    var basedOn: String?
    /// 10 is "body text", which takes an inherited level away.
    var headingLevel: Int?
    /// -1 takes an inherited list away.
    var listLevel: Int?
    var isShaded: Bool?
    var isShadedTable = false
    var isHidingTable = false
    var run = RunChange()

    init(_ cursor: XMLCursor) throws(ReadingError) {
        var name = ""
        var source = (basedOn: String?.none, properties: ParagraphProperties(), run: RunChange())
        var table = (isShaded: false, isHiding: false)
        let isTable = cursor.attribute("type") == "table"
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .name: name = cursor.attribute("val")?.lowercased() ?? ""
            case .basedOn: source.basedOn = cursor.attribute("val")
            case _ where isTable:
                // Colours and hiding anywhere in a table's style: which cells they are for is not asked.
                let (isShaded, isHiding) = try cursor.skip(lookingFor: "shd", "vanish")
                table.isShaded = table.isShaded || isShaded
                table.isHiding = table.isHiding || isHiding
            case .paragraphProperties: source.properties = try ParagraphProperties(cursor)
            case .runProperties: source.run = try RunChange(cursor)
            default: break
            }
        }
        basedOn = source.basedOn
        run = source.run
        isShaded = source.properties.isShaded
        isShadedTable = table.isShaded
        isHidingTable = table.isHiding
        headingLevel = source.properties.headingLevel ?? Source.headingLevel(named: name)
        listLevel = source.properties.listLevel ?? Source.listLevel(named: name)
    }

    private static func headingLevel(named name: String) -> Int? {
        if name == "title" { return 1 }
        if name == "subtitle" { return 2 }
        guard name.hasPrefix("heading ") else { return nil }
        return Int(name.dropFirst("heading ".count)).flatMap { (1...9).contains($0) ? $0 : nil }
    }

    private static func listLevel(named name: String) -> Int? {
        for kind in ["list bullet", "list number"] where name.hasPrefix(kind) {
            let rest = name.dropFirst(kind.count)
            return rest.isEmpty ? 0 : Int(rest.drop { $0 == " " }).map { max(0, $0 - 1) }
        }
        return nil
    }
}

/// The properties of a paragraph that say what it is, nil where they are silent.
struct ParagraphProperties {
    var style: String?
    var headingLevel: Int?
    var listLevel: Int?
    var hasMarkDeleted = false
    var isShaded: Bool?

    init() {}

    init(
        _ cursor: XMLCursor,
        section: () throws(ReadingError) -> Void = {}
    ) throws(ReadingError) {
        var found = ParagraphProperties()
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .paragraphStyle: found.style = cursor.attribute("val")
            case .outlineLevel: found.headingLevel = cursor.number.map { $0 + 1 }
            case .numberingProperties:
                var level = 0
                var isList = true
                try cursor.forEachChild { tag throws(ReadingError) in
                    switch tag {
                    case .numberingLevel: level = min(max(cursor.number ?? 0, 0), 8)
                    // List 0 is how a paragraph leaves the list of its style.
                    case .numberingID: isList = cursor.number != 0
                    default: break
                    }
                }
                found.listLevel = isList ? level : -1
            case .runProperties:
                try cursor.forEachChild { tag throws(ReadingError) in
                    switch tag {
                    case .deleted, .movedFrom: found.hasMarkDeleted = true
                    default: break
                    }
                }
            case .shading: found.isShaded = cursor.isColouredShading
            case .section: try section()
            default: break
            }
        }
        self = found
    }
}

/// The properties of a run, nil where they are silent.
struct RunChange {
    var isBold: Bool?
    var isHidden: Bool?
    var isStruck: Bool?
    var symbolFont: SymbolFont??
    var style: String?
    var isWhite: Bool?
    var size: Int?
    var isShaded: Bool?
    var isWebHidden: Bool?

    init() {}

    init(_ cursor: XMLCursor) throws(ReadingError) {
        var found = RunChange()
        try cursor.forEachChild { tag throws(ReadingError) in found.take(tag, cursor) }
        self = found
    }

    /// Takes over one property of a run.
    mutating func take(_ tag: Tag, _ property: some Attributed) {
        switch tag {
        case .bold: isBold = property.isOn
        case .vanish: isHidden = property.isOn
        case .strike, .doubleStrike: isStruck = isStruck == true || property.isOn
        case .runFonts:
            if let font = property.attribute("ascii") ?? property.attribute("hAnsi") {
                symbolFont = .some(SymbolFont(named: font))
            }
        case .runStyle: style = property.attribute("val")
        case .colour: isWhite = property.isWhite
        case .size: size = property.number
        case .shading: isShaded = isShaded == true || property.isColouredShading
        case .highlight: isShaded = isShaded == true || property.isHighlight
        case .webHidden: isWebHidden = property.isOn
        default: break
        }
    }

    func apply(to format: inout RunFormat) {
        format.isBold = isBold ?? format.isBold
        format.isHidden = isHidden ?? format.isHidden
        format.isStruck = isStruck ?? format.isStruck
        format.symbolFont = symbolFont ?? format.symbolFont
        format.isWhite = isWhite ?? format.isWhite
        format.size = size ?? format.size
        format.isShaded = isShaded ?? format.isShaded
        format.isWebHidden = isWebHidden ?? format.isWebHidden
    }

    mutating func merge(_ other: RunChange) {
        isBold = other.isBold ?? isBold
        isHidden = other.isHidden ?? isHidden
        isStruck = other.isStruck ?? isStruck
        symbolFont = other.symbolFont ?? symbolFont
        isWhite = other.isWhite ?? isWhite
        size = other.size ?? size
        isShaded = other.isShaded ?? isShaded
        isWebHidden = other.isWebHidden ?? isWebHidden
    }
}
