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
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .bold: found.isBold = cursor.isOn
            case .vanish: found.isHidden = cursor.isOn
            case .strike, .doubleStrike: found.isStruck = found.isStruck == true || cursor.isOn
            case .runFonts:
                if let font = cursor.attribute("ascii") ?? cursor.attribute("hAnsi") {
                    found.symbolFont = .some(SymbolFont(named: font))
                }
            case .runStyle: found.style = cursor.attribute("val")
            case .colour: found.isWhite = cursor.isWhite
            case .size: found.size = cursor.number
            case .shading: found.isShaded = found.isShaded == true || cursor.isColouredShading
            case .highlight: found.isShaded = found.isShaded == true || cursor.isHighlight
            case .webHidden: found.isWebHidden = cursor.isOn
            default: break
            }
        }
        self = found
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

extension XMLCursor {
    /// A property that is there is on, unless its value says otherwise.
    var isOn: Bool { attribute("val").map(XMLCursor.isTrue) ?? true }

    func isOn(_ name: StaticString) -> Bool { attribute(name).map(XMLCursor.isTrue) ?? false }

    var number: Int? { attribute("val").flatMap { Int($0) } }

    /// At shading: it puts another colour than white behind the text, for all that is written there.
    var isColouredShading: Bool {
        func isPaper(_ value: String?) -> Bool {
            value.map { ["auto", "ffffff", "clear", "nil", "none"].contains($0.lowercased()) } ?? true
        }
        return !isPaper(attribute("fill")) || !isPaper(attribute("val")) || attribute("themeFill") != nil
    }

    var isHighlight: Bool { attribute("val").map { !["none", "white"].contains($0) } ?? false }

    /// At a colour: white, or so near to it that nobody can read it on paper.
    var isWhite: Bool {
        guard let value = attribute("val"), value.utf8.count == 6, let colour = UInt32(value, radix: 16)
        else {
            return false
        }
        return [colour >> 16, colour >> 8 & 0xFF, colour & 0xFF].allSatisfy { $0 >= 0xF8 }
    }

    private static func isTrue(_ value: String) -> Bool { !["0", "false", "off"].contains(value) }
}
