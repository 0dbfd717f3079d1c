import Foundation

/// A file descriptor that whole lines are written to, one at a time, from any thread.
final class LineStream: Sendable {
    private let descriptor: Int32
    private let lock = NSLock()

    /// - Parameter descriptor: stays the caller's to close.
    init(descriptor: Int32) { self.descriptor = descriptor }

    func write(_ line: [UInt8]) {
        lock.withLock {
            var rest = line[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EINTR {
                    // A log that cannot be written must not stop the minutes, and there is nowhere to say so.
                    return
                }
            }
        }
    }
}
