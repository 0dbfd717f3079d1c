package import Foundation
import Glibc

/// A descriptor of a file, closed with its last user.
package final class OpenFile: Sendable {
    let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// What the open file is now, whatever its name leads to.
    func snapshot(named name: FileName) throws -> FileSnapshot {
        var status = stat()
        try system("look at an open file") { fstat(descriptor, &status) }
        return FileSnapshot(name: name, status: status)
    }

    /// Hands over all bytes, from the first one on, in pieces of 256 kB.
    func forEachPiece(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        var offset: off_t = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 * 1_024, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try system("read a file") {
                pread(descriptor, buffer.baseAddress, buffer.count, offset)
            }
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += off_t(count)
        }
    }

    /// All bytes of a file that is known to be small enough.
    package func contents() throws -> Data {
        var data = Data()
        try forEachPiece { data.append(contentsOf: $0) }
        return data
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = try system("write a file") { Glibc.write(descriptor, rest.baseAddress, rest.count) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Returns when the disk has the content.
    func synchronize() throws { try system("save a file to disk") { fsync(descriptor) } }
}
