import Minutes
import Reading
import TestSupport
import Testing

struct OpenDocumentTests {
    private func blocks(_ body: String, styles: String = "") throws -> [Block.Content] {
        var file = OpenFile(body)
        file.automaticStyles = styles
        return try file.document().blocks.map(\.content)
    }

    @Test func `the sample is read as the same minutes in Word are`() throws {
        let document = try Samples.document("04-review-code-grid.odt")

        #expect(document.format == .odt)
        #expect(document.tables.count > 1)
        #expect(document.traces == [])
        #expect(document.headers.isEmpty == false)
    }

    @Test func `headings, paragraphs and lists are what they are`() throws {
        let body = """
            <text:h text:outline-level="2">Present</text:h><text:p>One</text:p>\
            <text:list><text:list-header><text:p>Head</text:p></text:list-header>\
            <text:list-item><text:p>a</text:p><text:p>more</text:p>\
            <text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item>\
            <text:list-item><text:h>In a list</text:h></text:list-item></text:list>\
            <text:section><text:p>In a section</text:p></text:section>\
            <text:table-of-content><text:index-body><text:p>Index</text:p></text:index-body></text:table-of-content>
            """

        #expect(
            try blocks(body) == [
                .heading(level: 2, Line("Present")), .paragraph(Line("One")), .paragraph(Line("Head")),
                .listItem(level: 0, Line("a")), .paragraph(Line("more")), .listItem(level: 1, Line("b")),
                .heading(level: 1, Line("In a list")), .paragraph(Line("In a section")),
                .paragraph(Line("Index")),
            ]
        )
    }

    @Test func `blanks, tabs, line breaks, fields and bookmarks make the text`() throws {
        let body = """
            <text:p>  a \n <text:span> b</text:span><text:s text:c="3"/>c<text:tab/>d<text:line-break/> e\
            <text:bookmark text:name="x"/><text:soft-page-break/>f <text:date>1 May</text:date> \
            <text:a xlink:href="x">link</text:a><text:placeholder>fill in</text:placeholder>\
            <text:drop-down><text:label text:value="no"/>yes</text:drop-down></text:p>
            """

        #expect(try blocks(body) == [.paragraph(Line("a b   c\td\nef 1 May linkyes"))])
    }

    @Test func `styles make text bold, struck, hidden or a heading, and inherit`() throws {
        var file = OpenFile(
            """
            <text:p text:style-name="P1">bold</text:p><text:p text:style-name="P1">a<text:span \
            text:style-name="plain">b</text:span></text:p><text:p>c<text:span text:style-name="struck">d</text:span>\
            <text:span text:style-name="hidden">e</text:span></text:p>\
            <text:p text:style-name="T">Minutes</text:p><text:p text:style-name="Body">x</text:p>\
            <text:p><text:span text:style-name="wing">\u{F0FE}\u{FE}</text:span></text:p>
            """
        )
        file.styles = """
            <style:default-style style:family="paragraph"><style:text-properties fo:font-weight="normal"/>\
            </style:default-style><style:style style:name="Strong_20_One" style:family="paragraph">\
            <style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="Title" \
            style:family="paragraph"/><style:style style:name="Body" style:family="paragraph" \
            style:parent-style-name="Title" style:default-outline-level=""/>
            """
        file.automaticStyles =
            OpenFile.style("P1", "", family: "paragraph", more: "style:parent-style-name=\"Strong_20_One\"")
            + OpenFile.style("T", "", family: "paragraph", more: "style:parent-style-name=\"Title\"")
            + OpenFile.style("plain", "fo:font-weight=\"normal\"")
            + OpenFile.style("struck", "style:text-line-through-style=\"solid\"")
            + OpenFile.style("hidden", "text:display=\"none\"")
            + OpenFile.style("wing", "style:font-name=\"Wingdings1\"")
        let document = try file.document()

        #expect(
            document.blocks.map(\.content) == [
                .paragraph(Line("bold", isBold: true)), .paragraph(Line("ab")),
                .paragraph(Line("c", removed: "d")),
                .heading(level: 1, Line("Minutes")), .heading(level: 1, Line("x")), .paragraph(Line("☒☒")),
            ]
        )
        #expect(document.traces.map(\.kind) == [.hiddenText])
    }

    @Test func `cells that reach over columns and rows stand in each row`() throws {
        let cell = { (text: String, more: String) in
            "<table:table-cell \(more)><text:p>\(text)</text:p></table:table-cell>"
        }
        let body = """
            <table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>\
            <table:table-row>\(cell("Name", ""))\(cell("Was", "table:number-columns-spanned=\"2\""))\
            <table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-rows>\
            <table:table-row>\(cell("Ava", "table:number-rows-spanned=\"2\""))\(cell("a", ""))\(cell("b", ""))\
            </table:table-row><table:table-row><table:covered-table-cell/>\(cell("c", ""))\(cell("d", ""))\
            </table:table-row></table:table-rows></table:table>
            """
        let document = try OpenFile(body).document()
        let table = try #require(document.tables.first)

        #expect(table.rows.map(\.text) == ["Name | Was", "Ava | a | b", "Ava | c | d"])
        #expect(table.rows.map(\.isHeader) == [true, false, false])
        #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
        #expect(table.rows[2].cells.map(\.isContinuation) == [true, false, false])
        #expect(table.rows[2].cells.map(\.column) == [0, 1, 2])
        #expect(document.outline.contains("[table 1, row 2] Ava"))
    }

    @Test func `repeated cells and rows are repeated, and tables in cells keep their places`() throws {
        let inner =
            "<table:table><table:table-row><table:table-cell><text:p>in</text:p></table:table-cell>"
            + "</table:table-row></table:table>"
        let body = """
            <table:table><table:table-row table:number-rows-repeated="2"><table:table-cell \
            table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell><table:table-cell>\(inner)\
            </table:table-cell></table:table-row></table:table>
            """
        let document = try OpenFile(body).document()

        #expect(document.tables.first?.rows.map(\.text) == ["x | x | in", "x | x | in"])
        #expect(document.outline.contains("[table 1, row 1, inner table 1, row 1] in"))
    }

    @Test func `tracked changes count as made, wherever the deleted text stands`() throws {
        let body = """
            <text:tracked-changes><text:changed-region text:id="a"><text:insertion/></text:changed-region>\
            <text:changed-region text:id="b"><text:deletion><office:change-info><text:p>Gwen</text:p>\
            </office:change-info><text:p>gone</text:p></text:deletion></text:changed-region>\
            <text:changed-region text:id="c"><text:deletion/></text:changed-region></text:tracked-changes>\
            <text:p>is <text:change-start text:change-id="a"/>new<text:change-end text:change-id="a"/>\
            <text:change text:change-id="b"/></text:p><text:p>one<text:change-start text:change-id="c"/>two</text:p>\
            <text:p>three<text:change-end text:change-id="c"/>four</text:p>
            """
        let document = try OpenFile(body).document()

        #expect(
            document.blocks.map(\.content) == [
                .paragraph(Line("is new", removed: "gone")), .paragraph(Line("onefour", removed: "twothree")),
            ]
        )
        #expect(
            document.traces == [
                Document.Trace(kind: .trackedChanges, count: 3, detail: "1 insertion, 2 deletions")
            ]
        )
    }

    @Test func `comments, hidden parts and objects leave traces and no text`() throws {
        let body = """
            <text:p>seen<office:annotation><text:p>secret</text:p></office:annotation><text:hidden-text \
            text:is-hidden="true">secret</text:hidden-text><draw:frame><draw:object xlink:href="./Object 1"/>\
            <draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame><draw:frame>\
            <draw:image xlink:href="https://h.example/x.png"/></draw:frame></text:p>\
            <text:section text:display="none"><text:p>secret</text:p></text:section>\
            <text:p><text:hidden-paragraph text:is-hidden="true"/>secret</text:p>
            """
        let document = try OpenFile(body).document()

        #expect(document.text == "seen")
        #expect(document.traces.map(\.kind) == [.comments, .hiddenText, .embeddedObject, .externalLink])
        #expect(document.traces.map(\.count) == [1, 3, 1, 1])
    }

    @Test func `text boxes follow their paragraph and notes stand at the end`() throws {
        let body = """
            <text:p>One<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame>\
            <text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>\
            <text:p>a note</text:p></text:note-body></text:note> two</text:p><text:p>Three<draw:g><draw:custom-shape>\
            <text:p>in a shape</text:p></draw:custom-shape></draw:g></text:p>
            """
        let document = try OpenFile(body).document()

        #expect(
            document.blocks.map(\.place) == [
                "paragraph 1", "text box 1, paragraph 1", "paragraph 2", "text box 2, paragraph 1",
                "footnote 1",
            ]
        )
        #expect(document.blocks.map(\.text) == ["One two", "in a box", "Three", "in a shape", "a note"])
    }

    @Test func `boxes and fields of forms show what they hold`() throws {
        let body = """
            <office:forms><form:form><form:checkbox form:id="c1" form:current-state="checked" form:label="Health"/>\
            <form:textarea form:id="c2" form:current-value="Ava"/><form:listbox form:id="c3"><form:option \
            form:label="no"/><form:option form:label="Urgent" form:current-selected="true"/></form:listbox>\
            </form:form></office:forms>\
            <text:p><draw:control draw:control="c1"/> <draw:control draw:control="c2"/> \
            <draw:control draw:control="c3"/></text:p>\
            <text:p><field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX"><field:param \
            field:name="Checkbox_Checked" field:value="true"/></field:fieldmark> Police</text:p>\
            <text:p><loext:content-control loext:checkbox="true" loext:checked="false">☒</loext:content-control> \
            <loext:content-control loext:showing-place-holder="true">Choose</loext:content-control>x</text:p>
            """

        #expect(
            try blocks(body) == [
                .paragraph(Line("☒ Health Ava Urgent")), .paragraph(Line("☒ Police")),
                .paragraph(Line("☐ x")),
            ]
        )
    }

    @Test func `page headers are those of the pages in use, each once`() throws {
        var file = OpenFile("<text:p text:style-name=\"P1\">x</text:p>")
        file.automaticStyles = OpenFile.style(
            "P1",
            "",
            family: "paragraph",
            more: "style:master-page-name=\"First\""
        )
        func page(_ name: String, _ header: String, _ more: String = "") -> String {
            "<style:master-page style:name=\"\(name)\" \(more)><style:header><text:p>\(header)</text:p></style:header>"
                + "<style:footer><text:p>Page</text:p></style:footer></style:master-page>"
        }
        let mark =
            "<draw:custom-shape draw:name=\"PowerPlusWaterMarkObject1\"><text:p>DRAFT</text:p></draw:custom-shape>"
        file.masterStyles =
            page("Unused", "no") + page("Standard", "others\(mark)")
            + page("First", "Ava Sample", "style:next-style-name=\"Standard\"")
        let document = try file.document()

        #expect(
            document.headers.map(\.place) == [
                "page header, paragraph 1", "page header 2, paragraph 1", "watermark",
            ]
        )
        #expect(document.headers.map(\.text) == ["Ava Sample", "others", "DRAFT"])
        #expect(document.footers.map(\.text) == ["Page"])
    }

    @Test func `encrypted files and files with scripts are refused`() throws {
        var file = OpenFile("<text:p>x</text:p>")
        file.parts = [
            (
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry>"
                    + "<m:encryption-data/></m:file-entry></m:manifest>"
            )
        ]
        #expect(refusal(file.zip.bytes)?.code == .encrypted)
        file.parts = [("Basic/Standard/script-lb.xml", "<x/>")]
        #expect(refusal(file.zip.bytes) == nil)
        for name in ["Basic/Standard/Module1.xml", "Scripts/python/x.py"] {
            file.parts = [(name, "<x/>")]
            #expect(refusal(file.zip.bytes)?.code == .macros)
        }
        #expect(refusal(OpenFile("<text:p><text:script>x</text:script></text:p>").zip.bytes)?.code == .macros)
    }

    @Test func `one file of XML is read as well, and libraries without a module are no script`() throws {
        let scripts = { (inside: String) in
            "<office:scripts><office:script><ooo:libraries>\(inside)</ooo:libraries></office:script></office:scripts>"
        }
        func flat(_ scripts: String) -> [UInt8] {
            let file = OpenFile("<text:p>x</text:p>")
            let type = "office:mimetype=\"application/vnd.oasis.opendocument.text\""
            let text = OpenFile.wrap("document", scripts + file.content)
            return Array(
                ("<?xml version=\"1.0\"?>\n"
                    + text.replacing("<office:document ", with: "<office:document \(type) ")).utf8
            )
        }

        #expect(try readDocument(flat(scripts("<ooo:library-embedded/>"))).text == "x")
        #expect(
            refusal(flat(scripts("<ooo:library-embedded><ooo:module/></ooo:library-embedded>")))?.code
                == .macros
        )
    }

    @Test func `sheets and slides are named for what they are`() {
        var file = OpenFile("")
        file.mimetype = "application/vnd.oasis.opendocument.spreadsheet"

        #expect(refusal(file.zip.bytes)?.sentence.contains("an OpenDocument file") == true)
    }
}
