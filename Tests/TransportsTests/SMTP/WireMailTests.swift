import Testing

@testable import Transports

struct WireMailTests {
    private func wire(_ text: String) throws -> WireMail {
        try WireMail(
            returnPath: try address("a@council.example"),
            to: try address("b@health.example"),
            envelopeID: "1",
            content: Array(text.utf8)
        )
    }

    @Test(arguments: [
        ("a\r\nb\r\n", "a\r\nb\r\n.\r\n"),
        (".\r\n", "..\r\n.\r\n"),
        ("a\r\n.\r\n..\r\n.b\r\n", "a\r\n..\r\n...\r\n..b\r\n.\r\n"),
        ("no end", "no end\r\n.\r\n"),
        ("a.b\r\n", "a.b\r\n.\r\n"),
    ])
    func `dots at the start of a line are doubled`(content: String, expected: String) throws {
        #expect(String(decoding: try wire(content).dataBlock, as: UTF8.self) == expected)
    }

    @Test(arguments: ["a\nb\r\n", "a\rb\r\n", "\n.\n", "a\r\n.\n", "a\r", "\r\r\n", "a\r\n\n"])
    func `a bare line end is refused`(content: String) {
        #expect(throws: WireMail.Unsendable.bareLineEnd) { try wire(content) }
    }

    @Test func `a line of 998 bytes passes and one more does not`() throws {
        _ = try wire(String(repeating: "x", count: 998) + "\r\n")
        _ = try wire(String(repeating: "x", count: 998))

        #expect(throws: WireMail.Unsendable.lineTooLong) {
            try wire("a\r\n" + String(repeating: "x", count: 999) + "\r\n")
        }
        #expect(throws: WireMail.Unsendable.lineTooLong) { try wire(String(repeating: "x", count: 999)) }
    }
}
