import Testing

@testable import Pipeline

struct FileSystemKindTests {
    /// Numbers as statfs(2) lists them; SMB's have the top bit set.
    @Test(arguments: [
        (0xEF53 as Int64, FileSystemKind.local), (0x5846_5342, .local), (0x0102_1994, .local),
        (0x6969, .network("NFS")),
        (0xFF53_4D42, .network("SMB")), (-0x01AC_B2BE, .network("SMB")), (0x6573_5546, .network("FUSE")),
    ])
    func `file systems that raise no events are known`(_ type: Int64, _ expected: FileSystemKind) {
        #expect(FileSystemKind(type: type) == expected)
    }

    @Test func `the kind of a real folder can be asked for`() throws {
        #expect(throws: Never.self) { try FileSystemKind(of: OpenFolder(path: "/")) }
    }
}
