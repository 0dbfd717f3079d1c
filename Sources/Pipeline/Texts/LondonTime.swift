package import Foundation
package import Minutes

/// Times as people in Europe/London read them.
package enum LondonTime {
    /// `Thursday 19 November 2026, 14:02`.
    package static func text(_ date: Date) -> String { "\(day(date)), \(clock(date))" }

    /// `14:02` on the day of `now`, with the day otherwise.
    package static func short(_ date: Date, now: Date) -> String {
        day(date) == day(now) ? clock(date) : "\(clock(date)) on \(day(date))"
    }

    /// `19 Nov 2026 14:02`, for columns.
    package static func stamp(_ date: Date) -> String {
        let parts = components(date)
        let month = month(parts.month ?? 1).prefix(3)
        return "\(parts.day ?? 0) \(month) \(parts.year ?? 0) \(clock(date))"
    }

    /// `19 Nov 2026`, for columns.
    package static func stamp(_ date: CalendarDate) -> String {
        "\(date.day) \(month(date.month).prefix(3)) \(date.year)"
    }

    /// The calendar day in London.
    package static func date(_ date: Date) -> CalendarDate {
        let parts = components(date)
        guard let day = CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
        else {
            preconditionFailure("the clock shows a day between 1900 and 2199")
        }
        return day
    }

    static func weekday(_ number: Int) -> String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][(number + 6) % 7]
    }

    static func month(_ number: Int) -> String {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ][(number + 11) % 12]
    }

    /// Seconds east of Greenwich, by the law in force since 1996, for machines without a time zone database.
    ///
    /// Summer time lasts from 1:00 UTC on the last Sunday of March to 1:00 UTC on the last Sunday of October.
    static func offsetByRule(at date: Date) -> Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let year = calendar.component(.year, from: date)
        func lastSunday(of month: Int) -> Date {
            // Both months have 31 days.
            let last = calendar.date(from: DateComponents(year: year, month: month, day: 31, hour: 1)) ?? date
            return last.addingTimeInterval(-Double(calendar.component(.weekday, from: last) - 1) * 86_400)
        }
        return (lastSunday(of: 3)..<lastSunday(of: 10)).contains(date) ? 3_600 : 0
    }

    private static func day(_ date: Date) -> String {
        let parts = components(date)
        let weekday = weekday((parts.weekday ?? 1) + 6)
        return "\(weekday) \(parts.day ?? 0) \(month(parts.month ?? 1)) \(parts.year ?? 0)"
    }

    private static func clock(_ date: Date) -> String {
        let parts = components(date)
        return [parts.hour ?? 0, parts.minute ?? 0].map { ($0 < 10 ? "0" : "") + String($0) }.joined(
            separator: ":"
        )
    }

    private static func components(_ date: Date) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone =
            TimeZone(identifier: "Europe/London") ?? TimeZone(secondsFromGMT: offsetByRule(at: date)) ?? .gmt
        return calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute], from: date)
    }
}
