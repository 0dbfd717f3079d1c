/// One XML part as a tree over its own bytes.
struct XMLTree {
    let bytes: [UInt8]
    let root: XMLNode
    /// The XML declaration with what follows it.
    private let prolog: [UInt8]

    /// More than any minutes have, and few enough to be kept in memory.
    private static let nodeLimit = 2_000_000

    init(_ part: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        var walk = try XMLWalk(part, limits: limits)
        var open: [XMLNode] = []
        var root: XMLNode?
        var count = 0
        func add(_ node: XMLNode) throws(ReadingError) {
            count += 1
            guard count <= XMLTree.nodeLimit else { throw .notCleanable("it is too large") }
            if let last = open.last { last.children.append(node) } else if root == nil { root = node }
        }
        reading: while true {
            switch try walk.next() {
            case .start(let tag):
                let scanner = walk.scanner
                let node = XMLNode(
                    tag: tag,
                    start: scanner.name.lowerBound - 1..<scanner.position,
                    attributes: XMLTree.attributes(in: walk),
                    isUnderstood: tag != .choice || XMLCursor.isUnderstood(walk)
                )
                try add(node)
                open.append(node)
            case .text(let range, _):
                guard !open.isEmpty else { continue }
                try add(XMLNode(tag: nil, start: XMLTree.rawText(range, in: walk.scanner.bytes)))
            case .end:
                let node = open.removeLast()
                let end = walk.scanner.position
                if end > node.start.upperBound {
                    let start = walk.scanner.bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
                    node.end = start..<end
                }
            case .finished: break reading
            }
        }
        guard let root else { throw .damaged }
        bytes = walk.scanner.bytes
        self.root = root
        prolog = XMLTree.prolog(of: part, read: walk.scanner.bytes)
    }

    /// A text with the marks of CDATA, if it stands in them.
    private static func rawText(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        bytes[range.lowerBound - 1] == UInt8(ascii: "[")
            ? range.lowerBound - 9..<range.upperBound + 3 : range
    }

    private static func attributes(in walk: XMLWalk) -> [XMLAttribute] {
        let scanner = walk.scanner
        guard scanner.attributeCount > 0 else { return [] }
        var attributes: [XMLAttribute] = []
        scanner.forEachAttribute { name, value in
            guard !scanner.isNamespaceDeclaration(name) else { return }
            let (prefix, local) = scanner.parts(of: name)
            let namespace = prefix.isEmpty ? nil : walk.namespaces.uri(of: prefix)
            var start = name.lowerBound
            while scanner.bytes[start - 1].isXMLBlank { start -= 1 }
            let localName = String(decoding: local, as: UTF8.self)
            attributes.append(
                XMLAttribute(
                    name: localName,
                    value: scanner.attributeValue(value),
                    isRelationship: namespace.map(XMLCursor.isRelationships) ?? false,
                    isRevisionID: localName.hasPrefix("rsid")
                        && namespace.map { Tag.prefix(of: $0) } == "w:",
                    whole: start..<value.upperBound + 1
                )
            )
        }
        return attributes
    }

    private static func prolog(of part: [UInt8], read: [UInt8]) -> [UInt8] {
        if read.count != part.count || read.first != part.first {
            // It was UTF-16, and is written in UTF-8.
            return Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)
        }
        let mark = read.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard read[mark...].starts(with: "<?xml".utf8),
            var end = read.firstIndex(of: UInt8(ascii: ">"))
        else { return Array(read[..<mark]) }
        end += 1
        while end < read.count, read[end].isXMLBlank { end += 1 }
        return Array(read[..<end])
    }

    /// The part as it is now.
    func written() -> [UInt8] {
        var result = prolog
        result.reserveCapacity(bytes.count)
        write(root, to: &result)
        return result
    }

    private func write(_ node: XMLNode, to result: inout [UInt8]) {
        var from = node.start.lowerBound
        for edit in node.edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result += bytes[from..<edit.range.lowerBound] + edit.text
            from = edit.range.upperBound
        }
        if node.end.isEmpty, !node.children.isEmpty {
            // It was written as one tag and holds something now.
            result += bytes[from..<node.start.upperBound - 2]
            result.append(UInt8(ascii: ">"))
            for child in node.children { write(child, to: &result) }
            result += Array("</".utf8) + bytes[name(of: node)] + [UInt8(ascii: ">")]
        } else {
            result += bytes[from..<node.start.upperBound]
            for child in node.children { write(child, to: &result) }
            result += bytes[node.end]
        }
    }

    private func name(of node: XMLNode) -> Range<Int> {
        let start = node.start.lowerBound + 1
        let end = bytes[start...].firstIndex {
            $0.isXMLBlank || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">")
        }
        return start..<(end ?? start)
    }

    /// The raw text of a text node, or of all texts in an element.
    func text(of node: XMLNode) -> String {
        guard node.tag != nil else {
            let raw = bytes[node.start]
            if raw.starts(with: "<![CDATA[".utf8) {
                return String(decoding: raw.dropFirst(9).dropLast(3), as: UTF8.self)
            }
            guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
            var scanner = try? XMLScanner(Array("<x>".utf8) + raw + Array("</x>".utf8))
            guard case .start = try? scanner?.next(),
                case .text(let range, let isPlain) = try? scanner?.next()
            else { return "" }
            return (try? scanner?.text(range, isPlain: isPlain)) ?? ""
        }
        return node.children.map(text).joined()
    }
}
