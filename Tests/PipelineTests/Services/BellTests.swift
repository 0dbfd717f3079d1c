import Foundation
import Pipeline
import Testing

@Suite(.timeLimit(.minutes(1)))
struct BellTests {
    private static var never: ContinuousClock.Instant { .now.advanced(by: .seconds(3600)) }

    @Test func `a ring wakes everybody who waits`() async {
        let bell = Bell()
        let count = await bell.count
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<5 { group.addTask { await bell.wait(since: count, until: Self.never) } }
            bell.ring()
            await group.waitForAll()
        }
    }

    @Test func `a ring before the wait is not lost`() async {
        let bell = Bell()
        let count = await bell.count
        bell.ring()

        await bell.wait(since: count, until: Self.never)

        #expect(await bell.count == count + 1)
    }

    @Test func `the deadline ends a wait without a ring`() async {
        let bell = Bell()

        await bell.wait(since: await bell.count, until: .now.advanced(by: .milliseconds(1)))

        #expect(await bell.count == 0)
    }

    @Test func `a cancelled task does not wait`() async {
        let bell = Bell()
        let task = Task { await bell.wait(since: 0, until: Self.never) }
        task.cancel()

        await task.value
    }
}
