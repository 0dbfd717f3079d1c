import Minutes
import Reading
import TestSupport
import Testing

/// Containers that are strange, but are what some programs write.
struct WordPackageTests {
    @Test func `strict files and unusual part names are read`() throws {
        var file = WordFile(paragraph("Text"))
        file.namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
        file.relationshipNamespace = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        file.mainPart = "other/Main.xml"

        #expect(try file.document().text == "Text")
    }

    @Test func `a main part at the root of the package is found`() throws {
        var file = WordFile(paragraph("Text"))
        file.mainPart = "document.xml"

        #expect(try file.document().text == "Text")
    }

    @Test func `parts in UTF-16 and with byte order marks are read`() throws {
        var zip = WordFile(paragraph("Zoë – “quoted”")).zip
        let xml = String(decoding: zip.entries[2].data, as: UTF8.self)

        zip.entries[2].data =
            [0xFF, 0xFE] + xml.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try readDocument(zip.bytes).text == "Zoë – “quoted”")

        zip.entries[2].data = [0xEF, 0xBB, 0xBF] + Array(xml.utf8)
        #expect(try readDocument(zip.bytes).text == "Zoë – “quoted”")
    }

    @Test func `entries with data descriptors are read`() throws {
        var zip = WordFile(paragraph("Text")).zip
        for index in zip.entries.indices { zip.entries[index].hasDescriptor = true }

        #expect(try readDocument(zip.bytes).text == "Text")
    }

    @Test func `names that try to leave the folder harm nobody`() throws {
        var zip = WordFile(paragraph("Text")).zip
        zip.entries.append(ZipFile.Entry(name: "../../etc/passwd", data: [1]))

        #expect(try readDocument(zip.bytes).text == "Text")
    }

    @Test(arguments: [
        ("word/vbaProject.bin", "vbaProject"), ("word/x.bin", "vbaProject"), ("word/x.xml", "wordVbaData"),
    ])
    func `a file with macros in it is refused, whatever it says it is`(path: String, kind: String) {
        var carrying = WordFile(paragraph("Text"))
        carrying.parts = [(path, kind, "x")]
        var typed = WordFile(paragraph("Text")).zip
        typed.entries[0].data = Array(
            String(decoding: typed.entries[0].data, as: UTF8.self)
                .replacing(
                    "<Override",
                    with:
                        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override"
                )
                .utf8
        )

        #expect(refusal(carrying.zip.bytes)?.code == .macros)
        #expect(refusal(typed.bytes)?.code == .macros)
    }

    @Test(arguments: [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ])
    func `templates, and files that could have macros and have none, are read`(type: String) throws {
        var file = WordFile(paragraph("Text"))
        file.contentType = type

        #expect(try file.document().text == "Text")
    }

    /// The parts of a file of the zip kind in one file of XML, as Word saves it.
    private func flat(_ file: WordFile, more: String = "") -> [UInt8] {
        let parts = file.zip.entries.filter { $0.name != "[Content_Types].xml" }.map { entry in
            """
            <pkg:part pkg:name="/\(entry.name)" pkg:contentType="\(entry.name.hasSuffix(".rels") ? "rels" : file.contentType)">\
            <pkg:xmlData>\(String(decoding: entry.data, as: UTF8.self))</pkg:xmlData></pkg:part>
            """
        }
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?>\r\n\
            <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">\(parts.joined())\(more)</pkg:package>
            """.utf8
        )
    }

    @Test func `a document in one file of XML is read as the same in a container`() throws {
        var file = WordFile(paragraph("One") + "<w:tbl><w:tr>\(cell("a"))\(cell("b"))</w:tr></w:tbl>")
        file.add("word/comments.xml", "comments", "comments", "<w:comment/>")

        #expect(try readDocument(flat(file)) == file.document())
    }

    @Test func `one file of XML with macros, two parts of a name or a lie in it is refused`() {
        let file = WordFile(paragraph("Text"))
        let part = { (name: String) in
            "<pkg:part pkg:name=\"\(name)\" pkg:contentType=\"x\"><pkg:binaryData>AA==</pkg:binaryData></pkg:part>"
        }

        #expect(refusal(flat(file, more: part("/word/media/a.png"))) == nil)
        #expect(refusal(flat(file, more: part("/word/vbaProject.bin")))?.code == .macros)
        #expect(refusal(flat(file, more: part("/Word/document.xml")))?.code == .damaged)
        #expect(refusal(Array(flat(file).dropLast(5)))?.code == .damaged)
        #expect(refusal(flat(WordFile("<w:p>&x;</w:p>")))?.code == .damaged)
        let old =
            "<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>"
        #expect(refusal(Array(old.utf8))?.sentence.contains("Word 2003") == true)
    }

    @Test func `a workbook is called a workbook`() throws {
        var file = WordFile(paragraph("Text"))
        file.contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

        #expect(refusal(file.zip.bytes)?.sentence.contains("Excel") == true)
    }
}
