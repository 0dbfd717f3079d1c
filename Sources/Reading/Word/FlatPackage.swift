/// The parts of a Word document that was saved as one file of XML ("flat OPC"), found by name.
struct FlatPackage {
    private struct Part {
        var contentType: String
        /// Empty for pictures and the like, which nobody reads.
        var content: [UInt8] = []
    }

    private var parts: [String: Part] = [:]

    init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        let cursor = try XMLCursor(bytes, limits: limits)
        guard try cursor.root() == .flatPackage else { throw .damaged }
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .flatPart, let name = cursor.attribute("name") else { return }
            guard parts.count < limits.archiveEntries else {
                throw .tooLarge("The file holds more parts than any real document.")
            }
            var part = Part(contentType: cursor.attribute("contentType")?.lowercased() ?? "")
            try cursor.forEachChild { tag throws(ReadingError) in
                if tag == .flatXML { part.content = try cursor.source() }
            }
            // Two parts of one name: two programs would read two different documents.
            guard parts.updateValue(part, forKey: FlatPackage.key(name)) == nil else { throw .damaged }
        }
    }

    var names: [String] { Array(parts.keys) }
    var contentTypes: [String] { parts.values.map(\.contentType) }

    func contains(_ name: String) -> Bool { parts[FlatPackage.key(name)] != nil }

    func contents(of name: String) -> [UInt8]? { parts[FlatPackage.key(name)]?.content }

    func contentType(of name: String) -> String { parts[FlatPackage.key(name)]?.contentType ?? "" }

    /// Names begin with a slash here, and are compared without regard to case.
    private static func key(_ name: String) -> String {
        let name = name.lowercased()
        return name.hasPrefix("/") ? String(name.dropFirst()) : name
    }
}
