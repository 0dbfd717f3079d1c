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

    @Test func `macros are refused by content type and by what is inside`() throws {
        var typed = WordFile(paragraph("Text"))
        typed.contentType = "application/vnd.ms-word.document.macroEnabled.main+xml"
        var carrying = WordFile(paragraph("Text"))
        carrying.parts = [("word/vbaProject.bin", "vbaProject", "x")]

        #expect(refusal(typed.zip.bytes)?.code == .macros)
        #expect(refusal(carrying.zip.bytes)?.code == .macros)
    }

    @Test func `a workbook is called a workbook`() throws {
        var file = WordFile(paragraph("Text"))
        file.contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

        #expect(refusal(file.zip.bytes)?.sentence.contains("Excel") == true)
    }
}
