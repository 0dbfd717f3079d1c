import Yams

/// The keys and values of one part of a configuration file; whatever key nobody asked for is an error at the end.
final class YAMLSection {
    let cursor: YAMLCursor
    private let entries: [(key: YAMLCursor, name: String, value: YAMLCursor)]
    private var asked: [String] = []

    init(cursor: YAMLCursor, mapping: Node.Mapping) {
        self.cursor = cursor
        entries = mapping.map { key, value in
            let name = key.scalar?.string ?? ""
            let path = cursor.path.isEmpty ? name : "\(cursor.path).\(name)"
            return (
                YAMLCursor(node: key, path: path, document: cursor.document), name,
                YAMLCursor(node: value, path: path, document: cursor.document)
            )
        }
    }

    /// Every entry, for parts whose keys are free; counts them all as asked for.
    func allEntries() -> [(key: YAMLCursor, name: String, value: YAMLCursor)] {
        asked += entries.map(\.name)
        return entries
    }

    /// The value of a key that has no default.
    func ifGiven(_ key: String) -> YAMLCursor? {
        asked.append(key)
        return entries.first { $0.name == key }?.value
    }

    /// Reads the value of a key over its default.
    func read<Value>(_ key: String, into target: inout Value, as reading: (YAMLCursor) -> Value?) {
        guard let value = ifGiven(key) else {
            cursor.document.report.add(defaulted: path(of: key))
            return
        }
        if let value = reading(value) { target = value }
    }

    func required(_ key: String, _ expected: String) -> YAMLCursor? {
        if let value = ifGiven(key) { return value }
        cursor.document.refuse(
            cursor.node.mark,
            key: path(of: key),
            "the key is missing; expected \(expected); add `\(key): …`"
        )
        return nil
    }

    /// Reports the keys that nobody asked for.
    func finish() {
        for entry in entries where !asked.contains(entry.name) {
            let near = Spelling.nearest(to: entry.name, in: asked)
            entry.key.refuse(
                "unknown key",
                expected: "one of \(asked.joined(separator: ", "))",
                remedy: near.map { "did you mean '\($0)'?" } ?? "delete it or correct it"
            )
        }
    }

    private func path(of key: String) -> String { cursor.path.isEmpty ? key : "\(cursor.path).\(key)" }
}
