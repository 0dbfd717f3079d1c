import Minutes

/// The things in a Word file that a reader of the printed page would not see, as people are told of them.
enum Unseen: CaseIterable {
    case insertion, deletion, move, formatChange
    case comment, task
    case hiddenText, hiddenShape, misplacedText, hiddenAlternative, strayText, fieldText
    case unusedNote, unusedHeader, unusedPicture, buildingBlock
    case object, insertedFile, media
    case loadedPicture, loadedObject, loadedField, dataSource, loadedVideo, loadedOther
    case dataPart, variable
    case unknownPart, containerNote
    case property
    case hyperlink
    case webHidden
    case author, title, company, template, revisionID, preview, printer, editor, addIn, signature

    var kind: Document.Trace.Kind {
        switch self {
        case .insertion, .deletion, .move, .formatChange: .trackedChanges
        case .comment, .task: .comments
        case .hiddenText, .hiddenShape, .misplacedText, .hiddenAlternative, .strayText, .fieldText,
            .unusedNote,
            .unusedHeader, .unusedPicture, .buildingBlock:
            .hiddenText
        case .object, .insertedFile, .media: .embeddedObject
        case .loadedPicture, .loadedObject, .loadedField, .dataSource, .loadedVideo, .loadedOther:
            .externalLink
        case .dataPart, .variable: .customData
        case .unknownPart, .containerNote: .unknownContent
        case .property: .customProperties
        case .hyperlink: .hyperlinks
        case .webHidden: .webHidden
        case .author, .title, .company, .template, .revisionID, .preview, .printer, .editor, .addIn,
            .signature:
            .metadata
        }
    }

    /// One of it, and several.
    var nouns: (one: String, many: String) {
        switch self {
        case .insertion: plain("insertion")
        case .deletion: plain("deletion")
        case .move: plain("move")
        case .formatChange: ("change of format", "changes of format")
        case .comment: plain("comment")
        case .task: ("list of tasks", "lists of tasks")
        case .hiddenText: ("piece of hidden text", "pieces of hidden text")
        case .hiddenShape: plain("hidden picture or shape", "hidden pictures or shapes")
        case .misplacedText: ("piece of text that no page has", "pieces of text that no page has")
        case .hiddenAlternative: ("other wording for older programs", "other wordings for older programs")
        case .strayText: ("note between the lines of the file", "notes between the lines of the file")
        case .fieldText: ("field with text of its own", "fields with text of their own")
        case .unusedNote: ("note without its mark in the text", "notes without their mark in the text")
        case .unusedHeader:
            ("page header or footer that no page has", "page headers or footers that no page has")
        case .unusedPicture: ("picture that no page has", "pictures that no page has")
        case .buildingBlock: plain("building block")
        case .object: plain("embedded object")
        case .insertedFile: plain("inserted file")
        case .media: ("sound or film", "sounds or films")
        case .loadedPicture: plain("linked picture")
        case .loadedObject: plain("linked object")
        case .loadedField: ("field that fetches its text", "fields that fetch their text")
        case .dataSource: plain("source of merged data", "sources of merged data")
        case .loadedVideo: plain("online video")
        case .loadedOther: plain("other link that is loaded", "other links that are loaded")
        case .dataPart: ("set of custom data", "sets of custom data")
        case .variable: plain("document variable")
        case .unknownPart: plain("unknown part")
        case .containerNote: plain("note on the container")
        case .property: ("custom property", "custom properties")
        case .hyperlink: plain("link to the outside", "links to the outside")
        case .webHidden:
            ("piece of text that web views leave out", "pieces of text that web views leave out")
        case .author: ("name of an author", "names of authors")
        case .title: plain("title or description", "titles and descriptions")
        case .company: ("name of a company or manager", "names of a company or manager")
        case .template: ("template's path", "templates' paths")
        case .revisionID: ("set of revision ids", "sets of revision ids")
        case .preview: plain("preview picture")
        case .printer: plain("set of printer settings", "sets of printer settings")
        case .editor: ("person allowed to edit", "people allowed to edit")
        case .addIn: plain("add-in")
        case .signature: plain("digital signature part")
        }
    }

    private func plain(_ one: String, _ many: String? = nil) -> (one: String, many: String) {
        (one, many ?? one + "s")
    }
}

/// How many there are of each.
struct UnseenCounts {
    private var counts: [Unseen: Int] = [:]

    subscript(_ thing: Unseen) -> Int {
        get { counts[thing] ?? 0 }
        set { counts[thing] = newValue > 0 ? newValue : nil }
    }

    static func += (left: inout UnseenCounts, right: UnseenCounts) {
        for (thing, count) in right.counts { left[thing] += count }
    }

    /// Of two ways to say the same, what either of them has.
    func either(_ other: UnseenCounts) -> UnseenCounts {
        var both = self
        for (thing, count) in other.counts { both[thing] = Swift.max(both[thing], count) }
        return both
    }

    var traces: [Document.Trace] {
        Document.Trace.Kind.allCases.compactMap { kind in
            let things = Unseen.allCases.filter { $0.kind == kind && self[$0] > 0 }
            guard !things.isEmpty else { return nil }
            return Document.Trace(
                kind: kind,
                count: things.reduce(0) { $0 + self[$1] },
                detail: things.map { thing in
                    let count = self[thing]
                    return "\(count) \(count == 1 ? thing.nouns.one : thing.nouns.many)"
                }.joined(separator: ", ")
            )
        }
    }
}
