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
    ///
    /// A day and month without a year is found only if `year` says which year is meant.
    static func dates(in tokens: Tokens, year: (YearlessDate) -> Int? = { _ in nil }) -> [Found] {
        var found: [Found] = []
        var position = 0
        while position < tokens.count {
            let match =
                numeric(tokens, position) ?? worded(tokens, position) ?? american(tokens, position)
                ?? roman(tokens, position)
            if var match = match ?? YearlessDate.read(tokens, position)?.found(year) {
                match.weekday = weekday(beside: match.words, in: tokens)
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
        else { return compact(tokens, position) }
        let separators = [tokens.separator(after: position), tokens.separator(after: position + 1)]
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

    /// `05112026`, `051126`, where nothing else stands.
    private static func compact(_ tokens: Tokens, _ position: Int) -> Found? {
        guard tokens.count == 1, let value = CalendarWords.number(tokens.words[0].text) else { return nil }
        let length = tokens.words[0].text.count
        guard length == 6 || length == 8 else { return nil }
        let scale = length == 6 ? 100 : 10_000
        let year = value % scale + (length == 6 ? 2000 : 0)
        return CalendarDate(year: year, month: value / scale % 100, day: value / scale / 100)
            .map { Found(date: $0, words: position..<(position + 1)) }
    }

    /// `6th October 2026`, `14 Oct 2026`, `24-Nov-2026`, `the 24th of November 2026`, `third of November 2026`.
    private static func worded(_ tokens: Tokens, _ position: Int) -> Found? {
        guard let (day, dayWords) = CalendarWords.day(tokens, position) else { return nil }
        var next = position + dayWords
        if tokens.text(at: next) == "day" { next += 1 }
        if tokens.text(at: next) == "of" { next += 1 }
        guard let word = tokens.text(at: next), let month = CalendarWords.months[word],
            let year = year(tokens, next + 1)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
            .map { Found(date: $0, words: position..<(next + 2)) }
    }

    /// `November 3rd 2026`, `November 3, 2026`.
    private static func american(_ tokens: Tokens, _ position: Int) -> Found? {
        guard let word = tokens.text(at: position), let month = CalendarWords.months[word], word.count > 2,
            let (day, dayWords) = CalendarWords.day(tokens, position + 1),
            let year = year(tokens, position + 1 + dayWords)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
            .map { Found(date: $0, words: position..<(position + 2 + dayWords)) }
    }

    /// `20-VIII-2016`.
    private static func roman(_ tokens: Tokens, _ position: Int) -> Found? {
        guard let (day, length) = CalendarWords.day(tokens, position), length == 1,
            let mark = tokens.separator(after: position),
            mark == tokens.separator(after: position + 1), "-./".contains(mark),
            let month = tokens.text(at: position + 1).flatMap({ CalendarWords.romanMonths.firstIndex(of: $0) }
            ),
            let year = year(tokens, position + 2)
        else { return nil }
        return CalendarDate(year: year, month: month + 1, day: day)
            .map { Found(date: $0, words: position..<(position + 3)) }
    }

    static func year(_ tokens: Tokens, _ position: Int) -> Int? {
        guard let value = number(tokens, position) else { return nil }
        switch tokens.words[position].text.count {
        case 4: return isHoursAhead(tokens, position + 1) ? nil : value
        case 2: return isTimeAhead(tokens, position) ? nil : 2000 + value
        default: return nil
        }
    }

    /// "3 November 1400hrs" has no year either.
    private static func isHoursAhead(_ tokens: Tokens, _ position: Int) -> Bool {
        tokens.text(at: position).map { $0 == "hrs" || $0 == "hours" } ?? false
    }

    /// "3 November 10.30am" has no year: the number begins a time.
    private static func isTimeAhead(_ tokens: Tokens, _ position: Int) -> Bool {
        guard let next = tokens.text(at: position + 1) else { return false }
        if ["am", "pm", "noon", "hrs", "oclock"].contains(next) { return true }
        guard tokens.between(position) == ":" || tokens.between(position) == "." else { return false }
        return number(tokens, position + 1) != nil && !isDateAhead(tokens, position + 1)
            || next.hasSuffix("am") || next.hasSuffix("pm")
    }

    /// What follows the full stop is a date of its own.
    private static func isDateAhead(_ tokens: Tokens, _ position: Int) -> Bool {
        tokens.separator(after: position).map { "/-".contains($0) } ?? false
    }

    private static func number(_ tokens: Tokens, _ position: Int) -> Int? {
        guard let word = tokens.text(at: position), word.count <= 4 else { return nil }
        return CalendarWords.number(word)
    }

    /// "Tuesday the 3rd", "22.10.26 (Thursday)".
    private static func weekday(beside words: Range<Int>, in tokens: Tokens) -> Int? {
        var before = words.lowerBound - 1
        if before >= 0, tokens.words[before].text == "the" { before -= 1 }
        if before >= 0, let found = CalendarWords.weekdays[tokens.words[before].text] { return found }
        let after = words.upperBound
        guard let word = tokens.text(at: after), let found = CalendarWords.weekdays[word],
            tokens.separator(after: after - 1) == "(" || after + 1 == tokens.count
        else { return nil }
        return found
    }
}

extension Tokens {
    /// The single character between this word and the next, white space apart; `nil` where there are more or none.
    func separator(after position: Int) -> Character? {
        guard position >= 0, position + 1 < count else { return nil }
        let between = text[words[position].range.upperBound..<words[position + 1].range.lowerBound]
            .filter { !$0.isWhitespace }
        guard between.count == 1, let mark = between.first else { return nil }
        return mark == "–" || mark == "‑" || mark == "\u{2010}" ? "-" : mark
    }
}
