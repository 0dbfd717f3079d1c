/// What a document that leaves is: the ending of its name and its media type.
package enum FileKind: String, Codable, CaseIterable, Sendable {
    case docx
    /// A document of an old version of Word, which leaves as it was dropped.
    case doc
    /// A Word document that may have macros; one that has some is never taken in.
    case docm
    case dotx
    case dotm
    /// A Word document in one file of XML.
    case xml
    case odt
    case ott
    /// A page of the web as OpenDocument's editors save it in a container.
    case oth
    /// An OpenDocument text in one file of XML.
    case fodt
    case rtf
    case pdf
    case html
    case txt
    case md

    /// Without the dot.
    package var ending: String { rawValue }

    package var mediaType: String {
        switch self {
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .doc: "application/msword"
        case .docm: "application/vnd.ms-word.document.macroEnabled.12"
        case .dotx: "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
        case .dotm: "application/vnd.ms-word.template.macroEnabled.12"
        case .xml: "application/xml"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ott: "application/vnd.oasis.opendocument.text-template"
        case .oth: "application/vnd.oasis.opendocument.text-web"
        case .fodt: "application/vnd.oasis.opendocument.text-flat-xml"
        case .rtf: "application/rtf"
        case .pdf: "application/pdf"
        case .html: "text/html"
        case .txt, .md: "text/plain"
        }
    }
}

extension FileKind {
    /// Looks into a container for what it says of itself; for a file that was read already.
    init(ofContainer bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        let archive = try ZipArchive(bytes, limits: limits)
        if archive.contains("[Content_Types].xml") {
            let package = try WordPackage(.zip(archive), limits: limits)
            self = .word(try package.contentTypes().type(of: package.mainPart))
        } else {
            let type = try archive.contents(of: "mimetype") ?? []
            self = .openDocument(String(decoding: type, as: UTF8.self))
        }
    }

    /// Of the main part's content type, in lower case.
    private static func word(_ type: String) -> FileKind {
        switch (type.contains("template"), type.contains("macroenabled")) {
        case (false, false): .docx
        case (false, true): .docm
        case (true, false): .dotx
        case (true, true): .dotm
        }
    }

    private static func openDocument(_ type: String) -> FileKind {
        if type.contains("text-template") { return .ott }
        return type.contains("text-web") ? .oth : .odt
    }
}
