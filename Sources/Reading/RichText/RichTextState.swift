/// What a group inherits and its end takes back.
struct RichTextState {
    var destination = RichTextDestination.body
    /// What is to be done when the group ends.
    var end = GroupEnd.nothing
    /// The group began with `\*`: whoever does not know the destination leaves it out.
    var isOptional = false
    var unicodeFallback = 1
    var font: Int?
    var isBold = false
    var isStruck = false
    var isHidden = false
    var isRevised = false
    var isDeleted = false
    var characterStyle: Int?
    var paragraph = RichTextParagraph()

    enum GroupEnd {
        case nothing
        case font
        case style
        case field
        case instruction
        case story(RichTextStory.Kind)
        case shapeProperty
    }

    /// `\plain`.
    mutating func resetLetters() {
        font = nil
        isBold = false
        isStruck = false
        isHidden = false
        isRevised = false
        isDeleted = false
        characterStyle = nil
    }
}

/// Where text goes.
enum RichTextDestination {
    case body
    /// Nothing of the group is text of the document.
    case skipped
    /// Only parts of the group are, such as the text of a shape.
    case wrapper
    case fontTable
    case styleSheet
    case instruction
    case formField
    case formEntry
    case shapeName
    case shapeValue
    /// Definitions of rows of tables in tables.
    case nestedProperties
}

/// The properties of a paragraph that say what it is and where it stands.
struct RichTextParagraph {
    /// 0 is outside tables, 1 in a table, 2 in a table in a table.
    var nesting = 0
    var style: Int?
    var list: Int?
    var listLevel = 0
    var outlineLevel: Int?
}

/// A style as far as its name matters; how it looks is written out with the text.
struct RichTextStyle {
    var number = 0
    var name = ""
    var outlineLevel: Int?

    var headingLevel: Int? {
        if let outlineLevel, (0...8).contains(outlineLevel) { return outlineLevel + 1 }
        let name = name.lowercased()
        if name == "title" { return 1 }
        if name == "subtitle" { return 2 }
        guard name.hasPrefix("heading ") else { return nil }
        return Int(name.dropFirst("heading ".count)).flatMap { (1...9).contains($0) ? $0 : nil }
    }
}

struct RichTextFont {
    var name = ""
    var charset: Int?
    var codePage: Int?

    var symbolFont: SymbolFont? { SymbolFont(named: name) }

    /// The signs of the font have no meaning of their own in any code page.
    var isSymbols: Bool { charset == 2 }

    /// Nil where the file's own code page holds; `.some(nil)` for one that is not known here.
    var page: CodePage?? {
        if let codePage, codePage > 0 { return .some(CodePage(rawValue: codePage)) }
        switch charset {
        case nil, 0, 1, 2: return nil
        case 77: return .macintosh
        case 161: return .greek
        case 162: return .turkish
        case 186: return .baltic
        case 204: return .cyrillic
        case 238: return .centralEuropean
        case 254: return .dos
        case 255: return .dosLatin
        default: return .some(nil)
        }
    }
}

/// A field between its begin and its end.
struct RichTextField {
    var instruction = ""
    /// A form field or symbol that has said what it shows; its result would say it again.
    var hasShown = false
    var formResult: Int?
    var formDefault: Int?
    var formEntries: [String] = []
}
