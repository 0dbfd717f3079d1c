/// A quick look at a part that should hold formats alone, so that hundreds of kilobytes of styles cost little.
///
/// It never says clean of anything that a scan would find something in: text between elements, comments and instructions
/// of the XML, changes, and whatever else is not plainly elements in UTF-8, all make it say no.
enum FormatsGlance {
    static func isClean(_ part: [UInt8]) -> Bool {
        part.withUnsafeBytes { bytes in
            let bytes =
                bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeRawBufferPointer(rebasing: bytes[3...]) : bytes
            return isClean(bytes)
        }
    }

    private static func isClean(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var opening = 0
        var closing = 0
        var index = 0
        /// Nothing but blanks since the last `>`.
        var isBetween = true
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") {
                guard isBetween, isOrdinary(bytes, index + 1) else { return false }
                opening += 1
                isBetween = false
            } else if byte == UInt8(ascii: ">") {
                closing += 1
                isBetween = true
            } else if isBetween, byte > 0x20 || byte == 0 {
                return false
            }
            index += 1
        }
        // A `>` that ends no tag stands in a value or in text: then the text around it was not told apart.
        return opening == closing
    }

    /// What begins there is not one of the elements that a scan looks for.
    private static func isOrdinary(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Bool {
        guard start < bytes.count else { return false }
        if bytes[start] == UInt8(ascii: "/") { return true }
        if bytes[start] == UInt8(ascii: "?") { return start == 1 && isDeclaration(bytes) }
        var name = NameHash()
        var index = start
        while index < bytes.count, isName(bytes[index]) {
            if bytes[index] == UInt8(ascii: ":") { name = NameHash() } else { name.add(bytes[index]) }
            index += 1
        }
        guard index > start else { return false }
        let isChange = bytes[index - 1] == UInt8(ascii: "e") && bytes[index - 2] == UInt8(ascii: "g")
        return !isChange && !suspects.contains(name)
    }

    /// The part says that it is UTF-8, or nothing.
    private static func isDeclaration(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let end = bytes.firstIndex(of: UInt8(ascii: ">")) ?? 0
        let text = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        return text.hasPrefix("<?xml ") && (!text.contains("encoding") || text.contains("utf-8"))
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "!")
    }

    /// A name by its FNV-1a hash: two names with one hash only cost a closer look.
    private struct NameHash: Hashable {
        private var value: UInt32 = 0x811C_9DC5

        init() {}

        init(_ name: String) { for byte in name.utf8 { add(byte) } }

        mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
    }

    private static let suspects = Set(
        [
            "ins", "del", "moveFrom", "moveTo", "conflictIns", "conflictDel", "cellIns", "cellDel",
            "cellMerge",
            "t", "delText", "instrText", "delInstrText", "fldSimple", "fldChar", "AlternateContent", "docPr",
            "txbxContent", "pict", "drawing", "object", "imagedata", "docPart", "permStart",
            "commentReference",
            "commentRangeStart", "webVideoPr",
        ].map { NameHash($0) }
    )
}
