/// Remembers what the names of a part mean, so that each is looked up once.
struct TagCache {
    private struct Entry {
        /// Where the name stood when it was met first.
        var name = 0..<0
        var tag = Tag.other
    }

    private var entries = [Entry](repeating: Entry(), count: 256)

    mutating func tag(of name: Range<Int>, in bytes: [UInt8], _ namespaces: NamespaceScope) -> Tag {
        // Further in than the root a prefix may have another meaning for a while.
        guard namespaces.isRootsOnly else { return Self.tag(of: bytes[name], namespaces) }
        var hash = name.count
        for index in name { hash = hash &* 31 &+ Int(bytes[index]) }
        let slot = hash & 255
        let known = entries[slot].name
        if known.count == name.count, bytes[known].elementsEqual(bytes[name]) { return entries[slot].tag }
        let tag = Self.tag(of: bytes[name], namespaces)
        entries[slot] = Entry(name: name, tag: tag)
        return tag
    }

    /// Looking through all cases of an enumeration takes its time.
    private static let byName = Dictionary(uniqueKeysWithValues: Tag.allCases.map { ($0.rawValue, $0) })

    private static func tag(of name: ArraySlice<UInt8>, _ namespaces: NamespaceScope) -> Tag {
        let colon = name.firstIndex(of: UInt8(ascii: ":"))
        let prefix = colon.map { name[..<$0] } ?? []
        let local = colon.map { name[($0 + 1)...] } ?? name
        guard let uri = namespaces.uri(of: prefix) else { return .other }
        return byName[Tag.prefix(of: uri) + String(decoding: local, as: UTF8.self)] ?? .other
    }
}
