/// The control words of Rich Text that readers act on (RTF 1.9.1).
enum RichTextControl: String, CaseIterable {
    // The file.
    case ansi
    case mac
    case pc
    case pca
    case codePage = "ansicpg"
    case defaultFont = "deff"
    case binary = "bin"

    // Tables of the file.
    case fontTable = "fonttbl"
    case font = "f"
    case fontCharset = "fcharset"
    case fontCodePage = "cpg"
    case styleSheet = "stylesheet"
    case paragraphStyle = "s"
    case characterStyle = "cs"

    // Letters.
    case unicode = "u"
    case unicodeFallback = "uc"
    case plain
    case bold = "b"
    case strike
    case doubleStrike = "striked"
    case hidden = "v"
    case revised
    case deleted
    case emDash = "emdash"
    case enDash = "endash"
    case emSpace = "emspace"
    case enSpace = "enspace"
    case quarterSpace = "qmspace"
    case bullet
    case leftQuote = "lquote"
    case rightQuote = "rquote"
    case leftDoubleQuote = "ldblquote"
    case rightDoubleQuote = "rdblquote"
    case tab
    case line
    case lineBreak = "lbr"
    case page
    case column

    // Paragraphs.
    case paragraph = "par"
    case section = "sect"
    case paragraphDefaults = "pard"
    case inTable = "intbl"
    case tableNesting = "itap"
    case list = "ls"
    case listLevel = "ilvl"
    case outlineLevel = "outlinelevel"
    case listText = "listtext"
    case bulletText = "pntext"
    case titlePage = "titlepg"

    // Tables.
    case rowDefaults = "trowd"
    case rowLeft = "trleft"
    case headerRow = "trhdr"
    case cellEdge = "cellx"
    case horizontalFirst = "clmgf"
    case horizontalMore = "clmrg"
    case verticalFirst = "clvmgf"
    case verticalMore = "clvmrg"
    case cell
    case row
    case nestedCell = "nestcell"
    case nestedRow = "nestrow"
    case nestedProperties = "nesttableprops"

    // Parts apart from the text.
    case header
    case headerLeft = "headerl"
    case headerRight = "headerr"
    case headerFirst = "headerf"
    case footer
    case footerLeft = "footerl"
    case footerRight = "footerr"
    case footerFirst = "footerf"
    case footnote
    case endnote = "ftnalt"
    case annotation
    case field
    case fieldInstruction = "fldinst"
    case fieldResult = "fldrslt"
    case formField = "formfield"
    case formResult = "ffres"
    case formDefault = "ffdefres"
    case formEntry = "ffl"
    case object
    case objectLink = "objautlink"
    case objectResult = "result"
    case shape = "shp"
    case shapeGroup = "shpgrp"
    case shapeInstance = "shpinst"
    case shapeText = "shptxt"
    case shapeProperty = "sp"
    case shapeName = "sn"
    case shapeValue = "sv"
    case drawing = "do"
    case drawingText = "dptxbxtext"
    case unicodeDestination = "ud"
    case unicodeWrapper = "upr"
    case template
    /// Any destination that holds no text of the document.
    case skipped = ""

    /// Destinations whose text is not the document's, and which may stand without `\*`.
    private static let skippedNames = [
        "colortbl", "info", "pict", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator",
        "xmlnstbl",
        "themedata", "colorschememapping", "datastore", "latentstyles", "filetbl", "userprops", "docvar",
        "bkmkstart",
        "bkmkend", "atnid", "atnauthor", "atntime", "atndate", "atnref", "atnparent", "atnicn", "atrfstart",
        "atrfend",
        "shprslt", "nonshppict", "nonesttables", "pn", "pnseclvl", "tc", "tcn", "xe", "rxe", "txe",
        "background",
        "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "falt", "panose", "fontemb",
        "fontfile", "fname",
        "ffname", "ffdeftext", "ffformat", "ffhelptext", "ffstattext", "ffentrymcr", "ffexitmcr", "objclass",
        "objname",
        "objdata", "objalias", "objsect", "objtime", "pgdsctbl", "pgdsc", "company", "title", "operator",
        "passwordhash",
        "protusertbl", "wgrffmtfilter", "mmathPr", "defchp", "defpap", "stylerestricted", "keycode",
        "hlinkbase", "bliptag",
        "blipuid", "picprop", "ebcstart", "ebcend", "datafield", "password", "private", "factoidname",
        "mailmerge",
    ]

    private static let table: [String: RichTextControl] = {
        var table: [String: RichTextControl] = [:]
        for control in allCases { table[control.rawValue] = control }
        for name in skippedNames { table[name] = .skipped }
        return table
    }()

    static func named(_ name: ArraySlice<UInt8>) -> RichTextControl? {
        table[String(decoding: name, as: UTF8.self)]
    }

    /// The letter for which a word stands.
    var letter: String? {
        switch self {
        case .emDash: "—"
        case .enDash: "–"
        case .emSpace, .enSpace, .quarterSpace: " "
        case .bullet: "•"
        case .leftQuote: "‘"
        case .rightQuote: "’"
        case .leftDoubleQuote: "“"
        case .rightDoubleQuote: "”"
        case .tab: "\t"
        case .line, .lineBreak, .page, .column: "\n"
        default: nil
        }
    }
}
