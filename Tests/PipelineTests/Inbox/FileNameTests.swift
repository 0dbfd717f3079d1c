import Testing

@testable import Pipeline

struct FileNameTests {
    @Test(arguments: ["", ".", "..", "a/b", "a\0b", String(repeating: "x", count: 256)])
    func `what cannot be a file's name is refused`(_ text: String) {
        #expect(FileName(text) == nil)
    }

    @Test func `bytes that are not text are shown as replaced characters`() throws {
        let name = try #require(FileName(bytes: [0x61, 0xFF, 0xC3, 0x62]))

        #expect(name.display == "a\u{FFFD}\u{FFFD}b")
    }

    @Test func `line breaks and characters that turn the text round are not shown`() throws {
        let name = try #require(FileName("a\nb\u{202E}c\u{200B}d\u{7F}e.docx"))

        #expect(name.display == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e.docx")
    }

    @Test func `a long name is shown with its end`() throws {
        let name = try #require(FileName(String(repeating: "x", count: 250) + ".docx"))

        #expect(name.display.unicodeScalars.count == 120)
        #expect(name.display.hasSuffix(".docx"))
    }

    @Test(arguments: [
        Array("minutes 50%.docx".utf8), [0xFF, 0xFE], Array("a\nb".utf8), Array("Bedel\u{E9}.docx".utf8),
        [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98],
    ])
    func `an escaped name turns back into the same bytes`(_ bytes: [UInt8]) throws {
        let name = try #require(FileName(bytes: bytes))

        #expect(FileName(escaped: name.escaped) == name)
        #expect(!name.escaped.contains("\n"))
    }

    @Test(arguments: ["%", "%Z1", "%2", "%2F", "a%00"])
    func `an escaped name that was tampered with is refused`(_ text: String) {
        #expect(FileName(escaped: text) == nil)
    }

    @Test(arguments: [
        ("minutes.docx", 1, "minutes.docx"), ("minutes.docx", 2, "minutes (2).docx"),
        ("minutes", 3, "minutes (3)"), (".docx", 2, ".docx (2)"), ("a.b.pdf", 12, "a.b (12).pdf"),
    ])
    func `a number goes before the ending`(_ name: String, _ number: Int, _ expected: String) throws {
        #expect(try #require(FileName(name)).numbered(number) == FileName(expected))
    }

    @Test(arguments: ["x", "\u{E9}", "\u{20AC}", "\u{1F600}"])
    func `a full-length name has room for numbers and notes and stays valid text`(_ letter: String) throws {
        let text = String(repeating: letter, count: 250 / letter.utf8.count) + ".docx"
        let name = try #require(FileName(text))

        for variant in [name.numbered(2), name.numbered(1_000), name.appending(".receipt.txt")] {
            #expect(variant.bytes.count <= 255)
            #expect(!variant.display.contains("\u{FFFD}"))
            #expect(variant != name)
        }
    }

    @Test func `long names that begin alike get notes of their own`() throws {
        let start = String(repeating: "x", count: 240)
        let first = try #require(FileName(start + " 19 Nov.docx"))
        let second = try #require(FileName(start + " 20 Nov.docx"))

        #expect(first.appending(".receipt.txt") != second.appending(".receipt.txt"))
    }
}
