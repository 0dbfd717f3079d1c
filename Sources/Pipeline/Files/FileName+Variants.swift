/// Names made from a name: numbered where one is taken, and those of the notes beside a file.
extension FileName {
    /// `minutes (2).docx` for 2; for 1 the name as it is.
    func numbered(_ number: Int) -> FileName {
        guard number > 1 else { return self }
        let (stem, ending) = parts
        let addition = Array(" (\(number))".utf8) + ending
        return joined(Self.cut(stem, to: Self.maximumLength - addition.count), addition)
    }

    /// The name with `suffix` after it.
    ///
    /// A long name is cut to make room, and a checksum of the whole name keeps apart those that begin alike.
    func appending(_ suffix: StaticString) -> FileName {
        let suffix = suffix.withUTF8Buffer(Array.init)
        guard bytes.count + suffix.count > Self.maximumLength else { return joined(bytes, suffix) }
        let addition = Array("~\(checksum)".utf8) + suffix
        return joined(Self.cut(bytes, to: Self.maximumLength - addition.count), addition)
    }

    func hasSuffix(_ suffix: StaticString) -> Bool {
        bytes.count >= suffix.utf8CodeUnitCount
            && bytes.suffix(suffix.utf8CodeUnitCount).elementsEqual(suffix.withUTF8Buffer(Array.init))
    }

    /// The name up to its last dot, and the rest; an ending of more than 16 bytes is not taken for one.
    private var parts: (stem: [UInt8], ending: [UInt8]) {
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0, bytes.count - dot <= 16 else {
            return (bytes, [])
        }
        return (Array(bytes[..<dot]), Array(bytes[dot...]))
    }

    private func joined(_ start: [UInt8], _ end: [UInt8]) -> FileName {
        // Both parts come from a valid name and the end is never empty, so that this cannot fail.
        FileName(bytes: start + end) ?? self
    }

    /// The first bytes of `bytes`, without half a character at the end.
    private static func cut(_ bytes: [UInt8], to length: Int) -> [UInt8] {
        guard bytes.count > length else { return bytes }
        var end = max(length, 1)
        while end > 1, end > length - 3, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(bytes[..<end])
    }

    /// FNV-1a with 32 bits, in eight hexadecimal digits.
    private var checksum: String {
        let hash = bytes.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
