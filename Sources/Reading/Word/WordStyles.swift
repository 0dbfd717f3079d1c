/// How a run looks, as far as it matters for what is read.
struct RunFormat {
    var isBold = false
    var isHidden = false
    var isStruck = false
    /// The symbol font whose letters are pictures, if the run is set in one.
    var symbolFont: SymbolFont?
}

/// What a paragraph is, from its own properties or its style's.
struct ParagraphFormat {
    /// 1 is the highest.
    var headingLevel: Int?
    /// 0 is the outermost.
    var listLevel: Int?
}

/// The styles of a document with their inheritance resolved.
struct WordStyles {
    private var paragraphs: [String: ParagraphFormat] = [:]
    private var runs: [String: RunChange] = [:]
    private var defaultParagraphStyle = ""
    private var defaults = RunChange()

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

    func apply(runStyle id: String, to format: inout RunFormat) { runs[id]?.apply(to: &format) }

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
            run.merge(source.run)
        }
        if let level = paragraph.listLevel, level < 0 { paragraph.listLevel = nil }
        if let level = paragraph.headingLevel, level > 9 { paragraph.headingLevel = nil }
        paragraphs[id] = paragraph
        runs[id] = run
    }
}

/// One style as the file has it.
private struct Source {
    var basedOn: String?
    /// 10 is "body text", which takes an inherited level away.
    var headingLevel: Int?
    /// -1 takes an inherited list away.
    var listLevel: Int?
    var run = RunChange()

    init(_ cursor: XMLCursor) throws(ReadingError) {
        var name = ""
        var source = (basedOn: String?.none, properties: ParagraphProperties(), run: RunChange())
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .name: name = cursor.attribute("val")?.lowercased() ?? ""
            case .basedOn: source.basedOn = cursor.attribute("val")
            case .paragraphProperties: source.properties = try ParagraphProperties(cursor)
            case .runProperties: source.run = try RunChange(cursor)
            default: break
            }
        }
        basedOn = source.basedOn
        run = source.run
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
    var isFormatChanged = false
    var hasMarkDeleted = false
    var hasMarkInserted = false

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
                    case .inserted, .movedTo: found.hasMarkInserted = true
                    default: break
                    }
                }
            case .paragraphPropertiesChange: found.isFormatChanged = true
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
    var isFormatChanged = false

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
            case .runPropertiesChange: found.isFormatChanged = true
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
    }

    mutating func merge(_ other: RunChange) {
        isBold = other.isBold ?? isBold
        isHidden = other.isHidden ?? isHidden
        isStruck = other.isStruck ?? isStruck
        symbolFont = other.symbolFont ?? symbolFont
    }
}

extension XMLCursor {
    /// A property that is there is on, unless its value says otherwise.
    var isOn: Bool { attribute("val").map(XMLCursor.isTrue) ?? true }

    func isOn(_ name: StaticString) -> Bool { attribute(name).map(XMLCursor.isTrue) ?? false }

    var number: Int? { attribute("val").flatMap { Int($0) } }

    private static func isTrue(_ value: String) -> Bool { !["0", "false", "off"].contains(value) }
}
