import Foundation

/// A small PDF made by hand, so that a test says what is on each page.
struct PDFTestFile {
    /// The content stream of each page.
    var pages: [String] = []
    /// Entries of each page's dictionary, such as `/Rotate 90`.
    var pageEntries = ""
    /// Entries of the catalog.
    var catalog = ""
    /// Further objects by their number, from 50 on; what is longer than its dictionary is written as it stands.
    var objects: [Int: [UInt8]] = [:]
    /// Entries of the resources, besides the fonts F1 (Helvetica), F2 (bold), F3 (ZapfDingbats) and F4 (Wingdings).
    var resources = ""
    var size = "595 842"

    init(_ pages: String...) { self.pages = pages }

    mutating func add(_ number: Int, _ object: String) { objects[number] = Array(object.utf8) }

    mutating func add(_ number: Int, stream: [UInt8], entries: String = "") {
        objects[number] =
            Array("<< /Length \(stream.count) \(entries) >>\nstream\n".utf8) + stream
            + Array("\nendstream".utf8)
    }

    var bytes: [UInt8] {
        var all = objects
        let kids = pages.indices.map { "\(100 + 2 * $0) 0 R" }.joined(separator: " ")
        func set(_ number: Int, _ text: String) { if all[number] == nil { all[number] = Array(text.utf8) } }
        set(1, "<< /Type /Catalog /Pages 2 0 R \(catalog) >>")
        set(2, "<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>")
        for (number, name) in [(3, "Helvetica"), (4, "Helvetica-Bold"), (5, "ZapfDingbats")] {
            let encoding = number == 5 ? "" : "/Encoding /WinAnsiEncoding"
            set(number, "<< /Type /Font /Subtype /Type1 /BaseFont /\(name) \(encoding) >>")
        }
        set(
            6,
            "<< /Type /Font /Subtype /TrueType /BaseFont /Wingdings /FirstChar 111 /LastChar 254 "
                + "/Widths [\(String(repeating: "890 ", count: 144))] /Encoding /WinAnsiEncoding >>"
        )
        for (index, content) in pages.enumerated() {
            set(
                100 + 2 * index,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(size)] /Contents \(101 + 2 * index) 0 R "
                    + "/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R /F4 6 0 R >> \(resources) >> "
                    + "\(pageEntries) >>"
            )
            set(101 + 2 * index, "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
        }
        return Self.file(all)
    }

    private static func file(_ objects: [Int: [UInt8]]) -> [UInt8] {
        var file = Array("%PDF-1.7\n".utf8)
        var places: [Int: Int] = [:]
        for number in objects.keys.sorted() {
            places[number] = file.count
            file += Array("\(number) 0 obj\n".utf8) + (objects[number] ?? []) + Array("\nendobj\n".utf8)
        }
        let start = file.count
        let last = objects.keys.max() ?? 0
        var table = "xref\n0 \(last + 1)\n0000000000 65535 f \n"
        for number in 1...last {
            let place = String(places[number] ?? 0)
            let padded = String(repeating: "0", count: 10 - place.count) + place
            table += places[number] == nil ? "0000000000 65535 f \n" : "\(padded) 00000 n \n"
        }
        table += "trailer\n<< /Size \(last + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return file + Array(table.utf8)
    }
}

// MARK: Pieces of content

/// Words at a place, which counts from the bottom left corner as PDF does.
func words(_ x: Double, _ y: Double, _ text: String, font: String = "F1", size: Double = 11) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)")
    return "BT /\(font) \(size) Tf \(x) \(y) Td (\(escaped)) Tj ET\n"
}

func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> String {
    "\(x0) \(y0) m \(x1) \(y1) l S\n"
}

/// The ruling lines of a table.
func grid(_ xs: [Double], _ ys: [Double]) -> String {
    var content = ""
    for y in ys { content += line(xs[0], y, xs[xs.count - 1], y) }
    for x in xs { content += line(x, ys[0], x, ys[ys.count - 1]) }
    return content
}
