extension Shape {
    private static func page(_ name: String, _ head: String, _ piece: String, _ tail: String = "") -> Shape {
        Shape(name, .pdf) { .file(Packed.pdf(content: head + repeated(piece, $0) + tail)) }
    }

    /// PDFs.
    static let prints: [Shape] = [
        page("one line", "BT /F1 9 Tf 0 700 Td ", "(a ) Tj ", "ET"),
        page("lines", "BT /F1 9 Tf 9 700 Td ", "(Ann Bell, School) Tj 0 -1 Td ", "ET"),
        page("columns", "BT /F1 1 Tf 9 700 Td ", "(Ann Bell) Tj 9 0 Td ", "ET"),
        page("letters in one place", "BT /F1 9 Tf 9 700 Td ", "(a) Tj -4.5 0 Td ", "ET"),
        page("scattered", "BT /F1 9 Tf ", "1 0 0 1 # # Tm (Ann) Tj ", "ET"),
        page("rules across", "", "0 # 500 0.5 re f ", "BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        page("rules down", "", "# 0 0.5 500 re f ", "BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        page("strokes", "", "0 # m 500 # l S ", "BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        page(
            "rules both ways",
            "",
            "0 #.# 500 0.5 re f #.# 0 0.5 500 re f ",
            "BT /F1 9 Tf 9 700 Td (a) Tj ET"
        ),
        page("boxes", "", "# # 50 20 re S ", "BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        page("boxes with text", "", "# # 50 20 re S BT /F1 9 Tf # # Td (a) Tj ET ", ""),
        page("figures", "", "# # m 9 9 l 20 # l f ", "BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        page("one figure", "0 0 m ", "# # l ", "f BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        page("curves", "0 0 m ", "1 1 2 2 # # c ", "S BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        page("states", "", "q ", "BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        page("clips", "", "0 0 #00 #00 re W n ", "BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        page("covered", "", "BT /F1 9 Tf 9 700 Td (a) Tj ET 1 g 0 690 50 20 re f 0 g ", ""),
        page("marks", "", "/Artifact BMC BT /F1 9 Tf 9 700 Td (a) Tj ET EMC ", ""),
        page("open marks", "", "/Artifact BMC ", "BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        page("one string", "BT /F1 9 Tf 9 700 Td (", "a", ") Tj ET"),
        page("many strings", "BT /F1 9 Tf 9 700 Td [", "(a) -9000 ", "] TJ ET"),
        page("turned", "BT /F1 9 Tf ", "0 1 -1 0 # 9 Tm (Ann Bell) Tj ", "ET"),
        page("operators", "", "0 g ", "BT /F1 9 Tf 9 700 Td (a) Tj ET"),
        Shape("pages", .pdf) {
            .file(Packed.pdf(content: "BT /F1 9 Tf 9 700 Td (Ann Bell, School) Tj ET", pages: $0))
        },
        Shape("objects", .pdf) { count in
            .file(
                Packed.pdf(
                    content: "BT /F1 9 Tf 9 700 Td (a) Tj ET",
                    extra: (0..<count).map { _ in "<< /A 1 >>" }
                )
            )
        },
        Shape("annotations", .pdf) { count in
            .file(Packed.pdf(content: "BT /F1 9 Tf 9 700 Td (a) Tj ET", annotations: count))
        },
    ]
}
