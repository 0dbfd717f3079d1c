extension XMLCursor {
    /// What a walk through a whole part meets, in order.
    enum Step {
        case start(Tag)
        case end(Tag)
        /// Letters inside that element.
        case text(in: Tag)
        /// Text of white space alone.
        case space(in: Tag)
        /// A comment of the XML itself or an instruction to some program, which no reader of the document sees; they come
        /// at the end.
        case aside
    }

    /// Walks through the whole part, whatever it is: also through what nobody understands and through every alternative.
    ///
    /// For a cursor that has not moved yet. What the current step says is in `words` and `attribute`.
    func walkThrough(_ visit: (Step) throws(ReadingError) -> Void) throws(ReadingError) {
        var open: [Tag] = []
        while true {
            switch try walk.next() {
            case .start(let tag):
                open.append(tag)
                try visit(.start(tag))
            case .end: try visit(.end(open.popLast() ?? .other))
            case .text(let range, let isPlain):
                piece = (range, isPlain)
                let isSpace = walk.scanner.bytes[range].allSatisfy(\.isXMLBlank)
                try visit(isSpace ? .space(in: open.last ?? .other) : .text(in: open.last ?? .other))
            case .finished:
                for aside in walk.scanner.asides {
                    piece = (aside, true)
                    try visit(.aside)
                }
                return
            }
        }
    }

    /// The words of the text or aside at which a walk stands.
    var words: String {
        // The references were checked when the text was read.
        (try? walk.scanner.text(piece.range, isPlain: piece.isPlain)) ?? ""
    }

    /// Their length in bytes.
    var wordCount: Int { piece.isPlain ? piece.range.count : words.utf8.count }

    /// Name without prefix and namespace of the current element.
    var elementName: (local: String, namespace: String) {
        let (prefix, local) = walk.scanner.parts(of: walk.scanner.name)
        return (String(decoding: local, as: UTF8.self), walk.namespaces.uri(of: prefix) ?? "")
    }

    /// Calls `body` with the value of each attribute of the current element.
    func forEachAttribute(_ body: (String) -> Void) {
        walk.scanner.forEachAttribute { name, value in
            if !walk.scanner.isNamespaceDeclaration(name) { body(walk.scanner.attributeValue(value)) }
        }
    }

    /// Ids of relationships that the current element's attributes name (transitional and strict).
    var relationshipIDs: [String] {
        guard walk.scanner.attributeCount > 0 else { return [] }
        var ids: [String] = []
        walk.scanner.forEachAttribute { name, value in
            let prefix = walk.scanner.parts(of: name).prefix
            // Nearly all attributes are of the main namespace.
            guard !prefix.isEmpty, !prefix.elementsEqual("w".utf8),
                walk.namespaces.uri(of: prefix).map(XMLCursor.isRelationships) == true
            else { return }
            ids.append(walk.scanner.attributeValue(value))
        }
        return ids
    }

    static func isRelationships(_ namespace: String) -> Bool {
        namespace == "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            || namespace == "http://purl.oclc.org/ooxml/officeDocument/relationships"
    }
}

extension XMLScanner {
    /// Whether the bytes there hold that word.
    func contains(_ word: StaticString, in range: Range<Int>) -> Bool {
        word.withUTF8Buffer { word in
            bytes.withUnsafeBufferPointer { bytes in
                var index = range.lowerBound
                while index + word.count <= range.upperBound {
                    if bytes[index] == word[0], bytes[index + 1] == word[1],
                        bytes[index..<index + word.count].elementsEqual(word)
                    {
                        return true
                    }
                    index += 1
                }
                return false
            }
        }
    }

    func forEachAttribute(_ body: (_ name: Range<Int>, _ value: Range<Int>) -> Void) {
        var index = attributes.lowerBound
        while let (name, value) = attribute(from: index) {
            body(name, value)
            index = value.upperBound + 1
        }
    }

    /// A name before and behind its colon.
    func parts(of name: Range<Int>) -> (prefix: ArraySlice<UInt8>, local: ArraySlice<UInt8>) {
        let name = bytes[name]
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return ([], name) }
        return (name[..<colon], name[(colon + 1)...])
    }
}
