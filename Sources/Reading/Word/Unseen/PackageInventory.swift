/// Every part of a Word file: what it is for, and whether the document leads to it.
///
/// A part that no relationship leads to is shown by no program, and is in the file all the same.
struct PackageInventory {
    struct Part {
        /// As relationships name it: without a leading slash.
        var name: String
        var contentType: String
        var role: PartRole
        var relationships: [Relationship]
        /// It belongs to the glossary, which holds building blocks and no page.
        var isInGlossary = false
    }

    /// Those that the package leads to, the nearest first.
    private(set) var parts: [Part] = []
    /// Relationships of the package itself.
    let roots: [Relationship]
    /// Entries of the container that nothing leads to.
    private(set) var strays: [String] = []

    init(_ package: WordPackage) throws(ReadingError) {
        let types = try package.contentTypes()
        roots = try package.relationships(of: "")
        var known: Set<String> = ["[content_types].xml", "_rels/.rels"]
        var waiting = roots.map { (relationship: $0, isInGlossary: false) }[...]
        while let (relationship, isInGlossary) = waiting.popFirst() {
            guard !relationship.isExternal, package.archive.contains(relationship.target) else { continue }
            let name = relationship.target
            guard known.insert(ZipArchive.key(name)).inserted else { continue }
            let type = types.type(of: name)
            let role = PartRole(kind: relationship.kind, contentType: type)
            let own = try package.relationships(of: name)
            known.insert(ZipArchive.key(WordPackage.relationshipsPart(of: name)))
            let isInGlossary = isInGlossary || role == .glossary
            parts.append(
                Part(
                    name: name,
                    contentType: type,
                    role: role,
                    relationships: own,
                    isInGlossary: isInGlossary
                )
            )
            waiting += own.map { ($0, isInGlossary) }
        }
        // Folders are entries too, for some programs.
        strays = package.archive.names.filter { !known.contains(ZipArchive.key($0)) && !$0.hasSuffix("/") }
    }
}

/// The content types of a package's parts (ECMA-376 part 2, 10.1.2).
struct ContentTypes {
    private var byPart: [String: String] = [:]
    private var byExtension: [String: String] = [:]

    init(_ cursor: XMLCursor) throws(ReadingError) {
        var byPart: [String: String] = [:]
        var byExtension: [String: String] = [:]
        _ = try cursor.root()
        try cursor.forEachChild { tag throws(ReadingError) in
            guard let type = cursor.attribute("ContentType")?.lowercased() else { return }
            switch tag {
            case .contentTypeOverride:
                byPart[ZipArchive.key(cursor.attribute("PartName") ?? "")] = type
            case .contentTypeDefault:
                byExtension[(cursor.attribute("Extension") ?? "").lowercased()] = type
            default: break
            }
        }
        self.byPart = byPart
        self.byExtension = byExtension
    }

    /// Of parts that each say it themselves.
    init(byPart: [String: String]) { self.byPart = byPart }

    /// The package says that it has macros, wherever they are.
    var nameMacros: Bool {
        byPart.values.contains { $0.contains("vba") } || byExtension.values.contains { $0.contains("vba") }
    }

    /// In lower case, "" if the package does not say.
    func type(of part: String) -> String {
        let key = ZipArchive.key(part)
        if let type = byPart["/" + key] { return type }
        return key.lastIndex(of: ".").flatMap { byExtension[String(key[key.index(after: $0)...])] } ?? ""
    }
}
