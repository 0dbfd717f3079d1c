/// The words of the calendar: names of weekdays and months, and days written as words.
enum CalendarWords {
    /// 1 is Monday.
    static let weekdays: [String: Int] = [
        "monday": 1, "mon": 1, "tuesday": 2, "tue": 2, "tues": 2, "wednesday": 3, "wed": 3, "weds": 3,
        "wednes": 3, "thursday": 4, "thu": 4, "thur": 4, "thurs": 4, "friday": 5, "fri": 5, "saturday": 6,
        "sat": 6, "sunday": 7, "sun": 7,
    ]

    static let months: [String: Int] = [
        "january": 1, "jan": 1, "february": 2, "feb": 2, "febuary": 2, "march": 3, "mar": 3, "april": 4,
        "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8,
        "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11,
        "december": 12, "dec": 12,
    ]

    static let romanMonths = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ]

    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
        "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
        "twentieth": 20, "thirtieth": 30,
    ]

    /// The day of the month at the word and how many words it takes: `6`, `6th`, `6 th`, `sixth`, `twenty sixth`.
    static func day(_ tokens: Tokens, _ position: Int) -> (day: Int, words: Int)? {
        guard let word = tokens.text(at: position) else { return nil }
        if let value = number(word), word.count <= 2, (1...31).contains(value) {
            let suffix = tokens.text(at: position + 1).map { suffixes.contains($0) } ?? false
            return (value, suffix ? 2 : 1)
        }
        if let suffix = suffixes.first(where: { word.hasSuffix($0) }),
            let value = number(word.dropLast(suffix.count)), (1...31).contains(value)
        {
            return (value, 1)
        }
        if let value = ordinals[word] { return (value, 1) }
        if let tens = ["twenty": 20, "thirty": 30][word], let unit = tokens.text(at: position + 1),
            let value = ordinals[unit], value < 10, tens + value <= 31
        {
            return (tens + value, 2)
        }
        return nil
    }

    /// A number of at most eight digits.
    static func number(_ word: some StringProtocol) -> Int? {
        guard !word.isEmpty, word.utf8.count <= 8, word.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(word)
    }

    private static let suffixes = ["st", "nd", "rd", "th"]
}
