/// The namespaces in force where a cursor stands, by their prefixes.
struct NamespaceScope {
    private var declarations: [Declaration] = []

    struct Declaration {
        /// The prefix with which it is used here; empty for names without one.
        let prefix: [UInt8]
        let uri: String
        /// How deep the element stands that declares it; 1 is the root.
        let depth: Int
    }

    /// Whether names mean the same as directly inside the root.
    var isRootsOnly: Bool { (declarations.last?.depth ?? 0) <= 1 }

    mutating func declare(_ prefix: [UInt8], as uri: String, at depth: Int) {
        declarations.append(Declaration(prefix: prefix, uri: uri, depth: depth))
    }

    /// Forgets what elements deeper than that have declared.
    mutating func leave(to depth: Int) {
        while let last = declarations.last, last.depth > depth { declarations.removeLast() }
    }

    func uri(of prefix: some Collection<UInt8>) -> String? {
        declarations.last { $0.prefix.elementsEqual(prefix) }?.uri
    }
}
