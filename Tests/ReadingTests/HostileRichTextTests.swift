import Minutes
import Reading
import Testing

/// Rich Text files that are made to hurt: each is refused or read in part of a second.
struct HostileRichTextTests {
    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private func file(_ body: String) -> [UInt8] { Array("{\\rtf1\\ansi \(body)}".utf8) }

    @Test func `a copy that broke off is damaged, wherever it did`() {
        let whole = file("{\\b a}\\'e9{\\pict\\bin3 }}}}\\u321 ?\\trowd\\cellx100\\intbl x\\cell\\row")

        #expect(refusal(whole) == nil)
        for length in 6..<whole.count { #expect(refusal(Array(whole.prefix(length)))?.code == .damaged) }
    }

    @Test func `groups and tables nested too deeply are refused`() {
        #expect(refusal(file(repeated("{", 300) + "x" + repeated("}", 300)))?.code == .tooLarge)
        #expect(refusal(file("\\intbl\\itap99999999 x\\nestcell"))?.code == .tooLarge)
        #expect(refusal(file(repeated("{\\footnote ", 100) + repeated("}", 100)))?.code == .tooLarge)
        #expect(
            refusal(file(repeated("{\\shp{\\*\\shpinst{\\shptxt ", 70) + repeated("}}}", 70)))?.code
                == .tooLarge
        )
    }

    @Test func `counts that lie are taken for what they can be`() {
        #expect(refusal(file("{\\pict\\bin999999999 x}"))?.code == .damaged)
        #expect(refusal(file("{\\pict\\bin-5 x}"))?.code == .damaged)
        #expect(
            refusal(file("\\uc99999999999\\u321 abc\\itap-3\\ilvl-7\\ls3\\f-1\\outlinelevel-4 x\\par")) == nil
        )
        #expect(
            refusal(
                file(
                    "\\trowd\\cellx-5\\cellx9999999999999999999\\cellx0\\intbl a\\cell b\\cell c\\cell d\\cell\\row"
                )
            ) == nil
        )
    }

    @Test func `too many paragraphs, rows and cells are refused`() {
        var limits = ReadingLimits()
        limits.blocks = 100
        for part in ["x\\par ", "\\row ", "\\intbl\\cell ", "\\intbl\\cell\\row "] {
            #expect(refusal(file(repeated(part, 200)), limits: limits)?.code == .tooLarge)
        }
    }

    @Test(.timeLimit(.minutes(1))) func `many edges, fonts, styles and fields take no time`() {
        let row =
            "\\trowd" + repeated("\\cellx100", 10_000) + (0..<500).map { "\\cellx\($0 * 50)" }.joined()
            + "\\intbl x\\cell\\row "

        #expect(refusal(file(repeated(row, 20))) == nil)
        #expect(refusal(file("{\\fonttbl" + repeated("{\\f1 x;}", 20_000) + "}x")) == nil)
        #expect(refusal(file("{\\fonttbl" + repeated("\\f1 name;", 20_000) + "}x")) == nil)
        #expect(
            refusal(file(repeated("{\\field{\\*\\fldinst X \(repeated("y", 2000))}{\\fldrslt z}}", 200)))
                == nil
        )
    }

    @Test func `what is no group or nothing is refused`() {
        #expect(refusal(Array("{\\rtf".utf8))?.code == .damaged)
        #expect(refusal(file(""))?.code == .empty)
        #expect(refusal(file("}}}} x")) != nil)
        #expect(refusal(file("x}}}")) == nil)
    }

    @Test(.timeLimit(.minutes(1))) func `random damage never traps or hangs`() throws {
        var random = SeededGenerator(state: 21)
        let original = try Samples.bytes("21-response-grid-report-sent.rtf")
        let pieces = [
            "{", "}", "\\cell", "\\row", "\\trowd", "\\nestcell", "\\nestrow", "\\itap3", "\\par", "{\\field",
            "{\\footnote ",
            "\\u-1 ", "\\'", "\\bin9 ", "{\\*", "{\\header ", "\\clvmrg", "\\cellx", "\\pard", "\\deleted",
            "{\\shptxt ",
        ]
        for _ in 0..<100 {
            var bytes = original
            for _ in 0..<20 {
                let index = Int.random(in: bytes.indices, using: &random)
                let piece = pieces.randomElement(using: &random) ?? ""
                bytes.replaceSubrange(
                    index..<min(index + Int.random(in: 0...9, using: &random), bytes.count),
                    with: piece.utf8
                )
            }
            _ = refusal(bytes)
        }
    }
}
