package import struct Foundation.Date
package import struct Foundation.TimeInterval

/// When a delivery is tried again: a list that a person can predict, with no formula and no jitter.
package struct RetrySchedule: Codable, Equatable, Sendable {
    /// Waits after the first, second, … failed attempt, in seconds; the last one repeats.
    package var waits: [TimeInterval]
    /// Seconds after the delivery was first due at which it expires.
    package var giveUp: TimeInterval

    package init(
        waits: [TimeInterval] = [60, 300, 900, 3600, 7200, 14400, 28800],
        giveUp: TimeInterval = 172_800
    ) {
        self.waits = waits
        self.giveUp = giveUp
    }

    /// What follows the `attempt`th failed attempt, counted from 1.
    ///
    /// `notBefore` is the other side's own wish (`Retry-After`), which can only lengthen the wait.
    package func next(
        afterAttempt attempt: Int,
        at now: Date,
        firstDue: Date,
        notBefore: Date? = nil
    ) -> Turn {
        let wait = waits.isEmpty ? 3600 : waits[min(max(attempt, 1), waits.count) - 1]
        let due = max(now.addingTimeInterval(wait), notBefore ?? now)
        return due > firstDue.addingTimeInterval(giveUp) ? .giveUp : .again(due)
    }

    package enum Turn: Equatable, Sendable {
        case again(Date)
        case giveUp
    }
}
