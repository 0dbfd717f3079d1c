import Foundation
import Minutes
import Reading
import TestSupport
import Testing

/// What leaves of a document, and what it is called.
struct LeavingDocumentTests {
    private func leaving(_ bytes: [UInt8]) throws -> DistributableDocument {
        try DistributableDocument.of(bytes, read: readDocument(bytes))
    }

    private func page(_ html: String) throws -> (text: String, document: Document) {
        let leaving = try leaving(Array(html.utf8))
        #expect(leaving.kind == .html)
        #expect(leaving.isRewritten)
        let bytes = try #require(leaving.bytes)
        return (String(decoding: bytes, as: UTF8.self), try readDocument(Array(bytes)))
    }

    @Test func `a page of the web leaves as what was read of it, without scripts, links and hidden text`()
        throws
    {
        let html = """
            <html><body onload="x()"><script>x()</script><h1>Minutes &amp; <b>more</b></h1><p hidden>secret</p>\
            <p><b>Present</b><p>Ava&nbsp;Sample &lt;HV&gt;<br>x<!-- secret --><p style="display:none">secret</p>\
            <ul><li>a<ul><li>b</ul></ul><img src="https://h.example/x.png"><a href="https://h.example">Link</a>\
            <iframe src="https://h.example/f"></iframe><input type=hidden value=secret>
            """
        let document = try readDocument(Array(html.utf8))

        let (text, again) = try page(html)

        #expect(!document.traces.isEmpty && again.traces == [])
        #expect(again.blocks == document.blocks)
        #expect(again.outline.contains("Ava\u{A0}Sample <HV>"))
        for word in ["secret", "script", "x()", "onload", "https", "<!--"] { #expect(!text.contains(word)) }
    }

    @Test(arguments: [
        // Cells that reach down and across, in a head of two rows.
        """
        <table><thead><tr><td rowspan=2>Name<td colspan=2>Was<tr><td>invited<td>there</thead>\
        <tr><td rowspan=2>Ava<td>yes<td><table><tr><td>n<td>m</table><tr><td>no<td>no</table>
        """,
        // A head that a cell leaves.
        "<table><tr><th>Name<th rowspan=2>Was<tr><td>Ava<tr><td>Ben<td>there</table>",
        // A row that ends early, and one that is a head again further down.
        "<table><tr><th>A<th>B<tr><td>x<tr><td>y<td>z<tr><th>C<th>D<tr><td>v<td>w</table>",
    ])
    func `tables leave with their cells where they stood`(html: String) throws {
        let document = try readDocument(Array("<html><body>\(html)".utf8))

        let (_, again) = try page("<html><body>" + html)

        func cells(_ document: Document) -> [[[String]]] {
            document.blocks.map { block in
                guard case .table(let table) = block.content else { return [] }
                return table.rows.map { row in
                    row.cells.map {
                        "\($0.column)+\($0.columnSpan)\($0.isContinuation) \($0.blocks.map(\.content))"
                    }
                }
            }
        }
        #expect(cells(again) == cells(document))
    }

    @Test func `a record of data leaves as a page that people can read`() throws {
        let json = """
            {"meeting": {"date": "2026-11-19"}, "children": [{"name": "Ava <b>Sample"}], "secret": "x9"}
            """

        let (text, _) = try page(json)

        #expect(text.contains("<td><p>Ava &lt;b&gt;Sample</p>"))
        #expect(!text.contains("x9"))
    }

    @Test func `documents of word processors leave as they are, and are called what their bytes are`() throws
    {
        func word(_ type: String) -> [UInt8] {
            var file = WordFile(paragraph("x"))
            file.contentType = type
            return file.zip.bytes
        }
        func open(_ type: String) -> [UInt8] {
            var file = OpenFile("<text:p>x</text:p>")
            file.mimetype = "application/vnd.oasis.opendocument." + type
            return file.zip.bytes
        }
        let files: [(FileKind, [UInt8])] = [
            (.docx, word(WordFile.contentType)),
            (.docm, word("application/vnd.ms-word.document.macroEnabled.main+xml")),
            (.dotx, word(WordFile.contentType.replacing("document.main", with: "template.main"))),
            (.dotm, word("application/vnd.ms-word.template.macroEnabledTemplate.main+xml")),
            (.odt, open("text")), (.ott, open("text-template")), (.oth, open("text-web")),
            (.rtf, Array("{\\rtf1 x}".utf8)), (.txt, Array("# x".utf8)),
        ]

        for (kind, bytes) in files {
            #expect(try leaving(bytes).kind == kind)
            #expect(try leaving(bytes).bytes == nil)
        }
    }

    @Test func `every kind has an ending and a media type of its own`() {
        #expect(Set(FileKind.allCases.map(\.ending)).count == FileKind.allCases.count)
        // Markdown is sent as the text that it is.
        #expect(Set(FileKind.allCases.map(\.mediaType)).count == FileKind.allCases.count - 1)
    }

    @Test func `of a mail its attachment leaves, and a page that is attached is written anew`() throws {
        func mail(_ type: String, _ attachment: [UInt8]) -> [UInt8] {
            Array(
                """
                From: a@council.example\r\nTo: b@council.example\r\nSubject: Minutes\r\nMIME-Version: 1.0\r
                Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain\r\n\r\nPrivate note\r
                --q\r\nContent-Type: \(type)\r\nContent-Disposition: attachment; filename=x\r
                Content-Transfer-Encoding: base64\r\n\r\n\(Data(attachment).base64EncodedString())\r\n--q--\r\n
                """.utf8
            )
        }
        var template = WordFile(paragraph("x"))
        template.contentType = "application/vnd.ms-word.document.macroEnabled.main+xml"

        let lines = (1...6).map { "<p>line \($0)</p>" }.joined()
        let inner =
            "Message-ID: <1@council.example>\r\nFrom: c@council.example\r\nSubject: secret\r\nTo: d@council.example\r\n\r\n"
            + (1...6).map { "Line \($0)\r\n\r\n" }.joined()

        let word = try leaving(mail("application/octet-stream", template.zip.bytes))
        let html = try leaving(mail("text/html", Array("<html><body>\(lines)<script>y()</script>".utf8)))

        let other = try leaving(mail("text/plain", Array(inner.utf8)))

        #expect(word.kind == .docm)
        #expect(word.bytes == Data(template.zip.bytes))
        #expect(html.kind == .html)
        #expect(html.isRewritten)
        let text = String(decoding: try #require(html.bytes), as: UTF8.self)
        #expect(text.contains("<p>line 6</p>") && !text.contains("y()"))
        #expect(other.kind == .txt)
        let body = String(decoding: try #require(other.bytes), as: UTF8.self)
        #expect(body.contains("Line 6") && !body.contains("secret") && !body.contains("Private note"))
    }
}
