/// Cuts a Rich Text file into groups, control words and text (RTF 1.9.1, "Basic entities").
struct RichTextScanner {
    private let bytes: [UInt8]
    private var position = 0

    enum Token {
        case groupStart
        case groupEnd
        /// A control word with its number, if it has one.
        case word(RichTextControl, Int?)
        /// A control word that says nothing to a reader.
        case otherWord
        /// A control symbol, such as `\~`.
        case symbol(UInt8)
        /// A byte written as two digits, `\'e9`.
        case byte(UInt8)
        /// Bytes as they stand, without line ends.
        case text(Range<Int>)
        case finished
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

    mutating func next() throws(ReadingError) -> Token {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "{"):
                position += 1
                return .groupStart
            case UInt8(ascii: "}"):
                position += 1
                return .groupEnd
            case UInt8(ascii: "\\"):
                position += 1
                return try control()
            case 0x0A, 0x0D, 0x00: position += 1
            default: return text()
            }
        }
        return .finished
    }

    private mutating func text() -> Token {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), 0x0A, 0x0D, 0x00:
                return .text(start..<position)
            default: position += 1
            }
        }
        return .text(start..<position)
    }

    /// What follows a backslash.
    private mutating func control() throws(ReadingError) -> Token {
        guard position < bytes.count else { throw .damaged }
        let first = bytes[position]
        guard RichTextScanner.isLetter(first) else {
            position += 1
            guard first == UInt8(ascii: "'") else { return .symbol(first) }
            guard let high = digit(at: position), let low = digit(at: position + 1) else {
                return .otherWord
            }
            position += 2
            return .byte(high << 4 | low)
        }
        let start = position
        while position < bytes.count, RichTextScanner.isLetter(bytes[position]) { position += 1 }
        // Longer names than any there is are not worth a string.
        let name = bytes[start..<min(position, start + 32)]
        let number = self.number()
        if position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
        guard let control = RichTextControl.named(name) else { return .otherWord }
        if control == .binary { try skip(number ?? 0) }
        return .word(control, number)
    }

    private mutating func number() -> Int? {
        var index = position
        let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let start = index
        var value = 0
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
            value = min(value * 10 + Int(bytes[index] - UInt8(ascii: "0")), 1_000_000_000)
            index += 1
        }
        guard index > start else { return nil }
        position = index
        return isNegative ? -value : value
    }

    /// Leaves out what stands in the file as it is, such as the bytes of a picture.
    private mutating func skip(_ count: Int) throws(ReadingError) {
        guard count >= 0, count <= bytes.count - position else { throw .damaged }
        position += count
    }

    private func digit(at index: Int) -> UInt8? {
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return bytes[index] - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): return bytes[index] - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): return bytes[index] - UInt8(ascii: "A") + 10
        default: return nil
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
