/// Moving claimed files to where they belong.
extension InboxFolder {
    /// The first free name for a file in a place: its own, or `NAME (2)` and so on.
    ///
    /// A name is free if neither a file nor a note to such a file has it. Names that end like our notes are numbered
    /// from the start, so that no note ever replaces a file that was dropped.
    package func freeName(for name: FileName, in place: Place) throws -> FileName {
        let folder = try open(place.folders)
        for number in (Note.allCases.contains { name.hasSuffix($0.suffix) } ? 2 : 1)... {
            let candidate = name.numbered(number)
            let names = [candidate] + Note.allCases.map { candidate.appending($0.suffix) }
            if try !names.contains(where: folder.contains) { return candidate }
        }
        preconditionFailure("the numbers do not end")
    }

    /// Moves a claimed file to its place and returns where it is once the disk knows it.
    ///
    /// `name` is the one that `freeName` gave and the ledger has; if somebody used it in between, the file gets the
    /// next free one, and the ledger must be told. Throws `InboxError.claimGone` if it was placed before a crash
    /// already: then `contains` finds it at the planned path.
    package func place(_ claim: Claim, in place: Place, as name: FileName) throws -> InboxPath {
        let folder = try open(place.folders)
        return InboxPath(folders: place.folders, name: try moveOut(claim, into: folder, as: name))
    }

    /// Whether an ordinary file lies there.
    package func contains(_ path: InboxPath) throws -> Bool {
        try open(path.folders).snapshot(of: path.name)?.kind == .file
    }
}
