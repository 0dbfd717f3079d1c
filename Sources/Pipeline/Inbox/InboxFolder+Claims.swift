package import Foundation
import Glibc

/// Moving files into the working folder and back.
extension InboxFolder {
    /// Moves a settled file into the working folder, under an id that was never used before.
    ///
    /// The file is opened first, so that one which may not be read stays where its owner sees it; that throws. After
    /// any other error the file may be in the working folder already: `claimedFiles` finds it.
    package func claim(_ observed: FileSnapshot, id: UUID) throws -> Claim.Outcome {
        guard let current = try root.snapshot(of: observed.name) else { return .vanished }
        guard current.kind == .file, current.isUnchanged(since: observed) else { return .changed }
        let file: OpenFile
        do {
            file = try root.file(observed.name)
        } catch let error as FileError where error.code == ENOENT {
            return .vanished
        } catch let error as FileError where error.code == ELOOP {
            return .changed
        }
        guard try file.snapshot(named: observed.name).isUnchanged(since: observed) else { return .changed }

        let claim = Claim(id: id, name: observed.name, file: current)
        let working = try claimed()
        let folder = try working.folder(claim.folderName, creatingWith: S_IRWXU)
        switch try root.move(observed.name, to: folder, as: observed.name) {
        case .done: break
        case .missing:
            try removeIfEmpty(claim.folderName, in: working)
            return .vanished
        case .taken: preconditionFailure("a claim has an id that was never used before")
        }
        // What was moved is what the name stood for at that moment, which need not be what was opened.
        guard let moved = try folder.snapshot(of: claim.name), moved.isUnchanged(since: observed) else {
            try unclaim(claim)
            return .changed
        }
        try folder.synchronize()
        try root.synchronize()
        return .claimed(claim)
    }

    /// Opens a claimed file for reading.
    package func open(_ claim: Claim) throws -> OpenFile {
        do {
            return try claimed().folder(claim.folderName).file(claim.name)
        } catch let error as FileError where error.code == ENOENT {
            throw InboxError.claimGone
        }
    }

    /// Whether somebody wrote to a claimed file, through a handle from before the claim.
    ///
    /// Such a file belongs back into the inbox, where it settles again.
    package func hasChanged(_ claim: Claim) throws -> Bool {
        try !open(claim).snapshot(named: claim.name).isUnchanged(since: claim.file)
    }

    /// The files in the working folder: those that are being worked on, and those that a crash or an error left.
    ///
    /// For start-up and for every rescan, but not while a file is being claimed. Whatever is not an ordinary file goes back into the inbox; empty folders of claims are removed.
    package func claimedFiles() throws -> [Claim] {
        let working = try claimed()
        var claims: [Claim] = []
        for folderName in try working.names() {
            guard let id = UUID(uuidString: String(decoding: folderName.bytes, as: UTF8.self)),
                try working.snapshot(of: folderName)?.kind == .folder
            else { continue }
            let folder = try working.folder(folderName)
            for file in try folder.names().compactMap({ try folder.snapshot(of: $0) }) {
                let claim = Claim(id: id, name: file.name, file: file)
                if file.kind == .file { claims.append(claim) } else { try unclaim(claim) }
            }
            try removeIfEmpty(folderName, in: working)
        }
        return claims
    }

    /// Puts a claimed file back into the inbox, numbered if its name was used again; returns the name it has there.
    @discardableResult
    package func unclaim(_ claim: Claim) throws -> FileName {
        try moveOut(claim, into: root, as: claim.name)
    }

    /// Moves a claimed file under the first free name from `name` on, and has the disk know it.
    func moveOut(_ claim: Claim, into folder: OpenFolder, as name: FileName) throws -> FileName {
        let working = try claimed()
        let source: OpenFolder
        do {
            source = try working.folder(claim.folderName)
        } catch let error as FileError where error.code == ENOENT {
            throw InboxError.claimGone
        }
        for number in 1... {
            let candidate = name.numbered(number)
            switch try source.move(claim.name, to: folder, as: candidate) {
            case .taken: continue
            case .missing: throw InboxError.claimGone
            case .done:
                try folder.synchronize()
                try source.synchronize()
                try removeIfEmpty(claim.folderName, in: working)
                return candidate
            }
        }
        preconditionFailure("the numbers do not end")
    }

    private func removeIfEmpty(_ folder: FileName, in working: OpenFolder) throws {
        do {
            try working.removeFolder(folder)
        } catch let error as FileError where [ENOTEMPTY, EEXIST, ENOENT].contains(error.code) {
            // More files of the same claim, or somebody was quicker: both are as good.
        }
    }
}
