import Distribution
import Foundation
import TestSupport
import Testing

@testable import Transports

struct MailMessageTests {
    private func text(_ mail: OutgoingMail) throws -> String {
        String(decoding: try MailMessage.compose(mail).content, as: UTF8.self)
    }

    @Test func `the same mail gives the same bytes`() throws {
        #expect(try text(try mail()) == text(try mail()))
    }

    @Test func `a repeat differs by one header only`() throws {
        var second = try mail()
        second.isRepeat = true

        let repeated = try text(second)

        #expect(
            repeated.replacingOccurrences(of: "X-Minuted-Repeat: yes\r\n", with: "") == (try text(try mail()))
        )
        #expect(repeated.contains("\r\nX-Minuted-Repeat: yes\r\n"))
    }

    @Test func `the identity and the origin are in the header`() throws {
        let header = try text(try mail())

        for line in [
            "Message-Id: <m-1@minuted.council.example>", "Date: Wed, 18 Nov 2026 14:00:00 +0000",
            "MIME-Version: 1.0", "Auto-Submitted: auto-generated", "To: partner@health.example",
        ] {
            #expect(header.contains(line + "\r\n"), "\(line)\n\(header.prefix(900))")
        }
        #expect(!header.contains("X-Minuted-Repeat"))
    }

    @Test(arguments: ["a\r\nBcc: x@y", "a\nb", "a\rb", "a\0b", "a\u{85}b", "a\u{7F}b"])
    func `a line end or control character in a header value is refused`(value: String) throws {
        var changed = [try mail(), try mail(), try mail(), try mail(), try mail()]
        changed[0].subject = value
        changed[1].from.name = value
        changed[2].messageID = value + "@x"
        changed[3].attachments[0].name = value
        changed[4].attachments[0].mediaType = "text/" + value

        for mail in changed {
            #expect(throws: MailHeaders.Unsafe.self) { try MailMessage.compose(mail) }
        }
    }

    /// Python's `email` package raises on every defect under this policy, and prints what it understood.
    private static let judge = """
        import email, email.policy, json, sys, hashlib
        data = sys.stdin.buffer.read()
        policy = email.policy.default.clone(raise_on_defect=True)
        m = email.message_from_bytes(data, policy=policy)
        def walk(p):
            for k, v in p.items(): str(v)
            if p.is_multipart():
                for q in p.iter_parts(): walk(q)
            elif p.get_content_maintype() == 'text': p.get_content()
        walk(m)
        a = list(m.iter_attachments())
        print(json.dumps({
            'subject': m['subject'], 'from': m['from'].addresses[0].display_name,
            'to': m['to'].addresses[0].addr_spec, 'type': m.get_content_type(),
            'text': m.get_body(('plain',)).get_content().replace('\\r\\n', '\\n'),
            'html': m.get_body(('html',)).get_content().replace('\\r\\n', '\\n'),
            'names': [x.get_filename() for x in a], 'types': [x.get_content_type() for x in a],
            'hashes': [hashlib.sha256(x.get_content()).hexdigest() for x in a],
            'ascii': all(b < 128 for b in data), 'longest': max(len(l) for l in data.split(b'\\r\\n')),
            'date': m['date'].datetime.isoformat(), 'id': m['message-id']}))
        """

    private struct Understood: Decodable {
        var subject, from, to, type, text, html, date, id: String
        var names, types, hashes: [String]
        var ascii: Bool
        var longest: Int
    }

    @Test func `another mailer's parser finds no defect and understands every part`() async throws {
        var sent = try mail()
        sent.subject =
            "[secure] OFFICIAL-SENSITIVE: Gwyn\u{E2}d \u{2013} " + String(repeating: "minutes ", count: 30)
            + "end"
        sent.from.name = "Cyngor \u{22}Sir\u{22}, Caf\u{E9} \u{1F4C4}"
        sent.text =
            "Caf\u{E9}\n.\nFrom here\n" + String(repeating: "long line ", count: 400) + "\n \ttrailing  \n"
        sent.html = "<p>\u{1F4C4}" + String(repeating: "x", count: 3000) + "</p>"
        let random = Data((0..<30_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 251) })
        sent.attachments = [
            OutgoingMail.Attachment(
                name: "Cofnodion \u{2013} \u{E2}.docx",
                mediaType: "application/pdf",
                bytes: random
            ),
            OutgoingMail.Attachment(name: "empty.bin", mediaType: "application/octet-stream", bytes: Data()),
        ]

        let printed = try await PythonPeer.run(
            Self.judge,
            input: Data(try MailMessage.compose(sent).content)
        )
        let understood = try JSONDecoder().decode(Understood.self, from: Data(printed.utf8))

        #expect(understood.subject == sent.subject)
        #expect(understood.from == sent.from.name)
        #expect(understood.to == sent.to.text)
        #expect(understood.type == "multipart/mixed")
        #expect(understood.text == sent.text)
        #expect(understood.html == sent.html + "\n")
        #expect(understood.names == sent.attachments.map(\.name))
        #expect(understood.hashes == (sent.attachments.map { hash($0.bytes) }))
        #expect(understood.ascii)
        #expect(understood.longest <= 998)
        #expect(understood.date == "2026-11-18T14:00:00+00:00")
        #expect(understood.id == "<m-1@minuted.council.example>")
    }
}
