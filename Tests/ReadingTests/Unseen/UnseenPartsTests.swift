import Minutes
import Reading
import TestSupport
import Testing

/// What a Word file carries in other parts than its pages.
struct UnseenPartsTests {
    typealias Place = UnseenFile.Place

    static let image = "application/octet-stream"

    @Test(arguments: [
        ("oleObject", "application/vnd.openxmlformats-officedocument.oleObject", "1 embedded object"),
        ("package", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "1 embedded object"),
        ("aFChunk", "text/html", "1 inserted file"), ("video", "video/mp4", "1 sound or film"),
        (
            "http://schemas.microsoft.com/office/2007/relationships/hdphoto", "image/vnd.ms-photo",
            "1 embedded object"
        ),
    ])
    func `an embedded file is found wherever it hangs`(kind: String, type: String, detail: String) throws {
        for place in Place.allCases {
            var file = UnseenFile(in: place)
            file.add("word/embeddings/a.bin", kind, type, "x")

            #expect(try file.traces == [Document.Trace(kind: .embeddedObject, count: 1, detail: detail)])
        }
    }

    @Test func `the workbook behind a chart is an embedded file`() throws {
        var file = UnseenFile()
        let type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        let chart = """
            <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:v>Words</c:v></c:chart>
            """
        file.add("word/charts/chart1.xml", "chart", type, chart)
        #expect(try file.traces == [])

        let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        var zip = file.zip
        zip.entries[0].data = Array(
            String(decoding: zip.entries[0].data, as: UTF8.self).replacing(
                "</Types>",
                with: "<Override PartName=\"/word/a.xlsx\" ContentType=\"\(workbook)\"/></Types>"
            ).utf8
        )
        let relationships = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
            Type="\(UnseenFile.office)package" Target="../a.xlsx"/></Relationships>
            """
        zip.entries.append(.init(name: "word/charts/_rels/chart1.xml.rels", data: Array(relationships.utf8)))
        zip.entries.append(.init(name: "word/a.xlsx", data: [1]))

        #expect(try readDocument(zip.bytes).traces.map(\.detail) == ["1 embedded object"])
    }

    @Test(arguments: [
        ("image", "https://a.example/x.png", "1 linked picture"),
        ("oleObject", "file:///c:/x.xlsx", "1 linked object"),
        ("subDocument", "part2.docx", "1 other link that is loaded"),
        ("frame", "https://a.example/f.html", "1 other link that is loaded"),
        ("somethingNew", "https://a.example", "1 other link that is loaded"),
        ("mailMergeSource", "file:///h:/list.xlsx", "1 source of merged data"),
    ])
    func `what is loaded from outside holds, wherever it hangs`(kind: String, target: String, detail: String)
        throws
    {
        for place in Place.allCases {
            var file = UnseenFile(in: place)
            file.external = [("x1", kind, target)]

            #expect(try file.traces == [Document.Trace(kind: .externalLink, count: 1, detail: detail)])
        }
    }

    @Test func `a link that people follow is told of and no more`() throws {
        for place in Place.allCases {
            var file = UnseenFile("<w:hyperlink r:id=\"x1\">\(run("here"))</w:hyperlink>", in: place)
            file.external = [("x1", "hyperlink", "https://a.example")]

            #expect(try file.traces.map(\.kind) == [.hyperlinks])
        }
    }

    @Test(arguments: [
        "https://a.example/x.dotm", "http://10.0.0.1/x", "\\\\server\\share\\x.dotx",
        "file:///\\\\server\\share\\x.dotx",
        "file://server/share/x.dotx", "//server/x.dotx",
    ])
    func `a template on another machine is refused with a reason`(target: String) {
        var file = UnseenFile()
        file.external = [("x1", "attachedTemplate", target)]

        let refusal = refusal(file.bytes)

        #expect(refusal?.code == .externalTemplate)
        #expect(refusal?.sentence.contains("template") == true)
    }

    @Test(arguments: ["file:///C:\\Templates\\Minutes.dotx", "file:///H:/Minutes.dotx", "Minutes.dotx"])
    func `a template on the author's own machine is only a path`(target: String) throws {
        var file = UnseenFile()
        file.external = [("x1", "attachedTemplate", target)]

        #expect(try file.traces.map(\.detail) == ["1 template's path"])
    }

    @Test func `controls and macros are refused wherever they hang`() {
        for place in Place.allCases {
            var control = UnseenFile(in: place)
            control.add(
                "word/activeX/activeX1.xml",
                "control",
                "application/vnd.ms-office.activeX+xml",
                "<x/>"
            )
            var macros = UnseenFile(in: place)
            macros.add("word/vbaProject.bin", "vbaProject", "application/vnd.ms-office.vbaProject", "x")
            var renamed = UnseenFile(in: place)
            renamed.add("word/media/a.png", "image", "application/vnd.ms-office.vbaProject", "x")
            var stray = UnseenFile(in: place)
            stray.packageParts = [.init(path: "word/vbaProject.bin", kind: "", contentType: "", content: "x")]

            #expect(refusal(control.bytes)?.code == .activeContent)
            #expect(refusal(macros.bytes)?.code == .macros)
            #expect(refusal(renamed.bytes)?.code == .macros)
            #expect(refusal(stray.bytes)?.code == .macros)
        }
    }

    @Test func `comments count once, with their answers, whatever refers to them`() throws {
        func comment(_ id: Int) -> String {
            "<w:comment w:id=\"\(id)\" w:author=\"A\">\(paragraph("c"))</w:comment>"
        }
        let reference = "<w:commentRangeStart w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
        var file = UnseenFile(reference)
        file.add(
            "word/comments.xml",
            "comments",
            UnseenFile.main + "comments+xml",
            file.wrap("comments", comment(0) + comment(1))
        )
        let details = "<w:x><w:a/><w:a/></w:x>".replacing("<w:x>", with: "<w:x xmlns:w=\"urn:x\">")
        for (index, name) in ["commentsExtended", "commentsIds", "commentsExtensible"].enumerated() {
            let kind = "http://schemas.microsoft.com/office/2011/relationships/\(name)"
            file.add("word/\(name).xml", kind, UnseenFile.main + "\(name)+xml", details, id: "y\(index)")
        }

        #expect(try file.traces == [Document.Trace(kind: .comments, count: 2, detail: "2 comments")])
    }

    @Test func `a comments part without a mark in the text, and an empty one, are told apart`() throws {
        var file = UnseenFile()
        file.add("word/comments.xml", "comments", UnseenFile.main + "comments+xml", file.wrap("comments", ""))
        #expect(try file.traces == [])

        file.parts[0].part.content = file.wrap(
            "comments",
            "<w:comment w:id=\"9\">\(paragraph("c"))</w:comment>"
        )
        #expect(try file.traces.map(\.detail) == ["1 comment"])
    }

    @Test func `parts that nothing leads to, or that nobody knows, hold`() throws {
        var stray = UnseenFile()
        stray.packageParts = [.init(path: "word/comments.xml", kind: "", contentType: "", content: "<x/>")]
        var unknown = UnseenFile()
        unknown.add("word/new.xml", "somethingNew", "application/xml", "<x/>")
        var disguised = UnseenFile()
        disguised.add("word/media/a.docx", "image", UnseenFile.main + "document", "PK")
        var zeros = UnseenFile().zip
        zeros.entries.append(.init(name: "[trash]/0000.dat", data: [0, 0, 0]))
        zeros.entries.append(.init(name: "word/", data: []))

        for file in [stray, unknown, disguised] {
            #expect(try file.traces.map(\.kind).contains(.unknownContent))
        }
        #expect(try readDocument(zeros.bytes).traces == [])
    }

    @Test func `a picture that is on no page is told of`() throws {
        let used = """
            <w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:blip r:embed="x1"/></wp:inline></w:drawing></w:r>
            """
        for place in Place.allCases {
            var file = UnseenFile(used, in: place)
            file.add("word/media/a.png", "image", "image/png", "x")
            #expect(try file.traces == [])

            file.inline = ""
            #expect(try file.traces.map(\.detail) == ["1 picture that no page has"])
        }
    }

    // MARK: Data

    @Test func `custom data holds if it says what no page says`() throws {
        func file(_ data: String) -> UnseenFile {
            var file = UnseenFile()
            file.add("customXml/item1.xml", "customXml", "application/xml", data)
            return file
        }

        #expect(try file("<b:Sources xmlns:b=\"urn:b\" SelectedStyle=\"\\APA.XSL\"/>").traces == [])
        #expect(
            try file("<case xmlns=\"urn:c\"><n>Before  After</n><id>12</id><x>true</x></case>").traces == []
        )
        #expect(
            try file("<case xmlns=\"urn:c\"><address>1 Hidden Lane</address></case>").traces.map(\.detail)
                == ["1 set of custom data"]
        )
        #expect(
            try file("<case xmlns=\"urn:c\" note=\"left the house\"/>").traces.map(\.kind) == [.customData]
        )
        #expect(
            try file(
                "<p:properties xmlns:p=\"http://schemas.microsoft.com/office/2006/metadata/properties\"><a>Pat</a></p:properties>"
            ).traces.map(\.kind) == [.customProperties]
        )
    }

    @Test func `document variables hold if they say what no page says`() throws {
        var file = UnseenFile()
        file.settings = """
            <w:docVars><w:docVar w:name="a" w:val="plain"/><w:docVar w:name="b" w:val="{4F2C1D3E-1111-2222-3333-444455556666}"/>\
            <w:docVar w:name="c" w:val="Smith"/></w:docVars>
            """

        #expect(
            try file.traces == [Document.Trace(kind: .customData, count: 1, detail: "1 document variable")]
        )
    }

    @Test func `properties are named by what they are, without their words`() throws {
        var file = UnseenFile()
        file.settings = "<w:rsids><w:rsid w:val=\"00A1\"/><w:rsid w:val=\"00A2\"/></w:rsids>"
        file.packageParts = [
            .init(
                path: "docProps/core.xml",
                kind: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                contentType: "application/vnd.openxmlformats-package.core-properties+xml",
                content: """
                    <c:coreProperties xmlns:c="urn:c" xmlns:d="urn:d"><d:creator>Pat</d:creator><d:title>Jamie</d:title>\
                    <c:revision>2</c:revision></c:coreProperties>
                    """
            ),
            .init(
                path: "docProps/thumbnail.jpeg",
                kind: "thumbnail",
                contentType: "image/jpeg",
                content: "x"
            ),
            .init(
                path: "docProps/custom.xml",
                kind: "custom-properties",
                contentType: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                content: "<p xmlns=\"urn:p\"><property/><property/></p>"
            ),
        ]

        #expect(
            try file.traces == [
                Document.Trace(kind: .customProperties, count: 2, detail: "2 custom properties"),
                Document.Trace(
                    kind: .metadata,
                    count: 4,
                    detail:
                        "1 name of an author, 1 title or description, 1 set of revision ids, 1 preview picture"
                ),
            ]
        )
    }

    @Test func `a note on the container itself is told of`() throws {
        var bytes = UnseenFile().bytes
        let note = Array("secret".utf8)
        bytes[bytes.count - 2] = UInt8(note.count)
        bytes += note

        #expect(try readDocument(bytes).traces.map(\.detail) == ["1 note on the container"])
    }
}
