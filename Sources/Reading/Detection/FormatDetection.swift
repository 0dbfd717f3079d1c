/// What a file is, told from its bytes and never from its name.
enum FormatDetection {
    /// The formats that are read.
    enum Format: Equatable {
        case zip
        case mail
        case text
    }

    static func format(_ bytes: [UInt8]) throws(ReadingError) -> Format {
        guard !bytes.isEmpty else { throw .empty }
        let head = bytes.prefix(4096)
        if starts(head, "PK\u{03}\u{04}") || starts(head, "PK\u{05}\u{06}") { return .zip }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw compoundFile(bytes) }
        for (signature, what) in binarySignatures where head.starts(with: signature) {
            throw .unsupported(what)
        }

        let isUTF8Marked = head.starts(with: [0xEF, 0xBB, 0xBF])
        let text = (isUTF8Marked ? head.dropFirst(3) : head).drop { $0 <= 0x20 }
        if starts(text, "{\\rtf") { throw .unsupported("a Rich Text file (.rtf)") }
        if starts(text, "%PDF-") { throw .unsupported("a PDF file") }
        if looksLikeMarkup(text) { throw markup(text) }
        return MailSignature.matches(head) ? .mail : .text
    }

    /// Containers of older Office: a Word document, or a newer one that is encrypted.
    private static func compoundFile(_ bytes: [UInt8]) -> ReadingError {
        // The names in its directory are UTF-16.
        func contains(_ name: String) -> Bool {
            let needle = name.utf16.flatMap {
                [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
            }
            return bytes.firstRange(of: needle) != nil
        }
        if contains("EncryptedPackage") || contains("EncryptionInfo") { return .encrypted }
        if contains("WordDocument") { return .unsupported("a document of an old version of Word (.doc)") }
        if contains("Workbook") { return .unsupported("an Excel workbook") }
        if contains("PowerPoint Document") { return .unsupported("a PowerPoint presentation") }
        if contains("__properties_version1.0") { return .unsupported("a message saved from Outlook (.msg)") }
        return .unsupported("a file of an old Office program")
    }

    private static func markup(_ text: ArraySlice<UInt8>) -> ReadingError {
        let words = String(decoding: text, as: UTF8.self).lowercased()
        if words.contains("<html") || words.contains("<!doctype html") || words.contains("<body") {
            return .unsupported("a web page (.html)")
        }
        return words.contains("word/2003/wordml") || words.contains("office/2006/xmlpackage")
            ? .unsupported("a Word document saved as XML") : .unsupported("an XML file")
    }

    private static func looksLikeMarkup(_ text: ArraySlice<UInt8>) -> Bool {
        let start = String(decoding: text.prefix(15), as: UTF8.self).lowercased()
        return ["<?xml", "<!doctype", "<html", "<head", "<body", "<meta", "<table", "<div", "<p>"]
            .contains { start.hasPrefix($0) }
    }

    private static func starts(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        bytes.starts(with: text.utf8)
    }

    private static let binarySignatures: [([UInt8], String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ([0x47, 0x49, 0x46, 0x38], "a picture (GIF)"),
        ([0x49, 0x49, 0x2A, 0x00], "a picture (TIFF)"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a picture (TIFF)"),
        ([0x42, 0x4D], "a picture (BMP)"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0x4D, 0x5A], "a program"),
        ([0x1F, 0x8B], "a compressed file"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a compressed file"),
        ([0x52, 0x61, 0x72, 0x21], "a compressed file"),
    ]
}
