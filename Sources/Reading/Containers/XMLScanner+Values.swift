extension XMLScanner {
    /// Bytes that are their own text.
    func plainText(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Text with references resolved and line ends as line feeds.
    func text(_ range: Range<Int>, isPlain: Bool) throws(ReadingError) -> String {
        isPlain ? plainText(range) : try resolved(range)
    }

    /// The value of an attribute, whose white space counts as blanks.
    func attributeValue(_ range: Range<Int>) -> String {
        guard bytes[range].contains(where: { $0 == UInt8(ascii: "&") || $0 < 0x20 }) else {
            return plainText(range)
        }
        // The references were checked when the tag was read.
        return (try? resolved(range, blank: " ")) ?? ""
    }

    private func resolved(_ range: Range<Int>, blank: Unicode.Scalar? = nil) throws(ReadingError) -> String {
        var result = ""
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "&"):
                result += plainText(start..<index)
                let (scalar, end) = try reference(at: index)
                result.unicodeScalars.append(scalar)
                index = end
                start = end
            case 0x0D,
                0x0A where blank != nil, 0x09 where blank != nil:
                result += plainText(start..<index)
                result.unicodeScalars.append(blank ?? "\n")
                let isPair = bytes[index] == 0x0D && index + 1 < range.upperBound && bytes[index + 1] == 0x0A
                index += isPair ? 2 : 1
                start = index
            default: index += 1
            }
        }
        return result + plainText(start..<range.upperBound)
    }

    /// Where the value stands of the first of the start tag's attributes with that local name.
    func valueRange(ofLocalName wanted: StaticString) -> Range<Int>? {
        var index = attributes.lowerBound
        while let (name, value) = attribute(from: index) {
            let count = wanted.utf8CodeUnitCount
            let local = name.upperBound - count
            if local == name.lowerBound || local > name.lowerBound && bytes[local - 1] == UInt8(ascii: ":"),
                wanted.withUTF8Buffer({ bytes[local..<name.upperBound].elementsEqual($0) }),
                !isNamespaceDeclaration(name)
            {
                return value
            }
            index = value.upperBound + 1
        }
        return nil
    }

    /// Refuses a start tag that has an attribute twice.
    func checkAttributes() throws(ReadingError) {
        guard attributeCount > 1 else { return }
        var names: [Range<Int>] = []
        var index = attributes.lowerBound
        while let (name, value) = attribute(from: index) {
            for other in names where other.count == name.count {
                guard !bytes[other].elementsEqual(bytes[name]) else { throw .damaged }
            }
            names.append(name)
            // More than any schema has; and comparing all with all takes its time.
            guard names.count <= 200 else { throw .damaged }
            index = value.upperBound + 1
        }
    }

    func forEachNamespace(_ body: (_ prefix: [UInt8], _ uri: String) -> Void) throws(ReadingError) {
        var index = attributes.lowerBound
        while let (name, value) = attribute(from: index) {
            if isNamespaceDeclaration(name) { body(Array(bytes[name].dropFirst(6)), attributeValue(value)) }
            index = value.upperBound + 1
        }
    }

    /// The next attribute of the start tag, which was found well-formed before.
    func attribute(from start: Int) -> (name: Range<Int>, value: Range<Int>)? {
        var index = start
        let end = attributes.upperBound
        while index < end, bytes[index].isXMLBlank { index += 1 }
        let name = index
        while index < end, bytes[index] != UInt8(ascii: "="), !bytes[index].isXMLBlank { index += 1 }
        let nameEnd = index
        while index < end, bytes[index].isXMLBlank || bytes[index] == UInt8(ascii: "=") { index += 1 }
        guard index < end else { return nil }
        let quote = bytes[index]
        let value = index + 1
        index = value
        while index < end, bytes[index] != quote { index += 1 }
        return (name..<nameEnd, value..<index)
    }
}
