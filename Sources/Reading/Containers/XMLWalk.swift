/// Where a cursor stands in a part: what is open, what names mean there, and what comes next.
struct XMLWalk {
    private(set) var scanner: XMLScanner
    private let limits: ReadingLimits
    private var tags = TagCache()
    private(set) var namespaces = NamespaceScope()
    private(set) var depth = 0
    /// The current element was written `<x/>`, and its end is still to be reported.
    private var isEmptyElement = false

    init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        scanner = try XMLScanner(bytes)
        self.limits = limits
    }

    enum Event {
        case start(Tag)
        case text(Range<Int>, isPlain: Bool)
        case end
        case finished
    }

    mutating func next() throws(ReadingError) -> Event {
        if isEmptyElement {
            isEmptyElement = false
            leave()
            return .end
        }
        switch try scanner.next() {
        case .start(let isEmpty): return .start(try enter(isEmpty: isEmpty))
        case .text(let range, let isPlain): return .text(range, isPlain: isPlain)
        case .end:
            leave()
            return .end
        case .finished: return .finished
        }
    }

    private mutating func enter(isEmpty: Bool) throws(ReadingError) -> Tag {
        depth += 1
        guard depth <= limits.elementDepth else { throw .nestedTooDeeply }
        isEmptyElement = isEmpty
        if scanner.declaresNamespace {
            try scanner.forEachNamespace { namespaces.declare($0, as: $1, at: depth) }
        }
        try scanner.checkAttributes()
        return tags.tag(of: scanner.name, in: scanner.bytes, namespaces)
    }

    private mutating func leave() {
        depth -= 1
        if !namespaces.isRootsOnly { namespaces.leave(to: depth) }
    }

    /// Leaves the elements that are open below that level, without asking what they are.
    mutating func skip(to level: Int) throws(ReadingError) {
        if depth > level, isEmptyElement {
            isEmptyElement = false
            depth -= 1
        }
        while depth > level {
            switch try scanner.next() {
            case .start(let isEmpty):
                guard depth < limits.elementDepth else { throw .nestedTooDeeply }
                if !isEmpty { depth += 1 }
            case .end: depth -= 1
            case .text: break
            case .finished: throw .damaged
            }
        }
        if !namespaces.isRootsOnly { namespaces.leave(to: depth) }
    }
}
