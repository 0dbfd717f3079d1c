/// What the standard library says of characters, sooner for those of one byte: it asks Unicode's tables even for ASCII.
///
/// The names are the library's own, so that nobody has to think of it.
extension Character {
    /// The character's one byte, if it is ASCII.
    @inline(__always)
    private var byte: UInt8? {
        let bytes = utf8
        return bytes.count == 1 ? bytes[bytes.startIndex] : nil
    }

    private var properties: Unicode.Scalar.Properties { unicodeScalars[unicodeScalars.startIndex].properties }

    var isWhitespace: Bool { byte.map(\.isWhiteSpace) ?? properties.isWhitespace }

    var isLetter: Bool { byte.map { $0.isCapital || $0.isSmallLetter } ?? properties.isAlphabetic }

    var isNumber: Bool { byte.map { $0 &- 0x30 < 10 } ?? (properties.numericType != nil) }
}

extension StringProtocol {
    func contains(_ character: Character) -> Bool {
        let wanted = character.utf8
        guard wanted.count == 1 else { return contains { $0 == character } }
        switch slice.standsAlone(wanted[wanted.startIndex]) {
        case .some(let answer): return answer
        case .none: return contains { $0 == character }
        }
    }

    /// The pieces between any of those marks, which are ASCII, without empty ones.
    func pieces(between marks: String) -> [Substring] {
        let text = slice
        guard text.isPlain else { return text.split { marks.contains($0) } }
        return text.utf8.split { marks.utf8.contains($0) }.map(Substring.init)
    }
}

extension Substring {
    /// Whether the byte stands here as a character of its own, `nil` where its neighbours leave that open.
    fileprivate func standsAlone(_ byte: UInt8) -> Bool? {
        let bytes = utf8Span.span
        var isOpen = false
        var isASCII = true
        for index in bytes.indices {
            isASCII = isASCII && bytes[index] < 0x80
            guard bytes[index] == byte else { continue }
            let isFirst = index == 0 || bytes[index - 1] < 0x80
            let isLast = index + 1 == bytes.count || bytes[index + 1] < 0x80
            if isFirst, isLast, byte != 0x0A, byte != 0x0D { return true }
            isOpen = true
        }
        if isOpen { return nil }
        // Unicode has other scalars that are equal to these three.
        let hasDoubles = byte == UInt8(ascii: "K") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "`")
        return hasDoubles && !isASCII ? nil : false
    }
}
