import Reading

extension HostileFile {
    private static func times(_ count: Int, _ piece: String) -> String {
        String(repeating: piece, count: count)
    }

    /// Few bytes that say "many times", and many bytes that say little.
    static let repetitions: [HostileFile] = [
        HostileFile("repeated-columns.odt", .refused([.tooLarge])) {
            let cell =
                "<table:table-cell table:number-columns-repeated=\"999999999\"><text:p>x</text:p></table:table-cell>"
            return Packed.open(
                body:
                    "<table:table><table:table-row table:number-rows-repeated=\"999999999\">\(cell)</table:table-row></table:table>"
            )
        },
        HostileFile("repeated-long-text.odt", .refused([.tooLarge])) {
            let cell = "<table:table-cell><text:p>\(times(200_000, "word "))</text:p></table:table-cell>"
            return Packed.open(
                body:
                    "<table:table><table:table-row table:number-rows-repeated=\"40000\">\(cell)</table:table-row></table:table>"
            )
        },
        HostileFile(
            "spans.html",
            .refused([.tooLarge]),
            text: {
                "<html><body><table><tr>" + times(1000, "<td rowspan=65534 colspan=1000>x")
                    + times(65_000, "<tr>") + "</table>"
            }
        ),
        HostileFile(
            "span-of-long-text.html",
            .refused([.tooLarge]),
            text: {
                "<html><body><table><tr><td rowspan=65534>\(times(200_000, "word "))<td>x"
                    + times(40_000, "<tr><td>y") + "</table>"
            }
        ),
        HostileFile("merged-long-text.docx", .refused([.tooLarge])) {
            let head = "<w:tr>\(Packed.cell(times(200_000, "word "), "<w:vMerge w:val=\"restart\"/>"))</w:tr>"
            return Packed.word(
                body:
                    "<w:tbl>\(head)\(times(40_000, "<w:tr>\(Packed.cell("", "<w:vMerge/>"))</w:tr>"))</w:tbl>"
            )
        },
        HostileFile("spans-of-all.docx", .ended) {
            let wide = Packed.cell("x", "<w:gridSpan w:val=\"2147483647\"/>")
            return Packed.word(body: "<w:tbl>\(times(10_000, "<w:tr>\(wide)\(wide)</w:tr>"))</w:tbl>")
        },
        HostileFile("tables-100000.docx", .refused([.tooLarge])) {
            Packed.word(body: times(100_000, "<w:tbl><w:tr>\(Packed.cell("a"))</w:tr></w:tbl>"))
        },
        HostileFile(
            "tables-100000.html",
            .refused([.tooLarge]),
            text: { "<html><body>" + times(100_000, "<table><tr><td>a<td>b</table>") }
        ),
        HostileFile("tables-100000.odt", .refused([.tooLarge])) {
            Packed.open(
                body: times(
                    100_000,
                    "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
                )
            )
        },
        HostileFile(
            "tables-100000.rtf",
            .refused([.tooLarge]),
            text: {
                "{\\rtf1\\ansi " + times(100_000, "\\trowd\\cellx1000\\intbl a\\cell\\row\\pard b\\par ")
                    + "}"
            }
        ),
        HostileFile("tables-20000.docx", .ended) {
            Packed.word(
                body: times(20_000, "<w:tbl><w:tr>\(Packed.cell("a"))\(Packed.cell("b"))</w:tr></w:tbl>")
            )
        },
        HostileFile("one-line-49-mb.txt", .refused([.tooLarge]), text: { times(9_800_000, "word ") }),
        HostileFile("one-word-49-mb.txt", .refused([.tooLarge]), text: { times(49_000_000, "a") }),
        HostileFile("one-line-4-mb.txt", .ended, text: { times(800_000, "word ") }),
        HostileFile(
            "people-in-one-line-4-mb.txt",
            .ended,
            text: { "Strategy meeting\n\nPresent: " + times(200_000, "Ann Bell (Head), ") }
        ),
        HostileFile(
            "people-4-mb.txt",
            .ended,
            text: {
                "Strategy meeting\n\nPresent:\n"
                    + (0..<80_000).map { "Ann\($0) Bell - Head Teacher - School - attended\n" }.joined()
            }
        ),
        HostileFile("labels-4-mb.txt", .ended, text: { "Strategy meeting\n" + times(1_000_000, "a: ") }),
        HostileFile("lines-49-mb.txt", .refused([.tooLarge]), text: { times(24_500_000, "a\n") }),
        HostileFile("empty-lines-49-mb.txt", .refused([.tooLarge]), text: { times(49_000_000, "\n") }),
        HostileFile(
            "flags-1-mb.txt",
            .ended,
            text: { "Strategy meeting\n\nPresent: " + times(130_000, "\u{1F1EC}\u{1F1E7}") }
        ),
        HostileFile(
            "marks-1-mb.txt",
            .ended,
            text: { "Strategy meeting\n\nPresent: Ann" + times(500_000, "\u{301}") }
        ),
        HostileFile("tags-49-mb.html", .ended, text: { "<html><body>" + times(12_000_000, "<b>") }),
        HostileFile(
            "attributes-10-mb.html",
            .refused([.tooLarge]),
            text: { "<html><body><p " + (0..<800_000).map { "a\($0)=b " }.joined() + ">x" }
        ),
        HostileFile(
            "selectors-10-mb.html",
            .ended,
            text: {
                "<html><style>" + (0..<400_000).map { ".a\($0) .b{color:red}" }.joined() + "</style>"
                    + times(50_000, "<p class='a1 b'>x")
            }
        ),
        HostileFile("groups-49-mb.rtf", .ended, text: { "{\\rtf1\\ansi " + times(16_000_000, "{a}") + "}" }),
        HostileFile(
            "pictures-49-mb.rtf",
            .ended,
            text: { "{\\rtf1\\ansi {\\pict " + times(49_000_000, "a") + "}Text\\par}" }
        ),
        HostileFile(
            "binary-lies.rtf",
            .ended,
            text: { "{\\rtf1\\ansi \\bin2147483647 Text\\bin-5 more\\par}" }
        ),
    ]
}
