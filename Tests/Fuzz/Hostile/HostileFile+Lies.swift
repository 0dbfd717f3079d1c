import Reading

extension HostileFile {
    private static let print = Packed.pdf(content: "BT /F1 12 Tf 9 700 Td (Text of a print) Tj ET")
    private static let page = Array("<html><body><p>Text of a page</p></body></html>".utf8)

    /// Files that are something else than they say.
    static let lies: [HostileFile] = [
        HostileFile("a-pdf.docx", .read(["Text of a print"])) { print },
        HostileFile("a-word-file.pdf", .read(["Text"])) { Packed.word(body: Packed.paragraph("Text")) },
        HostileFile("a-page.doc", .read(["Text of a page"])) { page },
        HostileFile("a-page-with-a-zip-head.docx", .refused([.damaged])) { [0x50, 0x4B, 3, 4] + page },
        HostileFile("a-zip-head-only.docx", .refused([.damaged])) { [0x50, 0x4B, 3, 4] },
        HostileFile("an-empty-zip.docx", .refused([.damaged, .empty])) {
            [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
        },
        HostileFile("a-picture.docx", .refused([.unsupported])) {
            [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + [UInt8](repeating: 0, count: 999)
        },
        HostileFile("a-program.docx", .refused([.unsupported])) {
            [0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 0, count: 999)
        },
        HostileFile("a-pdf-behind-a-zip.pdf", .ended) { Packed.word(body: Packed.paragraph("Text")) + print },
        HostileFile("a-zip-behind-a-pdf.pdf", .ended) { print + Packed.word(body: Packed.paragraph("Text")) },
        HostileFile("a-pdf-head-only.pdf", .refused([.damaged])) { Array("%PDF-1.7\n".utf8) },
        HostileFile("an-old-word-head.doc", .refused([.unsupported, .encrypted, .damaged])) {
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0xFF, count: 9000)
        },
        HostileFile("nothing.docx", .refused([.empty])) { [] },
        HostileFile("zeros.txt", .refused([.unsupported])) { [UInt8](repeating: 0, count: 10_000_000) },
        HostileFile("a-mark-only.txt", .refused([.empty])) { [0xEF, 0xBB, 0xBF] },
        HostileFile("half-a-letter.txt", .ended) { [0xFF, 0xFE, 0x41] },
        HostileFile("half-letters.txt", .ended) {
            [0xFF, 0xFE] + Array(repeatElement([0x00, 0xD8] as [UInt8], count: 100_000).joined())
        },
        HostileFile("rtf-head-only.rtf", .refused([.damaged, .empty])) { Array("{\\rtf".utf8) },
        HostileFile("over-50-mb.txt", .refused([.tooLarge])) { [UInt8](repeating: 0x61, count: 50_000_001) },
    ]
}
