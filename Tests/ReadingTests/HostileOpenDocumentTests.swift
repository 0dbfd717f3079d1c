import Minutes
import Reading
import TestSupport
import Testing

/// OpenDocument files that are made to hurt: each is refused or read in part of a second.
struct HostileOpenDocumentTests {
    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test(.timeLimit(.minutes(1))) func `repetitions make no more cells than the limit allows`() throws {
        let cell =
            "<table:table-cell table:number-columns-repeated=\"999999999\"><text:p>x</text:p></table:table-cell>"
        let row = "<table:table-row table:number-rows-repeated=\"999999999\">\(cell)</table:table-row>"
        let empty =
            "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell "
            + "table:number-columns-repeated=\"16384\"/></table:table-row>"
        let covered =
            "<table:table-row>"
            + repeated(
                "<table:covered-table-cell table:number-columns-repeated=\"9223372036854775807\"/>",
                1000
            )
        let spans =
            "<table:table-row><table:table-cell table:number-columns-spanned=\"-1\" "
            + "table:number-rows-spanned=\"99999999999999999999\"/></table:table-row>"

        #expect(refusal(OpenFile("<table:table>\(row)</table:table>").zip.bytes)?.code == .tooLarge)
        let sheet = try OpenFile("<table:table>\(empty)\(covered)</table:table-row>\(spans)</table:table>")
            .document()
        #expect(sheet.tables.first?.rows.count == 3)
    }

    @Test func `a number of blanks makes no long text`() throws {
        let text = try OpenFile("<text:p>a<text:s text:c=\"999999999\"/>b</text:p>").document().text

        #expect(text.utf8.count == 102)
    }

    @Test(arguments: [
        (
            "<table:table><table:table-row><table:table-cell>",
            "</table:table-cell></table:table-row></table:table>"
        ),
        ("<text:list><text:list-item>", "</text:list-item></text:list>"),
        ("<text:section>", "</text:section>"),
        ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>"),
        ("<text:p><draw:g>", "</draw:g></text:p>"), ("<text:x>", "</text:x>"),
        ("<text:span>", "</text:span>"),
    ])
    func `parts nested too deeply are refused`(open: String, close: String) {
        let body = repeated(open, 300) + repeated(close, 300)

        #expect(refusal(OpenFile(body).zip.bytes)?.code == .tooLarge)
    }

    @Test func `a part with a DOCTYPE or an unknown entity is refused`() {
        var zip = OpenFile("<text:p>x</text:p>").zip
        zip.entries[1].data = Array("<!DOCTYPE x [<!ENTITY a \"ha\">]>".utf8) + zip.entries[1].data

        #expect(refusal(zip.bytes)?.code == .damaged)
        #expect(refusal(OpenFile("<text:p>&a;</text:p>").zip.bytes)?.code == .damaged)
    }

    @Test func `styles that inherit in a circle end`() throws {
        var file = OpenFile("<text:p text:style-name=\"a\">x</text:p>")
        file.styles =
            OpenFile.style("a", "", family: "paragraph", more: "style:parent-style-name=\"b\"")
            + OpenFile.style("b", "", family: "paragraph", more: "style:parent-style-name=\"a\"")

        #expect(try file.document().text == "x")
    }

    @Test func `too many paragraphs are refused`() {
        var limits = ReadingLimits()
        limits.blocks = 100

        #expect(
            refusal(OpenFile(repeated("<text:p>x</text:p>", 101)).zip.bytes, limits: limits)?.code
                == .tooLarge
        )
    }

    @Test func `a file without text or with another root is damaged`() {
        var zip = OpenFile("<text:p>x</text:p>").zip
        zip.entries[1].data = Array(OpenFile.wrap("document-styles", "").utf8)
        #expect(refusal(zip.bytes)?.code == .damaged)
        zip.entries.remove(at: 1)
        #expect(refusal(zip.bytes)?.code == .damaged)
    }

    @Test(.timeLimit(.minutes(2))) func `random damage never traps or hangs`() throws {
        var random = SeededGenerator(state: 4)
        let original = try Samples.bytes("04-review-code-grid.odt")
        for _ in 0..<60 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                let index = Int.random(in: bytes.indices, using: &random)
                bytes[index] = UInt8.random(in: 0...255, using: &random)
            }
            _ = refusal(bytes)
        }
    }
}
