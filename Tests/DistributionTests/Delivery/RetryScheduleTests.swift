import Distribution
import Foundation
import Testing

struct RetryScheduleTests {
    private static let start = Date(timeIntervalSince1970: 1_795_000_000)
    private let schedule = RetrySchedule(waits: [60, 300, 900], giveUp: 3600)

    @Test(arguments: [(1, 60.0), (2, 300), (3, 900), (4, 900), (40, 900), (0, 60), (-3, 60)])
    func `the waits are taken in order, and the last one repeats`(attempt: Int, wait: TimeInterval) {
        let turn = schedule.next(afterAttempt: attempt, at: Self.start, firstDue: Self.start)

        #expect(turn == .again(Self.start + wait))
    }

    @Test func `the other side can ask for a longer wait, never for a shorter one`() {
        func turn(_ wish: TimeInterval) -> RetrySchedule.Turn {
            schedule.next(
                afterAttempt: 2,
                at: Self.start,
                firstDue: Self.start,
                notBefore: Self.start + wish
            )
        }

        #expect(turn(600) == .again(Self.start + 600))
        #expect(turn(1) == .again(Self.start + 300))
        #expect(turn(-600) == .again(Self.start + 300))
    }

    @Test func `a turn that would come after the time allowed is not taken`() {
        func turn(at seconds: TimeInterval, wish: TimeInterval? = nil) -> RetrySchedule.Turn {
            schedule.next(
                afterAttempt: 3,
                at: Self.start + seconds,
                firstDue: Self.start,
                notBefore: wish.map { Self.start + $0 }
            )
        }

        #expect(turn(at: 2700) == .again(Self.start + 3600))
        #expect(turn(at: 2701) == .giveUp)
        #expect(turn(at: 0, wish: 3601) == .giveUp)
    }

    @Test func `the shipped schedule is that of the design`() {
        let shipped = RetrySchedule()

        #expect(shipped.waits == [60, 300, 900, 3600, 7200, 14400, 28800])
        #expect(shipped.giveUp == 2 * 86400)
    }
}
