import Glibc

/// A system call on a file that failed, in words for people and without the file's name.
package struct FileError: Error, Equatable, CustomStringConvertible {
    /// `errno`.
    package let code: Int32
    /// What was tried, as in "Could not open the inbox".
    package let action: String

    init(_ action: String, code: Int32 = errno) {
        self.code = code
        self.action = action
    }

    /// No room is left on the file system, or in a quota.
    package var isFull: Bool { code == ENOSPC || code == EDQUOT }

    /// The folder is not there, or the share that it lies on is gone.
    package var isGone: Bool {
        [ENOENT, ENOTDIR, ESTALE, ENOTCONN, EHOSTDOWN, EHOSTUNREACH, ENODEV, ENXIO, EIO, ETIMEDOUT].contains(
            code
        )
    }

    package var description: String { "Could not \(action): \(reason). \(remedy)" }

    private var reason: String { String(cString: strerror(code)) }

    private var remedy: String {
        switch code {
        case ENOSPC, EDQUOT: "Make room on the disk; it is tried again by itself."
        case EACCES, EPERM: "Give the service's account the right to do so; it is tried again by itself."
        case EROFS: "The file system is read-only: mount it for writing; it is tried again by itself."
        case EMFILE, ENFILE: "Raise the limit of open files; it is tried again by itself."
        default: "Check the disk or the network share; it is tried again by itself."
        }
    }
}

/// Runs a system call until no signal cuts it short; -1 is thrown as an error.
@discardableResult
func system<Number: SignedInteger>(_ action: String, _ call: () -> Number) throws -> Number {
    while true {
        let answer = call()
        if answer >= 0 { return answer }
        guard errno == EINTR else { throw FileError(action) }
    }
}
