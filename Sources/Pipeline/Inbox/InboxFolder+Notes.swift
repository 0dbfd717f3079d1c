import Foundation
import Glibc

/// The text files that tell people what became of a file, beside it.
extension InboxFolder {
    package enum Note: CaseIterable, Equatable, Sendable {
        case receipt
        case problem
        case note

        var suffix: StaticString {
            switch self {
            case .receipt: ".receipt.txt"
            case .problem: ".problem.txt"
            case .note: ".note.txt"
            }
        }
    }

    /// Writes a note beside a file, or a new text in place of its old one; readers see one or the other, whole.
    ///
    /// The name is cut where it would be too long. Nobody's link or open file is written to: the note is a new file
    /// that takes the name over.
    @discardableResult
    package func writeNote(_ note: Note, beside path: InboxPath, text: String) throws -> InboxPath {
        let folder = try open(path.folders)
        let name = path.name.appending(note.suffix)
        let draft =
            FileName(Self.ownDraftPrefix + UUID().uuidString + ".tmp") ?? FileName(fixed: ".minuted-note.tmp")
        let file = try folder.newFile(draft, mode: 0o666)
        do {
            try Array(text.utf8).withUnsafeBytes { bytes throws in try file.write(bytes) }
            try file.synchronize()
            try folder.replace(name, in: folder, with: draft)
        } catch {
            // Best effort: what stays is removed by the next sweep.
            try? folder.removeFile(draft)
            throw error
        }
        try folder.synchronize()
        return InboxPath(folders: path.folders, name: name)
    }

    /// Removes a note that no longer says the truth; none there is as good.
    package func removeNote(_ note: Note, beside path: InboxPath) throws {
        let folder = try open(path.folders)
        do {
            try folder.removeFile(path.name.appending(note.suffix))
        } catch let error as FileError where error.code == ENOENT {
            return
        }
        try folder.synchronize()
    }

    /// Removes half-written notes that an earlier process left; those of this one are still being written.
    package func sweepNotes() throws {
        let accepted = try open([Self.acceptedFolder])
        let months = try accepted.names().compactMap { try accepted.snapshot(of: $0) }
            .filter { $0.kind == .folder }
            .map { [Self.acceptedFolder, $0.name] }
        for names in months + [[Self.attentionFolder], [Self.duplicatesFolder]] {
            let folder = try open(names)
            for name in try folder.names()
            where name.bytes.starts(with: Self.draftPrefix.utf8)
                && !name.bytes.starts(with: Self.ownDraftPrefix.utf8)
            {
                try folder.removeFile(name)
            }
        }
    }

    private static let draftPrefix = ".minuted-note-"
    private static let ownDraftPrefix = "\(draftPrefix)\(UUID().uuidString.prefix(8))-"
}
