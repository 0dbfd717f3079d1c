/// Walks through one XML part from start to end, one element at a time, without entities or the network.
///
/// A part with a DOCTYPE is refused: no part of an office file has one, and all tricks with entities need one.
final class XMLCursor {
    var walk: XMLWalk
    /// The text at which a walk through the whole part stands.
    var piece: (range: Range<Int>, isPlain: Bool) = (0..<0, true)

    init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        walk = try XMLWalk(bytes, limits: limits)
    }

    /// Moves to the root element.
    func root() throws(ReadingError) -> Tag {
        while true {
            switch try walk.next() {
            case .start(let tag): return tag
            case .text: continue
            case .end, .finished: throw .damaged
            }
        }
    }

    /// Calls `body` at the start of each child of the current element, and stands behind its end afterwards.
    ///
    /// What `body` does not walk through is skipped. Of alternatives (`mc:AlternateContent`) only the one that a
    /// reader of Word 2010 or later sees is walked.
    func forEachChild(_ body: (Tag) throws(ReadingError) -> Void) throws(ReadingError) {
        let inside = walk.depth
        while true {
            switch try walk.next() {
            case .text: continue
            case .end: return
            case .finished: throw .damaged
            case .start(.alternateContent): try forEachChosenChild(body)
            case .start(let tag): try body(tag)
            }
            try walk.skip(to: inside)
        }
    }

    /// The same for elements that hold text and elements side by side; `text` takes each piece of text in its order.
    func forEachNode(
        text: (String) -> Void,
        element: (Tag) throws(ReadingError) -> Void
    ) throws(ReadingError) {
        let inside = walk.depth
        while true {
            switch try walk.next() {
            case .text(let range, let isPlain):
                text(try isPlain ? walk.scanner.plainText(range) : walk.scanner.text(range, isPlain: false))
                continue
            case .end: return
            case .finished: throw .damaged
            case .start(let tag): try element(tag)
            }
            try walk.skip(to: inside)
        }
    }

    /// The text directly inside the current element.
    func text() throws(ReadingError) -> String {
        let inside = walk.depth
        var text = ""
        while true {
            switch try walk.next() {
            case .text(let range, let isPlain):
                if text.isEmpty, isPlain {
                    text = walk.scanner.plainText(range)
                } else {
                    text += try walk.scanner.text(range, isPlain: isPlain)
                }
            case .start: try walk.skip(to: inside)
            case .end: return text
            case .finished: throw .damaged
            }
        }
    }

    /// Leaves the current element without walking through it; whether two words stand anywhere in its bytes.
    func skip(lookingFor one: StaticString, _ other: StaticString) throws(ReadingError) -> (Bool, Bool) {
        let start = walk.scanner.position
        try walk.skip(to: walk.depth - 1)
        let range = start..<walk.scanner.position
        return (walk.scanner.contains(one, in: range), walk.scanner.contains(other, in: range))
    }

    /// What stands in the current element as it is written, in UTF-8.
    func source() throws(ReadingError) -> [UInt8] {
        let start = walk.scanner.position
        try walk.skip(to: walk.depth - 1)
        let content = walk.scanner.bytes[start..<max(start, walk.scanner.position)]
        // Nothing in the end tag looks like the start of one.
        return Array(content[..<(content.lastIndex(of: UInt8(ascii: "<")) ?? content.startIndex)])
    }

    /// The value of the current element's attribute with that local name.
    func attribute(_ name: StaticString) -> String? {
        walk.scanner.valueRange(ofLocalName: name).map { walk.scanner.attributeValue($0) }
    }

    private func forEachChosenChild(_ body: (Tag) throws(ReadingError) -> Void) throws(ReadingError) {
        let inside = walk.depth
        var isChosen = false
        while true {
            switch try walk.next() {
            case .text: continue
            case .end: return
            case .finished: throw .damaged
            case .start(let tag):
                if !isChosen, tag == .fallback || tag == .choice && isUnderstood {
                    isChosen = true
                    try forEachChild(body)
                }
            }
            try walk.skip(to: inside)
        }
    }

    var isUnderstood: Bool { XMLCursor.isUnderstood(walk) }

    /// The current `mc:Choice` needs nothing but the extensions of Word itself.
    static func isUnderstood(_ walk: XMLWalk) -> Bool {
        guard let range = walk.scanner.valueRange(ofLocalName: "Requires") else { return false }
        return walk.scanner.attributeValue(range).split(separator: " ").allSatisfy { prefix in
            walk.namespaces.uri(of: prefix.utf8)?.hasPrefix("http://schemas.microsoft.com/office/word/")
                == true
        }
    }
}
