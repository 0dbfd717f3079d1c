internal import Dispatch

/// A thread of its own for work that blocks, outside the cooperative pool, which has two threads on a small machine.
final class SessionExecutor: SerialExecutor {
    let queue = DispatchQueue(label: "minuted.session")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
