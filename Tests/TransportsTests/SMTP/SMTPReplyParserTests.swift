import Testing

@testable import Transports

struct SMTPReplyParserTests {
    @Test(arguments: 1...9)
    func `replies are the same however the bytes are cut`(size: Int) throws {
        let bytes = Array("250-2.1.0 first\r\n250 second\r\n354 go on\r\n".utf8)
        var parser = SMTPReplyParser()
        var replies: [SMTPReply] = []

        for start in stride(from: 0, to: bytes.count, by: size) {
            parser.append(bytes[start..<min(start + size, bytes.count)])
            while let reply = try parser.next() { replies.append(reply) }
        }

        #expect(replies.map(\.code) == [250, 354])
        #expect(replies.first?.lines == ["250-2.1.0 first", "250 second"])
        #expect(replies.first?.enhancedCode == "2.1.0")
    }

    @Test(arguments: [
        "hello\r\n", "25\r\n", "250_x\r\n", "250-a\r\n550 b\r\n", "999 x\r\n", "\r\n", "\0\0\0\0\n",
    ])
    func `what is no reply is an error`(text: String) throws {
        var parser = SMTPReplyParser()
        parser.append(Array(text.utf8))

        #expect(throws: SMTPReplyParser.Malformed.noCode) { try parser.next() }
    }

    @Test func `a line without an end is given up at the limit`() throws {
        var parser = SMTPReplyParser()
        parser.append([UInt8](repeating: 0x32, count: SMTPReplyParser.lineLimit + 1))

        #expect(throws: SMTPReplyParser.Malformed.lineTooLong) { try parser.next() }
    }

    @Test func `a reply without an end is given up at the limit`() throws {
        var parser = SMTPReplyParser()
        parser.append(Array(String(repeating: "250-more\r\n", count: SMTPReplyParser.linesLimit + 1).utf8))

        #expect(throws: SMTPReplyParser.Malformed.tooManyLines) { try parser.next() }
    }

    @Test(arguments: [
        ("550 5.1.1 no such user", "5.1.1"), ("550 no such user", nil), ("550 4.1.1 other class", nil),
        ("550 5.1 short", nil), ("250", nil), ("550 5.7.1234 long", nil),
    ])
    func `the enhanced code is taken where it is one`(line: String, expected: String?) throws {
        #expect(try reply(line).enhancedCode == expected)
    }
}
