import Minutes
import Reading
import Testing

/// Pages as case systems export them and word processors save them.
struct HTMLFileTests {
    private func page(_ body: String, head: String = "") throws -> Document {
        try readDocument(Array("<!DOCTYPE html><html><head>\(head)</head><body>\(body)</body></html>".utf8))
    }

    @Test func `headings, paragraphs, lists and line breaks are what they are`() throws {
        let document = try page(
            "<h2>Present</h2><p>One<br>two</p><ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ul>text <b>all</b>"
        )

        #expect(
            document.blocks.map(\.content) == [
                .heading(level: 2, Line("Present")), .paragraph(Line("One\ntwo")),
                .listItem(level: 0, Line("a")), .listItem(level: 1, Line("b")),
                .listItem(level: 0, Line("c")),
                .paragraph(Line("d")), .paragraph(Line("text all")),
            ]
        )
        #expect(document.blocks.map(\.place).prefix(2) == ["paragraph 1", "paragraph 2"])
    }

    @Test func `white space is as a browser shows it, and tags inside words leave none`() throws {
        let document = try page("<p>\n  Ava\n\t<i>Sam</i>ple&nbsp;Smith  </p><p>&nbsp;</p><p>x<p>y")

        #expect(document.blocks.compactMap(\.line?.text) == ["Ava Sample\u{A0}Smith", "x", "y"])
    }

    @Test func `paragraphs of div soup are apart, and blank lines of breaks part them too`() throws {
        let document = try page("<div>a<div>b</div>c</div><div>d<br><br>e<br>f</div>")

        #expect(document.blocks.compactMap(\.line?.text) == ["a", "b", "c", "d", "e\nf"])
    }

    @Test func `a bold line between breaks is a bold paragraph`() throws {
        let document = try page("<div><b>Present</b><br>Ava Sample<br><b>Apologies:</b> none</div>")

        #expect(
            document.blocks.compactMap(\.line) == [
                Line("Present", isBold: true), Line("Ava Sample\nApologies: none"),
            ]
        )
    }

    @Test func `bold is told by tags, styles and style sheets, and can be taken back`() throws {
        let document = try page(
            """
            <p><b>a</b> <strong>b</strong></p><p style="font-weight: 700">c</p><p class="q x">d</p>\
            <b><p style="font-weight:normal">e</p></b><p>f <b>g</b></p><p style="font: bold 10pt Arial">h</p>
            """,
            head: "<style>/* x */ p.q, td.r { color: red; font-weight:bold } @page { size: A4 }</style>"
        )

        #expect(document.blocks.compactMap(\.line?.isBold) == [true, true, true, false, false, true])
    }

    @Test func `struck text is removed, and tracked changes are counted`() throws {
        let document = try page(
            """
            <p>a<del>b</del><s>c</s><span style="text-decoration:line-through">d</span></p>\
            <p>e<ins cite="mailto:x" datetime="2026-01-01T00:00">f</ins><del datetime="2026-01-01T00:00">g</del></p>
            """
        )

        #expect(document.blocks.compactMap(\.line) == [Line("a", removed: "bcd"), Line("ef", removed: "g")])
        #expect(
            document.traces == [
                Document.Trace(kind: .trackedChanges, count: 2, detail: "1 insertion, 1 deletion")
            ]
        )
    }

    @Test(arguments: [
        "<p hidden>secret", "<p style='display: none'>secret</p>",
        "<div style='visibility:hidden'><p>secret</div>",
        "<p class=h>secret", "<div id=h2><p>secret</div>", "<div class=w><p><b class=i>secret</b></div>",
        "<span style='mso-hide:all'>secret</span>", "<table><tr hidden><td>secret<td>x</table>",
    ])
    func `what a browser does not show is left out and counted`(markup: String) throws {
        let head =
            "<style>.h{display:none} #h2 {visibility:hidden} div.w p > b.i {display:none !important}</style>"

        let document = try page("<p>seen</p>" + markup, head: head)

        #expect(document.text == "seen")
        #expect(document.traces.map(\.kind) == [.hiddenText])
    }

    @Test(arguments: [
        "<!-- secret -->", "<script>secret</script>", "<style>p{}</style>", "<noscript>secret</noscript>",
        "<template><p>secret</template>", "<p style='display:none'> </p>", "<input type=hidden value=secret>",
        "<button>secret</button>", "<p class=h>Guidance: say who was invited.</p>",
        "<select><option>secret</select>", "<input type=password value=secret>",
    ])
    func `machinery of the page leaves no trace`(markup: String) throws {
        let document = try page("<p>seen</p>" + markup, head: "<style>.h { display: none }</style>")

        #expect(document.text == "seen")
        #expect(document.traces == [])
    }

    @Test func `rules for printers, other elements and unknown selectors hide nothing`() throws {
        let head = """
            <style><!-- @media print { .a { display:none } } .b:hover {display:none} td.c {display:none}
            .d + p, [e] {display:none} @media screen { .f { font-weight: bold } } --></style>
            """

        let document = try page("<p class='a b c d f' e=1>x</p><p>y</p>", head: head)

        #expect(document.blocks.compactMap(\.line) == [Line("x", isBold: true), Line("y")])
    }

    @Test func `entities and comments inside words are no break`() throws {
        #expect(
            try page("<p>O&#39;Hara &amp; Zo&euml; &#x2612; Sm<!-- x -->ith</p>").text
                == "O'Hara & Zoë ☒ Smith"
        )
    }

    @Test func `symbol fonts give ticks`() throws {
        let document = try page(
            "<p><span style='font-family:Wingdings'>\u{FE}</span> <font face='Wingdings 2'>P</font> "
                + "<font face=Wingdings>\u{F0A8}</font></p>"
        )

        #expect(document.text == "☒ ✓ ☐")
    }

    @Test func `plain text inside a page is read as plain text`() throws {
        let document = try page("<pre>PRESENT\nAva Sample\n- one\n</pre>")

        #expect(
            document.blocks.map(\.content) == [
                .heading(level: 2, Line("PRESENT")), .paragraph(Line("Ava Sample")),
                .listItem(level: 0, Line("one")),
            ]
        )
    }

    @Test func `pages that Word saved lose bullets, comments and signs of notes and keep tabs`() throws {
        let document = try page(
            """
            <p class=MsoTitle>Minutes</p>\
            <p style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;\
            </span></span><![endif]>Item</p>\
            <p>Name<span style='mso-tab-count:1'>&nbsp; </span>Role<a href="#_ftn1">\
            <span class=MsoFootnoteReference>[1]</span></a></p><!--[if gte mso 9]><xml>x</xml><![endif]-->\
            <div style='mso-element:comment-list'><div style='mso-element:comment'><p>Check</p></div></div>
            """,
            head: "<meta name=Generator content=\"Microsoft Word 15\">"
        )

        #expect(
            document.blocks.map(\.content) == [
                .heading(level: 1, Line("Minutes")), .listItem(level: 1, Line("Item")),
                .paragraph(Line("Name\tRole")),
            ]
        )
        #expect(document.traces == [Document.Trace(kind: .comments, count: 1, detail: "1 comment")])
    }

    @Test func `LibreOffice's page headers, tabs and comments are what they were`() throws {
        let document = try page(
            "<div title=\"header\"><p>OFFICIAL</p></div><p>Ava\tNurse   x\n y<!-- Really? --></p>"
                + "<div title=\"footer\"><p>Page 1</p></div>",
            head: "<meta name=\"generator\" content=\"LibreOffice 7.4\">"
        )

        #expect(
            document.headers == [
                Block(place: "page header, paragraph 1", content: .paragraph(Line("OFFICIAL")))
            ]
        )
        #expect(document.footers.map(\.text) == ["Page 1"])
        #expect(document.text == "Ava\tNurse   x y")
        #expect(document.traces.map(\.kind) == [.comments])
    }

    @Test func `frames, objects and pictures from elsewhere are counted and never fetched`() throws {
        let document = try page(
            "<p>x</p><iframe src='file:///etc/passwd'>y</iframe><img src='https://h.example/x.png'><img src='a.png'>"
                + "<object data='z'>o</object><img alt='ticked' src='t.gif'>"
        )

        #expect(document.text == "x\n☒")
        #expect(document.traces.map(\.kind) == [.embeddedObject, .externalLink])
        #expect(document.traces.map(\.count) == [1, 2])
    }

    @Test func `the encoding is that of the mark, the declaration, UTF-8 or Windows`() throws {
        func text(_ bytes: [UInt8]) throws -> String { try readDocument(bytes).text }
        let polish = Array("<meta charset='windows-1250'><p>Wojciech ".utf8) + [0xA3] + Array("a".utf8)

        #expect(try text([0xEF, 0xBB, 0xBF] + Array("<p>Zoë".utf8)) == "Zoë")
        #expect(try text(Array("<p>Zoë".utf8)) == "Zoë")
        #expect(try text(Array("<p>Zo".utf8) + [0xEB, 0x92, 0x73]) == "Zoë’s")
        #expect(try text(polish) == "Wojciech Ła")
        #expect(
            try text([0xFF, 0xFE] + "<p>Zoë".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "Zoë"
        )
        #expect(try text(Array("<META HTTP-EQUIV=x content='text/html; charset=utf-8'><p>Zoë".utf8)) == "Zoë")
        let rare = Array("<meta charset='shift_jis'><p>".utf8) + [0x83, 0x41]
        #expect(refusal(rare)?.sentence.contains("a web page in a rare character set") == true)
    }
}
