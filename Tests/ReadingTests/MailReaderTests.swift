import Foundation
import Minutes
import Reading
import TestSupport
import Testing

struct MailReaderTests {
    private static let header = """
        From: a@x.example\r\nTo: b@x.example\r\nSubject: Minutes\r\nMIME-Version: 1.0\r\n
        """

    private func mail(_ type: String, _ body: String) -> [UInt8] {
        let lines = MailReaderTests.header + "Content-Type: \(type)\n\n" + body
        return Array(lines.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8)
    }

    private func mixed(_ parts: String...) -> [UInt8] {
        mail(
            "multipart/mixed; boundary=B",
            parts.map { "--B\n\($0)\n" }.joined() + "--B--\n"
        )
    }

    private func attachment(
        _ bytes: [UInt8],
        name: String = "m.docx",
        type: String = "application/octet-stream"
    ) -> String {
        """
        Content-Type: \(type)
        Content-Disposition: attachment; filename="\(name)"
        Content-Transfer-Encoding: base64

        \(Data(bytes).base64EncodedString(options: .lineLength76Characters))
        """
    }

    private let note = "Content-Type: text/plain\n\nPlease see attached."
    private let word = WordFile(paragraph("The minutes")).zip.bytes

    @Test func `the body of a message is read as text, decoded`() throws {
        let document = try Samples.document("27-email-body-minutes.eml")
        let texts = document.blocks.map(\.text)

        #expect(document.format == .mail)
        #expect(texts.contains("Strategy discussion – Samira Haidari, born 03/11/2014, LCS 421907"))
        #expect(texts.contains("Apologies: Dr Rukhsana Bashir (GP, Fellview Medical Practice)"))
        #expect(document.quoted == [])
    }

    @Test func `one attached document is the document, and the covering note is not`() throws {
        let document = try Samples.document("28-email-with-attached-minutes.eml")

        #expect(document.format == .docx)
        #expect(!document.outline.contains("Ashworth-Bell"))
        #expect(try readDocument(mixed(note, attachment(word))).text == "The minutes")
    }

    @Test func `attached minutes may be of any format that is read`() throws {
        let odt = OpenFile("<text:p>The minutes</text:p>").zip.bytes
        let lines = (1...6).map { "<p>Line \($0)</p>" }.joined()
        var sheet = OpenFile("")
        sheet.mimetype = "application/vnd.oasis.opendocument.spreadsheet"

        #expect(try readDocument(mixed(note, attachment(odt, name: "m.odt"))).format == .odt)
        #expect(
            try readDocument(mixed(note, attachment(Array("<html>\(lines)".utf8), name: "m.html"))).format
                == .html
        )
        #expect(
            try readDocument(mixed(note, attachment(Array("<p>footer".utf8), name: "f.html"))).format == .mail
        )
        #expect(try readDocument(mixed(note, attachment(sheet.zip.bytes, name: "s.ods"))).format == .mail)
    }

    @Test func `two attached documents are refused`() {
        let error = refusal(mixed(note, attachment(word), attachment(word, name: "n.docx")))

        #expect(error?.code == .severalDocuments)
        #expect(error?.sentence.contains("one at a time") == true)
    }

    @Test func `an attachment that cannot be read is not passed over`() {
        #expect(
            refusal(mixed(note, attachment(Array("%PDF-1.4".utf8), name: "m.pdf")))?.code == .damaged
        )
        #expect(refusal(mixed(note, attachment(Array(word.prefix(100)))))?.code == .damaged)
    }

    @Test func `encrypted mail is called encrypted`() {
        let pgp = mail(
            "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=B",
            "--B\n\nx\n--B--"
        )
        let smime = mail("application/pkcs7-mime; smime-type=enveloped-data", "AAAA")
        let inline = mail("text/plain", "-----BEGIN PGP MESSAGE-----\n\nabc")

        for bytes in [pgp, smime, inline] { #expect(refusal(bytes)?.code == .encrypted) }
    }

    @Test(arguments: [
        "-----Original Message-----\nFrom: x\nolder",
        "From: x@y.example\nSent: 1 May\nTo: z\nSubject: q\n\nolder",
        "On 1 May 2026 at 10:00, X <x@y.example> wrote:\n> older",
        "On Fri, 1 May 2026,\nX <x@y.example> wrote:\n\nolder",
        "> older\n> and older",
    ])
    func `older mail is kept apart`(quoted: String) throws {
        let document = try readDocument(mail("text/plain; charset=utf-8", "The minutes\n\n" + quoted))

        #expect(document.blocks.map(\.text) == ["The minutes"])
        #expect(document.quoted.contains { $0.text.contains("older") })
        #expect(document.quoted.first?.place == "quoted mail, paragraph 1")
    }

    @Test func `flowed lines are joined and other character sets are decoded`() throws {
        let flowed = mail("text/plain; charset=utf-8; format=flowed", "Present: A, \nB, \nC\nApologies: none")
        let latin = mail("text/plain; charset=iso-8859-1", "Content") + [0xE9]

        #expect(try readDocument(flowed).blocks.map(\.text) == ["Present: A, B, C", "Apologies: none"])
        #expect(try readDocument(latin).text == "Contenté")
    }

    @Test func `a body in HTML alone is read, and a table in HTML is worth more than its text`() throws {
        let html = "<table><tr><th>Agency<th>Came</tr><tr><td>Police<td>Yes</tr></table>"
        let alternative = mail(
            "multipart/alternative; boundary=B",
            "--B\nContent-Type: text/plain\n\nAgency\nCame\n--B\nContent-Type: text/html\n\n\(html)\n--B--"
        )

        #expect(
            try readDocument(mail("text/html", "<p>One<p>Two<br>three")).blocks.map(\.text) == [
                "One", "Two\nthree",
            ]
        )
        #expect(
            try readDocument(alternative).tables.first?.rows.map(\.text) == ["Agency | Came", "Police | Yes"]
        )
    }

    @Test func `what a page hides is left out, quotes are apart, spans are resolved`() throws {
        let html = """
            <ul><li>One<ul><li>Two</ul></ul><p style="display: none">guidance</p><h2>Head</h2>
            <table><tr><td rowspan=2>a<td>b<td>c</tr><tr><td colspan=2>d</tr></table>
            <input type=checkbox checked> Yes <blockquote type=cite>older</blockquote>
            """

        let document = try readDocument(mail("text/html; charset=utf-8", html))

        #expect(
            document.blocks.prefix(3).map(\.content) == [
                .listItem(level: 0, Line("One")), .listItem(level: 1, Line("Two")),
                .heading(level: 2, Line("Head")),
            ]
        )
        #expect(document.tables[0].rows.map(\.text) == ["a | b | c", "a | d"])
        #expect(document.tables[0].rows[1].cells.map(\.column) == [0, 1])
        #expect(document.tables[0].rows[1].cells.map(\.isContinuation) == [true, false])
        #expect(document.blocks.last?.text == "☒ Yes")
        #expect(document.quoted.map(\.text) == ["older"])
        #expect(document.traces.map(\.kind) == [.hiddenText])
    }

    @Test func `mails in mails end at the limit`() {
        var limits = ReadingLimits()
        limits.nesting = 5
        var body = "Content-Type: text/plain\n\nx"
        for _ in 0..<10 { body = "Content-Type: message/rfc822\n\n" + MailReaderTests.header + body }

        #expect(refusal(mixed(body), limits: limits)?.code == .tooLarge)
    }
}
