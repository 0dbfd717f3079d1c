import Minutes
import Reading
import Testing

/// What WordprocessingML means, one construct each.
struct WordMarkupTests {
    @Test func `headings and lists come from outline levels, built-in names and inheritance`() throws {
        var file = WordFile(
            paragraph("One", properties: "<w:pStyle w:val=\"Own\"/>")
                + paragraph("Two", properties: "<w:outlineLvl w:val=\"1\"/>")
                + paragraph("Three", properties: "<w:pStyle w:val=\"B2\"/>")
                + paragraph(
                    "Four",
                    properties: "<w:numPr><w:ilvl w:val=\"2\"/><w:numId w:val=\"5\"/></w:numPr>"
                )
                + paragraph(
                    "Five",
                    properties: "<w:pStyle w:val=\"B2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"
                )
        )
        file.add(
            "word/styles.xml",
            "styles",
            "styles",
            """
            <w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style>\
            <w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H3"/><w:rPr><w:b/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="B2"><w:name w:val="List Bullet 2"/></w:style>
            """
        )

        let contents = try file.document().blocks.map(\.content)

        #expect(
            contents == [
                .heading(level: 3, Line("One", isBold: true)),
                .heading(level: 2, Line("Two")),
                .listItem(level: 1, Line("Three")),
                .listItem(level: 2, Line("Four")),
                .paragraph(Line("Five")),
            ]
        )
    }

    @Test func `styles that are based on each other in a circle end`() throws {
        var file = WordFile(paragraph("Text", properties: "<w:pStyle w:val=\"A\"/>"))
        file.add(
            "word/styles.xml",
            "styles",
            "styles",
            """
            <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>\
            <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
            """
        )

        #expect(try file.document().text == "Text")
    }

    @Test(arguments: [
        ("Wingdings", "F0FE", "☒"), ("Wingdings", "F0FD", "☒"), ("Wingdings", "F078", "☒"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "F06F", "☐"), ("Wingdings", "F0FC", "✓"), ("Wingdings", "F0FB", "✗"),
        ("Wingdings 2", "F052", "☒"),
        ("Wingdings 2", "F054", "☒"), ("Wingdings 2", "F0A3", "☐"), ("Wingdings 2", "F050", "✓"),
        ("Wingdings 2", "F04F", "✗"), ("Segoe UI Symbol", "2611", "☒"), ("Segoe UI Symbol", "2714", "✓"),
    ])
    func `symbols are the marks that they show`(font: String, code: String, mark: String) throws {
        let file = WordFile("<w:p><w:r><w:sym w:font=\"\(font)\" w:char=\"\(code)\"/></w:r></w:p>")

        #expect(try file.document().text == mark)
    }

    @Test func `letters in a symbol font are marks too`() throws {
        let file = WordFile(
            paragraph("\u{FE}o\u{F0FC}", run: "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>")
        )

        #expect(try file.document().text == "☒☐✓")
    }

    @Test func `the state of a check box counts, whatever glyph is shown`() throws {
        func box(_ checked: String, _ glyph: String) -> String {
            """
            <w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="\(checked)"/></w14:checkbox></w:sdtPr>\
            <w:sdtContent><w:r><w:t>\(glyph)</w:t></w:r></w:sdtContent></w:sdt>
            """
        }
        let file = WordFile(
            "<w:p>\(box("1", "X"))\(box("0", "☒"))\(box("true", ""))\(box("false", "no"))</w:p>"
        )

        #expect(try file.document().text == "☒☐☒☐")
    }

    @Test func `a placeholder in a cell leaves the cell and takes the text`() throws {
        let placeholder =
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(cell("Click"))</w:sdtContent></w:sdt>"
        let file = WordFile("<w:tbl><w:tr>\(cell("A"))\(placeholder)\(cell("C"))</w:tr></w:tbl>")

        let row = try file.document().tables[0].rows[0]

        #expect(row.text == "A |  | C")
        #expect(row.cells.map(\.column) == [0, 1, 2])
    }

    @Test func `spans, indented rows and merges resolve to columns`() throws {
        let restart = "<w:vMerge w:val=\"restart\"/>"
        let file = WordFile(
            """
            <w:tbl>\
            <w:tr>\(cell("wide", properties: "<w:gridSpan w:val=\"2\"/>"))\(cell("down", properties: restart))</w:tr>\
            <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>\(cell("in"))\(cell("", properties: "<w:vMerge/>"))</w:tr>\
            <w:tr>\(cell("left", properties: "<w:hMerge w:val=\"restart\"/>"))\(cell("", properties: "<w:hMerge/>"))\
            \(cell("own"))</w:tr>\
            </w:tbl>
            """
        )

        let rows = try file.document().tables[0].rows

        #expect(rows.map { $0.cells.map(\.column) } == [[0, 2], [1, 2], [0, 2]])
        #expect(rows.map { $0.cells.map(\.columnSpan) } == [[2, 1], [1, 1], [2, 1]])
        #expect(rows[1].cells[1].isContinuation)
        #expect(rows[1].cells[1].blocks == rows[0].cells[1].blocks)
        #expect(rows[2].text == "left | own")
    }

    @Test func `rows in repeating sections are rows`() throws {
        let row = "<w:sdt><w:sdtContent><w:tr>\(cell("x"))</w:tr></w:sdtContent></w:sdt>"
        let file = WordFile("<w:tbl><w:sdt><w:sdtContent>\(row)\(row)</w:sdtContent></w:sdt></w:tbl>")

        #expect(try file.document().tables[0].rows.map(\.text) == ["x", "x"])
    }

    @Test func `fields show their result, not their instruction`() throws {
        func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
        let file = WordFile(
            """
            <w:p>\(mark("begin"))<w:r><w:instrText>PAGE \\* MERGE</w:instrText></w:r><w:r><w:t>hidden</w:t></w:r>\
            \(mark("separate"))<w:r><w:t>7</w:t></w:r>\(mark("end"))\
            <w:hyperlink><w:r><w:t> of 9</w:t></w:r></w:hyperlink></w:p>
            """
        )

        #expect(try file.document().text == "7 of 9")
    }

    @Test func `a field that never ends takes no later paragraph with it`() throws {
        let file = WordFile(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" + paragraph("School: invited")
        )

        #expect(try file.document().text == "School: invited")
    }

    @Test func `a drop-down of the old kind shows its choice`() throws {
        let file = WordFile(
            """
            <w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>\
            <w:listEntry w:val="Planned"/><w:listEntry w:val="Urgent"/></w:ddList></w:ffData></w:fldChar></w:r>\
            <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            """
        )

        #expect(try file.document().text == "Urgent")
    }

    @Test func `a text box is read once, after its paragraph`() throws {
        let box = "<w:txbxContent>\(paragraph("in the box"))</w:txbxContent>"
        let file = WordFile(
            """
            <w:p><w:r><w:t>anchor</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>\
            <wps:wsp><wps:txbx>\(box)</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>\
            <v:textbox>\(box)</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
            <w:r><w:t> and on</w:t></w:r></w:p>
            """
        )

        let blocks = try file.document().blocks

        #expect(blocks.map(\.text) == ["anchor and on", "in the box"])
        #expect(blocks.map(\.place) == ["paragraph 1", "text box 1, paragraph 1"])
    }

    @Test func `an alternative that is not understood gives way to the fallback`() throws {
        let file = WordFile(
            """
            <w:p><mc:AlternateContent xmlns:x="urn:unknown"><mc:Choice Requires="x"><w:r><w:t>new</w:t></w:r></mc:Choice>\
            <mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>
            """
        )

        #expect(try file.document().text == "old")
    }

    @Test func `hidden, struck and formatted text are told apart`() throws {
        let file = WordFile(
            """
            <w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>\
            <w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r>\
            <w:r><w:rPr><w:vanish w:val="0"/><w:dstrike w:val="false"/></w:rPr><w:t>, too</w:t></w:r></w:p>
            """
        )

        let document = try file.document()

        #expect(document.blocks.first?.line == Line("seen, too", removed: "struck"))
        #expect(
            document.traces
                == [Document.Trace(kind: .hiddenText, count: 1, detail: "1 piece of hidden text")]
        )
    }

    @Test func `deleted rows are gone and deleted paragraph marks join`() throws {
        let file = WordFile(
            """
            <w:tbl><w:tr>\(cell("kept"))</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>\(cell("gone"))</w:tr></w:tbl>\
            \(paragraph("first, ", properties: "<w:rPr><w:del w:id=\"2\"/></w:rPr>"))\(paragraph("second"))\
            <w:p><w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>
            """
        )

        let document = try file.document()

        #expect(document.blocks.map(\.text) == ["kept", "first, second", "here"])
        #expect(document.blocks.last?.line?.removed == "away")
        #expect(document.traces.first?.detail == "2 deletions, 1 move")
    }

    @Test func `breaks, tabs and hyphens are characters and soft hyphens are not`() throws {
        let file = WordFile(
            """
            <w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>\
            <w:softHyphen/><w:t>e\u{A0}f</w:t></w:r></w:p>
            """
        )

        #expect(try file.document().text == "a\nb\tc-de\u{A0}f")
    }

    @Test func `notes come at the end in the order of their marks`() throws {
        var file = WordFile(
            "<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id=\"3\"/><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
        )
        file.add(
            "word/notes.xml",
            "footnotes",
            "footnotes",
            """
            <w:footnote w:type="separator" w:id="0">\(paragraph("line"))</w:footnote>\
            <w:footnote w:id="2">\(paragraph("two"))</w:footnote><w:footnote w:id="3">\(paragraph("three"))</w:footnote>
            """
        )

        let blocks = try file.document().blocks

        #expect(blocks.map(\.text) == ["Text", "three", "two"])
        #expect(blocks.map(\.place) == ["paragraph 1", "footnote 1", "footnote 2"])
    }

    @Test func `headers are read once and the first page's comes first`() throws {
        let references = """
            <w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:headerReference w:type="first" r:id="r2"/>\
            <w:titlePg/></w:sectPr>
            """
        var file = WordFile(paragraph("Text", properties: references) + references)
        file.add("word/h1.xml", "header", "hdr", paragraph("each page"))
        file.add("word/h2.xml", "header", "hdr", paragraph("first page"))

        #expect(try file.document().headers.map(\.text) == ["first page", "each page"])
    }

    @Test func `what is embedded or loaded from outside leaves a trace, a link to follow another one`() throws
    {
        var file = WordFile(paragraph("Text"))
        file.parts = [("word/embeddings/a.bin", "oleObject", "x")]
        file.external = [("hyperlink", "https://a.example"), ("image", "https://b.example/c.png")]

        let traces = try file.document().traces

        #expect(traces.map(\.kind) == [.embeddedObject, .externalLink, .hyperlinks])
        #expect(traces.map(\.count) == [1, 1, 1])
    }
}
