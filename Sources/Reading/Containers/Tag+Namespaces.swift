/// The prefixes by which `Tag` knows the namespaces, whatever prefixes a file gives them.
extension Tag {
    /// By namespace, transitional and strict.
    static func prefix(of namespace: String) -> String {
        let openDocument = "urn:oasis:names:tc:opendocument:xmlns:"
        if namespace.hasPrefix(openDocument) {
            let name = namespace.dropFirst(openDocument.count).prefix { $0 != ":" }
            return name == "drawing" ? "draw:" : "\(name):"
        }
        switch namespace {
        case "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": return "loext:"
        case "http://openoffice.org/2004/office": return "ooo:"
        case "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0": return "field:"
        default: return officePrefix(of: namespace)
        }
    }

    private static func officePrefix(of namespace: String) -> String {
        switch namespace {
        case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main":
            "w:"
        case "http://schemas.microsoft.com/office/word/2010/wordml": "w14:"
        case "http://schemas.microsoft.com/office/word/2012/wordml": "w15:"
        case "http://schemas.openxmlformats.org/drawingml/2006/chart",
            "http://purl.oclc.org/ooxml/drawingml/chart":
            "c:"
        case "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":
            "wp:"
        case "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing": "wp14:"
        case "http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing": "wp15:"
        case "http://schemas.openxmlformats.org/drawingml/2006/main",
            "http://purl.oclc.org/ooxml/drawingml/main":
            "a:"
        case "urn:schemas-microsoft-com:office:office": "o:"
        case "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:"
        case "urn:schemas-microsoft-com:vml": "v:"
        case "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "http://purl.oclc.org/ooxml/officeDocument/math":
            "m:"
        case "http://schemas.openxmlformats.org/package/2006/content-types": "ct:"
        case "http://schemas.openxmlformats.org/package/2006/relationships": "pr:"
        case "http://schemas.microsoft.com/office/2006/xmlPackage": "pkg:"
        case "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
            "http://purl.oclc.org/ooxml/officeDocument/customProperties":
            "cp:"
        default: "?:"
        }
    }
}
