import Distribution
import TestSupport
import Testing

struct MailAddressTests {
    @Test(arguments: [
        "dsl@hollinbank.example", "first.last+tag@nhs.example", "o'neill@council.example", "a@b",
        "x_y-z=1@sub.domain.example", "UPPER@COUNCIL.EXAMPLE",
    ])
    func `an ordinary mailbox is taken`(text: String) {
        #expect(MailAddress(text) != nil)
    }

    @Test(arguments: [
        "", "@", "a@", "@b", "a b@c.example", "a@b c", "a@b@c.example", "a..b@c.example", ".a@c.example",
        "a.@c.example",
        "a@-c.example", "a@c-.example", "a@c..example", "a@[127.0.0.1]", "\"a b\"@c.example", "<a@c.example>",
        "a@c.example>", "Name <a@c.example>", "a@c.example,b@c.example", "a@c.example;b@c.example",
        "a@c.example\r\nRCPT",
        "a\n@c.example", "a\0@c.example", "ä@c.example", "a@ä.example", "a(comment)@c.example",
        "a@c.example.",
    ])
    func `anything else is refused`(text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func `the length of address, local part and label is limited`() {
        let long = String(repeating: "a", count: 65)

        #expect(MailAddress("\(long)@c.example") == nil)
        #expect(MailAddress("\(long.dropLast())@c.example") != nil)
        #expect(MailAddress("a@\(long).example") == nil)
        #expect(MailAddress("a@" + Array(repeating: "abcdefgh", count: 40).joined(separator: ".")) == nil)
    }

    @Test func `the domain is compared without its case, the local part with it`() {
        #expect(MailAddress("a@C.Example") == MailAddress("a@c.example"))
        #expect(MailAddress("A@c.example") != MailAddress("a@c.example"))
    }

    @Test func `no address that is taken can break out of a command or a header`() {
        var numbers = SeededNumbers(seed: 17)
        let pieces = [
            "a", "b.c", "a", "@", "@", "@", "x.example", "y.example", "x.example", " ", "\r", "\n", "\r\n",
            "<", ">", "\0", "\t", ",", ";", "\"",
            "é", "+", "-",
        ]
        var taken = 0
        for _ in 0..<50_000 {
            let count = Int.random(in: 1...6, using: &numbers)
            let text = (0..<count).compactMap { _ in pieces.randomElement(using: &numbers) }.joined()
            guard let address = MailAddress(text) else { continue }
            taken += 1
            #expect(address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>,;\"".utf8.contains($0) })
            #expect(MailAddress(address.text) == address)
        }
        #expect(taken > 20)
    }
}
