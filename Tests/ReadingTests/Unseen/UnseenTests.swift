import Minutes
import Reading
import TestSupport
import Testing

/// What a reader of the printed page would not see, one thing each, wherever it stands.
struct UnseenTests {
    typealias Place = UnseenFile.Place
    typealias Kind = Document.Trace.Kind

    /// Things in a line of text, with what is told of them; none of their words may count as seen.
    static let inline: [(xml: String, kind: Kind, detail: String)] = [
        ("<w:ins w:id=\"1\" w:author=\"A\">\(run("new"))</w:ins>", .trackedChanges, "1 insertion"),
        ("<w:del w:id=\"1\"><w:r><w:delText>secret</w:delText></w:r></w:del>", .trackedChanges, "1 deletion"),
        ("<w:r><w:delText>secret</w:delText></w:r>", .trackedChanges, "1 deletion"),
        ("<w:moveFrom w:id=\"1\">\(run("secret"))</w:moveFrom>", .trackedChanges, "1 move"),
        ("<w:moveTo w:id=\"1\">\(run("new"))</w:moveTo>", .trackedChanges, "1 move"),
        (
            run("new", "<w:rPrChange w:id=\"1\"><w:rPr><w:b/></w:rPr></w:rPrChange>"), .trackedChanges,
            "1 change of format"
        ),
        (
            "<w:commentRangeStart w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>", .comments,
            "1 comment"
        ),
        (run("secret", "<w:vanish/>"), .hiddenText, "1 piece of hidden text"),
        (run("secret", "<w:rStyle w:val=\"Hid\"/>"), .hiddenText, "1 piece of hidden text"),
        (run("secret", "<w:color w:val=\"FFFFFF\"/>"), .hiddenText, "1 piece of hidden text"),
        (run("secret", "<w:sz w:val=\"2\"/>"), .hiddenText, "1 piece of hidden text"),
        (
            "<m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>secret</m:t></m:r></m:oMath>", .hiddenText,
            "1 piece of hidden text"
        ),
        ("<w:x><w:r><w:t>secret</w:t></w:r></w:x>", .hiddenText, "1 piece of text that no page has"),
        ("<w:r>secret</w:r>", .hiddenText, "1 note between the lines of the file"),
        ("<!-- secret -->", .hiddenText, "1 note between the lines of the file"),
        (field("SET Child \"secret\""), .hiddenText, "1 field with text of its own"),
        (field("XE \"secret\""), .hiddenText, "1 field with text of its own"),
        (
            "<w:fldSimple w:instr=\"ADDIN secret\">\(run("new"))</w:fldSimple>", .hiddenText,
            "1 field with text of its own"
        ),
        (
            field("INCLUDETEXT \"\\\\\\\\server\\\\a.docx\"", result: "new"), .externalLink,
            "1 field that fetches its text"
        ),
        (field("DDEAUTO c:\\\\x.exe", result: "new"), .externalLink, "1 field that fetches its text"),
        (
            field(" includepicture \"http://a.example/x.png\"", result: "new"), .externalLink,
            "1 field that fetches its text"
        ),
        (field("HYPERLINK \"https://a.example\"", result: "new"), .hyperlinks, "1 link to the outside"),
        (run("new", "<w:webHidden/>"), .webHidden, "1 piece of text that web views leave out"),
        ("<w:permStart w:id=\"1\" w:ed=\"A\"/>", .metadata, "1 person allowed to edit"),
    ]

    @Test(arguments: UnseenTests.inline.indices, Place.allCases)
    func `what stands in a line is found in every part of the document`(index: Int, place: Place) throws {
        let (xml, kind, detail) = UnseenTests.inline[index]
        var file = UnseenFile(xml, in: place)
        file.styles =
            "<w:style w:type=\"character\" w:styleId=\"Hid\"><w:rPr><w:vanish/></w:rPr></w:style>"
        // In a text box a colour may lie behind the text.
        if xml.contains("FFFFFF"), place == .textBox { return }

        let document = try file.document

        #expect(document.traces == [Document.Trace(kind: kind, count: 1, detail: detail)])
        #expect(!document.words.contains("secret"))
        #expect(document.words.contains("new") == xml.contains("new"))
    }

    /// Shapes that nobody sees, with a word in them.
    static let shapes = [
        """
        <w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" hidden="1"/><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r>\
        <w:t>secret</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></wp:inline></w:drawing></w:r>
        """,
        """
        <w:r><w:pict><v:shape style="position:absolute; visibility: hidden"><v:textbox><w:txbxContent><w:p><w:r>\
        <w:t>secret</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>
        """,
        """
        <w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>secret</w:t></w:r></w:p>\
        </w:txbxContent></v:textbox></v:shape></w:pict></w:r>
        """,
    ]

    @Test func `a clean file has no traces`() throws { #expect(try UnseenFile().traces == []) }

    @Test(arguments: [
        "<w:pPrChange w:id=\"1\"><w:pPr/></w:pPrChange>", "<w:rPr><w:ins w:id=\"1\"/></w:rPr>",
        "<w:rPr><w:moveTo w:id=\"1\"/></w:rPr>", "<w:numPr><w:ins w:id=\"1\"/></w:numPr>",
        "<w:rPr><w:rPrChange w:id=\"1\"><w:rPr/></w:rPrChange></w:rPr>", "<w:rPr><w:del w:id=\"1\"/></w:rPr>",
        "<w:sectPr><w:sectPrChange w:id=\"1\"/></w:sectPr>",
    ])
    func `a change of a paragraph is found`(properties: String) throws {
        for place in Place.allCases {
            var file = UnseenFile(in: place)
            file.properties = properties

            #expect(try file.traces.map(\.kind) == [.trackedChanges])
        }
    }

    @Test(arguments: [
        ("", "<w:trPr><w:ins w:id=\"1\"/></w:trPr>", "", "1 insertion"),
        ("", "<w:trPr><w:del w:id=\"1\"/></w:trPr>", "", "1 deletion"),
        ("", "", "<w:cellIns w:id=\"1\"/>", "1 insertion"), ("", "", "<w:cellDel w:id=\"1\"/>", "1 deletion"),
        ("", "", "<w:cellMerge w:id=\"1\" w:vMerge=\"cont\"/>", "1 change of format"),
        ("<w:tblPrChange w:id=\"1\"/>", "", "", "1 change of format"),
        ("", "<w:tblPrEx><w:tblPrExChange w:id=\"1\"/></w:tblPrEx>", "", "1 change of format"),
        ("", "<w:trPr><w:trPrChange w:id=\"1\"/></w:trPr>", "", "1 change of format"),
        ("", "", "<w:tcPrChange w:id=\"1\"/>", "1 change of format"),
    ])
    func `a change of a table is found`(table: String, row: String, cell: String, detail: String) throws {
        for place in Place.allCases {
            var file = UnseenFile(in: place)
            file.blocks = """
                <w:tbl><w:tblPr>\(table)</w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>\(row)<w:tc><w:tcPr>\(cell)\
                </w:tcPr>\(paragraph("x"))</w:tc></w:tr></w:tbl>\(paragraph(""))
                """

            #expect(try file.traces.map(\.detail) == [detail])
        }
    }

    @Test func `a change in a style is found`() throws {
        var file = UnseenFile()
        file.styles = """
            <w:style w:type="paragraph" w:styleId="A"><w:rPr><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr></w:style>
            """

        #expect(try file.traces.map(\.detail) == ["1 change of format"])
    }

    // MARK: Hidden text

    @Test func `text is hidden by the style of its paragraph, and shown again by a style that hides as well`()
        throws
    {
        var file = UnseenFile(
            run("seen", "<w:rStyle w:val=\"C\"/>") + run("shown", "<w:vanish w:val=\"0\"/>")
        )
        file.properties = "<w:pStyle w:val=\"P\"/>"
        file.styles = """
            <w:style w:type="paragraph" w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="B"/></w:style>\
            <w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>
            """

        let document = try file.document

        #expect(document.blocks.first?.text == "seenshown")
        #expect(document.traces.map(\.detail) == ["2 pieces of hidden text"])
    }

    @Test func `a style of a run that does not hide leaves hidden what the paragraph's style hides`() throws {
        var file = UnseenFile(run("secret", "<w:rStyle w:val=\"C\"/>"))
        file.properties = "<w:pStyle w:val=\"P\"/>"
        file.styles = """
            <w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>\
            <w:style w:type="character" w:styleId="C"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
            """

        #expect(try !file.document.words.contains("secret"))
    }

    @Test(arguments: [
        (run("seen", "<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"1F3864\"/>"), ""),
        (run("seen", "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>"), ""),
        (run("seen", "<w:color w:val=\"FFFFFF\"/>"), "<w:shd w:val=\"clear\" w:fill=\"1F3864\"/>"),
        (run("seen", "<w:color w:val=\"FFFFFF\"/>"), "<w:pStyle w:val=\"Banner\"/>"),
        (run("seen", "<w:color w:val=\"FFFFFF\"/>") + "<w:r><w:pict><v:rect/></w:pict></w:r>", ""),
        (run("seen", "<w:color w:val=\"auto\"/>"), ""), (run("seen", "<w:sz w:val=\"8\"/>"), ""),
    ])
    func `white text that may lie on a colour is not taken for hidden`(xml: String, properties: String) throws
    {
        var file = UnseenFile(xml)
        file.properties = properties
        file.styles = """
            <w:style w:type="paragraph" w:styleId="Banner"><w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>
            """

        #expect(try file.traces == [])
        #expect(try file.document.words.contains("seen"))
    }

    @Test(arguments: [
        ("<w:shd w:val=\"clear\" w:fill=\"1F3864\"/>", "", ""),
        ("<w:tblStyle w:val=\"Dark\"/>", "", ""),
        ("", "<w:tblPrEx><w:shd w:val=\"clear\" w:fill=\"1F3864\"/></w:tblPrEx>", ""),
        ("", "", "<w:shd w:val=\"clear\" w:fill=\"1F3864\"/>"),
    ])
    func `white text in a coloured table is seen, and next to it is not`(
        table: String,
        row: String,
        cell: String
    )
        throws
    {
        let white = "<w:p>\(run("white", "<w:color w:val=\"FFFFFF\"/>"))</w:p>"
        var file = UnseenFile()
        file.styles = """
            <w:style w:type="table" w:styleId="Dark"><w:name w:val="Dark"/><w:tblStylePr w:type="firstRow"><w:tcPr>\
            <w:shd w:val="clear" w:fill="000000"/></w:tcPr></w:tblStylePr></w:style>
            """
        file.blocks = """
            <w:tbl><w:tblPr>\(table)</w:tblPr><w:tr>\(row)<w:tc><w:tcPr>\(cell)</w:tcPr>\(white)</w:tc></w:tr></w:tbl>\
            \(white)
            """

        #expect(try file.document.tables.first?.rows[0].text == "white")
        #expect(try file.traces.map(\.detail) == ["1 piece of hidden text"])
    }

    @Test func `a table whose style hides some of its text is told of`() throws {
        var file = UnseenFile()
        file.styles = """
            <w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="lastCol"><w:rPr><w:vanish/></w:rPr>\
            </w:tblStylePr></w:style>
            """
        file.blocks = "<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/></w:tblPr><w:tr>\(cell("x"))</w:tr></w:tbl>"

        #expect(try file.traces.map(\.kind) == [.hiddenText])
    }

    @Test(arguments: UnseenTests.shapes)
    func `what is in a hidden shape is hidden`(xml: String) throws {
        for place in Place.allCases {
            let document = try UnseenFile(xml, in: place).document

            #expect(!document.words.contains("secret"))
            #expect(document.traces.map(\.detail) == ["1 piece of hidden text, 1 hidden picture or shape"])
        }
    }

    @Test func `other words for older programs are told of, the same words are not`() throws {
        func choice(_ old: String) -> String {
            """
            <mc:AlternateContent><mc:Choice Requires="w14"><w:r><w:t>new</w:t></w:r></mc:Choice><mc:Fallback><w:r>\
            <w:t>\(old)</w:t></w:r></mc:Fallback></mc:AlternateContent>
            """
        }

        #expect(try UnseenFile(choice("new")).traces == [])
        #expect(try UnseenFile(choice("old")).traces.map(\.detail) == ["1 other wording for older programs"])
    }

    @Test func `notes without a mark, or with a mark that nobody sees, are told of`() throws {
        var file = UnseenFile(
            "<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id=\"3\"/></w:r>"
                + "<w:del><w:r><w:footnoteReference w:id=\"4\"/></w:r></w:del>"
        )
        file.moreNotes = [3, 4, 5].map { "<w:footnote w:id=\"\($0)\">\(paragraph("secret"))</w:footnote>" }
            .joined()

        #expect(try !file.document.words.contains("secret"))
        #expect(try file.traces.map(\.detail) == ["1 deletion", "3 notes without their mark in the text"])
    }

    @Test(arguments: ["first", "even"])
    func `a page header that no page has is told of if it says something else`(type: String) throws {
        func file(_ text: String) -> UnseenFile {
            var file = UnseenFile()
            file.sectionProperties = "<w:headerReference w:type=\"\(type)\" r:id=\"x1\"/>"
            file.add(
                "word/header2.xml",
                "header",
                UnseenFile.main + "header+xml",
                file.wrap("hdr", paragraph(text))
            )
            return file
        }
        var shown = file("other words")
        shown.sectionProperties += "<w:titlePg/>"
        shown.settings = "<w:evenAndOddHeaders/>"

        #expect(try file("plain").traces == [])
        #expect(try file("other words").traces.map(\.detail) == ["1 page header or footer that no page has"])
        #expect(try shown.traces == [])
        #expect(try shown.document.words.contains("other words"))
    }

    @Test func `building blocks are told of, placeholders are not`() throws {
        func file(_ gallery: String) -> UnseenFile {
            var file = UnseenFile()
            file.add(
                "word/glossary/document.xml",
                "glossaryDocument",
                UnseenFile.main + "document.glossary+xml",
                file.wrap(
                    "glossaryDocument",
                    """
                    <w:docParts><w:docPart><w:docPartPr><w:category><w:gallery w:val="\(gallery)"/></w:category></w:docPartPr>\
                    <w:docPartBody>\(paragraph("secret"))</w:docPartBody></w:docPart></w:docParts>
                    """
                )
            )
            return file
        }

        #expect(try file("placeholder").traces == [])
        #expect(try file("autoTxt").traces.map(\.detail) == ["1 building block"])
    }
}

extension Document {
    /// All that a reader sees.
    var words: String {
        (headers + blocks + footers).map { block in
            if case .table(let table) = block.content { return table.rows.map(\.text).joined(separator: " ") }
            return block.text
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
