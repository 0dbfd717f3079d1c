/// Finds days in text as the United Kingdom writes them.
///
/// Day before month always: `3/11/26` is 3 November 2026. Two-digit years are of this century, except for dates of
/// birth, where the caller knows better.
enum DateReader {
    struct Found: Equatable {
        var date: CalendarDate
        /// The weekday as written, 1 for Monday; `nil` where none is.
        var weekday: Int?
        /// The words before the date, in lower case, nearest last: what the date is of.
        var words: Range<Int>

        var contradictsWeekday: Bool { weekday.map { $0 != date.weekday } ?? false }
    }

    /// All dates in the text, in order.
    static func dates(in tokens: Tokens) -> [Found] {
        var found: [Found] = []
        var position = 0
        while position < tokens.count {
            if var match = numeric(tokens, position) ?? worded(tokens, position) ?? american(tokens, position)
            {
                if position > 0, let weekday = weekdays[tokens.words[position - 1].text] {
                    match.weekday = weekday
                } else if position > 1, tokens.words[position - 1].text == "the",
                    let weekday = weekdays[tokens.words[position - 2].text]
                {
                    match.weekday = weekday
                }
                found.append(match)
                position = match.words.upperBound
            } else {
                position += 1
            }
        }
        return found
    }

    static func firstDate(in text: String) -> CalendarDate? { dates(in: Tokens(text)).first?.date }

    /// `14/05/2017`, `21.07.2019`, `04-11-2010`, `2026-11-03`.
    private static func numeric(_ tokens: Tokens, _ position: Int) -> Found? {
        guard position + 2 < tokens.count, let first = number(tokens, position),
            let second = number(tokens, position + 1), let third = number(tokens, position + 2)
        else { return nil }
        let separators = [separator(tokens, position), separator(tokens, position + 1)]
        guard separators[0] == separators[1], let mark = separators[0], "/.-".contains(mark) else {
            return nil
        }
        let range = position..<(position + 3)
        if tokens.words[position].text.count == 4 {
            return CalendarDate(year: first, month: second, day: third).map { Found(date: $0, words: range) }
        }
        let digits = tokens.words[position + 2].text.count
        guard digits == 2 || digits == 4 else { return nil }
        return CalendarDate(year: digits == 2 ? 2000 + third : third, month: second, day: first)
            .map { Found(date: $0, words: range) }
    }

    /// `6th October 2026`, `14 Oct 2026`, `24-Nov-2026`, `the 24th of November 2026`, `third of November 2026`.
    private static func worded(_ tokens: Tokens, _ position: Int) -> Found? {
        guard let (day, dayWords) = ordinal(tokens, position) else { return nil }
        var next = position + dayWords
        if tokens.text(at: next) == "day" { next += 1 }
        if tokens.text(at: next) == "of" { next += 1 }
        guard let word = tokens.text(at: next), let month = months[word], let year = year(tokens, next + 1)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
            .map { Found(date: $0, words: position..<(next + 2)) }
    }

    /// `November 3rd 2026`, `November 3, 2026`.
    private static func american(_ tokens: Tokens, _ position: Int) -> Found? {
        guard let word = tokens.text(at: position), let month = months[word], word.count > 2,
            let (day, dayWords) = ordinal(tokens, position + 1),
            let year = year(tokens, position + 1 + dayWords)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
            .map { Found(date: $0, words: position..<(position + 2 + dayWords)) }
    }

    private static func ordinal(_ tokens: Tokens, _ position: Int) -> (Int, Int)? {
        guard let word = tokens.text(at: position) else { return nil }
        if let value = number(tokens, position), (1...31).contains(value) {
            if let suffix = tokens.text(at: position + 1), ["st", "nd", "rd", "th"].contains(suffix) {
                return (value, 2)
            }
            return (value, 1)
        }
        for suffix in ["st", "nd", "rd", "th"] where word.hasSuffix(suffix) {
            if let value = Int(word.dropLast(2)), (1...31).contains(value) { return (value, 1) }
        }
        if let value = ordinals[word] { return (value, 1) }
        if let tens = ["twenty": 20, "thirty": 30][word], let unit = tokens.text(at: position + 1),
            let value = ordinals[unit], value < 10, tens + value <= 31
        {
            return (tens + value, 2)
        }
        return nil
    }

    private static func year(_ tokens: Tokens, _ position: Int) -> Int? {
        guard let word = tokens.text(at: position), let value = number(tokens, position) else { return nil }
        switch word.count {
        case 4: return value
        case 2: return isTimeAhead(tokens, position) ? nil : 2000 + value
        default: return nil
        }
    }

    /// "3 November 10.30am" has no year: the number begins a time.
    private static func isTimeAhead(_ tokens: Tokens, _ position: Int) -> Bool {
        guard let next = tokens.text(at: position + 1) else { return false }
        if ["am", "pm", "noon", "hrs", "oclock"].contains(next) { return true }
        guard let mark = separator(tokens, position), mark == ":" || mark == "." else { return false }
        return number(tokens, position + 1) != nil || next.hasSuffix("am") || next.hasSuffix("pm")
    }

    private static func number(_ tokens: Tokens, _ position: Int) -> Int? {
        guard let word = tokens.text(at: position), word.utf8.count <= 4,
            word.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(word)
    }

    /// The single character between this word and the next; `nil` where there are more or none.
    private static func separator(_ tokens: Tokens, _ position: Int) -> Character? {
        guard position + 1 < tokens.count else { return nil }
        let between = tokens.text[
            tokens.words[position].range.upperBound..<tokens.words[position + 1].range.lowerBound
        ].filter { !$0.isWhitespace }
        guard between.count == 1, let mark = between.first else { return nil }
        return mark == "–" || mark == "‑" || mark == "\u{2010}" ? "-" : mark
    }

    static let weekdays: [String: Int] = [
        "monday": 1, "mon": 1, "tuesday": 2, "tue": 2, "tues": 2, "wednesday": 3, "wed": 3, "weds": 3,
        "thursday": 4, "thu": 4, "thur": 4, "thurs": 4, "friday": 5, "fri": 5, "saturday": 6, "sat": 6,
        "sunday": 7,
        "sun": 7,
    ]

    static let months: [String: Int] = [
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
        "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
        "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    ]

    private static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
        "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
        "thirtieth": 30,
    ]
}
