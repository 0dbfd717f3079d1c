import Testing

@testable import Transports

struct SMTPConversationTests {
    private func conversation(_ count: Int, pipelining: Bool) throws -> SMTPConversation {
        let wire = try (0..<count).map { number in
            try WireMail(
                returnPath: try address("r\(number)@council.example"),
                to: try address("t\(number)@health.example"),
                envelopeID: "\(number)",
                content: Array("Subject: \(number)\r\n\r\n".utf8)
            )
        }
        return SMTPConversation(
            count: count,
            offered: SMTPCapabilities(keywords: pipelining ? ["PIPELINING"] : []),
            compose: { .success(wire[$0]) }
        )
    }

    private func text(_ step: SMTPConversation.Step) -> String { String(decoding: step.bytes, as: UTF8.self) }

    private func group(_ number: Int) -> String {
        "MAIL FROM:<r\(number)@council.example>\r\nRCPT TO:<t\(number)@health.example>\r\nDATA\r\n"
    }

    @Test func `with pipelining a mail's commands share a write with the data of the mail before`() throws {
        var talk = try conversation(2, pipelining: true)

        #expect(text(talk.begin()) == group(0))
        #expect(text(talk.take(try reply("250 ok"))).isEmpty)
        #expect(text(talk.take(try reply("250 ok"))).isEmpty)
        let data = talk.take(try reply("354 go"))

        #expect(text(data) == "Subject: 0\r\n\r\n.\r\n" + group(1))
        #expect(data.dotEnd == 17)
        #expect(talk.awaited == .final)
        #expect(talk.take(try reply("250 queued")).settled.map(\.index) == [0])
    }

    @Test func `without pipelining each command waits for its reply`() throws {
        var talk = try conversation(1, pipelining: false)

        #expect(text(talk.begin()) == "MAIL FROM:<r0@council.example>\r\n")
        #expect(text(talk.take(try reply("250 ok"))) == "RCPT TO:<t0@health.example>\r\n")
        #expect(text(talk.take(try reply("250 ok"))) == "DATA\r\n")
        #expect(text(talk.take(try reply("354 go"))) == "Subject: 0\r\n\r\n.\r\n")
        #expect(talk.take(try reply("250 queued")).settled.count == 1)
        #expect(talk.awaited == nil)
    }

    @Test func `a 354 after a refused recipient gets a dot and nothing else`() throws {
        var talk = try conversation(2, pipelining: true)
        _ = talk.begin()
        _ = talk.take(try reply("250 ok"))
        _ = talk.take(try reply("550 5.1.1 nobody"))

        let dot = talk.take(try reply("354 go"))
        let next = talk.take(try reply("554 no valid recipients"))

        #expect(text(dot) == ".\r\n")
        #expect(dot.settled.map(\.index) == [0])
        #expect(text(next) == "RSET\r\n" + group(1))
    }

    @Test func `a refused mail is followed by RSET, which is awaited without pipelining`() throws {
        var talk = try conversation(2, pipelining: false)
        _ = talk.begin()

        #expect(text(talk.take(try reply("450 later"))) == "RSET\r\n")
        #expect(text(talk.take(try reply("250 ok"))) == "MAIL FROM:<r1@council.example>\r\n")
    }

    @Test func `a loss makes only the mail whose dot was offered unknown`() throws {
        var talk = try conversation(3, pipelining: true)
        _ = talk.begin()
        _ = talk.take(try reply("250 ok"))
        _ = talk.take(try reply("250 ok"))
        _ = talk.take(try reply("354 go"))

        #expect(!talk.remains().dotMayHaveLeft)
        talk.dotIsOffered()
        let remains = talk.remains()

        #expect(remains.interrupted == 0)
        #expect(remains.dotMayHaveLeft)
        #expect(remains.contentNotSent == 1)
        #expect(remains.notBegun == [2])
    }

    @Test func `an orderly stop finishes what was begun and begins nothing`() throws {
        var talk = try conversation(2, pipelining: true)
        _ = talk.begin()
        talk.isStopping = true
        _ = talk.take(try reply("250 ok"))
        _ = talk.take(try reply("250 ok"))

        #expect(text(talk.take(try reply("354 go"))) == "Subject: 0\r\n\r\n.\r\n")
        #expect(talk.take(try reply("250 queued")).settled.count == 1)
        #expect(talk.awaited == nil)
        #expect(talk.remains().notBegun == [1])
    }

    @Test(arguments: ["250 data", "220 again"])
    func `an answer to DATA that is neither 354 nor a refusal ends the conversation`(line: String) throws {
        var talk = try conversation(1, pipelining: true)
        _ = talk.begin()
        _ = talk.take(try reply("250 ok"))
        _ = talk.take(try reply("250 ok"))

        let step = talk.take(try reply(line))

        #expect(step.ending == .violation(try reply(line)))
        #expect(step.bytes.isEmpty)
    }
}
