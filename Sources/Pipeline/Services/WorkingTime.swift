package import Foundation

/// Counts time in office hours: Monday to Friday, 9:00 to 17:00 in Europe/London.
package enum WorkingTime {
    private static let opens = 9.0 * 3600
    private static let closes = 17.0 * 3600

    /// The moment at which `seconds` of office hours have passed since `start`.
    package static func adding(_ seconds: TimeInterval, to start: Date) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        var left = seconds
        var moment = start
        // A day a turn: no alert waits longer than a year.
        for _ in 0..<366 {
            let midnight = calendar.startOfDay(for: moment)
            let weekday = calendar.component(.weekday, from: moment)
            let from = max(moment, midnight.addingTimeInterval(opens))
            let until = midnight.addingTimeInterval(closes)
            if (2...6).contains(weekday), from < until {
                let room = until.timeIntervalSince(from)
                if left <= room { return from.addingTimeInterval(left) }
                left -= room
            }
            guard let next = calendar.date(byAdding: .day, value: 1, to: midnight) else { break }
            moment = next
        }
        return moment
    }
}
