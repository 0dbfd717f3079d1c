import Distribution
import Foundation
import Storage
import Synchronization
import Testing

@testable import Pipeline

@Suite(.timeLimit(.minutes(1)))
struct ResultRecorderTests {
    private final class Recorded: Sendable {
        let ids = Mutex<[Int64]>([])
    }

    private struct Broken: Error {}

    private func attempt(_ id: Int64) -> FinishedAttempt {
        FinishedAttempt(
            attemptID: id,
            result: AttemptResult(
                outcome: .accepted,
                stage: .final,
                reply: "queued",
                peer: "relay",
                finishedAt: PipelineFixture.start
            )
        )
    }

    @Test func `every result is recorded once, whichever task it comes from`() async throws {
        let recorded = Recorded()
        let recorder = ResultRecorder { batch in
            recorded.ids.withLock { $0 += batch.map(\.attemptID) }
        }
        async let running: Void = recorder.run()

        await withTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask { for id in 0..<50 { recorder.add(attempt(Int64(task * 50 + id))) } }
            }
        }
        recorder.finish()
        try await running

        #expect(recorded.ids.withLock { $0.sorted() } == Array(0..<400))
    }

    @Test func `results that come before it runs are recorded as well`() async throws {
        let recorded = Recorded()
        let recorder = ResultRecorder { batch in recorded.ids.withLock { $0 += batch.map(\.attemptID) } }
        recorder.add(attempt(1))
        recorder.finish()

        try await recorder.run()

        #expect(recorded.ids.withLock { $0 } == [1])
    }

    @Test func `what is wrong with the ledger ends it`() async throws {
        let recorder = ResultRecorder { _ in throw Broken() }
        recorder.add(attempt(1))
        recorder.finish()

        await #expect(throws: Broken.self) { try await recorder.run() }
    }
}
