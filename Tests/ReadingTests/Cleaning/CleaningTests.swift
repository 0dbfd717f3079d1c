import Foundation
import Minutes
import Reading
import TestSupport
import Testing

/// A cleaned copy says what the document says, and holds nothing else.
struct CleaningTests {
    typealias Place = UnseenFile.Place

    /// Cleans the file, and checks what must be true of every cleaned copy.
    @discardableResult
    private func clean(_ file: UnseenFile, _ location: SourceLocation = #_sourceLocation) throws
        -> ZipContents
    {
        let document = try file.document
        let cleaned = try file.cleaned
        let again = try readDocument(cleaned)

        #expect(again.words == document.words, sourceLocation: location)
        #expect(again.traces.filter { $0.kind != .webHidden } == [], sourceLocation: location)
        #expect(
            try UnseenFile.cleaned(cleaned) == cleaned,
            "cleaning again changes nothing",
            sourceLocation: location
        )
        let contents = try ZipContents(cleaned)
        #expect(!contents.text.contains("secret"), sourceLocation: location)
        #expect(try contents.faults() == [], sourceLocation: location)
        return contents
    }

    @Test(arguments: UnseenTests.inline.indices, Place.allCases)
    func `what stands in a line is taken out of every part of the document`(index: Int, place: Place) throws {
        let (xml, _, _) = UnseenTests.inline[index]
        // Only a broken document has text there; that it is told of is enough.
        if xml.contains("<w:x>") { return }
        var file = UnseenFile(xml, in: place)
        file.styles =
            "<w:style w:type=\"character\" w:styleId=\"Hid\"><w:rPr><w:vanish/></w:rPr></w:style>"
        if xml.contains("FFFFFF"), place == .textBox { return }

        try clean(file)
    }

    @Test func `a clean file stays byte for byte as it was, part by part`() throws {
        let file = UnseenFile()

        #expect(try clean(file) == ZipContents(file.bytes))
    }

    @Test func `only what is taken out of a part is missing in it`() throws {
        let file = UnseenFile(
            "<w:del w:id='1'><w:r><w:delText>secret</w:delText></w:r></w:del>" + run("é &amp; <![CDATA[<]]>")
        )
        var plain = file
        plain.inline = run("é &amp; <![CDATA[<]]>")

        #expect(try clean(file)["word/document.xml"] == ZipContents(plain.bytes)["word/document.xml"])
    }

    @Test(arguments: [
        "<w:pPrChange w:id=\"1\"><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:pPrChange>",
        "<w:rPr><w:ins w:id=\"1\"/></w:rPr>",
        "<w:rPr><w:moveTo w:id=\"1\"/></w:rPr>", "<w:numPr><w:ins w:id=\"1\"/></w:numPr>",
        "<w:rPr><w:rPrChange w:id=\"1\"><w:rPr/></w:rPrChange></w:rPr>",
        "<w:sectPr><w:sectPrChange w:id=\"1\"/></w:sectPr>",
    ])
    func `changes of a paragraph are accepted`(properties: String) throws {
        for place in Place.allCases {
            var file = UnseenFile(in: place)
            file.properties = properties

            let contents = try clean(file)

            #expect(contents[place.part]?.contains("w:id=\"1\"") == false)
        }
    }

    @Test(arguments: ["del", "moveFrom"])
    func `a paragraph whose mark is deleted is joined with the next one`(mark: String) throws {
        for place in Place.allCases {
            var file = UnseenFile(run("x"), in: place)
            file.properties = "<w:jc w:val=\"left\"/><w:rPr><w:\(mark) w:id=\"1\"/></w:rPr>"
            file.blocks = """
                <w:p><w:pPr><w:rPr><w:del w:id="2"/></w:rPr></w:pPr><w:del w:id="3"><w:r><w:delText>secret</w:delText></w:r>\
                </w:del></w:p><w:p><w:pPr><w:jc w:val="right"/></w:pPr>\(run("next"))</w:p>
                """

            let part = try #require(try clean(file)[place.part])

            #expect(try readDocument(file.cleaned).words.contains("before x afternext"))
            #expect(
                part.contains(
                    "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:t xml:space=\"preserve\">before "
                )
            )
            #expect(!part.contains("<w:jc w:val=\"left\"/>"))
        }
    }

    @Test func `a deleted paragraph before a table, and one at the end of a cell, leave a paragraph`() throws
    {
        let gone = """
            <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>secret</w:delText></w:r></w:del></w:p>
            """
        var file = UnseenFile(in: .body)
        file.blocks =
            gone + "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>\(gone)</w:tc></w:tr></w:tbl>" + paragraph("")

        try clean(file)
    }

    @Test(arguments: [
        ("<w:trPr><w:ins w:id=\"1\"/></w:trPr>", "", true),
        ("<w:trPr><w:del w:id=\"1\"/></w:trPr>", "", false),
        ("", "<w:cellIns w:id=\"1\"/>", true), ("", "<w:cellDel w:id=\"1\"/>", false),
        ("<w:tblPrEx><w:tblPrExChange w:id=\"1\"/></w:tblPrEx>", "", true),
        ("<w:trPr><w:trPrChange w:id=\"1\"/></w:trPr>", "", true), ("", "<w:tcPrChange w:id=\"1\"/>", true),
    ])
    func `rows and cells are there or gone`(row: String, properties: String, isThere: Bool) throws {
        for place in Place.allCases {
            for isAlone in [true, false] {
                var file = UnseenFile(in: place)
                let more = isAlone ? "" : "<w:tr>\(cell("one"))\(cell("two"))</w:tr>"
                file.blocks = """
                    <w:tbl><w:tblPr><w:tblPrChange w:id="9"/></w:tblPr><w:tblGrid><w:gridCol/><w:tblGridChange w:id="8"/>\
                    </w:tblGrid><w:tr>\(row)<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph("words"))</w:tc></w:tr>\(more)</w:tbl>\
                    \(paragraph(""))
                    """

                let contents = try clean(file)

                #expect(contents[place.part]?.contains("words") == isThere)
                let tables = contents[place.part]?.matches(of: /<w:tbl>/).count ?? 0
                let before = place.part == "word/document.xml" ? 2 : 0
                #expect(tables - before == (isThere || !isAlone ? 1 : 0))
            }
        }
    }

    @Test func `a table that grew and shrank keeps its other cells in their columns`() throws {
        var file = UnseenFile()
        let gone = cell("secret", properties: "<w:cellDel w:id=\"1\"/>")
        file.blocks = """
            <w:tbl><w:tr>\(cell("a"))\(gone)\(cell("b"))</w:tr><w:tr>\(gone)\(cell("c"))\
            \(cell("d", properties: "<w:cellIns w:id=\"2\"/>"))</w:tr></w:tbl>\(paragraph(""))
            """

        try clean(file)

        #expect(try readDocument(file.cleaned).tables[0].rows.map(\.text) == ["a | b", "c | d"])
    }

    @Test(arguments: UnseenTests.shapes)
    func `a hidden shape is gone`(xml: String) throws {
        for place in Place.allCases { try clean(UnseenFile(xml, in: place)) }
    }

    @Test func `cells that are merged into others are empty`() throws {
        var file = UnseenFile()
        let restart = "<w:vMerge w:val=\"restart\"/>"
        file.blocks = """
            <w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>\(cell("a", properties: restart))\
            \(cell("b", properties: "<w:hMerge w:val=\"restart\"/>"))\(cell("secret", properties: "<w:hMerge/>"))</w:tr>\
            <w:tr>\(cell("c"))\(cell("secret", properties: "<w:vMerge/>"))\(cell("d", properties: "<w:vMerge/>"))</w:tr></w:tbl>\
            \(paragraph(""))
            """

        try clean(file)
    }

    @Test func `other words for older programs are gone, the same words stay`() throws {
        func choice(_ old: String) -> String {
            """
            <mc:AlternateContent><mc:Choice Requires="w14"><w:r><w:t>new</w:t></w:r></mc:Choice><mc:Fallback><w:r>\
            <w:t>\(old)</w:t></w:r></mc:Fallback></mc:AlternateContent>
            """
        }

        #expect(
            try clean(UnseenFile(choice("secret")))["word/document.xml"]?.contains("mc:Fallback") == false
        )
        #expect(try clean(UnseenFile(choice("new")))["word/document.xml"]?.contains("mc:Fallback") == true)
    }

    @Test func `notes without a mark and page headers that no page has are gone`() throws {
        var file = UnseenFile(
            "<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id=\"3\"/></w:r>"
                + "<w:del><w:r><w:footnoteReference w:id=\"4\"/></w:r></w:del>"
        )
        file.moreNotes = [3, 4, 5].map { "<w:footnote w:id=\"\($0)\">\(paragraph("secret"))</w:footnote>" }
            .joined()
        file.sectionProperties =
            "<w:headerReference w:type=\"first\" r:id=\"x1\"/><w:footerReference w:type=\"even\" r:id=\"x2\"/>"
        file.add(
            "word/header2.xml",
            "header",
            UnseenFile.main + "header+xml",
            file.wrap("hdr", paragraph("secret"))
        )
        file.add(
            "word/footer2.xml",
            "footer",
            UnseenFile.main + "footer+xml",
            file.wrap("ftr", paragraph("")),
            id: "x2"
        )

        let contents = try clean(file)

        #expect(contents["word/footnotes.xml"]?.contains("w:id=\"2\"") == true)
        #expect(!contents.names.contains("word/header2.xml"))
        #expect(contents["word/document.xml"]?.contains("w:type=\"first\"") == false)
    }

    // MARK: Fields and links

    @Test(arguments: [
        field("INCLUDETEXT \"x\"", result: "shown"),
        field("HYPERLINK \"https://a.example\"", result: "shown"),
        field("TITLE", result: "shown"), field("DOCPROPERTY Case", result: "shown"),
        field("IF \(field("MERGEFIELD secret", result: "secret")) = \"secret\" \"a\"", result: "shown"),
        "<w:fldSimple w:instr=\"AUTHOR\">\(run("shown"))</w:fldSimple>",
    ])
    func `what a field shows stays, and the field is gone`(xml: String) throws {
        for place in Place.allCases {
            let contents = try clean(UnseenFile(xml, in: place))

            #expect(contents[place.part]?.contains("shown") == true)
            #expect(contents[place.part]?.contains("fldChar") == false)
            #expect(contents[place.part]?.contains("instr") == false)
        }
    }

    @Test(arguments: [
        field("PAGE", result: "1"), field("HYPERLINK \\l \"here\"", result: "1"), field("REF a"),
    ])
    func `an ordinary field stays a field`(xml: String) throws {
        #expect(try clean(UnseenFile(xml))["word/document.xml"]?.contains(xml) == true)
    }

    @Test func `a link to the outside becomes its words, in every part`() throws {
        for place in Place.allCases {
            var file = UnseenFile(
                "<w:hyperlink r:id=\"x1\" w:tooltip=\"secret\">\(run("here"))</w:hyperlink>",
                in: place
            )
            file.external = [("x1", "hyperlink", "https://secret.example")]

            let contents = try clean(file)

            #expect(contents[place.part]?.contains("hyperlink") == false)
            #expect(contents[place.part]?.contains("here") == true)
        }
    }

    @Test func `a link inside the document stays`() throws {
        let link = "<w:hyperlink w:anchor=\"place\">\(run("here"))</w:hyperlink>"

        #expect(try clean(UnseenFile(link))["word/document.xml"]?.contains(link) == true)
    }

    // MARK: Refused

    @Test func `what cannot be told apart for certain is refused with a sentence`() throws {
        var style = UnseenFile()
        style.styles = """
            <w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="lastCol"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>
            """
        style.blocks = "<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/></w:tblPr><w:tr>\(cell("x"))</w:tr></w:tbl>"
        var chunk = UnseenFile()
        chunk.blocks = "<w:altChunk r:id=\"x1\"/>"
        chunk.add("word/a.html", "aFChunk", "text/html", "<p>x</p>")
        var merged = UnseenFile()
        merged.blocks =
            "<w:tbl><w:tr>\(cell("x", properties: "<w:cellMerge w:id=\"1\" w:vMerge=\"cont\"/>"))</w:tr></w:tbl>"

        for file in [style, chunk, merged, UnseenFile("<w:x>\(run("x"))</w:x>")] {
            let error = #expect(throws: ReadingError.self) { try file.cleaned }
            #expect(error?.code == .notCleanable)
            #expect(error?.sentence.hasPrefix("No cleaned copy can be made of this document: ") == true)
        }
    }

    @Test func `other formats are refused with a sentence`() throws {
        for name in ["07-plain-text-school-by-phone.txt", "27-email-body-minutes.eml"] {
            let bytes = try Samples.bytes(name)
            let error = #expect(throws: ReadingError.self) { try UnseenFile.cleaned(bytes) }
            #expect(error?.code == .notCleanable)
        }
    }
}

extension UnseenFile {
    var cleaned: [UInt8] {
        get throws { try Self.cleaned(bytes) }
    }

    static func cleaned(_ bytes: [UInt8]) throws -> [UInt8] {
        [UInt8](try CleanedDocument.of(bytes, read: try readDocument(bytes)).bytes)
    }
}
