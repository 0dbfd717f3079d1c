import Foundation
import Minutes
import Reading
import TestSupport
import Testing

/// What a cleaned copy keeps of the other parts of a Word file.
struct CleaningPartsTests {
    typealias Place = UnseenFile.Place

    private func clean(_ zip: ZipFile, _ location: SourceLocation = #_sourceLocation) throws -> ZipContents {
        let document = try readDocument(zip.bytes)
        let cleaned = try UnseenFile.cleaned(zip.bytes)

        #expect(try readDocument(cleaned).words == document.words, sourceLocation: location)
        #expect(try readDocument(cleaned).traces == [], sourceLocation: location)
        let contents = try ZipContents(cleaned)
        #expect(!contents.text.contains("secret"), sourceLocation: location)
        #expect(try contents.faults() == [], sourceLocation: location)
        return contents
    }

    @Test func `comments and all that belongs to them are gone`() throws {
        for place in Place.allCases {
            var file = UnseenFile(
                "<w:commentRangeStart w:id=\"0\"/>\(run("about"))<w:commentRangeEnd w:id=\"0\"/><w:r><w:rPr/>"
                    + "<w:commentReference w:id=\"0\"/></w:r>",
                in: place
            )
            let comment = "<w:comment w:id=\"0\" w:author=\"secret\">\(paragraph("secret"))</w:comment>"
            file.add(
                "word/comments.xml",
                "comments",
                UnseenFile.main + "comments+xml",
                file.wrap("comments", comment)
            )
            for (index, name) in ["commentsExtended", "commentsIds", "commentsExtensible", "people"]
                .enumerated()
            {
                let kind = "http://schemas.microsoft.com/office/2011/relationships/\(name)"
                file.add(
                    "word/\(name).xml",
                    kind,
                    UnseenFile.main + "\(name)+xml",
                    "<x a='secret'/>",
                    id: "y\(index)"
                )
            }

            let contents = try clean(file.zip)

            #expect(contents.names == UnseenFile().zip.entries.map(\.name))
            #expect(contents[place.part]?.contains("omment") == false)
            #expect(contents[place.part]?.contains("about") == true)
        }
    }

    @Test func `an object leaves its picture behind`() throws {
        let object = """
            <w:r><w:object><v:shape><v:imagedata r:id="x2" o:title=""/></v:shape><o:OLEObject Type="Embed" r:id="x1"/>\
            </w:object></w:r>
            """
        for place in Place.allCases {
            var file = UnseenFile(object, in: place)
            file.add("word/embeddings/o.bin", "oleObject", "application/octet-stream", "secret")
            file.add("word/media/o.png", "image", "image/png", "picture", id: "x2")

            let contents = try clean(file.zip)

            #expect(contents["word/media/o.png"] == "picture")
            #expect(!contents.names.contains("word/embeddings/o.bin"))
            #expect(contents[place.part]?.contains("<v:imagedata r:id=\"x2\"") == true)
        }
    }

    @Test func `a linked picture is gone, and a picture that is also in the file stays`() throws {
        func picture(_ reference: String) -> String {
            "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\"/><a:blip \(reference)/></wp:inline></w:drawing></w:r>"
        }
        var linked = UnseenFile(picture("r:link=\"x1\""))
        linked.external = [("x1", "image", "https://secret.example/a.png")]
        var both = UnseenFile(picture("r:embed=\"x2\" r:link=\"x1\""))
        both.external = linked.external
        both.add("word/media/o.png", "image", "image/png", "picture", id: "x2")

        #expect(try clean(linked.zip)["word/document.xml"]?.contains("docPr id=\"1\"") == false)
        #expect(try clean(both.zip)["word/document.xml"]?.contains("<a:blip r:embed=\"x2\"/>") == true)
        #expect(try clean(both.zip)["word/media/o.png"] == "picture")
    }

    @Test func `a picture goes with the deletion that it stands in`() throws {
        var file = UnseenFile(
            "<w:del w:id=\"1\"><w:r><w:drawing><wp:inline><a:blip r:embed=\"x1\"/></wp:inline></w:drawing></w:r></w:del>"
        )
        file.add("word/media/o.png", "image", "image/png", "secret")

        #expect(try !clean(file.zip).names.contains("word/media/o.png"))
    }

    @Test func `properties, data, building blocks, previews, printers and what nobody knows are gone`() throws
    {
        var file = UnseenFile(
            """
            <w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>\(run("bound"))\
            </w:sdtContent></w:sdt>
            """
        )
        file.settings = """
            <w:docVars><w:docVar w:name="a" w:val="secret"/></w:docVars><w:rsids><w:rsid w:val="00A1"/></w:rsids>\
            <w:mailMerge><w:query w:val="secret"/></w:mailMerge><w:zoom w:percent="100"/>
            """
        file.sectionProperties = "<w:printerSettings r:id=\"x3\"/>"
        file.add("customXml/item1.xml", "customXml", "application/xml", "<a>secret</a>")
        file.add(
            "word/glossary/document.xml",
            "glossaryDocument",
            UnseenFile.main + "document.glossary+xml",
            file.wrap("glossaryDocument", paragraph("secret")),
            id: "x2"
        )
        file.add("word/printer.bin", "printerSettings", "application/x-printer", "secret", id: "x3")
        file.add("word/new.xml", "somethingNew", "application/xml", "<a>secret</a>", id: "x4")
        file.packageParts = [
            .init(
                path: "docProps/core.xml",
                kind: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                contentType: "application/vnd.openxmlformats-package.core-properties+xml",
                content: "<c xmlns:d='urn:d'><d:creator>secret</d:creator></c>"
            ),
            .init(
                path: "docProps/thumbnail.jpeg",
                kind: "thumbnail",
                contentType: "image/jpeg",
                content: "secret"
            ),
            .init(path: "stray.txt", kind: "", contentType: "text/plain", content: "secret"),
        ]

        let contents = try clean(file.zip)

        #expect(contents.names == UnseenFile().zip.entries.map(\.name))
        #expect(contents["word/document.xml"]?.contains("dataBinding") == false)
        #expect(contents["word/document.xml"]?.contains("bound") == true)
        #expect(contents["word/settings.xml"]?.contains("><w:zoom w:percent=\"100\"/></w:settings>") == true)
    }

    @Test func `revision ids are gone from every element, and other attributes stay`() throws {
        var file = UnseenFile("<w:r w:rsidR=\"00A1\" w:rsidRPr = '00A2'><w:t>x</w:t></w:r>")
        file.blocks = "<w:p w:rsidR=\"00A1\" w14:paraId=\"12345678\" w:rsidP=\"00A3\"/>"
        file.styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:rsid w:val=\"00A1\"/></w:style>"

        let contents = try clean(file.zip)

        #expect(contents["word/document.xml"]?.contains("<w:r><w:t>x</w:t></w:r>") == true)
        #expect(contents["word/document.xml"]?.contains("<w:p w14:paraId=\"12345678\"/>") == true)
        #expect(!contents.text.contains("rsid"))
    }

    @Test func `the workbook behind a chart is gone, and the chart stays`() throws {
        let type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        let drawing = """
            <w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><c:chart \
            xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="x1"/></a:graphicData></a:graphic>\
            </wp:inline></w:drawing></w:r>
            """
        var file = UnseenFile(drawing)
        file.add(
            "word/charts/chart1.xml",
            "chart",
            type,
            """
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:v>Words</c:v>\
            <c:externalData r:id="r1"><c:autoUpdate c:val="0"/></c:externalData></c:chartSpace>
            """
        )
        file.packageParts = [
            .init(path: "word/a.xlsx", kind: "", contentType: "application/x-sheet", content: "secret")
        ]
        var zip = file.zip
        let relationships = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
            Type="\(UnseenFile.office)package" Target="../a.xlsx"/></Relationships>
            """
        zip.entries.append(.init(name: "word/charts/_rels/chart1.xml.rels", data: Array(relationships.utf8)))

        let contents = try clean(zip)

        #expect(contents["word/charts/chart1.xml"]?.hasSuffix("<c:v>Words</c:v></c:chartSpace>") == true)
        #expect(!contents.names.contains("word/a.xlsx"))
        #expect(!contents.names.contains("word/charts/_rels/chart1.xml.rels"))
    }

    @Test func `parts in UTF-16 are written in UTF-8, and unchanged ones as they were`() throws {
        var zip = UnseenFile(
            "<w:del w:id=\"1\"><w:r><w:delText>secret</w:delText></w:r></w:del>" + run("Zoë")
        ).zip
        let index = try #require(zip.entries.firstIndex { $0.name == "word/document.xml" })
        let xml = String(decoding: zip.entries[index].data, as: UTF8.self).replacing("UTF-8", with: "UTF-16")
        zip.entries[index].data =
            [0xFF, 0xFE] + xml.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }

        let part = try #require(try clean(zip)["word/document.xml"])

        #expect(part.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\""))
        #expect(part.contains("Zoë"))
    }

    @Test func `the container has no times, notes or anything between its entries`() throws {
        var file = UnseenFile().bytes
        let note = Array("secret".utf8)
        file[file.count - 2] = UInt8(note.count)
        file += note

        let cleaned = try UnseenFile.cleaned(file)

        #expect(cleaned.firstRange(of: note) == nil)
        let times = (0..<cleaned.count - 30).filter {
            cleaned[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 0x03, 0x04])
        }
        .map { Array(cleaned[$0 + 10..<$0 + 14]) }
        #expect(times.count == UnseenFile().zip.entries.count)
        #expect(times.allSatisfy { $0 == [0, 0, 0x21, 0] })
    }
}
