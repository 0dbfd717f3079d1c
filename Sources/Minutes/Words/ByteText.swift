/// Questions about text that bytes can answer.
///
/// A `Character` is found by rules that take tens of nanoseconds, and most text is ASCII with some typographical marks, in
/// which each scalar is one. Whatever is not so plain is asked character by character, with the same answers.
extension StringProtocol {
    /// The same text as a `Substring`, without a copy.
    var slice: Substring {
        if let whole = self as? String { return whole[...] }
        if let part = self as? Substring { return part }
        return String(self)[...]
    }
}

extension Substring {
    /// Each scalar is one character, certainly: ASCII, Latin and the marks of typography, without what joins to others.
    var isPlain: Bool {
        let bytes = utf8Span.span
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                // A carriage return may join to the line feed behind it.
                guard byte != 0x0D else { return false }
                index += 1
            } else if byte < 0xCB {
                index += 2
            } else if byte == 0xE2 && Self.isPlain(second: bytes[index + 1], third: bytes[index + 2])
                || byte == 0xEE || byte == 0xEF && bytes[index + 1] <= 0xA3
            {
                // Marks of typography, and the private use area, where fonts have their bullets.
                index += 3
            } else {
                return false
            }
        }
        return true
    }

    /// U+2000 to U+27FF without joiners, combining marks, letters, and blanks that are equal to others.
    private static func isPlain(second: UInt8, third: UInt8) -> Bool {
        switch second {
        case 0x80: third > 0x81 && !(0x8B...0x8F).contains(third)
        case 0x82, 0x86...0x9F: true
        default: false
        }
    }

    /// A letter, a number or a mark such as a tick.
    var hasWordsOrMarks: Bool {
        let bytes = utf8Span.span
        var isASCII = true
        for index in bytes.indices {
            if bytes[index].isWordLetter, index == 0 || bytes[index - 1] < 0x80 { return true }
            isASCII = isASCII && bytes[index] < 0x80
        }
        return !isASCII && contains { $0.isLetter || $0.isNumber || $0.isMark }
    }

    /// What a template asks to be filled in, in its own words.
    var isPlaceholder: Bool {
        let bytes = utf8Span.span
        var index = 0
        while index < bytes.count, bytes[index] < 0x80, !bytes[index].isWordLetter { index += 1 }
        // "Click", "choose", "enter" and "insert" are the first words.
        if index < bytes.count, bytes[index] < 0x80,
            ![0x63, 0x65, 0x69].contains(bytes[index].loweredASCII)
        {
            return false
        }
        let key = Tokens(String(self)).key
        return key.hasPrefix("click or tap") || key.hasPrefix("click here to enter")
            || key.hasPrefix("choose an item")
            || key.hasPrefix("enter text") || key == "insert name" || key == "insert date"
    }

    /// Without the characters at both ends that are edges; `ascii` says the same of single bytes.
    func withoutEdges(_ isEdge: (Character) -> Bool, ascii: (UInt8) -> Bool) -> Substring {
        withoutFirst(isEdge, ascii: ascii).withoutLast(isEdge, ascii: ascii)
    }

    func withoutFirst(_ isEdge: (Character) -> Bool, ascii: (UInt8) -> Bool) -> Substring {
        let bytes = utf8Span.span
        var count = 0
        while count < bytes.count, bytes[count] < 0x80, ascii(bytes[count]) {
            // What follows may join to it.
            guard count + 1 == bytes.count || bytes[count + 1] < 0x80 else { break }
            count += 1
        }
        var rest = self[utf8.index(startIndex, offsetBy: count)...]
        guard count < bytes.count, bytes[count] >= 0x80 || ascii(bytes[count]) else { return rest }
        while let first = rest.first, isEdge(first) { rest.removeFirst() }
        return rest
    }

    func withoutLast(_ isEdge: (Character) -> Bool, ascii: (UInt8) -> Bool) -> Substring {
        let bytes = utf8Span.span
        var count = bytes.count
        while count > 0, bytes[count - 1] < 0x80, ascii(bytes[count - 1]) {
            guard count == 1 || bytes[count - 2] < 0x80 else { break }
            count -= 1
        }
        var rest = self[..<utf8.index(startIndex, offsetBy: count)]
        guard count > 0, bytes[count - 1] >= 0x80 || ascii(bytes[count - 1]) else { return rest }
        while let last = rest.last, isEdge(last) { rest.removeLast() }
        return rest
    }

    /// Where the bytes of `mark` stand first, as offsets.
    func firstOffset(of mark: Span<UInt8>, from start: Int = 0) -> Int? {
        let bytes = utf8Span.span
        guard mark.count > 0, bytes.count >= mark.count else { return nil }
        for offset in start..<Swift.max(start, bytes.count - mark.count + 1) where bytes[offset] == mark[0] {
            var count = 1
            while count < mark.count, bytes[offset + count] == mark[count] { count += 1 }
            if count == mark.count { return offset }
        }
        return nil
    }
}

extension UInt8 {
    var isCapital: Bool { self &- 0x41 < 26 }
    var isSmallLetter: Bool { self &- 0x61 < 26 }
    /// A mark between things: `,;:-|/`.
    var isSeparator: Bool {
        switch self {
        case 0x2C, 0x3B, 0x3A, 0x2D, 0x7C, 0x2F: true
        default: false
        }
    }
    /// White space of ASCII.
    var isWhiteSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
}
