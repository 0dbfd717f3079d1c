/// Turns the bytes of a text file into text with `\n` line ends.
///
/// A byte order mark decides; without one it is UTF-8 if it can be, and else Windows-1252, in which each byte of a
/// text means something.
enum TextDecoding {
    static func text(_ bytes: some RandomAccessCollection<UInt8>) throws(ReadingError) -> String {
        let bytes = ContiguousArray(bytes)
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittleEndian: false) }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard !looksBinary(body) else { throw .notMinutes }
        return unified(String(validating: body, as: UTF8.self) ?? CodePage.western.text(body))
    }

    /// The same for bytes that say what they are; the glibc of a confined process can load no further tables.
    static func text(_ bytes: [UInt8], charset: String?) throws(ReadingError) -> String {
        switch charset?.lowercased() {
        case "utf-16", "utf-16le":
            return utf16(
                bytes.starts(with: [0xFF, 0xFE]) ? bytes.dropFirst(2) : bytes[...],
                isLittleEndian: true
            )
        case "utf-16be": return utf16(bytes[...], isLittleEndian: false)
        case nil, "utf-8", "utf8", "us-ascii", "ascii": return try text(bytes)
        default:
            if let page = charset.flatMap(CodePage.init(charset:)) { return try text(bytes, page: page) }
            guard bytes.allSatisfy({ $0 < 0x80 && $0 != 0x1B }) else {
                throw .unsupported("an e-mail in a rare character set")
            }
            return try text(bytes)
        }
    }

    static func text(_ bytes: [UInt8], page: CodePage) throws(ReadingError) -> String {
        guard !looksBinary(bytes) else { throw .notMinutes }
        return unified(page.text(bytes))
    }

    /// Line ends of all systems as `\n`, and page breaks too.
    static func unified(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0D || $0 == 0x0C || $0 == 0x0B }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isAfterReturn = false
        for byte in text.utf8 {
            switch byte {
            case 0x0D, 0x0C, 0x0B: bytes.append(0x0A)
            case 0x0A where isAfterReturn: break
            default: bytes.append(byte)
            }
            isAfterReturn = byte == 0x0D
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Text has hardly any control characters, and never a NUL.
    private static func looksBinary(_ bytes: some Collection<UInt8>) -> Bool {
        var controls = 0
        for byte in bytes where byte < 0x20 && !(0x09...0x0D).contains(byte) {
            // 1A is the end of file of DOS, 1B starts the escapes of printers.
            if byte == 0 { return true }
            if byte != 0x1A { controls += 1 }
        }
        return controls > 2 + bytes.count / 500
    }

    private static func utf16(_ bytes: some Collection<UInt8>, isLittleEndian: Bool) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var first: UInt8?
        for byte in bytes {
            guard let previous = first else {
                first = byte
                continue
            }
            units.append(
                isLittleEndian ? UInt16(byte) << 8 | UInt16(previous) : UInt16(previous) << 8 | UInt16(byte)
            )
            first = nil
        }
        return unified(String(decoding: units, as: UTF16.self).replacing("\0", with: ""))
    }
}
