/// What a style attribute or a rule of a page's style sheet says, as far as it matters for what is read.
struct HTMLStyle {
    var isHidden: Bool?
    var isBold: Bool?
    var isStruck: Bool?
    var isPreformatted: Bool?
    var display: Display?
    var symbolFont: SymbolFont??
    /// Word's own: the level of a list item, from 0; a bullet or number that is not part of the text; tabs.
    var wordListLevel: Int?
    var isWordMarker = false
    var wordTabs = 0
    /// "comment-list", "footnote" and the like.
    var wordElement: String?

    enum Display {
        case inline
        case block
        case table
        case rowGroup
        case row
        case cell
    }

    var isSilent: Bool {
        isHidden == nil && isBold == nil && isStruck == nil && isPreformatted == nil && display == nil
            && symbolFont == nil && wordListLevel == nil && !isWordMarker && wordTabs == 0
            && wordElement == nil
    }

    init() {}

    /// Reads declarations as they stand in a style attribute.
    init(declarations: Substring) {
        for declaration in declarations.utf8.split(separator: UInt8(ascii: ";")) {
            guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(Substring(declaration[..<colon])).trimmedOfSpace.lowercased()
            guard HTMLStyle.telling.contains(name) else { continue }
            var value = String(Substring(declaration[colon...].dropFirst())).lowercased().trimmedOfSpace
            if value.hasSuffix("!important") {
                value = String(value.dropLast("!important".count)).trimmedOfSpace
            }
            read(name, value)
        }
    }

    private static let telling: Set<String> = [
        "display", "visibility", "font-weight", "font", "text-decoration", "text-decoration-line",
        "white-space",
        "font-family", "mso-hide", "mso-list", "mso-tab-count", "mso-element",
    ]

    private mutating func read(_ name: String, _ value: String) {
        switch name {
        case "display": read(display: value)
        case "visibility": isHidden = value == "hidden" || value == "collapse" ? true : isHidden
        case "mso-hide": isHidden = value == "all" ? true : isHidden
        case "font-weight": isBold = value.hasPrefix("bold") || (Int(value) ?? 0) >= 600
        case "font":
            if value.hasPrefix("bold") || value.contains(" bold") { isBold = true }
            readFont(value)
        case "font-family": readFont(value)
        case "text-decoration", "text-decoration-line":
            if value.contains("line-through") { isStruck = true }
        case "white-space": isPreformatted = value.hasPrefix("pre") && value != "pre-line"
        case "mso-list":
            if value == "ignore" {
                isWordMarker = true
            } else if let range = value.firstRange(of: "level"),
                let digit = value[range.upperBound...].first?.wholeNumberValue
            {
                wordListLevel = max(0, digit - 1)
            }
        case "mso-tab-count": wordTabs = min(max(Int(value) ?? 0, 0), 10)
        case "mso-element": wordElement = value
        default: break
        }
    }

    private mutating func read(display value: String) {
        isHidden = value == "none"
        switch value {
        case "inline", "inline-block", "inline-flex", "contents": display = .inline
        case "block", "flex", "grid", "list-item", "flow-root": display = .block
        case "table": display = .table
        case "table-row-group", "table-header-group", "table-footer-group": display = .rowGroup
        case "table-row": display = .row
        case "table-cell": display = .cell
        default: break
        }
    }

    private mutating func readFont(_ value: String) {
        let family = value.split(separator: ",").first.map(String.init) ?? value
        let fonts: [SymbolFont] = [.wingdings2, .wingdings, .webdings]
        symbolFont = .some(fonts.first { family.contains($0.rawValue) })
    }

    mutating func merge(_ other: HTMLStyle) {
        isHidden = other.isHidden ?? isHidden
        isBold = other.isBold ?? isBold
        isStruck = other.isStruck ?? isStruck
        isPreformatted = other.isPreformatted ?? isPreformatted
        display = other.display ?? display
        symbolFont = other.symbolFont ?? symbolFont
        wordListLevel = other.wordListLevel ?? wordListLevel
        isWordMarker = isWordMarker || other.isWordMarker
        wordTabs = max(wordTabs, other.wordTabs)
        wordElement = other.wordElement ?? wordElement
    }
}

extension String {
    /// Without white space at both ends.
    var trimmedOfSpace: String {
        let bytes = utf8
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
            let last = bytes.lastIndex(where: { $0 > 0x20 })
        else { return "" }
        return String(self[first...last])
    }
}
