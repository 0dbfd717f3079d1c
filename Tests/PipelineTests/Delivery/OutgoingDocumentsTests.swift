import Distribution
import Foundation
import Reading
import Storage
import TestSupport
import Testing

@testable import Pipeline

/// What is sent of minutes of each format, from the store by a real reading child.
@Suite(.timeLimit(.minutes(2)))
struct OutgoingDocumentsTests {
    private static let lines = [
        "STRATEGY MEETING MINUTES", "Child: Jamie Demonstrate, born 02/09/2014",
        "Date of meeting: 18 November 2026",
        "Time: 10.00am", "Present", "Dev Instance - Social Worker - Children's Social Care",
        "DS Martin Example - Exampleshire Police", "Ines Pattern - School Nurse - Exampleshire 0-19 Service",
        "Ruth Prototype - Headteacher - Moorbeck Primary School", "Discussion", "Jamie was seen at school.",
        "Agreed by the chair: A Sample, 18/11/2026",
    ]

    private static var text: Data { Data(lines.joined(separator: "\n").utf8) }

    private static func page(_ more: String = "") -> Data {
        Data("<html><body>\(lines.map { "<p>\($0)</p>" }.joined())\(more)</body></html>".utf8)
    }

    private static var openDocument: Data {
        let content = """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>\
            \(lines.map { "<text:p>\($0)</text:p>" }.joined())</office:text></office:body></office:document-content>
            """
        let type = "application/vnd.oasis.opendocument.text"
        return Data(
            ZipFile(entries: [
                ZipFile.Entry(name: "mimetype", data: Array(type.utf8)),
                ZipFile.Entry(name: "content.xml", data: Array(content.utf8)),
            ]).bytes
        )
    }

    /// What the one contact that gets the whole document is sent, held back or not.
    private func sent(_ name: String, _ bytes: Data, _ fixture: PipelineFixture) async throws
        -> AttachedDocument
    {
        let taken = try await fixture.take(name, bytes)
        if taken.outcome == .hold {
            let decision = Decision(actor: "Sam", why: "checked", at: PipelineFixture.start)
            let reference = try #require(taken.reference)
            _ = try fixture.ledger.release(reference, directory: PipelineFixture.directory(), decision)
        }
        let delivery = try #require(try fixture.claimMails().first { $0.address == "nursing@nhs.example" })
        let documents = OutgoingDocuments(store: fixture.store, reading: PipelineFixture.reading)
        return try #require(try await documents.document(for: delivery))
    }

    @Test(arguments: [
        ("x.odt", openDocument, "odt", "application/vnd.oasis.opendocument.text"),
        ("x.docx", openDocument, "odt", "application/vnd.oasis.opendocument.text"),
        ("x.doc", Data("{\\rtf1 \(lines.joined(separator: "\\par "))}".utf8), "rtf", "application/rtf"),
        ("x.odt", MinutesFile().bytes, "docx", FileKind.docx.mediaType),
        ("x.txt", text, "txt", "text/plain"), ("x.MD", text, "md", "text/plain"),
        ("x.rtf", text, "txt", "text/plain"),
    ])
    func `a document leaves as it was dropped, and is called what it is`(
        name: String,
        bytes: Data,
        ending: String,
        mediaType: String
    ) async throws {
        try await PipelineFixture.with { fixture in
            let document = try await sent(name, bytes, fixture)

            #expect(document.bytes == bytes)
            #expect(document.name(reference: "M-1", version: 2) == "M-1-v2.\(ending)")
            #expect(document.mediaType == mediaType)
        }
    }

    @Test
    func
        `a page of the web leaves without its scripts and without what it hides, though it was released as it is`()
        async throws
    {
        try await PipelineFixture.with { fixture in
            let page = Self.page(
                "<p hidden>the neighbour rang</p><script>send()</script><img src=\"https://x.example/1\">"
            )

            let document = try await sent("x.html", page, fixture)

            let text = String(decoding: document.bytes, as: UTF8.self)
            #expect(document.kind == .html)
            for line in Self.lines { #expect(text.contains(line)) }
            for word in ["neighbour", "script", "send()", "https"] { #expect(!text.contains(word)) }
        }
    }

    @Test func `a mail never leaves, whatever its name says`() async throws {
        let mail = Data(
            ("From: a@council.example\r\nTo: b@council.example\r\nSubject: Jamie\r\n"
                + "Content-Type: text/plain\r\n\r\n" + Self.lines.joined(separator: "\r\n")).utf8
        )
        try await PipelineFixture.with { fixture in
            let document = try await sent("x.md", mail, fixture)

            #expect(document.kind == .txt)
            #expect(!String(decoding: document.bytes, as: UTF8.self).contains("council.example"))
        }
    }
}
