/// Which year a day and month without a year is of: the one that brings it close to the document's full dates.
///
/// Dates of birth are no help, nor is a date that is months away.
struct YearGuess {
    private let days: [CalendarDate]

    init(outline: Outline) {
        var days: [CalendarDate] = []
        for passage in outline.passages {
            for sentence in passage.sentences where !sentence.says(.birthLabel) {
                days += DateReader.dates(in: sentence).filter { !Self.isBirth($0, in: sentence) }.map(\.date)
            }
        }
        for fact in outline.facts
        where !fact.labelTokens.says(.birthLabel) && ChildLabel(fact.labelTokens) != .name {
            days += DateReader.dates(in: fact.valueTokens).filter { !Self.isBirth($0, in: fact.valueTokens) }
                .map(\.date)
        }
        self.days = days
    }

    private static func isBirth(_ found: DateReader.Found, in tokens: Tokens) -> Bool {
        let before = tokens.words[max(0, found.words.lowerBound - 3)..<found.words.lowerBound]
        return before.contains { ["b", "born", "dob", "aged"].contains($0.text) }
    }

    func year(of date: YearlessDate) -> Int? {
        var best: (distance: Int, year: Int)?
        for known in days {
            for year in (known.year - 1)...(known.year + 1) {
                guard let day = CalendarDate(year: year, month: date.month, day: date.day) else { continue }
                let distance = abs(day.dayNumber - known.dayNumber)
                if distance <= Self.farthest, distance < best?.distance ?? Int.max { best = (distance, year) }
            }
        }
        return best?.year
    }

    /// Days between a meeting and the nearest date of its actions, signature or next meeting.
    private static let farthest = 100
}
