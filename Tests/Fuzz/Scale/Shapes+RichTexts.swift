extension Shape {
    /// Rich Text.
    static let richTexts: [Shape] = [
        ("paragraphs", "", "a\\par ", ""), ("one line", "", "word ", ""), ("letters", "", "\\'e9", ""),
        ("scalars", "", "\\u233?", ""),
        ("groups", "", "{a}", ""), ("runs", "", "{\\b a}", ""), ("words", "", "\\unknown#", ""),
        ("ignored", "", "{\\*\\unknown a}", ""),
        ("rows", "", "\\trowd\\cellx1000\\cellx2000 a\\cell b\\cell\\row", "\\pard "),
        ("columns", "\\trowd", "\\cellx#", " a\\cell\\row\\pard "),
        ("cells", "\\trowd\\cellx1000 ", "a\\cell ", "\\row\\pard "),
        ("rows without ends", "", "\\trowd\\cellx1000 a\\cell ", ""),
        ("merged", "", "\\trowd\\clvmgf\\cellx9\\clvmrg\\cellx99 a\\cell\\cell\\row", ""),
        (
            "inner tables", "\\trowd\\cellx1000\\intbl\\itap2 ",
            "a\\nestcell{\\*\\nesttableprops\\trowd\\cellx900\\nestrow}", "\\cell\\row"
        ),
        ("fonts", "{\\fonttbl", "{\\f#\\fnil Arial;}", "}a"),
        ("used fonts", "{\\fonttbl{\\f1 Arial;}}", "\\f1 a", ""),
        ("styles", "{\\stylesheet", "{\\s# heading 1;}", "}a"),
        ("fields", "", "{\\field{\\*\\fldinst FORMCHECKBOX}{\\fldrslt a}}", ""),
        ("pictures", "", "{\\pict ab}", "a"), ("hidden", "", "{\\v a}b", ""),
        ("deleted", "", "{\\deleted a}b", ""),
        ("footnotes", "", "{\\footnote a}b", ""), ("headers", "", "{\\header a\\par}", "b"),
        ("tabs", "", "a\\tab ", ""),
        ("list", "", "{\\listtext 1.}a\\par ", ""), ("braces", "", "{", ""), ("lines", "", "a\\line ", ""),
        ("pards", "", "\\pard ", "a"),
        ("notes", "", "{\\*\\annotation a}b", ""), ("bins", "", "\\bin1 a", "a"),
        ("sections", "", "\\sect a", ""),
    ]
    .map { Shape($0.0, .rtf, "{\\rtf1\\ansi " + $0.1, $0.2, $0.3 + "}") }

    /// Mails.
    static let mails: [Shape] =
        [
            ("header fields", "", "X-A#: b\r\n", "\r\nbody"), ("one field", "X-A: ", "b ", "\r\n\r\nbody"),
            ("folded", "X-A: a", "\r\n b", "\r\n\r\nbody"),
            ("addresses", "Cc: ", "a#@b.example, ", "c@d\r\n\r\nbody"),
            ("encoded words", "X-A: ", "=?utf-8?Q?a?= ", "\r\n\r\nbody"),
            ("parameters", "Content-Type: text/plain", "; a#=b", "\r\n\r\nbody"),
            ("continued parameters", "Content-Type: text/plain", "; name*#=b", "\r\n\r\nbody"),
            ("comments", "X-A: ", "(", "\r\n\r\nbody"),
            ("body lines", "\r\n", "a\r\n", ""), ("one body line", "\r\n", "word ", ""),
            ("quoted lines", "\r\n", "> a\r\n", ""),
            ("quotes", "\r\n", ">", " a"),
            ("original messages", "\r\n", "-----Original Message-----\r\nFrom: Ann\r\n", ""),
            ("wrote", "\r\n", "On Monday Ann wrote:\r\n> a\r\n", ""),
            ("signatures", "\r\n", "-- \r\na\r\n", ""),
            ("flowed", "Content-Type: text/plain; format=flowed\r\n\r\n", "a \r\n", ""),
            ("from lines", "\r\n", "From: Ann\r\n", ""),
            ("soft breaks", "Content-Transfer-Encoding: quoted-printable\r\n\r\n", "a=\r\n", ""),
            ("base64", "Content-Transfer-Encoding: base64\r\n\r\n", "YWFh\r\n", ""),
            (
                "parts", "Content-Type: multipart/mixed; boundary=x\r\n\r\n",
                "--x\r\nContent-Type: text/plain\r\n\r\na\r\n", "--x--\r\n"
            ),
            (
                "attachments", "Content-Type: multipart/mixed; boundary=x\r\n\r\n",
                "--x\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a#.png\r\n\r\na\r\n",
                "--x--\r\n"
            ),
            (
                "inner mails", "Content-Type: message/rfc822\r\n\r\n",
                "From: a@b\r\nContent-Type: message/rfc822\r\n\r\n", "From: a@b\r\n\r\nbody"
            ),
            ("page", "Content-Type: text/html\r\n\r\n", "<p>a</p>", ""),
            ("quoted page", "Content-Type: text/html\r\n\r\n", "<blockquote type=cite>a</blockquote>", ""),
        ]
        .map {
            Shape(
                $0.0,
                .mail,
                "From: a@b.example\r\nMessage-ID: <a@b>\r\nMIME-Version: 1.0\r\n" + $0.1,
                $0.2,
                $0.3
            )
        }
        + [
            Shape("nested parts", .mail) { count in
                let head =
                    "From: a@b\r\nMessage-ID: <a@b>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x0\r\n\r\n"
                let levels = (0..<count).map {
                    "--x\($0)\r\nContent-Type: multipart/mixed; boundary=x\($0 + 1)\r\n\r\n"
                }
                return .file(Array((head + levels.joined()).utf8))
            }
        ]
}
