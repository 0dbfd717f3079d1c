import Minutes

/// Reads a page that was saved as a file: exports of case systems, "Save as web page" of word processors.
enum HTMLFile {
    static func document(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
        // LibreOffice puts controls into pages, where fields were; no page has a NUL.
        let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let hasControls = !isMarked && bytes.contains { $0 < 0x09 && $0 > 0 }
        let text = try HTMLEncoding.text(hasControls ? bytes.filter { $0 >= 0x09 || $0 == 0 } : bytes)
        return try document(text, limits: limits)
    }

    static func document(_ html: String, limits: ReadingLimits) throws(ReadingError) -> Document {
        let page = try HTMLReader.read(html, limits: limits)
        guard !page.blocks.isEmpty || !page.headers.isEmpty else { throw .empty }
        return Document(
            format: .html,
            blocks: page.blocks,
            headers: page.headers,
            footers: page.footers,
            quoted: page.quoted,
            traces: page.traces
        )
    }
}

/// Turns the bytes of a page into text as browsers do (WHATWG Encoding, HTML 13.2.3).
enum HTMLEncoding {
    static func text(_ bytes: [UInt8]) throws(ReadingError) -> String {
        let isMarked = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains { bytes.starts(with: $0) }
        guard !isMarked, let charset = declared(in: bytes.prefix(4096)) else {
            return try TextDecoding.text(bytes)
        }
        switch charset.lowercased() {
        case "utf-8", "utf8", "unicode-1-1-utf-8": return try TextDecoding.text(bytes)
        // A page whose declaration could be read byte by byte is not in UTF-16.
        case "utf-16", "utf-16le", "utf-16be", "unicode": return try TextDecoding.text(bytes)
        default:
            guard let page = CodePage(charset: charset) else {
                guard bytes.allSatisfy({ $0 < 0x80 && $0 != 0x1B }) else {
                    throw .unsupported("a web page in a rare character set")
                }
                return try TextDecoding.text(bytes)
            }
            return try TextDecoding.text(bytes, page: page)
        }
    }

    /// What a meta element or an XML declaration says.
    private static func declared(in head: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: head, as: UTF8.self).lowercased()
        for name in ["charset", "encoding"] {
            var rest = text[...]
            while let found = rest.firstRange(of: name) {
                rest = rest[found.upperBound...]
                let value = rest.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
                guard value.first == "=" else { continue }
                let label = value.dropFirst().drop { $0 == " " || $0 == "\"" || $0 == "'" }
                    .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
                if !label.isEmpty { return String(label) }
            }
        }
        return nil
    }
}
