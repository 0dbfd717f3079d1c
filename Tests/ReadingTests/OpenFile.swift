import Minutes
import Reading
import TestSupport

/// Writes OpenDocument texts out of pieces of XML.
struct OpenFile {
    /// What stands in the text.
    var body: String
    var automaticStyles = ""
    var styles = ""
    var masterStyles = ""
    /// Further entries of the container.
    var parts: [(name: String, text: String)] = []
    var mimetype = "application/vnd.oasis.opendocument.text"

    init(_ body: String) { self.body = body }

    private static let namespaces: String =
        [
            "office", "text", "table", "style", "form", "script", "meta", "manifest",
        ]
        .map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined(separator: " ")
        + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
        + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
        + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:ooo=\"http://openoffice.org/2004/office\""
        + " xmlns:field=\"urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0\""
        + " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""

    private static let fonts =
        "<office:font-face-decls><style:font-face style:name=\"Wingdings1\" svg:font-family=\"Wingdings\"/>"
        + "</office:font-face-decls>"

    static func wrap(_ element: String, _ content: String) -> String {
        "<office:\(element) \(namespaces)>\(content)</office:\(element)>"
    }

    var content: String {
        "\(OpenFile.fonts)<office:automatic-styles>\(automaticStyles)</office:automatic-styles>"
            + "<office:body><office:text>\(body)</office:text></office:body>"
    }

    var zip: ZipFile {
        var zip = ZipFile()
        func add(_ name: String, _ text: String) {
            zip.entries.append(ZipFile.Entry(name: name, data: Array(text.utf8)))
        }
        add("mimetype", mimetype)
        add("content.xml", OpenFile.wrap("document-content", content))
        add(
            "styles.xml",
            OpenFile.wrap(
                "document-styles",
                "<office:styles>\(styles)</office:styles><office:master-styles>\(masterStyles)</office:master-styles>"
            )
        )
        for part in parts { add(part.name, part.text) }
        return zip
    }

    func document(limits: ReadingLimits = ReadingLimits()) throws -> Document {
        try readDocument(zip.bytes, limits: limits)
    }

    /// An automatic style of text or paragraphs.
    static func style(_ name: String, _ properties: String, family: String = "text", more: String = "")
        -> String
    {
        "<style:style style:name=\"\(name)\" style:family=\"\(family)\" \(more)>"
            + "<style:text-properties \(properties)/></style:style>"
    }
}
