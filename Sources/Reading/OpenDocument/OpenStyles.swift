/// The styles of an OpenDocument file, as far as they matter for what is read (ODF 1.3 part 3, chapter 16).
///
/// Each part has automatic styles of its own, whose names may be those of the other part's.
struct OpenStyles {
    enum Family: String {
        case paragraph
        case text
        case table
        case section
    }

    private struct Source {
        var parent: String?
        /// In lower case and with blanks, as people see it.
        var name = ""
        var outlineLevel: Int?
        var masterPage: String?
        var run = RunChange()
    }

    /// What a style comes to with all that it inherits.
    struct Resolved {
        var headingLevel: Int?
        var run = RunChange()
    }

    private struct Key: Hashable {
        var family: Family
        var name: String
    }

    private var common: [Key: Source] = [:]
    private var automatic: [Key: Source] = [:]
    private var defaults: [Family: RunChange] = [:]
    private var fonts: [String: String] = [:]
    private var resolved: [Key: Resolved] = [:]

    /// Master pages that automatic styles ask for, in no order: such a style is there because something uses it.
    var usedMasterPages: Set<String> { Set(automatic.values.compactMap(\.masterPage)) }

    /// Forgets the automatic styles of the part before.
    mutating func startPart() {
        automatic = [:]
        resolved = [:]
    }

    mutating func readFonts(_ cursor: XMLCursor) throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .openFontFace, let name = cursor.attribute("name") else { return }
            fonts[name] = cursor.attribute("font-family")
        }
    }

    mutating func read(_ cursor: XMLCursor, isAutomatic: Bool) throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .openStyle || tag == .openDefaultStyle,
                let family = cursor.attribute("family").flatMap(Family.init(rawValue:))
            else { return }
            let name = cursor.attribute("name") ?? ""
            let source = try source(cursor, named: name)
            if tag == .openDefaultStyle {
                defaults[family] = source.run
            } else if isAutomatic {
                automatic[Key(family: family, name: name)] = source
            } else {
                common[Key(family: family, name: name)] = source
            }
        }
    }

    private func source(_ cursor: XMLCursor, named name: String) throws(ReadingError) -> Source {
        var source = Source()
        source.parent = cursor.attribute("parent-style-name")
        source.name = (cursor.attribute("display-name") ?? name.replacing("_20_", with: " ")).lowercased()
        source.outlineLevel = cursor.attribute("default-outline-level").flatMap { Int($0) }
        source.masterPage = cursor.attribute("master-page-name").flatMap { $0.isEmpty ? nil : $0 }
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .openTextProperties { source.run = runChange(cursor) }
        }
        return source
    }

    private func runChange(_ cursor: XMLCursor) -> RunChange {
        var change = RunChange()
        if let weight = cursor.attribute("font-weight") {
            change.isBold = weight == "bold" || (Int(weight) ?? 0) >= 600
        }
        if let line = cursor.attribute("text-line-through-style")
            ?? cursor.attribute("text-line-through-type")
        {
            change.isStruck = line != "none"
        }
        if let display = cursor.attribute("display") { change.isHidden = display == "none" }
        if let name = cursor.attribute("font-name") {
            change.symbolFont = .some(symbolFont(fonts[name] ?? name))
        } else if let family = cursor.attribute("font-family") {
            change.symbolFont = .some(symbolFont(family))
        }
        return change
    }

    private func symbolFont(_ family: String) -> SymbolFont? {
        SymbolFont(named: family.replacing("'", with: "").replacing("\"", with: ""))
    }

    /// The master page that a style asks for.
    func masterPage(_ family: Family, _ name: String?) -> String? {
        guard let name else { return nil }
        let key = Key(family: family, name: name)
        return (automatic[key] ?? common[key])?.masterPage
    }

    mutating func style(_ family: Family, _ name: String?) -> Resolved {
        let key = Key(family: family, name: name ?? "Standard")
        if let known = resolved[key] { return known }
        var chain: [Source] = []
        var next = automatic[key] ?? common[key]
        // A chain that is longer than any that people make runs in a circle.
        while let source = next, chain.count < 32 {
            chain.append(source)
            next = source.parent.flatMap { common[Key(family: family, name: $0)] }
        }
        var made = Resolved()
        if let change = defaults[family] { made.run.merge(change) }
        for source in chain.reversed() {
            made.run.merge(source.run)
            made.headingLevel = OpenStyles.headingLevel(source) ?? made.headingLevel
        }
        if made.headingLevel == 0 { made.headingLevel = nil }
        resolved[key] = made
        return made
    }

    /// 0 takes an inherited level away.
    private static func headingLevel(_ source: Source) -> Int? {
        if let level = source.outlineLevel { return (1...9).contains(level) ? level : 0 }
        if source.name == "title" { return 1 }
        if source.name == "subtitle" { return 2 }
        guard source.name.hasPrefix("heading ") else { return nil }
        return Int(source.name.dropFirst("heading ".count)).flatMap { (1...9).contains($0) ? $0 : nil }
    }
}
