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
        let text = slice
        return text.isPlain
            ? text.utf8.contains(wanted[wanted.startIndex]) : text.contains { $0 == character }
    }

    /// The pieces between any of those marks, which are ASCII, without empty ones.
    func pieces(between marks: String) -> [Substring] {
        let text = slice
        guard text.isPlain else { return text.split { marks.contains($0) } }
        return text.utf8.split { marks.utf8.contains($0) }.map(Substring.init)
    }
}
