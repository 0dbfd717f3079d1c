/// The other side's words on their way into the ledger: cut to a length, without control characters.
enum PeerText {
    /// Largest number of UTF-8 bytes kept (design section 9).
    static let limit = 2000

    static func clean(_ text: String) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            let kept: Unicode.Scalar = isControl && scalar != "\n" ? " " : scalar
            count += kept.utf8.count
            if count > limit { break }
            result.unicodeScalars.append(kept)
        }
        return result
    }

    static func clean(_ bytes: [UInt8]) -> String {
        clean(String(decoding: bytes, as: UTF8.self))
    }
}
