import Glibc

/// What the file system said about one name at one moment; nothing was opened for it.
package struct FileSnapshot: Equatable, Sendable {
    package var name: FileName
    package var kind: Kind
    /// Bytes.
    package var size: Int64
    package var modified: Time
    package var inode: UInt64
    package var device: UInt64
    /// Names that the file has; more than one means that somebody else can still change it.
    package var links: UInt64

    package init(
        name: FileName,
        kind: Kind,
        size: Int64,
        modified: Time,
        inode: UInt64,
        device: UInt64,
        links: UInt64 = 1
    ) {
        self.name = name
        self.kind = kind
        self.size = size
        self.modified = modified
        self.inode = inode
        self.device = device
        self.links = links
    }

    init(name: FileName, status: stat) {
        self.init(
            name: name,
            kind: Kind(mode: status.st_mode),
            size: Int64(status.st_size),
            modified: Time(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec),
            inode: UInt64(status.st_ino),
            device: UInt64(status.st_dev),
            links: UInt64(status.st_nlink)
        )
    }

    /// The same file with the same content, as far as that shows without reading; the name does not matter.
    func isUnchanged(since earlier: FileSnapshot) -> Bool {
        kind == earlier.kind && size == earlier.size && modified == earlier.modified
            && inode == earlier.inode && device == earlier.device
    }

    package enum Kind: Equatable, Sendable {
        case file
        case folder
        case link
        /// A device, FIFO or socket.
        case special

        init(mode: mode_t) {
            switch mode & S_IFMT {
            case S_IFREG: self = .file
            case S_IFDIR: self = .folder
            case S_IFLNK: self = .link
            default: self = .special
            }
        }
    }

    /// A modification time as it is; only ever compared for equality, since others set it as they like.
    package struct Time: Equatable, Sendable {
        package var seconds: Int
        package var nanoseconds: Int

        package init(seconds: Int, nanoseconds: Int = 0) {
            self.seconds = seconds
            self.nanoseconds = nanoseconds
        }
    }
}
