/// Cuts the bytes of one XML part into tags and text, and refuses what is not well-formed (XML 1.0, fifth edition).
///
/// Written for the parts of office files, which are UTF-8 and have no DOCTYPE: a part with one is refused, and so no entity
/// can mean anything but the five of XML itself. Every access is checked against the bytes' end.
struct XMLScanner {
    let bytes: [UInt8]
    private(set) var position = 0
    /// Where the names of the open elements stand.
    private var open: [Range<Int>] = []
    private var hasRoot = false
    /// The name of the start tag that was read last, and what stands between it and the tag's end.
    private(set) var name = 0..<0
    private(set) var attributes = 0..<0
    private(set) var attributeCount = 0
    /// One of the attributes declares a namespace.
    private(set) var declaresNamespace = false
    /// Comments and instructions to programs that were passed over.
    private(set) var asides: [Range<Int>] = []

    enum Token {
        case start(isEmpty: Bool)
        case end
        /// `isPlain`: the bytes are the text, without references and line ends to be resolved.
        case text(Range<Int>, isPlain: Bool)
        case finished
    }

    init(_ part: [UInt8]) throws(ReadingError) {
        bytes = try XMLScanner.utf8(part)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        try declaration(wasUTF16: bytes.count != part.count || bytes.first != part.first)
    }

    /// The part in UTF-8: the other encoding that parts may have is UTF-16.
    private static func utf8(_ part: [UInt8]) throws(ReadingError) -> [UInt8] {
        let isLittle = part.starts(with: [0xFF, 0xFE]) || part.starts(with: [0x3C, 0x00])
        guard isLittle || part.starts(with: [0xFE, 0xFF]) || part.starts(with: [0x00, 0x3C]) else {
            guard (try? UTF8Span(validating: part.span)) != nil else { throw .damaged }
            return part
        }
        let units = stride(from: 0, to: part.count - 1, by: 2).map {
            isLittle
                ? UInt16(part[$0]) | UInt16(part[$0 + 1]) << 8 : UInt16(part[$0]) << 8 | UInt16(part[$0 + 1])
        }
        guard part.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
            throw .damaged
        }
        return Array(text.utf8)
    }

    /// How many elements are open.
    var depth: Int { open.count }

    mutating func next() throws(ReadingError) -> Token {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else { return try text() }
            switch byte(position + 1) {
            case UInt8(ascii: "/"): return try endTag()
            case UInt8(ascii: "?"):
                let start = position + 2
                try skip(behind: "?>", from: start)
                asides.append(start..<position - 2)
            case UInt8(ascii: "!"):
                if starts("<!--") {
                    try comment()
                } else if starts("<![CDATA["), !open.isEmpty {
                    let start = position + 9
                    try skip(behind: "]]>", from: start)
                    return .text(start..<position - 3, isPlain: isPlain(start..<position - 3))
                } else {
                    throw .damaged
                }
            default: return try startTag()
            }
        }
        guard open.isEmpty, hasRoot else { throw .damaged }
        return .finished
    }

    // MARK: Tags

    private mutating func startTag() throws(ReadingError) -> Token {
        guard !open.isEmpty || !hasRoot else { throw .damaged }
        hasRoot = true
        name = try nameRange(from: position + 1)
        declaresNamespace = false
        attributeCount = 0
        var index = name.upperBound
        while true {
            let blank = index
            index = skipBlanks(from: index)
            switch byte(index) {
            case UInt8(ascii: ">"):
                attributes = name.upperBound..<index
                open.append(name)
                position = index + 1
                return .start(isEmpty: false)
            case UInt8(ascii: "/"):
                guard byte(index + 1) == UInt8(ascii: ">") else { throw .damaged }
                attributes = name.upperBound..<index
                position = index + 2
                return .start(isEmpty: true)
            default:
                guard index > blank else { throw .damaged }
                index = try attribute(from: index)
                attributeCount += 1
            }
        }
    }

    /// Passes one attribute; where it ends.
    private mutating func attribute(from start: Int) throws(ReadingError) -> Int {
        let name = try nameRange(from: start)
        if bytes[start] == UInt8(ascii: "x"), isNamespaceDeclaration(name) { declaresNamespace = true }
        var index = skipBlanks(from: name.upperBound)
        guard byte(index) == UInt8(ascii: "=") else { throw .damaged }
        index = skipBlanks(from: index + 1)
        let quote = byte(index)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .damaged }
        index += 1
        while index < bytes.count, bytes[index] != quote {
            let byte = bytes[index]
            guard byte != UInt8(ascii: "<"), byte >= 0x20 || byte.isXMLBlank else { throw .damaged }
            index = byte == UInt8(ascii: "&") ? try reference(at: index).end : index + 1
        }
        guard index < bytes.count else { throw .damaged }
        return index + 1
    }

    private mutating func endTag() throws(ReadingError) -> Token {
        guard let opened = open.popLast() else { throw .damaged }
        var index = position + 2
        guard bytes.count - index > opened.count else { throw .damaged }
        for letter in opened {
            guard bytes[index] == bytes[letter] else { throw .damaged }
            index += 1
        }
        index = skipBlanks(from: index)
        guard byte(index) == UInt8(ascii: ">") else { throw .damaged }
        position = index + 1
        return .end
    }

    func isNamespaceDeclaration(_ name: Range<Int>) -> Bool {
        let bytes = bytes[name]
        return bytes.starts(with: "xmlns".utf8)
            && (bytes.count == 5 || bytes[name.lowerBound + 5] == UInt8(ascii: ":"))
    }

    private func nameRange(from start: Int) throws(ReadingError) -> Range<Int> {
        guard byte(start).isNameStart else { throw .damaged }
        var end = start + 1
        while end < bytes.count, bytes[end].isNameByte { end += 1 }
        return start..<end
    }

    // MARK: Text

    private mutating func text() throws(ReadingError) -> Token {
        let start = position
        var index = start
        var isPlain = true
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "&"):
                isPlain = false
                index = try reference(at: index).end
                continue
            case 0x0D: isPlain = false
            case UInt8(ascii: ">"):
                // "]]>" may not stand in text.
                if index - start >= 2, bytes[index - 1] == UInt8(ascii: "]"),
                    bytes[index - 2] == UInt8(ascii: "]")
                {
                    throw .damaged
                }
            default: guard byte >= 0x20 || byte.isXMLBlank else { throw .damaged }
            }
            if open.isEmpty, !byte.isXMLBlank { throw .damaged }
            index += 1
        }
        position = index
        return .text(start..<index, isPlain: isPlain)
    }

    private func isPlain(_ range: Range<Int>) -> Bool { !bytes[range].contains { $0 == 0x0D } }

    /// The character that a reference such as `&amp;` stands for.
    func reference(at start: Int) throws(ReadingError) -> (scalar: Unicode.Scalar, end: Int) {
        // The longest is "&#x10FFFF;", with some leading zeros.
        let limit = min(bytes.count, start + 32)
        guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { throw .damaged }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        switch name {
        case "amp": return ("&", end + 1)
        case "lt": return ("<", end + 1)
        case "gt": return (">", end + 1)
        case "quot": return ("\"", end + 1)
        case "apos": return ("'", end + 1)
        default:
            let isHexadecimal = name.hasPrefix("#x")
            let digits = name.dropFirst(isHexadecimal ? 2 : 1)
            guard name.hasPrefix("#"), digits.first?.isHexDigit == true,
                let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
                let scalar = Unicode.Scalar(value), scalar.isXML
            else { throw .damaged }
            return (scalar, end + 1)
        }
    }

    // MARK: What is passed over

    /// The declaration may only name the encoding that we read.
    private mutating func declaration(wasUTF16: Bool) throws(ReadingError) {
        guard starts("<?xml"), byte(position + 5).isXMLBlank else { return }
        let start = position
        try skip(behind: "?>", from: start)
        let text = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
        guard let place = text.firstRange(of: "encoding") else { return }
        let value = text[place.upperBound...].drop { " =\"'\t\r\n".contains($0) }.prefix {
            !"\"'".contains($0)
        }
        let known =
            wasUTF16 ? ["utf-16", "utf16", "utf-16le", "utf-16be"] : ["utf-8", "utf8", "us-ascii", "ascii"]
        guard known.contains(String(value)) else { throw .damaged }
    }

    private mutating func comment() throws(ReadingError) {
        let start = position + 4
        try skip(behind: "--", from: start)
        guard byte(position) == UInt8(ascii: ">") else { throw .damaged }
        asides.append(start..<position - 2)
        position += 1
    }

    private mutating func skip(behind mark: StaticString, from start: Int) throws(ReadingError) {
        let count = mark.utf8CodeUnitCount
        var index = start
        while index + count <= bytes.count {
            guard bytes[index] >= 0x20 || bytes[index].isXMLBlank else { throw .damaged }
            if stands(mark, at: index) {
                position = index + count
                return
            }
            index += 1
        }
        throw .damaged
    }

    private func starts(_ mark: StaticString) -> Bool { stands(mark, at: position) }

    private func stands(_ mark: StaticString, at index: Int) -> Bool {
        guard index + mark.utf8CodeUnitCount <= bytes.count else { return false }
        return mark.withUTF8Buffer { bytes[index..<index + $0.count].elementsEqual($0) }
    }

    private func skipBlanks(from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index].isXMLBlank { index += 1 }
        return index
    }

    /// The byte, 0 behind the end; a part holds no 0.
    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
}

extension UInt8 {
    /// White space of XML.
    var isXMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

    fileprivate var isNameStart: Bool {
        (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") || self == UInt8(ascii: ":") || self >= 0x80
    }

    fileprivate var isNameByte: Bool {
        isNameStart || self &- 0x30 < 10 || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }
}

extension Unicode.Scalar {
    /// A character that XML 1.0 allows.
    fileprivate var isXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
