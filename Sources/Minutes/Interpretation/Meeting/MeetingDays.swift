/// Notices that a field of the meeting's date names two days: "2nd & 3rd December 2026", "2/12/26 and 3/12/26".
enum MeetingDays {
    /// The first day, and those that are joined to it.
    static func joined(_ found: [DateReader.Found], in tokens: Tokens) -> [DateReader.Found] {
        guard let first = found.first else { return [] }
        var days = [first]
        if let before = dayBefore(first, in: tokens) { days.append(before) }
        if let second = found.dropFirst().first,
            isJoin(tokens, first.words.upperBound, second.words.lowerBound)
        {
            days.append(second)
        }
        return days
    }

    /// The "2nd" of "2nd & 3rd December 2026".
    private static func dayBefore(_ found: DateReader.Found, in tokens: Tokens) -> DateReader.Found? {
        for position in [found.words.lowerBound - 2, found.words.lowerBound - 1] where position >= 0 {
            guard let (day, length) = CalendarWords.day(tokens, position),
                tokens.words[position].text.contains(where: \.isNumber),
                isJoin(tokens, position + length, found.words.lowerBound),
                let date = CalendarDate(year: found.date.year, month: found.date.month, day: day),
                date < found.date
            else { continue }
            return DateReader.Found(date: date, words: position..<(position + length))
        }
        return nil
    }

    /// "and", "&" or "/" and nothing else between the words.
    private static func isJoin(_ tokens: Tokens, _ end: Int, _ start: Int) -> Bool {
        if start == end { return ["/", "&"].contains(tokens.between(end - 1).trimmed) }
        return start == end + 1 && tokens.text(at: end) == "and"
    }
}
