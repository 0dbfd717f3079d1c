/// An element or a text of an XML part, as a place in the part's bytes.
///
/// What is not taken out is written again byte for byte; comments and instructions of the XML are not kept.
final class XMLNode {
    /// `nil` for text.
    let tag: Tag?
    /// The start tag, or the raw text.
    let start: Range<Int>
    /// The end tag; empty for an element that is written as one tag, and for text.
    var end: Range<Int>
    let attributes: [XMLAttribute]
    var children: [XMLNode] = []
    /// Attributes that are not written again, with what stands in their place.
    private(set) var edits: [(range: Range<Int>, text: [UInt8])] = []
    /// An alternative that a reader of today takes, if none before it was taken.
    let isUnderstood: Bool

    init(tag: Tag?, start: Range<Int>, attributes: [XMLAttribute] = [], isUnderstood: Bool = true) {
        self.tag = tag
        self.isUnderstood = isUnderstood
        self.start = start
        self.attributes = attributes
        end = start.upperBound..<start.upperBound
    }

    func child(_ tag: Tag) -> XMLNode? { children.first { $0.tag == tag } }

    /// A paragraph whose mark is deleted, so that the next one goes on with it.
    var runsOn = false

    func isCut(_ attribute: XMLAttribute) -> Bool { edits.contains { $0.range == attribute.whole } }

    /// Puts other bytes in the place of an attribute and the blank before it.
    func replace(_ attribute: XMLAttribute, with text: String) {
        edits.append((attribute.whole, Array(text.utf8)))
    }

    func cutAttributes(where condition: (XMLAttribute) -> Bool) {
        edits += attributes.filter { condition($0) && !isCut($0) }.map { ($0.whole, []) }
    }

    /// Some element inside, or this one.
    func contains(_ condition: (XMLNode) -> Bool) -> Bool {
        condition(self) || children.contains { $0.contains(condition) }
    }

    func visit(_ body: (XMLNode) throws(ReadingError) -> Void) throws(ReadingError) {
        try body(self)
        for child in children { try child.visit(body) }
    }
}

/// One attribute of an element.
struct XMLAttribute {
    /// Without its prefix.
    var name: String
    var value: String
    /// It names a relationship of the part.
    var isRelationship: Bool
    /// Its value says in which session something was written (`w:rsidR` and the like).
    var isRevisionID: Bool
    /// With the blank before it.
    var whole: Range<Int>
}

extension XMLNode {
    /// What becomes of an element.
    enum Fate {
        case keep
        case drop
        /// Its content takes its place.
        case splice
    }

    /// Decides of each element inside, from the outside inwards; a run that loses all that it shows goes with it.
    func transform(_ fate: (XMLNode) throws(ReadingError) -> Fate) throws(ReadingError) {
        var kept: [XMLNode] = []
        kept.reserveCapacity(children.count)
        for child in children {
            switch try fate(child) {
            case .drop: continue
            case .splice:
                try child.transform(fate)
                kept += child.children
            case .keep:
                let isShownRun = child.tag == .run && child.isFilledRun
                try child.transform(fate)
                if !isShownRun || child.isFilledRun { kept.append(child) }
            }
        }
        children = kept
    }

    /// A run with more than formats in it.
    var isFilledRun: Bool { children.contains { $0.tag != nil && $0.tag != .runProperties } }

    /// Elements of that kind which belong to this one, through what only groups them.
    func members(_ wanted: Tag) -> [XMLNode] {
        children.flatMap { child -> [XMLNode] in
            switch child.tag {
            case wanted: [child]
            case .control, .controlContent, .customXML, .inserted, .movedTo: child.members(wanted)
            default: []
            }
        }
    }

    /// Some element inside, or this one, that does not stand in a text box further in.
    func shows(_ condition: (XMLNode) -> Bool) -> Bool {
        condition(self) || children.contains { $0.tag != .textBox && $0.shows(condition) }
    }
}
