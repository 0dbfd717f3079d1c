internal import Dispatch
internal import Foundation
internal import NIOConcurrencyHelpers

/// A thread of its own for work that blocks.
///
/// A slow relay may hold a session for minutes. On the cooperative pool, which has two threads on a small machine, two
/// such sessions would stop the whole daemon.
final class SessionExecutor: SerialExecutor {
    private let work = NIOLockedValueBox(Work())
    private let ready = DispatchSemaphore(value: 0)

    init() {
        Thread { [work, ready] in Self.run(work, ready) }.start()
    }

    deinit {
        work.withLockedValue { $0.isOver = true }
        ready.signal()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let me = asUnownedSerialExecutor()
        later { job.runSynchronously(on: me) }
    }

    /// Runs the closure on the thread, after what is already waiting.
    func later(_ item: @escaping @Sendable () -> Void) {
        work.withLockedValue { $0.items.append(item) }
        ready.signal()
    }

    func checkIsolated() {
        precondition(work.withLockedValue { $0.thread } == pthread_self(), "a session runs on its own thread")
    }

    private static func run(_ work: NIOLockedValueBox<Work>, _ ready: DispatchSemaphore) {
        work.withLockedValue { $0.thread = pthread_self() }
        while true {
            ready.wait()
            // In a scope of its own, so that what the item holds is released before the next wait.
            guard let item = work.withLockedValue({ $0.next() }) else { return }
            item()
        }
    }

    private struct Work {
        var items: [@Sendable () -> Void] = []
        var thread: pthread_t?
        var isOver = false

        mutating func next() -> (@Sendable () -> Void)? {
            items.isEmpty ? nil : items.removeFirst()
        }
    }
}
