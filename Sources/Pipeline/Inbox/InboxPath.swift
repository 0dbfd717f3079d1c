/// Where a file lies, from the inbox folder downwards.
package struct InboxPath: Hashable, Sendable {
    package let folders: [FileName]
    package let name: FileName

    package init(folders: [FileName], name: FileName) {
        self.folders = folders
        self.name = name
    }

    /// Reads what `escaped` wrote.
    package init?(escaped text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            .map { FileName(escaped: String($0)) }
        var names = parts.compactMap(\.self)
        guard names.count == parts.count, let name = names.popLast() else { return nil }
        self.init(folders: names, name: name)
    }

    /// As the ledger keeps it: `Accepted/2026-11/NAME`, with odd bytes as `%XX`.
    package var escaped: String { (folders + [name]).map(\.escaped).joined(separator: "/") }

    /// For people.
    package var display: String { (folders + [name]).map(\.display).joined(separator: "/") }
}
