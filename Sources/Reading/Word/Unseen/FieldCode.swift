/// What the instruction of a field asks a program to do (ECMA-376 part 1, 17.16).
enum FieldCode: Equatable {
    /// Fetches text, a picture or data from elsewhere when the field is updated.
    case loads
    /// Carries words that its result need not show: other branches, prompts, entries of an index, an add-in's data.
    case hasOwnText
    /// Shows a property or a variable of the file, which a cleaned copy no longer has; or an object that is embedded.
    case showsProperty
    /// A link to the outside that a person may follow.
    case link
    case ordinary

    init(_ instruction: String) {
        let words = instruction.drop(while: \.isWhitespace)
        let name = words.prefix { !$0.isWhitespace && $0 != "\"" && $0 != "\\" }.uppercased()
        let rest = words.dropFirst(name.count)
        switch name {
        case "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "RD", "DATABASE":
            self = .loads
        case "ADDIN", "PRIVATE":
            self = rest.contains(where: \.isLetter) ? .hasOwnText : .ordinary
        case "IF", "SET", "ASK", "FILLIN", "COMPARE", "NEXTIF", "SKIPIF", "XE", "TC", "TA", "GREETINGLINE",
            "ADDRESSBLOCK":
            self = Self.quotesWords(rest) ? .hasOwnText : .ordinary
        case "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "LASTSAVEDBY", "DOCPROPERTY",
            "DOCVARIABLE",
            "INFO", "TEMPLATE", "REVNUM", "EDITTIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EMBED":
            self = .showsProperty
        case "HYPERLINK":
            // With a bookmark alone it leads to a place in the document itself.
            self = rest.first { !$0.isWhitespace }.map { $0 == "\\" } ?? true ? .ordinary : .link
        default: self = .ordinary
        }
    }

    private static func quotesWords(_ text: Substring) -> Bool {
        guard let quote = text.firstIndex(where: { "\"“”".contains($0) }) else { return false }
        return text[quote...].contains(where: \.isLetter)
    }

    /// How a document is told of it; `nil` for what is nobody's concern.
    var unseen: Unseen? {
        switch self {
        case .loads: .loadedField
        case .hasOwnText: .fieldText
        case .link: .hyperlink
        case .showsProperty, .ordinary: nil
        }
    }
}
