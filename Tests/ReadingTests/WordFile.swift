import Minutes
import Reading
import TestSupport

/// Writes Word files out of pieces of XML.
struct WordFile {
    static let namespace: String = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relationships: String = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let contentType: String =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

    /// What stands in the body.
    var body: String
    /// Further parts by path, each with the relationship that leads to it.
    var parts: [(path: String, kind: String, xml: String)] = []
    var namespace: String = WordFile.namespace
    var relationshipNamespace: String = WordFile.relationships
    var contentType: String = WordFile.contentType
    var mainPart = "word/document.xml"
    /// Relationships of the main part to the world outside, as kind and target.
    var external: [(kind: String, target: String)] = []

    init(_ body: String) { self.body = body }

    var zip: ZipFile {
        var zip = ZipFile()
        func add(_ name: String, _ xml: String) {
            zip.entries.append(ZipFile.Entry(name: name, data: Array(xml.utf8)))
        }
        add(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/\(mainPart)" ContentType="\(contentType)"/></Types>
            """
        )
        add("_rels/.rels", relationships([("officeDocument", "/" + mainPart, false)]))
        add(mainPart, wrap("document", "<w:body>\(body)</w:body>"))
        let folder = mainPart.split(separator: "/").dropLast().joined(separator: "/")
        let name = mainPart.split(separator: "/").last ?? ""
        let inner =
            parts.map { ($0.kind, "/" + $0.path, false) } + external.map { ($0.kind, $0.target, true) }
        add((folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels", relationships(inner))
        for part in parts { add(part.path, part.xml) }
        return zip
    }

    func document(limits: ReadingLimits = ReadingLimits()) throws -> Document {
        try readDocument(zip.bytes, limits: limits)
    }

    /// An element of the main namespace with all declarations that the tests need.
    func wrap(_ element: String, _ content: String) -> String {
        """
        <w:\(element) xmlns:w="\(namespace)" xmlns:r="\(relationshipNamespace)" \
        xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
        xmlns:v="urn:schemas-microsoft-com:vml">\(content)</w:\(element)>
        """
    }

    mutating func add(_ path: String, _ kind: String, _ element: String, _ content: String) {
        parts.append((path, kind, wrap(element, content)))
    }

    private func relationships(_ list: [(kind: String, target: String, isExternal: Bool)]) -> String {
        let lines = list.enumerated().map { index, one in
            """
            <Relationship Id="r\(index + 1)" Type="\(relationshipNamespace)/\(one.kind)" Target="\(one.target)"\
            \(one.isExternal ? " TargetMode=\"External\"" : "")/>
            """
        }
        return """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            \(lines.joined())</Relationships>
            """
    }
}

/// A paragraph of one run.
func paragraph(_ text: String, properties: String = "", run: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
}

/// A cell of one paragraph.
func cell(_ text: String, properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
}
