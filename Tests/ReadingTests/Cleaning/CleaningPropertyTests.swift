import Foundation
import Minutes
import Reading
import TestSupport
import Testing

/// Random documents: whatever is nested in whatever, a copy says the same without the secrets, or is not made.
@Suite(.timeLimit(.minutes(5)))
struct CleaningPropertyTests {
    @Test func `random nesting of changes, fields, links, controls and tables is cleaned`() throws {
        var random = SeededGenerator(state: 20_261_124)
        var refused = 0
        for _ in 0..<300 {
            var writer = RandomDocument(random: random)
            var file = UnseenFile(
                writer.inline(depth: 4),
                in: Place.allCases.randomElement(using: &random) ?? .body
            )
            file.blocks = writer.blocks(depth: 3) + paragraph("end")
            file.external = [("x1", "hyperlink", "https://secret.example")]
            file.styles =
                "<w:style w:type=\"character\" w:styleId=\"Hid\"><w:rPr><w:vanish/></w:rPr></w:style>"
            random = writer.random
            let document = try file.document

            do {
                let cleaned = try file.cleaned
                #expect(try Self.spoken(readDocument(cleaned)) == Self.spoken(document))
                #expect(try !ZipContents(cleaned).text.contains("secret"))
                #expect(try UnseenFile.cleaned(cleaned) == cleaned)
                #expect(try ZipContents(cleaned).faults() == [])
            } catch let error as ReadingError {
                #expect(error.code == .notCleanable)
                refused += 1
            }
        }
        #expect(refused == 0, "\(refused) of 300")
    }

    @Test func `random damage to what is cleaned never traps or hangs`() throws {
        var random = SeededGenerator(state: 4_712)
        let words = [
            "w:p", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:r", "w:t", "w:del", "w:ins", "w:pPr",
            "w:rPr",
            "w:hyperlink", "w:fldChar", "mc:Choice", "begin", "end", "-9", "99999999999",
        ]
        for _ in 0..<400 {
            var writer = RandomDocument(random: random)
            var blocks = writer.blocks(depth: 3)
            random = writer.random
            let from = words.randomElement(using: &random) ?? ""
            blocks = blocks.replacing(
                from,
                with: words.randomElement(using: &random) ?? "",
                maxReplacements: 2
            )
            var file = UnseenFile()
            file.blocks = blocks
            // Most are no XML any more; what is, is cleaned or refused.
            _ = try? file.cleaned
        }
    }

    /// Its words, however many empty lines lie between them.
    private static func spoken(_ document: Document) -> [String] {
        document.words.matches(of: /\w+/).map { String($0.output) }
    }

    private typealias Place = UnseenFile.Place
}

/// Writes WordprocessingML at random, from what may be nested in what.
private struct RandomDocument {
    var random: SeededGenerator
    private var words = 0

    init(random: SeededGenerator) { self.random = random }

    private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private mutating func word() -> String {
        words += 1
        return "word\(words) "
    }

    mutating func inline(depth: Int) -> String {
        (0...pick(4)).map { _ in piece(depth: depth) }.joined()
    }

    private mutating func piece(depth: Int) -> String {
        guard depth > 0 else { return run(word()) }
        switch pick(16) {
        case 0: return "<w:ins w:id=\"1\">\(inline(depth: depth - 1))</w:ins>"
        case 1: return "<w:del w:id=\"1\"><w:r><w:delText>secret</w:delText></w:r></w:del>"
        case 2: return "<w:moveTo w:id=\"1\">\(inline(depth: depth - 1))</w:moveTo>"
        case 3: return "<w:moveFrom w:id=\"1\">\(run("secret"))</w:moveFrom>"
        case 4: return "<w:hyperlink r:id=\"x1\">\(inline(depth: depth - 1))</w:hyperlink>"
        case 5: return "<w:hyperlink w:anchor=\"a\">\(inline(depth: depth - 1))</w:hyperlink>"
        case 6: return "<w:sdt><w:sdtPr/><w:sdtContent>\(inline(depth: depth - 1))</w:sdtContent></w:sdt>"
        case 7:
            return run(
                "secret",
                ["<w:vanish/>", "<w:rStyle w:val=\"Hid\"/>", "<w:sz w:val=\"1\"/>"][pick(3)]
            )
        case 8: return field("INCLUDETEXT \"secret\"", result: word())
        case 9: return field("PAGE", result: word())
        case 10: return field("HYPERLINK \"http://secret\"", result: word())
        case 11:
            return
                "<w:commentRangeStart w:id=\"0\"/>\(inline(depth: depth - 1))<w:commentRangeEnd w:id=\"0\"/>"
                + "<w:r><w:commentReference w:id=\"0\"/></w:r>"
        case 12: return "<w:smartTag w:element=\"x\">\(inline(depth: depth - 1))</w:smartTag>"
        case 13: return run(word(), "<w:b/><w:rPrChange w:id=\"1\"><w:rPr/></w:rPrChange>")
        case 14: return textBox(depth: depth - 1)
        default: return run(word())
        }
    }

    private mutating func textBox(depth: Int) -> String {
        """
        <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="7" name="B"/><wps:wsp>\
        <wps:txbx><w:txbxContent>\(blocks(depth: depth))\(paragraph("box"))</w:txbxContent></wps:txbx></wps:wsp></wp:inline>\
        </w:drawing></mc:Choice></mc:AlternateContent></w:r>
        """
    }

    mutating func blocks(depth: Int) -> String {
        (0...pick(4)).map { _ in block(depth: depth) }.joined()
    }

    private mutating func block(depth: Int) -> String {
        let marks = ["", "", "", "<w:rPr><w:del w:id=\"1\"/></w:rPr>", "<w:rPr><w:ins w:id=\"1\"/></w:rPr>"]
        let plain = "<w:p><w:pPr>\(marks[pick(marks.count)])</w:pPr>\(inline(depth: max(depth, 1) - 1))</w:p>"
        guard depth > 0 else { return plain }
        switch pick(6) {
        case 0: return table(depth: depth - 1)
        case 1: return "<w:sdt><w:sdtContent>\(blocks(depth: depth - 1))</w:sdtContent></w:sdt>"
        case 2:
            return
                "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del><w:r><w:delText>secret</w:delText></w:r></w:del></w:p>"
        default: return plain
        }
    }

    private mutating func table(depth: Int) -> String {
        let rows = (0...pick(3)).map { _ -> String in
            let mark = [
                "", "", "<w:trPr><w:del w:id=\"1\"/></w:trPr>", "<w:trPr><w:ins w:id=\"1\"/></w:trPr>",
            ][pick(4)]
            let content = mark.contains("del") ? ["secret"] : [word(), word()]
            let cells = content.map { text -> String in
                let properties = [
                    "", "", "<w:cellIns w:id=\"1\"/>", "<w:gridSpan w:val=\"2\"/>",
                    "<w:vMerge w:val=\"restart\"/>",
                ][pick(5)]
                return
                    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(depth > 0 ? blocks(depth: depth - 1) : "")\(paragraph(text))</w:tc>"
            }
            return
                "<w:tr>\(mark)\(cells.joined())\(pick(5) == 0 ? cell("secret", properties: "<w:cellDel w:id=\"1\"/>") : "")</w:tr>"
        }
        return "<w:tbl><w:tblPr/>\(rows.joined())</w:tbl>"
    }
}
