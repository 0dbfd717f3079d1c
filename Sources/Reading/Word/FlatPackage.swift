/// The parts of a Word document that was saved as one file of XML ("flat OPC"), found by name.
struct FlatPackage {
    private var parts: [String: [UInt8]] = [:]
    private var types: [String: String] = [:]
    /// Of all parts, as they are written and in their order.
    private(set) var names: [String] = []

    init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        let cursor = try XMLCursor(bytes, limits: limits)
        guard try cursor.root() == .flatPackage else { throw .damaged }
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .flatPart, let name = cursor.attribute("name") else { return }
            guard parts.count < limits.archiveEntries else {
                throw .tooLarge("The file holds more parts than any real document.")
            }
            let key = FlatPackage.key(name)
            types["/" + key] = cursor.attribute("contentType")?.lowercased() ?? ""
            // Pictures and the like stand there in letters; that they are there is all that anybody asks.
            var content: [UInt8] = []
            try cursor.forEachChild { _ throws(ReadingError) in content = try cursor.source() }
            // Two parts of one name: two programs would read two different documents.
            guard parts.updateValue(content, forKey: key) == nil else { throw .damaged }
            names.append(name.hasPrefix("/") ? String(name.dropFirst()) : name)
        }
    }

    var contentTypes: ContentTypes { ContentTypes(byPart: types) }

    func contains(_ name: String) -> Bool { parts[FlatPackage.key(name)] != nil }

    func contents(of name: String) -> [UInt8]? { parts[FlatPackage.key(name)] }

    /// Without the slash with which names begin here, compared as those of a container are.
    private static func key(_ name: String) -> String {
        ZipArchive.key(name.hasPrefix("/") ? String(name.dropFirst()) : name)
    }
}
