/// A Word package as it is written anew: which parts stay, what leads to them, and what they are said to be.
struct PackageRewrite {
    private let archive: ZipArchive
    private let main: String
    private let inventory: PackageInventory
    /// New contents, by the part's key.
    private var contents: [String: [UInt8]] = [:]
    /// Relationships that parts still make use of, by the part's key and the relationship's id.
    private var used: [String: Set<String>] = [:]
    private let byKey: [String: PackageInventory.Part]

    /// `main` is the part of the document itself.
    init(_ archive: ZipArchive, main: String, inventory: PackageInventory) {
        self.archive = archive
        self.main = main
        self.inventory = inventory
        byKey = Dictionary(
            inventory.parts.map { (ZipArchive.key($0.name), $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Relationships that are taken away whatever the part says: to the outside, and to parts that do not stay.
    func lostRelationships(of part: PackageInventory.Part) -> Set<String> {
        Set(part.relationships.filter { !isKept($0, of: part) }.map(\.id))
    }

    mutating func replace(
        _ part: PackageInventory.Part,
        with bytes: [UInt8],
        of original: [UInt8],
        using root: XMLNode
    ) {
        let key = ZipArchive.key(part.name)
        if bytes != original { contents[key] = bytes }
        var ids: Set<String> = []
        func collect(_ node: XMLNode) {
            for attribute in node.attributes where attribute.isRelationship && !node.isCut(attribute) {
                ids.insert(attribute.value)
            }
            node.children.forEach(collect)
        }
        collect(root)
        used[key] = ids
    }

    private func isKept(_ relationship: Relationship, of part: PackageInventory.Part) -> Bool {
        guard !relationship.leadsOutside, let target = byKey[ZipArchive.key(relationship.target)] else {
            return false
        }
        return target.role.isKept && !target.isInGlossary
    }

    // MARK: Writing

    /// The new container: the entries in their old order, without the times at which they were written.
    func container(limits: ReadingLimits) throws(ReadingError) -> [UInt8] {
        var kept: [String: Set<String>] = ["": Set(inventory.roots.filter(isRootKept).map(\.id))]
        var reached: Set<String> = []
        var waiting = inventory.roots.filter(isRootKept).map { ZipArchive.key($0.target) }[...]
        while let key = waiting.popFirst() {
            guard let part = byKey[key], reached.insert(key).inserted else { continue }
            let staying = part.relationships.filter { relationship in
                isKept(relationship, of: part)
                    && (relationship.isImplicit || used[key]?.contains(relationship.id) == true)
            }
            kept[key] = Set(staying.map(\.id))
            waiting += staying.map { ZipArchive.key($0.target) }
        }
        /// The parts whose relationships entries hold.
        let owners = Dictionary(
            ([""] + inventory.parts.map(\.name)).map {
                (ZipArchive.key(WordPackage.relationshipsPart(of: $0)), $0)
            },
            uniquingKeysWith: { first, _ in first }
        )
        let writer = try ZipWriter(from: archive)
        for name in archive.names {
            let key = ZipArchive.key(name)
            if key == "[content_types].xml" {
                try writer.add(name, try types(of: reached, limits: limits))
            } else if reached.contains(key) {
                if let bytes = contents[key] { try writer.add(name, bytes) } else { try writer.copy(name) }
            } else if let owner = owners[key], let ids = kept[ZipArchive.key(owner)] {
                try copyRelationships(name, keeping: ids, to: writer, limits: limits)
            }
        }
        let bytes = try writer.finish()
        guard bytes.count <= limits.fileSize else { throw .notCleanable("it is too large") }
        return bytes
    }

    private func isRootKept(_ relationship: Relationship) -> Bool {
        !relationship.leadsOutside && byKey[ZipArchive.key(relationship.target)]?.role.isKept == true
    }

    private func copyRelationships(
        _ name: String,
        keeping ids: Set<String>,
        to writer: ZipWriter,
        limits: ReadingLimits
    ) throws(ReadingError) {
        guard !ids.isEmpty, let bytes = try archive.contents(of: name) else { return }
        let tree = try XMLTree(bytes, limits: limits)
        tree.root.children.removeAll { node in
            node.tag == .relationship && !ids.contains(node.attribute("Id") ?? "")
        }
        let written = tree.written()
        if written == bytes { try writer.copy(name) } else { try writer.add(name, written) }
    }

    /// What the parts that stay are, and nothing of the others.
    private func types(of reached: Set<String>, limits: ReadingLimits) throws(ReadingError) -> [UInt8] {
        guard let bytes = try archive.contents(of: "[Content_Types].xml") else { throw .damaged }
        let tree = try XMLTree(bytes, limits: limits)
        let endings = Set(
            reached.compactMap { $0.split(separator: ".").last.map(String.init) } + ["rels", "xml"]
        )
        tree.root.children.removeAll { node in
            switch node.tag {
            case .contentTypeOverride:
                !reached.contains(String(ZipArchive.key(node.attribute("PartName") ?? "").drop { $0 == "/" }))
            case .contentTypeDefault: !endings.contains((node.attribute("Extension") ?? "").lowercased())
            default: false
            }
        }
        // Templates and documents that might have macros: the copy is an ordinary document, and is called one.
        for node in tree.root.children where node.tag == .contentTypeOverride {
            let isMain = ZipArchive.key(node.attribute("PartName") ?? "") == "/" + ZipArchive.key(main)
            guard isMain, let type = node.attributes.first(where: { $0.name == "ContentType" }),
                type.value != Self.documentType
            else { continue }
            node.replace(type, with: " ContentType=\"\(Self.documentType)\"")
        }
        return tree.written()
    }

    private static let documentType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
}

extension PartRole {
    /// It stays in a cleaned file, if something still leads to it.
    var isKept: Bool {
        switch self {
        case .story, .formats, .settings, .picture, .font, .graphic, .label: true
        default: false
        }
    }
}

extension Relationship {
    /// It counts by being there; others count where the part's text names them.
    fileprivate var isImplicit: Bool {
        [
            "styles", "settings", "webSettings", "fontTable", "theme", "themeOverride", "numbering",
            "footnotes",
            "endnotes", "chartStyle", "chartColorStyle", "diagramDrawing",
        ].contains(kind)
    }
}
