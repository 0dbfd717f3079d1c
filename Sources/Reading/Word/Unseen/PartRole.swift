/// What a part of a Word file is for, told from the kind of the relationship that leads to it and its content type.
enum PartRole: Equatable {
    /// Text on pages: the document, page headers and footers, notes.
    case story
    /// Formats and the like, without text of their own.
    case formats
    case settings
    /// The styles once more as Word 2010 had them, which no program reads any more; a cleaned copy is without it.
    case outdated
    case picture
    case font
    /// Charts and diagrams, which show what they hold.
    case graphic
    /// Comments, and what belongs to them.
    case comments
    case commentDetails
    case tasks
    case glossary
    case customData
    case customDataDetails
    case embedded(Unseen)
    case macros
    case activeContent
    case coreProperties
    case applicationProperties
    case customProperties
    case metadata(Unseen)
    /// The label that says how sensitive the document is.
    case label
    case unknown

    init(kind: String, contentType: String) {
        switch kind {
        case "officeDocument", "header", "footer", "footnotes", "endnotes": self = .story
        case "stylesWithEffects": self = .outdated
        case "styles", "numbering", "webSettings", "fontTable", "theme", "themeOverride":
            self = .formats
        case "settings": self = .settings
        case "image": self = contentType.hasPrefix("image/") ? .picture : .unknown
        case "font": self = .font
        case "chart", "chartEx", "chartUserShapes", "chartStyle", "chartColorStyle", "diagramData",
            "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing":
            self = .graphic
        case "comments": self = .comments
        case "commentsExtended", "commentsIds", "commentsExtensible": self = .commentDetails
        case "people": self = .metadata(.author)
        case "documenttasks": self = .tasks
        case "glossaryDocument": self = .glossary
        case "customXml": self = .customData
        case "customXmlProps": self = .customDataDetails
        case "oleObject", "package", "model3d", "hdphoto": self = .embedded(.object)
        case "aFChunk": self = .embedded(.insertedFile)
        case "video", "audio", "media": self = .embedded(.media)
        case "vbaProject", "wordVbaData": self = .macros
        case "control", "activeXControlBinary": self = .activeContent
        case "core-properties": self = .coreProperties
        case "extended-properties", "extendedProperties": self = .applicationProperties
        case "custom-properties", "customProperties": self = .customProperties
        case "thumbnail": self = .metadata(.preview)
        case "printerSettings": self = .metadata(.printer)
        case "keyMapCustomizations", "attachedToolbars", "extensibility", "webextensiontaskpanes",
            "webextension":
            self = .metadata(.addIn)
        case "origin", "signature", "certificate": self = .metadata(.signature)
        case "recipientData", "mailMergeRecipientData": self = .embedded(.dataSource)
        case "classificationlabels": self = .label
        default: self = .unknown
        }
        if contentType.contains("vbaproject") || contentType.contains("vbadata") { self = .macros }
        if contentType.contains("activex") { self = .activeContent }
    }

    /// Its XML may hold changes, comments or text.
    var isScanned: Bool {
        switch self {
        case .story, .formats, .settings, .graphic, .glossary: true
        default: false
        }
    }
}
