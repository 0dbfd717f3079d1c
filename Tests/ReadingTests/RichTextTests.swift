import Minutes
import Reading
import Testing

struct RichTextTests {
    private func document(_ body: String, head: String = "") throws -> Document {
        let fonts =
            "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset2 Wingdings;}{\\f2\\fcharset238 Arial CE;}{\\f3\\fcharset2 Symbol;}"
            + "{\\f4\\fcharset128 MS Mincho;}}"
        let styles =
            "{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}{\\s2\\outlinelevel1 Part;}{\\s3 Title;}"
            + "{\\*\\cs9\\additive Placeholder Text;}}"
        return try readDocument(
            Array("{\\rtf1\\ansi\\ansicpg1252\\deff0\(fonts)\(styles)\(head)\n\(body)}".utf8)
        )
    }

    private func blocks(_ body: String) throws -> [Block.Content] { try document(body).blocks.map(\.content) }

    @Test func `the sample is read as the same minutes in Word are`() throws {
        let document = try Samples.document("21-response-grid-report-sent.rtf")

        #expect(document.format == .rtf)
        #expect(document.tables.count > 1)
        #expect(document.traces == [])
    }

    @Test func `paragraphs, headings and lists are what they are`() throws {
        let body = """
            \\pard\\s3 Minutes\\par\\pard\\s1 Present\\par\\pard\\s2 Part\\par\\pard\\outlinelevel2 Level\\par
            \\pard One\\line two\\tab three\\par
            {\\listtext\\pard\\plain 1.\\tab}\\pard\\ls1\\ilvl1 Item\\par
            {\\pntext\\f3\\'b7\\tab}\\pard{\\*\\pn\\pnlvlblt{\\pntxtb\\'b7}}Bullet\\par\\pard Last
            """

        #expect(
            try blocks(body) == [
                .heading(level: 1, Line("Minutes")), .heading(level: 1, Line("Present")),
                .heading(level: 2, Line("Part")), .heading(level: 3, Line("Level")),
                .paragraph(Line("One\ntwo\tthree")), .listItem(level: 1, Line("Item")),
                .listItem(level: 0, Line("Bullet")), .paragraph(Line("Last")),
            ]
        )
    }

    @Test func `letters come from code pages, numbers, words and symbol fonts`() throws {
        func text(_ body: String) throws -> String { try document(body).text }

        #expect(
            try text("Zo\\'eb\\rquote s \\ldblquote x\\rdblquote\\~\\_\\endash\\emdash\\bullet")
                == "Zoë’s “x”\u{A0}-–—•"
        )
        #expect(
            try text("{\\f2 \\'a3ukasz} \\u321 ?ukasz {\\uc2\\u321 ??ukasz}{\\uc0\\u-10187\\u-8760 }")
                == "Łukasz Łukasz Łukasz\u{1D5C8}"
        )
        #expect(try text("O\\u8217\\'92Hara a\\u8217\\rquote b \\u8217{c}") == "O’Hara a’b ’c")
        #expect(try text("{\\f1\\'fe \\u-3844 ?\\'a8} {\\f3\\'b7} \\{\\\\\\}") == "☒ ✓☐ • {\\}")
        #expect(try text("{\\f4 \\'82\\'6c}x\\u13 ?y") == "?lxy")
        #expect(try text("a\nb\r\nc\\\nd") == "abc\nd")
    }

    @Test func `a file that another code page was declared for is read in it`() throws {
        func text(_ file: String) throws -> String { try readDocument(Array(file.utf8)).text }

        #expect(try text("{\\rtf1\\mac \\'8a}") == "ä")
        #expect(try text("{\\rtf1\\ansi\\ansicpg1250 \\'b3}") == "ł")
        #expect(try text("{\\rtf1\\pc \\'84}") == "ä")
        #expect(try text("{\\rtf1\\ansi Zoë}") == "Zoë")
        #expect(try readDocument(Array("\u{FEFF} \r\n{\\rtf1 x}".utf8)).text == "x")
    }

    @Test func `bold, struck, hidden and tracked text is told apart`() throws {
        let body = """
            {\\b all bold}\\par \\b a\\b0 b\\par c{\\strike d}{\\striked1 e}{\\v f}\\par
            g{\\revised h}{\\deleted i}\\par one{\\deleted two\\par three}four\\par \\b x\\plain y
            """
        let document = try document(body)

        #expect(
            document.blocks.compactMap(\.line) == [
                Line("all bold", isBold: true), Line("ab"), Line("c", removed: "de"),
                Line("gh", removed: "i"),
                Line("onefour", removed: "twothree"), Line("xy"),
            ]
        )
        #expect(
            document.traces == [
                Document.Trace(kind: .trackedChanges, count: 3, detail: "1 insertion, 2 deletions"),
                Document.Trace(kind: .hiddenText, count: 1, detail: "1 piece of hidden text"),
            ]
        )
    }

    @Test func `rows and cells make a grid whose columns come from the edges`() throws {
        let body = """
            Before\\par\\trowd\\trhdr\\trleft0\\cellx1000\\cellx3000\\pard\\intbl{\\b Name\\cell Was\\cell\\row}
            \\trowd\\trleft0\\cellx1010\\cellx2000\\cellx3000\\pard\\intbl Ava\\par Nurse\\cell a\\cell b\\cell\\row
            \\trowd\\trleft1000\\cellx2000\\cellx3000\\pard\\intbl c\\cell\\cell\\row\\pard After\\par
            """
        let document = try document(body)
        let table = try #require(document.tables.first)

        #expect(document.blocks.map(\.place) == ["paragraph 1", "table 1", "paragraph 2"])
        #expect(table.rows.map(\.text) == ["Name | Was", "Ava / Nurse | a | b", "c | "])
        #expect(table.rows.map(\.isHeader) == [true, false, false])
        #expect(table.rows.map { $0.cells.map(\.column) } == [[0, 1], [0, 1, 2], [1, 2]])
        #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
        #expect(table.rows[0].cells[0].blocks[0].line?.isBold == true)
        #expect(document.outline.contains("[table 1, row 2] Nurse"))
    }

    @Test func `merged cells stand in each row that they cover`() throws {
        let body = """
            \\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000\\intbl Police\\cell wide\\cell\\cell\\row
            \\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\intbl\\cell a\\cell b\\cell\\row
            """
        let table = try #require(try document(body).tables.first)

        #expect(table.rows.map(\.text) == ["Police | wide", "Police | a | b"])
        #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
        #expect(table.rows[1].cells.map(\.isContinuation) == [true, false, false])
    }

    @Test func `tables in tables keep their places`() throws {
        let inner =
            "\\pard\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}"
        let body = """
            \\trowd\\cellx1000\\cellx2000\\pard\\intbl Top\\par \(inner)\(inner)\\pard\\intbl\\itap1 Below\\cell x\\cell\\row
            """
        let document = try document(body)

        #expect(document.tables.first?.rows.map(\.text) == ["Top / a | b\na | b / Below | x"])
        #expect(document.outline.contains("[table 1, row 1, inner table 1, row 2] b"))
    }

    @Test func `fields show their result, boxes their state`() throws {
        func field(_ instruction: String, _ result: String = "") -> String {
            "{\\field{\\*\\fldinst \(instruction)}{\\fldrslt \(result)}}"
        }
        let box = { (form: String) in "{FORMCHECKBOX}{\\*\\formfield{\\fftype1\(form){\\*\\ffname Check1}}}" }
        let body =
            field("HYPERLINK \"http://x.example\"", "link") + " " + field(box("\\ffres1"), "x")
            + field(box("\\ffres25\\ffdefres1"))
            + field(box("\\ffres0\\ffdefres1")) + " " + field("SYMBOL 254 \\\\f \"Wingdings\" \\\\s 11", "?")
            + " " + field("{FORMDROPDOWN}{\\*\\formfield{\\fftype2\\ffres1{\\*\\ffl no}{\\*\\ffl Urgent}}}")

        #expect(try blocks(body) == [.paragraph(Line("link ☒☒☐ ☒ Urgent"))])
    }

    @Test func `parts that are no text of the document are left out and counted where they may matter`()
        throws
    {
        let body = """
            {\\info{\\title secret}{\\author secret}}{\\*\\generator secret;}{\\*\\unknown secret{\\b secret}}seen
            {\\*\\atnid x}{\\*\\annotation\\pard secret}{\\object\\objemb{\\*\\objclass X}{\\*\\objdata 0102}{\\result shown}}
            {\\pict\\pngblip 89504e47}{\\pict\\bin5 }}}}}}{\\*\\bkmkstart secret}{\\cs9 Choose}{\\xe{\\v secret}}
            {\\field{\\*\\fldinst INCLUDEPICTURE "http://h.example/x.png"}{\\fldrslt}}
            """
        let document = try document(body)

        #expect(document.text == "seenshown")
        #expect(document.traces.map(\.kind) == [.comments, .embeddedObject, .externalLink])
    }

    @Test func `headers come once and in order, notes stand at the end, boxes behind their paragraph`() throws
    {
        let body = """
            \\titlepg{\\header\\pard others\\par}{\\headerf\\pard Ava Sample\\par}{\\footer\\pard Page\\par}
            One{\\footnote\\pard a note\\par} two{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn fFlip}{\\sv 0}}{\\shptxt\\pard in a box\\par}}\
            {\\shprslt secret}}\\par Three{\\footnote\\ftnalt at the end}
            \\sect{\\header\\pard others\\par}{\\header{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv DRAFT}}}}}Four
            """
        let document = try document(body)

        #expect(
            document.blocks.map(\.text) == ["One two", "in a box", "Three", "Four", "a note", "at the end"]
        )
        #expect(
            document.blocks.map(\.place) == [
                "paragraph 1", "text box 1, paragraph 1", "paragraph 2", "paragraph 3", "footnote 1",
                "endnote 1",
            ]
        )
        #expect(
            document.headers.map(\.place) == [
                "page header, paragraph 1", "page header 2, paragraph 1", "watermark",
            ]
        )
        #expect(document.headers.map(\.text) == ["Ava Sample", "others", "DRAFT"])
        #expect(document.footers.map(\.text) == ["Page"])
    }
}
