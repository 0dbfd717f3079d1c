extension Shape {
    private static func word(_ name: String, _ head: String, _ piece: String, _ tail: String = "") -> Shape {
        Shape(name, .docx) { .file(Packed.word(body: head + repeated(piece, $0) + tail)) }
    }

    private static func word(_ name: String, _ piece: String) -> Shape { word(name, "", piece) }

    /// Word files.
    static let words: [Shape] = [
        word("paragraphs", Packed.paragraph("a")), word("empty paragraphs", "<w:p/>"),
        word("runs", "<w:p>", "<w:r><w:t>a </w:t></w:r>", "</w:p>"),
        word("one text", "<w:p><w:r><w:t>", "word ", "</w:t></w:r></w:p>"),
        word("entities", "<w:p><w:r><w:t>", "&amp;", "</w:t></w:r></w:p>"),
        word("tabs", "<w:p><w:r>", "<w:tab/>", "<w:t>a</w:t></w:r></w:p>"),
        word("breaks", "<w:p><w:r>", "<w:br/>", "<w:t>a</w:t></w:r></w:p>"),
        word("data", "<w:p><w:r><w:t>", "<![CDATA[a]]>", "</w:t></w:r></w:p>"),
        word("rows", "<w:tbl>", "<w:tr>\(Packed.cell("a"))\(Packed.cell("b"))</w:tr>", "</w:tbl>"),
        word("columns", "<w:tbl><w:tr>", Packed.cell("a"), "</w:tr></w:tbl>"),
        word("tables", "<w:tbl><w:tr>\(Packed.cell("a"))</w:tr></w:tbl>"),
        word(
            "inner tables",
            "<w:tbl><w:tr><w:tc>",
            "<w:tbl><w:tr>\(Packed.cell("a"))</w:tr></w:tbl><w:p/>",
            "</w:tc></w:tr></w:tbl>"
        ),
        word(
            "merged down",
            "<w:tbl><w:tr>\(Packed.cell("a", "<w:vMerge w:val=\"restart\"/>"))</w:tr>",
            "<w:tr>\(Packed.cell("", "<w:vMerge/>"))</w:tr>",
            "</w:tbl>"
        ),
        word(
            "merged across",
            "<w:tbl>",
            "<w:tr>\(Packed.cell("a", "<w:gridSpan w:val=\"1000\"/>"))\(Packed.cell("b"))</w:tr>",
            "</w:tbl>"
        ),
        word("insertions", "<w:p>", "<w:ins><w:r><w:t>a</w:t></w:r></w:ins>", "</w:p>"),
        word("deletions", "<w:p>", "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>", "</w:p>"),
        word(
            "deleted paragraphs",
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
        ),
        word("controls", "<w:sdt><w:sdtContent>\(Packed.paragraph("a"))</w:sdtContent></w:sdt>"),
        word(
            "text boxes",
            "<w:p><w:r><w:pict><w:txbxContent>\(Packed.paragraph("a"))</w:txbxContent></w:pict></w:r></w:p>"
        ),
        word(
            "fields",
            "<w:p>",
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>a</w:t></w:r>",
            "</w:p>"
        ),
        word("sections", "<w:p><w:pPr><w:sectPr><w:headerReference r:id=\"r1\"/></w:sectPr></w:pPr></w:p>"),
        word(
            "alternatives",
            "<w:p><w:r>",
            "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>a</w:t></mc:Choice><mc:Fallback/></mc:AlternateContent>",
            "</w:r></w:p>"
        ),
        word("namespaces", "<w:p>", "<w:r xmlns:a#=\"b\"><w:t>a</w:t></w:r>", "</w:p>"),
        word("comments", "<!-- a -->"),
        word("unknown", "<w:x#/>"),
        word("symbols", "<w:p><w:r>", "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>", "</w:r></w:p>"),
        word("footnotes", "<w:p>", "<w:r><w:footnoteReference w:id=\"#\"/></w:r>", "</w:p>"),
        Shape("styles", .docx) {
            .file(
                Packed.word(
                    body: repeated(
                        "<w:p><w:pPr><w:pStyle w:val=\"s#\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
                        $0
                    ),
                    styles: repeated("<w:style w:styleId=\"s#\"><w:name w:val=\"heading 1\"/></w:style>", $0)
                )
            )
        },
        Shape("a chain of styles", .docx) { count in
            let styles = (0..<count).map {
                "<w:style w:styleId=\"s\($0)\"><w:basedOn w:val=\"s\($0 + 1)\"/></w:style>"
            }
            return .file(
                Packed.word(
                    body: repeated(
                        "<w:p><w:pPr><w:pStyle w:val=\"s#\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
                        count
                    ),
                    styles: styles.joined()
                )
            )
        },
        Shape("entries", .zip) { count in
            let parts = (0..<count).map { ZipPart(name: "a/\($0).xml", data: []) }
            return .file(ZipPart.pack(parts))
        },
    ]
}
