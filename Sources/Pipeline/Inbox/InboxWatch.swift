@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Wakes the inbox's loop when something happens in the folder.
///
/// Events only wake: what happened is found by looking, so that lost, merged and misleading events do no harm, nor
/// does a folder whose file system raises none. Wake-ups that nobody has taken yet count as one.
package final class InboxWatch: Sendable {
    /// Ends with the watch, or when the task that waits is cancelled.
    package let wakeUps: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let events: OpenFile
    /// The kernel's number for the watched folder; -1 for none.
    private let watched = Atomic<Int32>(-1)

    /// Starts to listen, to no folder yet: call `renew` before the first look.
    package init() throws {
        events = OpenFile(
            descriptor: try system("watch a folder") { inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) }
        )
        (wakeUps, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        Self.listen(to: events, waking: continuation)
    }

    deinit { continuation.finish() }

    /// Watches the folder that has this path now; for every look, since the folder may have been replaced.
    ///
    /// Throws `FileError` if it cannot be watched, which rescans make good.
    package func renew(path: String) throws {
        let number = inotify_add_watch(events.descriptor, path, Self.events)
        let error = FileError("watch the inbox")
        let before = watched.exchange(number, ordering: .relaxed)
        // Of another folder that had this path before. The kernel may have dropped it already, which is as good.
        if before >= 0, before != number { inotify_rm_watch(events.descriptor, before) }
        guard number >= 0 else { throw error }
    }

    /// `IN_CREATE` is there for hard links, `IN_DELETE` for owner files that go away; what happens to the folder
    /// itself, a full queue and a lost watch are told without being asked for.
    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
    )

    /// The handlers are `@Sendable`: they run on a queue of Dispatch, whatever the caller's actor is.
    private static func listen(to events: OpenFile, waking continuation: AsyncStream<Void>.Continuation) {
        let source = DispatchSource.makeReadSource(fileDescriptor: events.descriptor)
        source.setEventHandler { @Sendable in
            drain(events)
            continuation.yield()
        }
        // The descriptor must stay open until the source has let go of it.
        source.setCancelHandler { @Sendable in withExtendedLifetime(events) {} }
        continuation.onTermination = { @Sendable _ in source.cancel() }
        source.activate()
    }

    private static func drain(_ events: OpenFile) {
        withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
            while read(events.descriptor, buffer.baseAddress, buffer.count) > 0 {}
        }
    }
}
