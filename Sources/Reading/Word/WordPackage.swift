/// The parts of a Word file and how they refer to each other (ECMA-376 part 2, OPC).
///
/// No part is found by its usual name: the main document hangs on the package's relationships, all others on its.
struct WordPackage {
    let archive: PackageParts
    let limits: ReadingLimits
    /// Path of the main document part, without a leading slash.
    let mainPart: String
    /// Relationships of the main document part.
    let relationships: [Relationship]
    private let packageRelationships: [Relationship]

    init(_ archive: PackageParts, limits: ReadingLimits) throws(ReadingError) {
        self.archive = archive
        self.limits = limits
        packageRelationships = try WordPackage.relationships(of: "", in: archive, limits: limits)
        guard
            let main = packageRelationships.first(where: { $0.kind == "officeDocument" && !$0.isExternal })?
                .target,
            archive.contains(main)
        else { throw .damaged }
        mainPart = main
        relationships = try WordPackage.relationships(of: main, in: archive, limits: limits)
        try checkKind(of: main)
    }

    func cursor(_ part: String) throws(ReadingError) -> XMLCursor? {
        guard let bytes = try archive.contents(of: part) else { return nil }
        return try XMLCursor(bytes, limits: limits)
    }

    /// The part of that kind which the main document refers to, if the file has it.
    func part(_ kind: String) -> String? {
        relationships.first { $0.kind == kind && !$0.isExternal && archive.contains($0.target) }?.target
    }

    func packagePart(_ kind: String) -> String? {
        packageRelationships.first { $0.kind == kind && !$0.isExternal && archive.contains($0.target) }?
            .target
    }

    func relationships(of part: String) throws(ReadingError) -> [Relationship] {
        try WordPackage.relationships(of: part, in: archive, limits: limits)
    }

    func contentTypes() throws(ReadingError) -> ContentTypes { try archive.contentTypes(limits: limits) }

    /// Refuses what is no text of Word.
    ///
    /// A file that may have macros is read where the survey finds none in it.
    private func checkKind(of part: String) throws(ReadingError) {
        if relationships.contains(where: { $0.kind == "vbaProject" }) { throw .macros }
        let types = try contentTypes()
        if types.nameMacros { throw .macros }
        let type = types.type(of: part)
        if type.contains("wordprocessingml.document.main") || type.contains("wordprocessingml.template.main")
            || type.contains("ms-word.document.macroenabled")
            || type.contains("ms-word.template.macroenabled")
        {
            return
        }
        if type.contains("spreadsheetml") || type.contains("ms-excel") {
            throw .unsupported("an Excel workbook")
        }
        if type.contains("presentationml") || type.contains("ms-powerpoint") {
            throw .unsupported("a PowerPoint presentation")
        }
        throw .notMinutes
    }

    private static func relationships(
        of part: String,
        in archive: PackageParts,
        limits: ReadingLimits
    ) throws(ReadingError) -> [Relationship] {
        let folder = folder(of: part)
        guard let bytes = try archive.contents(of: relationshipsPart(of: part)) else { return [] }
        let cursor = try XMLCursor(bytes, limits: limits)
        var found: [Relationship] = []
        _ = try cursor.root()
        try cursor.forEachChild { tag throws(ReadingError) in
            guard tag == .relationship, let id = cursor.attribute("Id"), let type = cursor.attribute("Type"),
                let target = cursor.attribute("Target")
            else { return }
            let isExternal = cursor.attribute("TargetMode") == "External"
            found.append(
                Relationship(
                    id: id,
                    kind: String(
                        type.suffix(from: type.lastIndex(of: "/").map(type.index(after:)) ?? type.startIndex)
                    ),
                    target: isExternal ? target : resolved(target, against: folder),
                    isExternal: isExternal
                )
            )
        }
        return found
    }

    /// Where the relationships of a part are written; of the package itself for "".
    static func relationshipsPart(of part: String) -> String {
        let folder = folder(of: part)
        return "\(folder)_rels/\(part[folder.endIndex...]).rels"
    }

    private static func folder(of part: String) -> Substring {
        part[..<(part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex)]
    }

    /// A target as a path from the package's root; it only ever serves to find an entry.
    private static func resolved(_ target: String, against folder: Substring) -> String {
        let target = target.replacing("\\", with: "/")
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." {
                _ = steps.popLast()
            } else {
                steps.append(step)
            }
        }
        return steps.joined(separator: "/").removingPercentEncodings
    }
}

/// One arrow from a part to another part or to the world outside.
struct Relationship {
    let id: String
    /// The last step of the type's URI, which transitional and strict files share: "styles", "header", "image".
    let kind: String
    let target: String
    let isExternal: Bool

    /// Also where the file says nothing of it: what looks like an address is one.
    var leadsOutside: Bool {
        isExternal || target.contains(":/") || target.lowercased().hasPrefix("mailto:")
    }

    /// Fetched over a network, from a server or from another machine's folder.
    var isOnAnotherMachine: Bool {
        var address = target.lowercased().replacing("\\", with: "/")
        if address.hasPrefix("file:") {
            address.removeFirst("file:".count)
            // `file:///C:/…` and `file:///x` are here; `file://server/…` and `file://///server/…` are not.
            let slashes = address.prefix { $0 == "/" }.count
            return slashes == 2 && !address.hasPrefix("//localhost/") || slashes > 3
        }
        return address.hasPrefix("//") || address.contains("://")
    }
}

extension String {
    fileprivate var removingPercentEncodings: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(self[rest.startIndex..<rest.index(rest.startIndex, offsetBy: 2)], radix: 16)
            {
                bytes.append(value)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
