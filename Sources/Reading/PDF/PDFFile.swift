import CPDF
import Minutes

/// A PDF that is open in Poppler.
///
/// The bytes must stay where they are for as long as it lives.
struct PDFFile: ~Copyable {
    private let document: OpaquePointer
    let facts: cpdf_facts

    /// Lets the library load what it would want files for.
    static func prepare() { cpdf_prepare() }

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        var opened: OpaquePointer?
        try PDFFile.check(cpdf_open(bytes.baseAddress, bytes.count, &opened))
        guard let opened else { throw .damaged }
        document = opened
        facts = cpdf_facts(opened)
    }

    deinit { cpdf_close(document) }

    /// What lies in the page is good until the next page is read.
    func page(_ index: Int) throws(ReadingError) -> cpdf_page {
        var page = cpdf_page()
        try PDFFile.check(cpdf_read_page(document, Int32(index), &page))
        return page
    }

    func font(_ index: UInt16) -> PDFFont {
        let name = cpdf_font_name(document, index).map { String(cString: $0) } ?? ""
        return PDFFont(name: name, isBold: cpdf_font_is_bold(document, index))
    }

    private static func check(_ status: cpdf_status) throws(ReadingError) {
        switch status {
        case CPDF_OK: break
        case CPDF_ENCRYPTED: throw .encrypted
        case CPDF_TOO_LARGE: throw .tooLarge("The document takes more work to read than any real minutes.")
        default: throw .damaged
        }
    }
}

/// What matters of a font.
struct PDFFont {
    let isBold: Bool
    /// The font whose letters are pictures, if it is one.
    let symbols: SymbolFont?

    init(name: String, isBold: Bool) {
        self.isBold = isBold
        var plain = name.lowercased()
        // The letters before the plus sign say that only a part of the font is in the file.
        if let plus = plain.firstIndex(of: "+") { plain = String(plain[plain.index(after: plus)...]) }
        plain.removeAll { " -_".contains($0) }
        symbols =
            if plain.hasPrefix("wingdings2") {
                .wingdings2
            } else if plain.hasPrefix("wingdings"), !plain.hasPrefix("wingdings3") {
                .wingdings
            } else if plain.hasPrefix("webdings") {
                .webdings
            } else if plain.hasPrefix("opensymbol") {
                // LibreOffice puts its own font in place of Wingdings, and keeps the numbers.
                .wingdings
            } else {
                nil
            }
    }
}
