import Reading

extension HostileFile {
    private static func deep(_ count: Int, _ open: String, _ middle: String, _ close: String) -> String {
        String(repeating: open, count: count) + middle + String(repeating: close, count: count)
    }

    private static let endless = 100_000

    /// Things in things in things.
    static let nestings: [HostileFile] = [
        HostileFile("deep-tables.docx", .refused([.tooLarge])) {
            Packed.word(
                body: deep(endless, "<w:tbl><w:tr><w:tc>", Packed.paragraph("x"), "</w:tc></w:tr></w:tbl>")
            )
        },
        HostileFile("deep-controls.docx", .refused([.tooLarge])) {
            Packed.word(
                body: deep(endless, "<w:sdt><w:sdtContent>", Packed.paragraph("x"), "</w:sdtContent></w:sdt>")
            )
        },
        HostileFile("deep-boxes.docx", .refused([.tooLarge])) {
            Packed.word(
                body: deep(
                    endless,
                    "<w:p><w:r><w:pict><w:txbxContent>",
                    "",
                    "</w:txbxContent></w:pict></w:r></w:p>"
                )
            )
        },
        HostileFile("deep-alternatives.docx", .refused([.tooLarge])) {
            Packed.word(
                body: deep(
                    endless,
                    "<mc:AlternateContent><mc:Choice Requires=\"wps\">",
                    Packed.paragraph("x"),
                    "</mc:Choice></mc:AlternateContent>"
                )
            )
        },
        HostileFile("deep-unknown.docx", .refused([.tooLarge])) {
            Packed.word(body: deep(endless, "<w:x>", "", "</w:x>"))
        },
        HostileFile("deep-tables.odt", .refused([.tooLarge])) {
            Packed.open(
                body: deep(
                    endless,
                    "<table:table><table:table-row><table:table-cell>",
                    "",
                    "</table:table-cell></table:table-row></table:table>"
                )
            )
        },
        HostileFile("deep-lists.odt", .refused([.tooLarge])) {
            Packed.open(
                body: deep(
                    endless,
                    "<text:list><text:list-item>",
                    "<text:p>x</text:p>",
                    "</text:list-item></text:list>"
                )
            )
        },
        HostileFile("deep-spans.odt", .refused([.tooLarge])) {
            Packed.open(body: "<text:p>" + deep(endless, "<text:span>", "x", "</text:span>") + "</text:p>")
        },
        HostileFile("deep-frames.odt", .refused([.tooLarge])) {
            Packed.open(
                body: deep(
                    endless,
                    "<text:p><draw:frame><draw:text-box>",
                    "x",
                    "</draw:text-box></draw:frame></text:p>"
                )
            )
        },
        HostileFile(
            "deep-groups.rtf",
            .ended,
            text: { "{\\rtf1\\ansi " + deep(endless, "{", "Text", "}") + "\\par}" }
        ),
        HostileFile(
            "deep-open-groups.rtf",
            .ended,
            text: { "{\\rtf1\\ansi Text " + String(repeating: "{", count: 5_000_000) }
        ),
        HostileFile(
            "deep-tables.rtf",
            .ended,
            text: {
                "{\\rtf1\\ansi "
                    + (1...endless).map { "\\trowd\\cellx1000\\intbl\\itap\($0) a\\nestcell" }.joined()
                    + "\\row}"
            }
        ),
        HostileFile(
            "deep-divs.html",
            .refused([.tooLarge]),
            text: { "<html><body>" + deep(endless, "<div>", "x", "</div>") }
        ),
        HostileFile(
            "deep-tables.html",
            .refused([.tooLarge]),
            text: { "<html><body>" + deep(endless, "<table><tr><td>", "x", "") }
        ),
        HostileFile(
            "deep-bold.html",
            .refused([.tooLarge]),
            text: { "<html><body><p>" + deep(endless, "<b>", "x", "") }
        ),
        HostileFile(
            "deep-fonts.html",
            .ended,
            text: { "<html><body>" + String(repeating: "<p><b><i><u><font><a>", count: 20_000) }
        ),
        HostileFile(
            "deep-quotes.md",
            .ended,
            text: {
                "# Title\n\n- a\n\n" + String(repeating: ">", count: endless) + " x\n"
                    + String(repeating: "> ", count: endless) + "x\n"
            }
        ),
        HostileFile(
            "deep-lists.md",
            .ended,
            text: { "# Title\n\n" + (0..<3000).map { String(repeating: "  ", count: $0) + "- a\n" }.joined() }
        ),
        HostileFile(
            "deep-brackets.md",
            .ended,
            text: {
                "# Title\n\n- a\n\n" + String(repeating: "[", count: endless)
                    + String(repeating: "![](", count: endless)
            }
        ),
        HostileFile(
            "deep-brackets.txt",
            .ended,
            text: { "Strategy meeting\n\nPresent:\n\nAnn Bell " + String(repeating: "(", count: endless) }
        ),
        HostileFile(
            "deep-closed-brackets.txt",
            .ended,
            text: { "Strategy meeting\n\nPresent:\n\nAnn Bell " + deep(endless, "(", "Head", ")") }
        ),
        HostileFile("deep-values.json", .ended, text: { deep(endless, "[", "", "]") }),
        HostileFile(
            "deep-objects.json",
            .ended,
            text: { "{\"meeting\":" + deep(endless, "{\"a\":", "1", "}") + "}" }
        ),
    ]
}
