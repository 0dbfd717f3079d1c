/// Finds times of day in text as the United Kingdom writes them.
///
/// Hours from 1 to 6 with neither am nor pm are of the afternoon, when offices meet.
enum TimeReader {
    /// The first time in the text, such as `3.15pm`, `1:30 pm`, `14.30`, `1400hrs`, `12 noon`, `half past two`.
    ///
    /// With `isLabelled` a label says that it is a time, so that `9` or `1000` alone may be one. `nil` where the text
    /// has none.
    static func time(in text: String, isLabelled: Bool) -> ClockTime? {
        let tokens = Tokens(withoutDates(text))
        return tokens.words.indices.lazy.compactMap { position in
            named(tokens, position) ?? spoken(tokens, position)
                ?? written(tokens, position, isLabelled: isLabelled)
        }.first
    }

    /// The four digits right behind a day, which say when it began: "11.11.26 1530", "23 November 2026 at 0930".
    static func time(behindDateIn tokens: Tokens) -> ClockTime? {
        DateReader.dates(in: tokens, year: { _ in 2024 }).lazy.compactMap { found in
            var next = found.words.upperBound
            if ["at", "from", "start"].contains(tokens.text(at: next) ?? "") { next += 1 }
            guard let word = tokens.text(at: next), word.count == 4, let number = Int(word),
                tokens.between(next - 1).allSatisfy({ $0.isWhitespace || ",@–-(".contains($0) })
            else { return nil }
            return ClockTime(hour: number / 100, minute: number % 100)
        }.first
    }

    private static func named(_ tokens: Tokens, _ position: Int) -> ClockTime? {
        switch tokens.words[position].text {
        case "noon", "midday", "12noon": ClockTime(hour: 12, minute: 0)
        case "midnight": ClockTime(hour: 0, minute: 0)
        default: nil
        }
    }

    private static func spoken(_ tokens: Tokens, _ position: Int) -> ClockTime? {
        guard let found = SpokenTime.read(tokens, position) else { return nil }
        let half = meridiem(tokens, found.end)
        return time(
            hour: found.hour,
            minute: found.minute,
            half: half.isEmpty ? partOfDay(tokens, around: found.end) : half
        )
    }

    /// Digits, with or without minutes, "am" and "hrs".
    private static func written(_ tokens: Tokens, _ position: Int, isLabelled: Bool) -> ClockTime? {
        let (digits, suffix) = split(tokens.words[position].text)
        guard let number = Int(digits) else { return nil }
        if digits.count == 3 || digits.count == 4 {
            // 1400hrs, 0930, 915am, 1430-1600hrs
            let end = isRange(tokens, position) ? position + 2 : position + 1
            let half = suffix.isEmpty ? meridiem(tokens, position + 1) : suffix
            let isMarked =
                !half.isEmpty
                || end > position + 1
                    && ["hrs", "h", "hours"].contains(split(tokens.text(at: position + 1) ?? "").1)
                || ["hrs", "hours"].contains(tokens.text(at: end) ?? "")
            guard isMarked || isLabelled && digits.count == 4 && mayStandAlone(tokens, position) else {
                return nil
            }
            return time(hour: number / 100, minute: number % 100, half: half, isPadded: digits.count == 4)
        }
        guard digits.count <= 2 else { return nil }
        if suffix.isEmpty, let (minute, end, tail) = minutes(tokens, position) {
            var half = tail.isEmpty ? meridiem(tokens, end) : tail
            if half.isEmpty { half = halfOfRange(tokens, from: end - 1, hour: number) }
            return time(hour: number, minute: minute, half: half, digits: digits, tokens, end)
        }
        if suffix.hasPrefix("h"), let minute = Int(suffix.dropFirst()), suffix.count == 3 {
            return time(hour: number, minute: minute, half: "hrs")
        }
        var half = suffix.isEmpty ? meridiem(tokens, position + 1) : suffix
        if half.isEmpty { half = halfOfRange(tokens, from: position, hour: number) }
        // "2 hours" is how long it took.
        guard !["hrs", "hours", "h"].contains(half) else { return nil }
        if half.isEmpty {
            if tokens.text(at: position + 1) == "noon" { return ClockTime(hour: 12, minute: 0) }
            guard isLabelled, mayStandAlone(tokens, position) else { return nil }
        }
        return time(hour: number, minute: 0, half: half, digits: digits, tokens, position + 1)
    }

    private static func time(
        hour: Int,
        minute: Int,
        half: String,
        digits: String,
        _ tokens: Tokens,
        _ end: Int
    ) -> ClockTime? {
        time(
            hour: hour,
            minute: minute,
            half: half.isEmpty ? partOfDay(tokens, around: end) : half,
            isPadded: digits.first == "0"
        )
    }

    private static func time(hour: Int, minute: Int, half: String, isPadded: Bool = false) -> ClockTime? {
        var hour = hour
        switch half {
        case "am", "a": if hour == 12 { hour = 0 }
        case "pm", "p": if hour < 12 { hour += 12 }
        case "hrs", "h", "hours": break
        case "": if (1...6).contains(hour), !isPadded { hour += 12 }
        default: return nil
        }
        return ClockTime(hour: hour, minute: minute)
    }

    // MARK: Parts

    /// The minutes behind a colon or a dot, with the word after them and what is glued to them.
    private static func minutes(_ tokens: Tokens, _ position: Int) -> (Int, end: Int, tail: String)? {
        guard let next = tokens.text(at: position + 1),
            [":", ".", "·", ";"].contains(tokens.between(position))
        else { return nil }
        let (digits, tail) = split(next)
        guard digits.count == 2, let minute = Int(digits), minute < 60 else { return nil }
        // 13.11.26 that is no day, 1.30.2: no time either.
        if [".", "/"].contains(tokens.between(position + 1)) { return nil }
        return (minute, position + 2, tail)
    }

    private static let beforeBareTimes: Set<String> = [
        "from", "at", "about", "approx", "approximately", "circa", "c", "time", "start", "started",
        "starting", "begins", "began", "commenced",
    ]

    /// A number alone is a time only where nothing else comes before it: not the 4 of "Room 4".
    private static func mayStandAlone(_ tokens: Tokens, _ position: Int) -> Bool {
        position == 0 || beforeBareTimes.contains(tokens.words[position - 1].text)
    }

    private static func isRange(_ tokens: Tokens, _ position: Int) -> Bool {
        guard position + 1 < tokens.count else { return false }
        return ["-", "–", "—"].contains(tokens.between(position).trimmed)
    }

    /// "10-11.30am", "1.30 – 3pm", "11-1pm": the half of the day is written at the end of the range.
    private static func halfOfRange(_ tokens: Tokens, from position: Int, hour: Int) -> String {
        guard (1...12).contains(hour), let next = tokens.text(at: position + 1) else { return "" }
        let isWord = ["to", "until", "till", "til"].contains(next)
        guard isRange(tokens, position) || isWord && tokens.between(position).trimmed.isEmpty else {
            return ""
        }
        let start = isWord ? position + 2 : position + 1
        guard let end = Int(tokens.text(at: start).map { split($0).0 } ?? "") else { return "" }
        for place in start...(start + 1) {
            guard let word = tokens.text(at: place) else { return "" }
            let (digits, suffix) = split(word)
            guard !digits.isEmpty else { return "" }
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

    /// "at 2 in the afternoon", "on the afternoon of 5 November, from two".
    private static func partOfDay(_ tokens: Tokens, around position: Int) -> String {
        let parts = ["afternoon": "pm", "evening": "pm", "night": "pm", "morning": "am"]
        let ahead = (position...(position + 3)).lazy.compactMap { tokens.text(at: $0) }
        if let part = ahead.compactMap({ parts[$0] }).first { return part }
        for place in (max(0, position - 12)..<position).reversed() where tokens.text(at: place + 1) == "of" {
            if let part = tokens.text(at: place).flatMap({ parts[$0] }) { return part }
        }
        return ""
    }

    private static func split(_ word: String) -> (String, String) {
        let digits = word.prefix { ("0"..."9").contains($0) }
        return (String(digits), String(word.dropFirst(digits.count)))
    }

    /// Dates are taken out first, so that `03.11.2026` is not eleven minutes past three.
    private static func withoutDates(_ text: String) -> String {
        let tokens = Tokens(text)
        var result = text
        for found in DateReader.dates(in: tokens, year: { _ in 2024 }).reversed() {
            guard let first = tokens.words[found.words].first, let last = tokens.words[found.words].last
            else { continue }
            result.replaceSubrange(first.range.lowerBound..<last.range.upperBound, with: " , ")
        }
        return result
    }
}

extension Tokens {
    /// What stands between this word and the next; "" at the end.
    func between(_ position: Int) -> Substring {
        guard position >= 0, position + 1 < count else { return "" }
        return text[words[position].range.upperBound..<words[position + 1].range.lowerBound]
    }
}
