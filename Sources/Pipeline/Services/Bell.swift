import Foundation

/// Wakes loops that wait for work: rung when something may be due, heard by everybody who waits.
///
/// A ring before the wait is not lost: it ends the next wait at once.
package actor Bell {
    private var rings = 0
    private var waiting: [UUID: CheckedContinuation<Void, Never>] = [:]

    package init() {}

    /// Rings from anywhere, without waiting.
    package nonisolated func ring() { Task { await strike() } }

    private func strike() {
        rings += 1
        for continuation in waiting.values { continuation.resume() }
        waiting = [:]
    }

    /// How often it has rung; pass it to the next wait.
    package var count: Int { rings }

    /// Returns when it has rung since `count`, when `deadline` has come, or when the task is cancelled.
    package func wait(since count: Int, until deadline: ContinuousClock.Instant) async {
        guard rings == count else { return }
        let id = UUID()
        let timer = Task {
            try? await Task.sleep(until: deadline, clock: .continuous)
            release(id)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled || rings != count {
                    continuation.resume()
                } else {
                    waiting[id] = continuation
                }
            }
        } onCancel: {
            Task { await release(id) }
        }
        timer.cancel()
    }

    private func release(_ id: UUID) { waiting.removeValue(forKey: id)?.resume() }
}
