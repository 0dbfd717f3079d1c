/// Finds times of day in text as the United Kingdom writes them.
enum TimeReader {
    /// The first time in the text, such as `3.15pm`, `1:30 pm`, `14.30`, `1400hrs`, `12 noon`, `half past two`.
    ///
    /// With `isLabelled` a label says that it is a time, so that `9` or `1000` alone may be one, and hours from 1 to 6
    /// without am or pm are of the afternoon, when offices meet. `nil` where the text has none.
    static func time(in text: String, isLabelled: Bool) -> ClockTime? {
        let tokens = Tokens(withoutDates(text))
        return tokens.words.indices.lazy.compactMap { time(tokens, $0, isLabelled: isLabelled) }.first
    }

    private static func time(_ tokens: Tokens, _ position: Int, isLabelled: Bool) -> ClockTime? {
        let word = tokens.words[position].text
        if word == "noon" || word == "midday" { return ClockTime(hour: 12, minute: 0) }
        if word == "midnight" { return ClockTime(hour: 0, minute: 0) }
        if let spoken = spoken(tokens, position) { return spoken }
        let (digits, suffix) = split(word)
        guard let number = Int(digits), !digits.isEmpty else { return nil }

        var half = suffix
        var hour = number
        var minute = 0
        var hasMinutes = false
        if digits.count == 4 || (digits.count == 3 && suffix != "") {
            // 1400hrs, 0930, 915am
            guard
                isLabelled || suffix == "hrs" || suffix == "h" || tokens.text(at: position + 1) == "hrs"
                    || tokens.text(at: position + 1) == "hours" || suffix == "am" || suffix == "pm"
            else { return nil }
            hour = number / 100
            minute = number % 100
            hasMinutes = true
        } else if digits.count > 2 {
            return nil
        } else if suffix.isEmpty, let next = tokens.text(at: position + 1), isJoined(tokens, position) {
            let (more, tail) = split(next)
            if more.count == 2, let value = Int(more), value < 60 {
                minute = value
                hasMinutes = true
                half = tail
                if half.isEmpty { half = meridiem(tokens, position + 2) }
            }
        } else if suffix.isEmpty {
            half = meridiem(tokens, position + 1)
            if half.isEmpty { half = halfOfRange(tokens, position, hour: hour) }
        }
        if !hasMinutes, half.isEmpty {
            if tokens.text(at: position + 1) == "noon" { return ClockTime(hour: 12, minute: 0) }
            if tokens.text(at: position + 1) == "oclock" { half = partOfDay(tokens, after: position + 1) }
            guard isLabelled || tokens.text(at: position + 1) == "oclock" else { return nil }
        }
        if half.isEmpty { half = partOfDay(tokens, after: position + 1) }
        switch half {
        case "am", "a": if hour == 12 { hour = 0 }
        case "pm", "p": if hour < 12 { hour += 12 }
        case "", "hrs", "h", "hours":
            if isLabelled, half.isEmpty, (1...6).contains(hour), digits.first != "0" { hour += 12 }
        default: return nil
        }
        return ClockTime(hour: hour, minute: minute)
    }

    /// "half past two", "quarter to three", "two o'clock".
    private static func spoken(_ tokens: Tokens, _ position: Int) -> ClockTime? {
        let numbers = [
            "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
            "ten": 10, "eleven": 11, "twelve": 12,
        ]
        let word = tokens.words[position].text
        func hour(at place: Int) -> Int? {
            tokens.text(at: place).flatMap {
                numbers[$0] ?? (Int($0).flatMap { (1...12).contains($0) ? $0 : nil })
            }
        }
        func afternoon(_ hour: Int, after place: Int) -> Int {
            let part = partOfDay(tokens, after: place)
            if part == "pm" { return hour < 12 ? hour + 12 : hour }
            return part.isEmpty && (1...6).contains(hour) ? hour + 12 : hour
        }
        if word == "half", tokens.text(at: position + 1) == "past", let value = hour(at: position + 2) {
            return ClockTime(hour: afternoon(value, after: position + 2), minute: 30)
        }
        if word == "quarter", let value = hour(at: position + 2) {
            if tokens.text(at: position + 1) == "past" {
                return ClockTime(hour: afternoon(value, after: position + 2), minute: 15)
            }
            if tokens.text(at: position + 1) == "to" {
                return ClockTime(hour: afternoon(value, after: position + 2) - 1, minute: 45)
            }
        }
        if let value = numbers[word], tokens.text(at: position + 1) == "oclock" {
            return ClockTime(hour: afternoon(value, after: position + 1), minute: 0)
        }
        return nil
    }

    /// "10-11.30am", "1 – 2pm", "11-1pm": the half of the day is written at the end of the range.
    private static func halfOfRange(_ tokens: Tokens, _ position: Int, hour: Int) -> String {
        guard (1...12).contains(hour), let next = tokens.text(at: position + 1) else { return "" }
        let mark = tokens.text[
            tokens.words[position].range.upperBound..<tokens.words[position + 1].range.lowerBound
        ].trimmed
        guard ["-", "–", "to"].contains(mark) || mark.isEmpty && next == "to" else { return "" }
        let start = next == "to" ? position + 2 : position + 1
        for place in start...(start + 1) {
            guard let word = tokens.text(at: place) else { return "" }
            let (digits, suffix) = split(word)
            guard let end = Int(tokens.text(at: start).map { split($0).0 } ?? ""), !digits.isEmpty else {
                return ""
            }
            let half = suffix.isEmpty ? meridiem(tokens, place + 1) : suffix
            guard half == "am" || half == "pm" else { continue }
            // "11-1pm" begins in the morning.
            return half == "pm" && hour > end % 12 && hour != 12 ? "am" : half
        }
        return ""
    }

    private static func meridiem(_ tokens: Tokens, _ position: Int) -> String {
        guard let word = tokens.text(at: position) else { return "" }
        if ["am", "pm", "hrs", "hours"].contains(word) { return word }
        if word == "a" || word == "p", tokens.text(at: position + 1) == "m" { return word }
        return ""
    }

    private static func partOfDay(_ tokens: Tokens, after position: Int) -> String {
        let ahead = (position...(position + 4)).compactMap { tokens.text(at: $0) }
        if ahead.contains("afternoon") || ahead.contains("evening") { return "pm" }
        if ahead.contains("morning") { return "am" }
        return ""
    }

    private static func split(_ word: String) -> (String, String) {
        let digits = word.prefix { ("0"..."9").contains($0) }
        return (String(digits), String(word.dropFirst(digits.count)))
    }

    private static func isJoined(_ tokens: Tokens, _ position: Int) -> Bool {
        let between = tokens.text[
            tokens.words[position].range.upperBound..<tokens.words[position + 1].range.lowerBound
        ]
        return between == ":" || between == "." || between == "·"
    }

    /// Dates are taken out first, so that `03.11.2026` is not eleven minutes past three.
    private static func withoutDates(_ text: String) -> String {
        let tokens = Tokens(text)
        var result = text
        for found in DateReader.dates(in: tokens).reversed() {
            guard let first = tokens.words[found.words].first, let last = tokens.words[found.words].last
            else { continue }
            let end =
                tokens.text[last.range.upperBound...].first == "."
                ? last.range.upperBound : last.range.upperBound
            result.replaceSubrange(first.range.lowerBound..<end, with: " , ")
        }
        return result
    }
}
