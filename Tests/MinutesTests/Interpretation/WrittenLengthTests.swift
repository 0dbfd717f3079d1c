import Testing

@testable import Minutes

/// Lines that nobody would write are cut, and no rule takes long over them.
struct WrittenLengthTests {
    private func texts(_ document: Document) -> [String] {
        document.blocks.compactMap { $0.line?.text }
    }

    @Test func `ordinary lines stay as they are`() {
        let document = Document(lines: "# Présent\nAnn Béll – Head\n| Zoë | ☒ |")

        #expect(document.asWritten == document)
    }

    @Test func `a long line is cut behind sentences and loses nothing`() {
        let sentence = "The school said that Ann came on Monday. "
        let document = Document(format: .text, blocks: [paragraph(String(repeating: sentence, count: 1000))])

        let pieces = texts(document.asWritten)

        #expect(pieces.joined() == String(repeating: sentence, count: 1000))
        #expect(
            pieces.allSatisfy {
                $0.utf8.count <= 4000 && $0.utf8.count.isMultiple(of: sentence.utf8.count)
                    || $0 == pieces.last
            }
        )
        #expect(document.asWritten.blocks.allSatisfy { $0.place == "paragraph 1" })
    }

    @Test func `a word without end is cut between letters`() {
        let document = Document(format: .text, blocks: [paragraph(String(repeating: "é", count: 10_001))])

        #expect(texts(document.asWritten).joined() == String(repeating: "é", count: 10_001))
        #expect(texts(document.asWritten).count == 6)
    }

    @Test func `what is heaped on a letter is taken off, and flags and families stay`() {
        let heap = "A" + String(repeating: "\u{301}", count: 50_000) + "nn"
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{1F1EC}\u{1F1E7} e\u{301}"
        let document = Document(format: .text, blocks: [paragraph(heap), paragraph(family)])

        #expect(texts(document.asWritten)[0].unicodeScalars.count < 30)
        #expect(texts(document.asWritten)[0].hasSuffix("nn"))
        #expect(texts(document.asWritten)[1] == family)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "a: ", "(", "((a) ", "Ann Bell, ", "sent apologies ", "\u{1F1EC}", "\u{301}", "’", "Present: ",
            "Child: Ann ",
        ]
    )
    func `a line that repeats itself without end is interpreted`(piece: String) {
        let text = "Ann Bell, " + String(repeating: piece, count: 60_000 / piece.utf8.count)
        let document = Document(
            format: .text,
            blocks: [
                Block(place: "heading", content: .heading(level: 1, Line("Strategy meeting: present"))),
                paragraph(text),
                Block(
                    place: "table 1",
                    content: .table(
                        Table(rows: [Table.Row(texts: ["Present", text]), Table.Row(texts: [text, "x"])])
                    )
                ),
            ]
        )

        _ = interpret(document)
    }

    private func paragraph(_ text: String) -> Block {
        Block(place: "paragraph 1", content: .paragraph(Line(text)))
    }
}
