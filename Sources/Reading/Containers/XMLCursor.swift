import CXML

/// Walks through one XML part from start to end, one element at a time, without entities or the network.
///
/// A part with a DOCTYPE is refused: no part of an office file has one, and all tricks with entities need one.
final class XMLCursor {
    private let reader: xmlTextReaderPtr
    private let bytes: OwnedBytes
    private let limits: ReadingLimits
    private var tags = TagCache()
    private var depth = 0
    /// The current element was written `<x/>`; libxml2 reports no end for it.
    private var isEmptyElement = false

    init(_ bytes: OwnedBytes, limits: ReadingLimits) throws(ReadingError) {
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        guard bytes.count > 0, let size = Int32(exactly: bytes.count),
            let reader = xmlReaderForMemory(bytes.filled.baseAddress, size, nil, nil, Int32(options))
        else { throw .damaged }
        self.reader = reader
        self.bytes = bytes
        self.limits = limits
    }

    deinit { xmlFreeTextReader(reader) }

    /// Moves to the root element.
    func root() throws(ReadingError) -> Tag {
        guard case .start(let tag) = try next() else { throw .damaged }
        return tag
    }

    /// Calls `body` at the start of each child of the current element, and stands behind its end afterwards.
    ///
    /// What `body` does not walk through is skipped. Of alternatives (`mc:AlternateContent`) only the one that a
    /// reader of Word 2010 or later sees is walked.
    func forEachChild(_ body: (Tag) throws(ReadingError) -> Void) throws(ReadingError) {
        let inside = depth
        while true {
            switch try next() {
            case .text: continue
            case .end: return
            case .finished: throw .damaged
            case .start(.alternateContent): try forEachChosenChild(body)
            case .start(let tag): try body(tag)
            }
            try skip(to: inside)
        }
    }

    /// The text directly inside the current element.
    func text() throws(ReadingError) -> String {
        let inside = depth
        var text = ""
        while true {
            switch try next() {
            case .text:
                if let content = xmlTextReaderConstValue(reader) {
                    text.append(contentsOf: String(cString: content))
                }
            case .start: try skip(to: inside)
            case .end: return text
            case .finished: throw .damaged
            }
        }
    }

    /// The value of the current element's attribute with that local name.
    func attribute(_ name: StaticString) -> String? {
        guard let node = xmlTextReaderCurrentNode(reader) else { return nil }
        var next = node.pointee.properties
        while let attribute = next {
            next = attribute.pointee.next
            guard let local = attribute.pointee.name, equal(local, name) else { continue }
            guard let child = attribute.pointee.children else { return "" }
            if child.pointee.next == nil, child.pointee.type == XML_TEXT_NODE,
                let content = child.pointee.content
            {
                return String(cString: content)
            }
            guard let joined = xmlNodeListGetString(node.pointee.doc, child, 1) else { return "" }
            defer { cxml_free(joined) }
            return String(cString: joined)
        }
        return nil
    }

    private enum Event {
        case start(Tag)
        case text
        case end
        case finished
    }

    private func next() throws(ReadingError) -> Event {
        if isEmptyElement {
            isEmptyElement = false
            depth -= 1
            return .end
        }
        while true {
            switch xmlTextReaderRead(reader) {
            case 1: break
            case 0: return .finished
            default: throw failure
            }
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                return .start(try enter())
            case XML_READER_TYPE_END_ELEMENT.rawValue:
                depth -= 1
                return .end
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                return .text
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                throw .damaged
            default: continue
            }
        }
    }

    private func enter() throws(ReadingError) -> Tag {
        guard let node = xmlTextReaderCurrentNode(reader) else { throw .damaged }
        depth += 1
        guard depth <= limits.elementDepth else { throw .nestedTooDeeply }
        isEmptyElement = xmlTextReaderIsEmptyElement(reader) == 1
        return tags.tag(of: node)
    }

    /// Leaves the elements that are open below that level, without asking what they are.
    private func skip(to level: Int) throws(ReadingError) {
        if depth > level, isEmptyElement { _ = try next() }
        while depth > level {
            guard xmlTextReaderRead(reader) == 1 else { throw failure }
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                guard depth < limits.elementDepth else { throw .nestedTooDeeply }
                if xmlTextReaderIsEmptyElement(reader) == 0 { depth += 1 }
            case XML_READER_TYPE_END_ELEMENT.rawValue: depth -= 1
            case XML_READER_TYPE_ENTITY_REFERENCE.rawValue: throw .damaged
            default: break
            }
        }
    }

    private func forEachChosenChild(_ body: (Tag) throws(ReadingError) -> Void) throws(ReadingError) {
        let inside = depth
        var isChosen = false
        while true {
            switch try next() {
            case .text: continue
            case .end: return
            case .finished: throw .damaged
            case .start(let tag):
                if !isChosen, tag == .fallback || tag == .choice && isUnderstood {
                    isChosen = true
                    try forEachChild(body)
                }
            }
            try skip(to: inside)
        }
    }

    /// The current `mc:Choice` needs nothing but the extensions of Word itself.
    private var isUnderstood: Bool {
        guard let node = xmlTextReaderCurrentNode(reader), let requires = attribute("Requires") else {
            return false
        }
        return requires.split(separator: " ").allSatisfy { prefix in
            guard let namespace = xmlSearchNs(node.pointee.doc, node, String(prefix)),
                let href = namespace.pointee.href
            else { return false }
            return String(cString: href).hasPrefix("http://schemas.microsoft.com/office/word/")
        }
    }

    private var failure: ReadingError {
        // "Excessive depth in document" has no code of its own in libxml2 2.9.
        xmlGetLastError()?.pointee.code == Int32(XML_ERR_INTERNAL_ERROR.rawValue)
            ? .nestedTooDeeply : .damaged
    }
}

/// Whether a C string is the given one.
func equal(_ left: UnsafePointer<xmlChar>, _ right: StaticString) -> Bool {
    xmlStrEqual(left, right.utf8Start) == 1
}
