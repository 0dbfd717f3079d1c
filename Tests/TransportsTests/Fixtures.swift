import Crypto
import Distribution
import Foundation
import StandIns
import Testing

@testable import Transports

func address(_ text: String) throws -> MailAddress {
    try #require(MailAddress(text))
}

/// The `number`th mail of a test, to `recipient`.
func mail(
    _ number: Int = 1,
    to recipient: String = "partner@health.example",
    attachment: Data = Data("%PDF-1.7 stand-in\n".utf8)
) throws -> OutgoingMail {
    OutgoingMail(
        returnPath: try address("bounces+t\(number)@council.example"),
        from: OutgoingMail.Mailbox(
            name: "Strategy meeting minutes",
            address: try address("minutes@council.example")
        ),
        to: try address(recipient),
        subject: "OFFICIAL-SENSITIVE: strategy meeting minutes M-2026-00012\(number)",
        messageID: "m-\(number)@minuted.council.example",
        date: Date(timeIntervalSince1970: 1_795_010_400),
        envelopeID: "delivery=\(number)",
        text: "The minutes are attached.\n.\n..dots\nCaf\u{E9}\n",
        html: "<p>The minutes are attached.</p>\n",
        attachments: [
            OutgoingMail.Attachment(
                name: "M-2026-000123-v1.pdf",
                mediaType: "application/pdf",
                bytes: attachment
            )
        ]
    )
}

func mails(_ count: Int) throws -> [OutgoingMail] {
    try (1...count).map { try mail($0) }
}

extension MailTransport {
    /// Delivers and returns the results in the order of the mails.
    func results(_ mails: [OutgoingMail]) async throws -> [AttemptResult] {
        let (stream, sink) = AsyncStream<(Int, AttemptResult)>.makeStream()
        await deliver(mails) { sink.yield(($0, $1)) }
        sink.finish()
        var found: [Int: AttemptResult] = [:]
        for await (index, result) in stream {
            #expect(found[index] == nil, "each mail is reported once")
            found[index] = result
        }
        return try mails.indices.map { try #require(found[$0], "mail \($0) got no result") }
    }
}

func reply(_ lines: String...) throws -> SMTPReply {
    var parser = SMTPReplyParser()
    parser.append(Array((lines.joined(separator: "\r\n") + "\r\n").utf8))
    return try #require(try parser.next())
}

/// A script that does `action` at `stage` for the mails that `applies` picks, and lets the rest pass.
func script(
    at stage: SMTPMoment.Stage,
    _ action: SMTPAction,
    where applies: @escaping @Sendable (SMTPMoment) -> Bool = { _ in true }
) -> @Sendable (SMTPMoment) -> SMTPAction {
    { $0.stage == stage && applies($0) ? action : .proceed }
}

func hash(_ data: Data) -> String {
    SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
