/// The smallest files of formats that are more than a text.
enum Packed {
    static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    static func cell(_ text: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
    }

    static func word(body: String, styles: String = "", more: [ZipPart] = []) -> [UInt8] {
        let schemas = "http://schemas.openxmlformats.org"
        let relationships = "\(schemas)/officeDocument/2006/relationships"
        func story(_ element: String, _ content: String) -> [UInt8] {
            Array(
                """
                <w:\(element) xmlns:w="\(schemas)/wordprocessingml/2006/main" xmlns:r="\(relationships)" \
                xmlns:mc="\(schemas)/markup-compatibility/2006" \
                xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">\(content)</w:\(element)>
                """.utf8
            )
        }
        func relations(_ kind: String, _ target: String) -> [UInt8] {
            Array(
                """
                <Relationships xmlns="\(schemas)/package/2006/relationships"><Relationship Id="r1" \
                Type="\(relationships)/\(kind)" Target="\(target)"/></Relationships>
                """.utf8
            )
        }
        let types = """
            <Types xmlns="\(schemas)/package/2006/content-types"><Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
            """
        return ZipPart.pack(
            [
                ZipPart(name: "[Content_Types].xml", data: Array(types.utf8)),
                ZipPart(name: "_rels/.rels", data: relations("officeDocument", "/word/document.xml")),
                ZipPart(name: "word/document.xml", data: story("document", "<w:body>\(body)</w:body>")),
                ZipPart(name: "word/_rels/document.xml.rels", data: relations("styles", "styles.xml")),
                ZipPart(name: "word/styles.xml", data: story("styles", styles)),
            ] + more
        )
    }

    static func open(body: String, styles: String = "") -> [UInt8] {
        let base = "urn:oasis:names:tc:opendocument:xmlns:"
        let names = ["office", "text", "table", "style"].map { "xmlns:\($0)=\"\(base)\($0):1.0\"" }
        let namespaces = names.joined(separator: " ") + " xmlns:draw=\"\(base)drawing:1.0\""
        let content = """
            <office:document-content \(namespaces)><office:automatic-styles>\(styles)</office:automatic-styles>\
            <office:body><office:text>\(body)</office:text></office:body></office:document-content>
            """
        return ZipPart.pack([
            ZipPart(name: "mimetype", data: Array("application/vnd.oasis.opendocument.text".utf8)),
            ZipPart(name: "content.xml", data: Array(content.utf8)),
        ])
    }

    /// Pages that all show the same.
    static func pdf(content: String, pages: Int = 1, annotations: Int = 0, extra: [String] = []) -> [UInt8] {
        let notes = (0..<annotations).map {
            "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (\($0)) >>"
        }
        let page = """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
            /Resources << /Font << /F1 3 0 R >> >> /Annots [\(notes.joined(separator: " "))] >>
            """
        let kids = (0..<pages).map { "\(5 + $0) 0 R" }.joined(separator: " ")
        let objects =
            [
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count \(pages) /Kids [\(kids)] >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            ] + Array(repeating: page, count: pages) + extra
        return pdf(objects: objects)
    }

    /// One page whose content is packed by filters.
    static func pdf(stream: [UInt8], page: String, font: String, filters: String) -> [UInt8] {
        let mark = "<< /Length \(stream.count) /Filter [\(filters)] >>\nstream\n#\nendstream"
        let file = pdf(objects: [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, mark,
            font,
        ])
        // The table of places behind it is wrong then, and readers make a new one.
        guard let place = file.firstRange(of: "stream\n#".utf8) else { return file }
        return file[..<(place.upperBound - 1)] + stream + file[place.upperBound...]
    }

    /// A file of objects, of which the first is the catalogue.
    static func pdf(objects: [String]) -> [UInt8] {
        var file = Array("%PDF-1.7\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let place = String(file.count)
            table += String(repeating: "0", count: max(10 - place.count, 0)) + place + " 00000 n \n"
            file += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
        }
        let start = file.count
        return file
            + Array(
                "\(table)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
                    .utf8
            )
    }
}
