import Distribution
import Foundation
import Logging
import Storage
import Synchronization

/// Brings results into the ledger as they come, several in one commit when they come quickly.
///
/// `add` may be called from any thread. `finish` returns when every result is on disk.
final class ResultRecorder: Sendable {
    private let waiting = Mutex<[FinishedAttempt]>([])
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation
    private let record: @Sendable ([FinishedAttempt]) throws -> Void

    init(record: @escaping @Sendable ([FinishedAttempt]) throws -> Void) {
        self.record = record
        (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    func add(_ attempt: FinishedAttempt) {
        waiting.withLock { $0.append(attempt) }
        signal.yield()
    }

    /// No more results come: `run` ends when it has recorded what is there.
    func finish() { signal.finish() }

    /// Records until `finish`.
    ///
    /// - Throws: what is wrong with the ledger; then nothing more may be sent.
    func run() async throws {
        for await _ in signals { try drain() }
        try drain()
    }

    private func drain() throws {
        let batch = waiting.withLock { attempts in
            defer { attempts = [] }
            return attempts
        }
        if !batch.isEmpty { try record(batch) }
    }
}
