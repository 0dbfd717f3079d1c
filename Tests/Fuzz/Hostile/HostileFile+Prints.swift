import Reading

extension HostileFile {
    private static let page =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
    private static let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"

    private static func stream(_ content: String, _ more: String = "") -> String {
        "<< /Length \(content.utf8.count) \(more) >>\nstream\n\(content)\nendstream"
    }

    private static func file(
        pages: String = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        page: String = page,
        content: String = "BT /F1 12 Tf 9 700 Td (Text) Tj ET",
        font: String = font,
        more: [String] = ["<< >>"]
    ) -> [UInt8] {
        Packed.pdf(objects: ["<< /Type /Catalog /Pages 2 0 R >>", pages, page, stream(content), font] + more)
    }

    private static let form =
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>"

    /// Objects in circles, and streams that make much of little.
    static let prints: [HostileFile] = [
        HostileFile("pages-in-a-circle.pdf", .ended) {
            file(pages: "<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R 3 0 R] /Parent 2 0 R >>")
        },
        HostileFile("pages-2147483647.pdf", .ended) {
            file(pages: "<< /Type /Pages /Count 2147483647 /Kids [3 0 R] >>")
        },
        HostileFile("pages-doubling.pdf", .ended) {
            let levels = (0..<40).map {
                "<< /Type /Pages /Count 1000 /Parent 2 0 R /Kids [\($0 + 7) 0 R \($0 + 7) 0 R] >>"
            }
            return file(pages: "<< /Type /Pages /Count 1000 /Kids [6 0 R 6 0 R] >>", more: levels + [page])
        },
        HostileFile("pages-1000-heavy.pdf", .ended) {
            let kids = String(repeating: "3 0 R ", count: 1000)
            return file(
                pages: "<< /Type /Pages /Count 1000 /Kids [\(kids)] >>",
                content: "BT /F1 1 Tf 9 700 Td "
                    + String(repeating: "(Ann Bell, School) Tj 0 -1 Td ", count: 20_000) + "ET"
            )
        },
        HostileFile("form-in-itself.pdf", .ended) {
            file(content: "/X Do BT /F1 12 Tf (Text) Tj ET", more: [stream("/X Do", form)])
        },
        HostileFile("forms-doubling.pdf", .ended) {
            let levels = (0..<30).map { level in
                stream(
                    "/X Do /X Do",
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X \(level + 7) 0 R >> >>"
                )
            }
            return file(
                content: "/X Do",
                more: levels + [stream("0 0 9 9 re f", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")]
            )
        },
        HostileFile("length-in-a-circle.pdf", .ended) {
            Packed.pdf(objects: [
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page,
                "<< /Length 4 0 R >>\nstream\nBT (x) Tj ET\nendstream", font,
            ])
        },
        HostileFile("reference-to-itself.pdf", .ended) { Packed.pdf(objects: ["1 0 R", "2 0 R", "3 0 R"]) },
        HostileFile("deep-arrays.pdf", .ended) {
            file(more: [String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)])
        },
        HostileFile("deep-arrays-in-page.pdf", .ended) {
            file(
                content: String(repeating: "[", count: 100_000) + " BT /F1 12 Tf (Text) Tj ET "
                    + String(repeating: "<<", count: 100_000)
            )
        },
        HostileFile("states-1000000.pdf", .ended) {
            file(content: String(repeating: "q ", count: 1_000_000) + "BT /F1 12 Tf 9 700 Td (Text) Tj ET")
        },
        HostileFile("rules-2000000.pdf", .ended) {
            file(content: (0..<400_000).map { "\($0 % 595) \($0 % 842) 9 9 re S " }.joined())
        },
        HostileFile("letters-5000000.pdf", .ended) {
            file(content: "BT /F1 1 Tf 9 700 Td (" + String(repeating: "a", count: 5_000_000) + ") Tj ET")
        },
        HostileFile("huge-page.pdf", .ended) { file(page: page.replacing("595 842", with: "1e30 1e30")) },
        HostileFile("page-without-size.pdf", .ended) {
            file(page: page.replacing("[0 0 595 842]", with: "[9 9 9 9]"))
        },
        HostileFile("stream-bomb.pdf", .ended) {
            var packed = Deflated()
            packed.add("BT /F1 12 Tf 9 700 Td (Text) Tj ET ")
            packed.add(0x20, runs: 1_500_000)
            packed.end()
            let wrapped: [UInt8] = [0x78, 0x9C] + packed.bytes + [0, 0, 0, 0]
            return Packed.pdf(stream: wrapped, page: page, font: font, filters: "/FlateDecode")
        },
        HostileFile("filters-1000.pdf", .ended) {
            Packed.pdf(
                stream: Array("78 9C >".utf8),
                page: page,
                font: font,
                filters: String(repeating: "/ASCIIHexDecode ", count: 1000)
            )
        },
        HostileFile("previous-table-in-a-circle.pdf", .ended) {
            let text = String(decoding: file(), as: UTF8.self)
            let start = text.split(separator: "startxref\n").last.map { $0.prefix { $0 != "\n" } } ?? "0"
            return Array(text.replacing("/Root 1 0 R", with: "/Root 1 0 R /Prev \(start)").utf8)
        },
        HostileFile("font-map-bomb.pdf", .ended) {
            let map = stream(
                "begincmap 1 beginbfrange <0000> <FFFF> <0000> endbfrange "
                    + String(repeating: "1 beginbfrange <0000> <FFFF> <0041> endbfrange ", count: 2000)
                    + "endcmap"
            )
            return file(
                font:
                    "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A >>] >>",
                more: [map]
            )
        },
        HostileFile("annotations-100000.pdf", .ended) {
            Packed.pdf(content: "BT /F1 9 Tf (Text) Tj ET", annotations: 100_000)
        },
        HostileFile("objects-500000.pdf", .ended) {
            file(more: Array(repeating: "<< /A 1 >>", count: 500_000))
        },
    ]
}
