import CLinux
import Glibc

/// A descriptor of a folder, closed with its last user; all names are resolved from it, and no link is followed.
final class OpenFolder: Sendable {
    let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Opens a folder of the configuration, the only kind that has a path; links in it are the administrator's.
    convenience init(path: String) throws {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        self.init(descriptor: try system("open a folder") { open(path, flags) })
    }

    func folder(_ name: FileName) throws -> OpenFolder {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        return OpenFolder(
            descriptor: try system("open a folder") { openat(descriptor, name.terminated, flags) }
        )
    }

    /// The folder of that name, made and saved to disk first if there is none; `mode` is subject to the umask.
    func folder(_ name: FileName, creatingWith mode: mode_t) throws -> OpenFolder {
        if mkdirat(descriptor, name.terminated, mode) == 0 {
            try synchronize()
        } else if errno != EEXIST {
            throw FileError("make a folder")
        }
        return try folder(name)
    }

    /// Opens what is there for reading, without waiting for a FIFO's other end.
    func file(_ name: FileName) throws -> OpenFile {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
        return OpenFile(
            descriptor: try system("open a file") { openat(descriptor, name.terminated, flags) }
        )
    }

    /// A new file for writing; fails with EEXIST where the name is taken, by a link too.
    func newFile(_ name: FileName, mode: mode_t) throws -> OpenFile {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        return OpenFile(
            descriptor: try system("make a file") { openat(descriptor, name.terminated, flags, mode) }
        )
    }

    /// What has that name, or `nil`.
    func snapshot(of name: FileName) throws -> FileSnapshot? {
        var status = stat()
        if fstatat(descriptor, name.terminated, &status, AT_SYMLINK_NOFOLLOW) == 0 {
            return FileSnapshot(name: name, status: status)
        }
        guard errno == ENOENT else { throw FileError("look at a file") }
        return nil
    }

    func contains(_ name: FileName) throws -> Bool { try snapshot(of: name) != nil }

    /// The folder's own device number.
    func device() throws -> UInt64 {
        var status = stat()
        try system("look at a folder") { fstat(descriptor, &status) }
        return UInt64(status.st_dev)
    }

    /// All names but `.` and `..`, in the order of their bytes.
    func names() throws -> [FileName] {
        // A descriptor of its own: reading moves a position that would be shared otherwise.
        let copy = try system("open a folder") {
            openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        guard let stream = fdopendir(copy) else {
            let error = FileError("list a folder")
            close(copy)
            throw error
        }
        defer { closedir(stream) }
        var names: [FileName] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
            let length = strlen(start.assumingMemoryBound(to: CChar.self))
            if let name = FileName(bytes: UnsafeRawBufferPointer(start: start, count: length)) {
                names.append(name)
            }
        }
        guard errno == 0 else { throw FileError("list a folder") }
        return names.sorted()
    }

    /// Gives a file another name and folder in one step, unless that name is taken; does not touch the disk's cache.
    func move(_ name: FileName, to folder: OpenFolder, as newName: FileName) throws -> Move {
        let (old, new) = (name.terminated, newName.terminated)
        if linux_rename_noreplace(descriptor, old, folder.descriptor, new) == 0 { return .done }
        if errno == EINVAL {
            // Some network file systems cannot rename without replacing. A crash between these two steps leaves the
            // file under both names: found twice, never lost; its hash then tells that it was taken before.
            if linkat(descriptor, old, folder.descriptor, new, 0) == 0 {
                try system("move a file") { unlinkat(descriptor, old, 0) }
                return .done
            }
        }
        switch errno {
        case EEXIST: return .taken
        case ENOENT: return .missing
        default: throw FileError("move a file")
        }
    }

    enum Move: Equatable {
        case done
        /// Something else has the new name.
        case taken
        /// The file is not there any more, or the folder that it should go to.
        case missing
    }

    /// Gives a file another name in this folder or another; what had that name is replaced in the same step.
    func replace(_ newName: FileName, in folder: OpenFolder, with name: FileName) throws {
        try system("move a file") {
            renameat(descriptor, name.terminated, folder.descriptor, newName.terminated)
        }
    }

    func removeFile(_ name: FileName) throws {
        try system("remove a file") { unlinkat(descriptor, name.terminated, 0) }
    }

    /// Removes an empty folder.
    func removeFolder(_ name: FileName) throws {
        try system("remove a folder") { unlinkat(descriptor, name.terminated, AT_REMOVEDIR) }
    }

    /// Returns when the disk has the folder's names.
    func synchronize() throws {
        // Some network file systems have nothing to save for a folder, and say so by EINVAL.
        if fsync(descriptor) != 0, errno != EINVAL { throw FileError("save a folder to disk") }
    }
}
