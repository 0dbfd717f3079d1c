/// What a file is, told from its bytes and never from its name.
enum FormatDetection {
    /// The formats that are read.
    enum Format: Equatable {
        case zip
        case pdf
        case mail
        case html
        case richText
        /// Data that may be the record of a meeting.
        case json
        /// An OpenDocument text in one file of XML.
        case flatOpenDocument
        /// A Word document in one file of XML.
        case flatWord
        case text
    }

    static func format(_ bytes: [UInt8]) throws(ReadingError) -> Format {
        guard !bytes.isEmpty else { throw .empty }
        let head = bytes.prefix(4096)
        if starts(head, "PK\u{03}\u{04}") || starts(head, "PK\u{05}\u{06}") { return .zip }
        if CompoundFile.isOne(head) { throw OldOfficeFile.refusal(bytes) }
        for (signature, what) in binarySignatures where head.starts(with: signature) {
            throw .unsupported(what)
        }

        let text = start(of: head)
        if starts(text, "{\\rtf") { return .richText }
        if starts(text, "%PDF-") { return .pdf }
        if looksLikeJSON(text) { return .json }
        if text.first == UInt8(ascii: "<") {
            // The root of a flat OpenDocument file declares all its namespaces before it says what it is.
            let more = start(of: bytes.prefix(16_384))
            if let format = try MarkupDetection.format(more) { return format }
        }
        if MailSignature.matches(head) { return .mail }
        // Some programs put a few bytes of their own before it, and readers are used to that.
        return head.prefix(1024).firstRange(of: "%PDF-".utf8) != nil ? .pdf : .text
    }

    /// An object, or a list of objects.
    private static func looksLikeJSON(_ text: ArraySlice<UInt8>) -> Bool {
        let letters = text.filter { $0 > 0x20 }.prefix(2)
        return letters.elementsEqual("{\"".utf8) || letters.elementsEqual("{}".utf8)
            || letters.elementsEqual("[{".utf8)
    }

    /// The first letters without a byte order mark and blanks, those of UTF-16 as far as they are ASCII.
    private static func start(of head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            return head.dropFirst(2).filter { $0 != 0 }[...].drop { $0 <= 0x20 }
        }
        return (head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head).drop { $0 <= 0x20 }
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
