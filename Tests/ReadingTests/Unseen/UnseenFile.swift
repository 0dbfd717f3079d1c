import Minutes
import Reading
import TestSupport

/// A whole Word file in which something unseen stands at a chosen place, between the words "before" and "after".
struct UnseenFile {
    enum Place: String, CaseIterable {
        case body, cell, innerCell, textBox, header, footer, footnote, endnote

        /// The part that has it.
        var part: String {
            switch self {
            case .body, .cell, .innerCell, .textBox: "word/document.xml"
            case .header: "word/header1.xml"
            case .footer: "word/footer1.xml"
            case .footnote: "word/footnotes.xml"
            case .endnote: "word/endnotes.xml"
            }
        }
    }

    struct Part {
        var path: String
        /// Of the relationship, "" for a part that nothing leads to.
        var kind: String
        var contentType: String
        var content: String
    }

    var place = Place.body
    /// Runs and the like.
    var inline = ""
    /// Of the paragraph.
    var properties = ""
    /// Whole paragraphs or tables behind it.
    var blocks = ""
    var styles = ""
    var settings = ""
    var sectionProperties = ""
    var moreNotes = ""
    /// Parts that the place's own part refers to, by id.
    var parts: [(id: String, part: Part)] = []
    /// Parts of the package itself.
    var packageParts: [Part] = []
    /// References of the place's own part to the outside.
    var external: [(id: String, kind: String, target: String)] = []

    init(_ inline: String = "", in place: Place = .body) {
        self.inline = inline
        self.place = place
    }

    var bytes: [UInt8] { zip.bytes }

    var document: Document {
        get throws { try readDocument(bytes) }
    }

    var traces: [Document.Trace] {
        get throws { try document.traces }
    }

    mutating func add(
        _ path: String,
        _ kind: String,
        _ contentType: String,
        _ content: String,
        id: String = "x1"
    ) {
        parts.append((id, Part(path: path, kind: kind, contentType: contentType, content: content)))
    }

    static let main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

    var zip: ZipFile {
        let paragraph = """
            <w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space="preserve">before </w:t></w:r>\(inline)\
            <w:r><w:t xml:space="preserve"> after</w:t></w:r></w:p>\(blocks)
            """
        func here(_ other: Place, _ plain: String) -> String { place == other ? paragraph : plain }
        let plain = ReadingTests.paragraph("plain")
        let inner =
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>\(here(.innerCell, plain))</w:tc></w:tr></w:tbl>"
        let table = """
            <w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>\(here(.cell, plain))\
            </w:tc><w:tc><w:tcPr/>\(inner)\(plain)</w:tc></w:tr></w:tbl>
            """
        let box = """
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="914400" \
            cy="914400"/><wp:docPr id="7" name="Box"/><a:graphic><a:graphicData \
            uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr/>\
            <wps:txbx><w:txbxContent>\(here(.textBox, plain))</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>\
            </a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>
            """
        let references = """
            <w:p><w:r><w:t>noted</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>\
            <w:r><w:endnoteReference w:id="2"/></w:r></w:p>
            """
        let section = """
            <w:sectPr><w:headerReference w:type="default" r:id="d3"/><w:footerReference w:type="default" r:id="d4"/>\
            \(sectionProperties)</w:sectPr>
            """
        let body = "<w:body>\(here(.body, plain))\(table)\(box)\(references)\(section)</w:body>"
        let stories: [(path: String, kind: String, type: String, xml: String)] = [
            ("word/document.xml", "officeDocument", "document.main", wrap("document", body)),
            ("word/styles.xml", "styles", "styles", wrap("styles", styles)),
            ("word/settings.xml", "settings", "settings", wrap("settings", settings)),
            ("word/header1.xml", "header", "header", wrap("hdr", here(.header, plain))),
            ("word/footer1.xml", "footer", "footer", wrap("ftr", here(.footer, plain))),
            ("word/footnotes.xml", "footnotes", "footnotes", notes("footnote", here(.footnote, plain))),
            ("word/endnotes.xml", "endnotes", "endnotes", notes("endnote", here(.endnote, plain))),
        ]

        var types =
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        for story in stories {
            types += "<Override PartName=\"/\(story.path)\" ContentType=\"\(Self.main)\(story.type)+xml\"/>"
        }
        for part in parts.map(\.part) + packageParts where !part.contentType.isEmpty {
            types += "<Override PartName=\"/\(part.path)\" ContentType=\"\(part.contentType)\"/>"
        }
        var zip = ZipFile()
        func add(_ name: String, _ text: String) {
            zip.entries.append(ZipFile.Entry(name: name, data: Array(text.utf8)))
        }
        add(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\(types)</Types>"
        )
        var roots = [relationship("p0", "officeDocument", "word/document.xml")]
        for (index, part) in packageParts.enumerated() where !part.kind.isEmpty {
            roots.append(relationship("p\(index + 1)", part.kind, part.path))
        }
        add("_rels/.rels", relationships(roots))
        for (index, story) in stories.enumerated() {
            add(story.path, story.xml)
            var own: [String] = []
            if index == 0 {
                own += stories.enumerated().dropFirst().map { relationship("d\($0)", $1.kind, "/" + $1.path) }
            }
            if story.path == place.part {
                own += parts.filter { !$0.part.kind.isEmpty }.map {
                    relationship($0.id, $0.part.kind, "/" + $0.part.path)
                }
                own += external.map { relationship($0.id, $0.kind, $0.target, isExternal: true) }
            }
            if !own.isEmpty {
                let name = story.path.split(separator: "/").last ?? ""
                add("word/_rels/\(name).rels", relationships(own))
            }
        }
        for part in parts.map(\.part) + packageParts { add(part.path, part.content) }
        return zip
    }

    func wrap(_ element: String, _ content: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:\(element) xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
        mc:Ignorable="w14">\(content)</w:\(element)>
        """
    }

    private func notes(_ name: String, _ content: String) -> String {
        wrap(
            name + "s",
            """
            <w:\(name) w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:\(name)>\
            <w:\(name) w:id="2">\(content)</w:\(name)>\(name == "footnote" ? moreNotes : "")
            """
        )
    }

    private func relationships(_ list: [String]) -> String {
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(list.joined())\
        </Relationships>
        """
    }

    private func relationship(
        _ id: String,
        _ kind: String,
        _ target: String,
        isExternal: Bool = false
    ) -> String {
        """
        <Relationship Id="\(id)" Type="\(kind.contains("/") ? kind : Self.office + kind)" Target="\(target)"\
        \(isExternal ? " TargetMode=\"External\"" : "")/>
        """
    }
}

/// A run.
func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

/// A field in its long form.
func field(_ instruction: String, result: String? = nil) -> String {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    return mark("begin") + "<w:r><w:instrText xml:space=\"preserve\">\(instruction)</w:instrText></w:r>"
        + (result.map { mark("separate") + run($0) } ?? "") + mark("end")
}
