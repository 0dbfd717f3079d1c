import Minutes
import Reading
import Testing

/// Pages that are made to hurt: each is read in part of a second or refused.
struct HostilePageTests {
    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test(arguments: [
        "<div>", "<table><tr><td>", "<ul><li>", "<b>", "<span>", "<font>", "<dl><dd>", "<label>",
    ])
    func `a page nested too deeply is refused, not cut off`(tag: String) {
        let page = "<html><body>" + repeated(tag, 400) + "text"

        #expect(refusal(Array(page.utf8))?.code == .tooLarge)
    }

    @Test func `spans of thousands make no more cells than the limit allows`() {
        var limits = ReadingLimits()
        limits.blocks = 1000
        let wide =
            "<table><tr>" + repeated("<td rowspan=65534 colspan=1000>", 100) + repeated("<tr>", 1000)
            + "</table>"
        let lying = "<table><tr><td rowspan=-5 colspan=99999999999999999999>x<td colspan=0>y</table>"

        #expect(refusal(Array(wide.utf8), limits: limits)?.code == .tooLarge)
        #expect(refusal(Array(lying.utf8)) == nil)
    }

    @Test func `a tag without end is refused, and blanks in values and texts are no attributes`() {
        let blanks = repeated(" a", 20_001)

        #expect(refusal(Array("<html><body><p\(blanks)>x".utf8))?.code == .tooLarge)
        #expect(refusal(Array("<html><body><p title=\"\(blanks)\">x".utf8)) == nil)
        #expect(refusal(Array("<html><body><!--\(blanks)--><p>x\(blanks)".utf8)) == nil)
    }

    @Test func `too many paragraphs are refused`() {
        var limits = ReadingLimits()
        limits.blocks = 100

        #expect(refusal(Array(repeated("<p>x", 101).utf8), limits: limits)?.code == .tooLarge)
        #expect(refusal(Array(("<pre>" + repeated("x\n\n", 101)).utf8), limits: limits)?.code == .tooLarge)
    }

    @Test func `entities of the page's own are not expanded`() throws {
        let bomb = "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><html><body><p>&b;&c;"

        #expect(try !readDocument(Array(bomb.utf8)).text.contains("ha"))
    }

    @Test(.timeLimit(.minutes(1))) func `huge style sheets and attributes take no time`() throws {
        let rules = repeated(".a .b .c .d { display:none; font-weight:bold } /* x */ ", 20_000)
        let style = "<style>\(rules)</style>"

        #expect(refusal(Array("\(style)<p class='\(repeated("d ", 20_000))'>x".utf8)) == nil)
        #expect(refusal(Array("\(style)\(repeated("<p class=d>x", 20_000))".utf8))?.code == .tooLarge)
    }

    @Test(.timeLimit(.minutes(1))) func `random damage never traps or hangs`() throws {
        var random = SeededGenerator(state: 31)
        let original = try Samples.bytes("31-system-form-export.html")
        let tags = [
            "<table>", "</table>", "<td rowspan=3>", "<tr>", "<label>", "<dt>", "<select>", "<!--",
            "<p hidden>",
        ]
        for _ in 0..<200 {
            var bytes = original
            for _ in 0..<10 {
                let index = Int.random(in: bytes.indices, using: &random)
                let tag = tags.randomElement(using: &random) ?? ""
                bytes.replaceSubrange(index..<min(index + 3, bytes.count), with: tag.utf8)
            }
            _ = refusal(bytes)
        }
    }
}
