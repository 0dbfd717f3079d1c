internal import Foundation

/// The endpoint's wish when to be asked again (RFC 9110 section 10.2.3): seconds or an HTTP date.
enum RetryAfter {
    /// Nobody may put a delivery off for longer than a day.
    static let most: TimeInterval = 86400

    /// Returns `nil` for what is not understood or lies in the past.
    static func date(_ value: String, at now: Date) -> Date? {
        let text = value.trimmingCharacters(in: .whitespaces)
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            let seconds = min(Double(text) ?? most, most)
            return seconds > 0 ? now.addingTimeInterval(seconds) : nil
        }
        guard let date = parse(text), date > now else { return nil }
        return min(date, now.addingTimeInterval(most))
    }

    /// The one form that RFC 9110 lets a server make: `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func parse(_ text: String) -> Date? {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return format.date(from: text)
    }
}
