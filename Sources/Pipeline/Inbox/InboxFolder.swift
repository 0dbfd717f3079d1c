import Glibc
package import Minutes

/// The inbox, open: the folder that business support drops files into, with our folders in it.
///
/// Opened anew for every round of work, so that a folder that was replaced, renamed or mounted again is found without
/// a restart. At every moment of every function a file is in exactly one place: in the inbox, in the working folder or
/// where it belongs; all moves are renames inside one file system that replace nothing.
package struct InboxFolder: Sendable {
    /// The file system's number; pass it when opening the inbox again.
    package let device: UInt64
    package let fileSystem: FileSystemKind
    let root: OpenFolder

    static let acceptedFolder = FileName(fixed: "Accepted")
    static let attentionFolder = FileName(fixed: "Needs attention")
    static let duplicatesFolder = FileName(fixed: "Duplicates")
    static let workingFolder = FileName(fixed: ".minuted")
    static let claimedFolder = FileName(fixed: "claimed")

    /// Opens the inbox and makes our folders in it, but never the inbox itself.
    ///
    /// Throws `InboxError`, or `FileError` for everything that is wrong with the disk or the rights.
    package init(path: String, knownDevice: UInt64? = nil) throws {
        do {
            root = try OpenFolder(path: path)
            device = try root.device()
            fileSystem = try FileSystemKind(of: root)
            // A share that is mounted again may come with another number, but it has our working folder.
            if let knownDevice, knownDevice != device, try !root.contains(Self.workingFolder) {
                throw InboxError.notMounted(path: path)
            }
            _ = try claimed()
            for name in [Self.acceptedFolder, Self.attentionFolder, Self.duplicatesFolder] {
                _ = try open([name])
            }
        } catch let error as FileError where error.isGone {
            throw InboxError.missing(path: path)
        }
    }

    /// What lies in the inbox's top level now.
    package func listing() throws -> [FileSnapshot] {
        try root.names().compactMap { try root.snapshot(of: $0) }
    }

    /// Where claimed files lie, closed to everybody else.
    func claimed() throws -> OpenFolder {
        try open([Self.workingFolder, Self.claimedFolder], mode: S_IRWXU)
    }

    /// Opens a folder of ours, made again if somebody removed or renamed it.
    func open(_ names: [FileName], mode: mode_t = 0o777) throws -> OpenFolder {
        var folder = root
        for name in names { folder = try Self.open(name, in: folder, mode: mode) }
        return folder
    }

    private static func open(_ name: FileName, in folder: OpenFolder, mode: mode_t) throws -> OpenFolder {
        do {
            return try folder.folder(name, creatingWith: mode)
        } catch let error as FileError where [ENOTDIR, ELOOP].contains(error.code) {
            throw InboxError.nameTaken(folder: name.display)
        }
    }

    /// Where a claimed file belongs.
    package enum Place: Equatable, Sendable {
        /// Taken in on that day; the folder is the month's.
        case accepted(CalendarDate)
        case needsAttention
        case duplicates

        package var folders: [FileName] {
            switch self {
            case .accepted(let day):
                [acceptedFolder] + [FileName(String(day.iso.prefix(7)))].compactMap(\.self)
            case .needsAttention: [attentionFolder]
            case .duplicates: [duplicatesFolder]
            }
        }
    }
}
