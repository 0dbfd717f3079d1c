internal import Foundation
internal import Glibc

/// Holds a folder for this process alone, for as long as it lives; the kernel lets go when the process dies.
final class OwnerLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `LedgerError.inUse` when another process holds it.
    init(file: URL, folder: URL) throws {
        // Not inherited: a child that outlives the daemon must not keep the ledger.
        descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw LedgerError.cannotOpen(folder: folder.path, why: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            throw reason == EWOULDBLOCK
                ? LedgerError.inUse(folder: folder.path)
                : LedgerError.cannotOpen(folder: folder.path, why: String(cString: strerror(reason)))
        }
    }

    deinit { close(descriptor) }
}
