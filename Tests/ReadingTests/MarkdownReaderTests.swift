import Minutes
import Reading
import Testing

struct MarkdownReaderTests {
    @Test func `headings, lists, emphasis and check boxes are read`() throws {
        let text = """
            # Strategy *discussion*

            **Present**
            wrapped here

            - [x] Police
              - [ ] _School_ ~~gone~~
            1. See [the log](https://a.example)

            Next
            ----
            3 * 4 and a_b_c
            """

        let document = try readDocument(Array(text.utf8))

        #expect(document.format == .markdown)
        #expect(
            document.blocks.map(\.content) == [
                .heading(level: 1, Line("Strategy discussion")),
                .paragraph(Line("Present wrapped here")),
                .listItem(level: 0, Line("☒ Police")),
                .listItem(level: 1, Line("☐ School", removed: "gone")),
                .listItem(level: 0, Line("See the log")),
                .heading(level: 2, Line("Next")),
                .paragraph(Line("3 * 4 and a_b_c")),
            ]
        )
    }

    @Test func `pipe tables are tables`() throws {
        let document = try readDocument(
            Array("| Agency | Came |\n|---|:-:|\n| Police | [x] |\n| a \\| b | |".utf8)
        )

        #expect(document.tables[0].rows.map(\.text) == ["Agency | Came", "Police | ☒", "a | b | "])
        #expect(document.tables[0].rows.map(\.isHeader) == [true, false, false])
    }

    @Test func `a text with a stray mark stays a text`() throws {
        #expect(try readDocument(Array("Minutes\n# of people: 4\nSigned *".utf8)).format == .text)
    }
}
