import Crypto
import Foundation

/// Finding and moving files that are in their place already.
extension InboxFolder {
    /// The file with this content in a place, leaving out those that are known to be others; `nil` if there is none.
    ///
    /// For start-up after a crash between a move and its note in the ledger.
    func path(ofContent sha256: String, in place: Place, except known: Set<String>) throws -> InboxPath? {
        let folder = try open(place.folders)
        for name in try folder.names().sorted() {
            let path = InboxPath(folders: place.folders, name: name)
            guard !known.contains(path.escaped), try folder.snapshot(of: name)?.kind == .file else {
                continue
            }
            var hash = SHA256()
            try folder.file(name).forEachPiece { hash.update(bufferPointer: $0) }
            let digest = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            if digest == sha256 { return path }
        }
        return nil
    }

    /// Moves a file that lies in one place to another, as a released one from "Needs attention" to "Accepted".
    func relocate(_ path: InboxPath, to place: Place) throws -> InboxPath {
        let source = try open(path.folders)
        let target = try open(place.folders)
        var name = try freeName(for: path.name, in: place)
        for _ in 0..<1_000 {
            switch try source.move(path.name, to: target, as: name) {
            case .taken: name = try freeName(for: path.name, in: place)
            case .missing: throw InboxError.claimGone
            case .done:
                try target.synchronize()
                try source.synchronize()
                return InboxPath(folders: place.folders, name: name)
            }
        }
        throw InboxError.claimGone
    }
}
