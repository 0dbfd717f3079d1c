import Foundation

/// The lines that the daemon logs, each with the moment at which it was there to be read.
struct DaemonLog: Sendable {
    let lines: AsyncStream<Line>

    struct Line: Sendable {
        var text: String
        var at: ContinuousClock.Instant

        var isTakenIn: Bool { text.contains("file taken in") }
        var isAccepted: Bool { text.contains("delivery.state=accepted") }
    }

    /// Reads until the other end is closed.
    init(_ handle: FileHandle) {
        let (lines, continuation) = AsyncStream<Line>.makeStream()
        self.lines = lines
        // Reading blocks, so it has a thread of its own.
        Thread.detachNewThread {
            var rest = Data()
            while case let data = handle.availableData, !data.isEmpty {
                let now = ContinuousClock.now
                rest += data
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    continuation.yield(Line(text: String(decoding: rest[..<end], as: UTF8.self), at: now))
                    rest = Data(rest[rest.index(after: end)...])
                }
            }
            continuation.finish()
        }
    }
}
