/// A day and month to which the reader has to know the year: `Thurs 5th Nov`, `5/11`.
struct YearlessDate: Equatable {
    var day: Int
    var month: Int
    /// The weekday as written, 1 for Monday.
    var weekday: Int?
    var words: Range<Int>

    static func read(_ tokens: Tokens, _ position: Int) -> YearlessDate? {
        var date = slashed(tokens, position) ?? worded(tokens, position) ?? monthFirst(tokens, position)
        if position > 0 { date?.weekday = CalendarWords.weekdays[tokens.words[position - 1].text] }
        // The 31st of a month with thirty days is a slip of the pen or no date at all.
        guard let date, CalendarDate(year: 2024, month: date.month, day: date.day) != nil else { return nil }
        return date
    }

    func found(_ year: (YearlessDate) -> Int?) -> DateReader.Found? {
        year(self).flatMap { CalendarDate(year: $0, month: month, day: day) }
            .map { DateReader.Found(date: $0, words: words) }
    }

    /// `5/11`, but not a part of a longer number and not `24/7`.
    private static func slashed(_ tokens: Tokens, _ position: Int) -> YearlessDate? {
        guard tokens.separator(after: position) == "/", tokens.separator(after: position + 1) != "/",
            tokens.separator(after: position - 1) != "/",
            let day = tokens.text(at: position), let month = tokens.text(at: position + 1),
            day.count <= 2, month.count <= 2, let first = CalendarWords.number(day),
            let second = CalendarWords.number(month), (1...31).contains(first), (1...12).contains(second),
            !(first == 24 && second == 7)
        else { return nil }
        return YearlessDate(day: first, month: second, words: position..<(position + 2))
    }

    private static func worded(_ tokens: Tokens, _ position: Int) -> YearlessDate? {
        guard let (day, length) = CalendarWords.day(tokens, position) else { return nil }
        var next = position + length
        if tokens.text(at: next) == "of" { next += 1 }
        guard let word = tokens.text(at: next), let month = CalendarWords.months[word] else { return nil }
        return YearlessDate(day: day, month: month, words: position..<(next + 1))
    }

    private static func monthFirst(_ tokens: Tokens, _ position: Int) -> YearlessDate? {
        guard let word = tokens.text(at: position), word.count > 2 || word == "may",
            let month = CalendarWords.months[word],
            let (day, length) = CalendarWords.day(tokens, position + 1)
        else { return nil }
        return YearlessDate(day: day, month: month, words: position..<(position + 1 + length))
    }
}
