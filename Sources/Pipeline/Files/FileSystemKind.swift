import CLinux

/// What kind of file system a folder lies on, because shares raise no events for what others write.
package enum FileSystemKind: Equatable, Sendable {
    case local
    /// With the usual name, such as "NFS"; found by rescans only.
    case network(String)

    /// Numbers of `<linux/magic.h>` and statfs(2).
    init(type: Int64) {
        switch UInt32(truncatingIfNeeded: type) {
        case 0x6969: self = .network("NFS")
        case 0xFF53_4D42, 0xFE53_4D42, 0x517B: self = .network("SMB")
        case 0x6573_5546: self = .network("FUSE")
        case 0x0102_1997: self = .network("9p")
        case 0x5346_414F: self = .network("AFS")
        case 0x00C3_6400: self = .network("Ceph")
        default: self = .local
        }
    }

    init(of folder: OpenFolder) throws {
        var type: Int64 = 0
        try system("look at a file system") { linux_file_system_type(folder.descriptor, &type) }
        self.init(type: type)
    }
}
