/// A time of day in words: "half past two", "quarter to three", "two o'clock", "nine thirty", "ten past 4".
struct SpokenTime {
    /// From 1 to 12.
    var hour: Int
    var minute: Int
    /// The word behind it.
    var end: Int

    static func read(_ tokens: Tokens, _ position: Int) -> SpokenTime? {
        past(tokens, position) ?? oclock(tokens, position) ?? named(tokens, position)
    }

    /// "half past two", "half two", "quarter past two", "twenty to three", "twenty five past ten".
    private static func past(_ tokens: Tokens, _ position: Int) -> SpokenTime? {
        var next = position + 1
        var minutes = fractions[tokens.words[position].text]
        // "10 past 4", but not the "5 to 10" of minutes or people.
        if tokens.text(at: next) == "past" {
            minutes = minutes ?? ["5": 5, "10": 10, "20": 20, "25": 25][tokens.words[position].text]
        }
        if minutes == 20, tokens.text(at: next) == "five" {
            minutes = 25
            next += 1
        }
        guard let minutes else { return nil }
        if tokens.text(at: next) == "minutes" { next += 1 }
        if minutes == 30, let hour = hour(tokens, next), tokens.text(at: next).flatMap({ hours[$0] }) != nil {
            return SpokenTime(hour: hour, minute: 30, end: next + 1)
        }
        guard let hour = hour(tokens, next + 1) else { return nil }
        switch tokens.text(at: next) {
        case "past": return SpokenTime(hour: hour, minute: minutes, end: next + 2)
        case "to":
            return SpokenTime(hour: hour == 1 ? 12 : hour - 1, minute: 60 - minutes, end: next + 2)
        default: return nil
        }
    }

    /// "two o'clock", "2 o’clock".
    private static func oclock(_ tokens: Tokens, _ position: Int) -> SpokenTime? {
        guard let hour = hour(tokens, position) else { return nil }
        if tokens.text(at: position + 1) == "oclock" {
            return SpokenTime(hour: hour, minute: 0, end: position + 2)
        }
        guard tokens.text(at: position + 1) == "o", tokens.text(at: position + 2) == "clock" else {
            return nil
        }
        return SpokenTime(hour: hour, minute: 0, end: position + 3)
    }

    /// "nine thirty", "eleven am".
    private static func named(_ tokens: Tokens, _ position: Int) -> SpokenTime? {
        guard let hour = hours[tokens.words[position].text], let next = tokens.text(at: position + 1) else {
            return nil
        }
        if let minutes = ["fifteen": 15, "thirty": 30][next] {
            return SpokenTime(hour: hour, minute: minutes, end: position + 2)
        }
        if next == "forty", tokens.text(at: position + 2) == "five" {
            return SpokenTime(hour: hour, minute: 45, end: position + 3)
        }
        let isMarked =
            ["am", "pm"].contains(next)
            || ["a", "p"].contains(next) && tokens.text(at: position + 2) == "m"
        return isMarked ? SpokenTime(hour: hour, minute: 0, end: position + 1) : nil
    }

    private static func hour(_ tokens: Tokens, _ position: Int) -> Int? {
        tokens.text(at: position).flatMap { word in
            hours[word] ?? CalendarWords.number(word).flatMap { (1...12).contains($0) ? $0 : nil }
        }
    }

    private static let fractions = ["half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20]

    private static let hours = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12,
    ]
}
