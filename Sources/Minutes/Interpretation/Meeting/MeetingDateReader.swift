/// Finds the one day of the meeting, and says so when the document gives none or more than one.
struct MeetingDateReader {
    struct Reading {
        var date: CalendarDate?
        var doubt: MeetingRecord.Doubt?
        /// Where the day was read, or the first of the places that contradict each other.
        var source: MeetingDateFinder.Candidate?
        /// A label, a title or a sentence says that it is the day of the meeting.
        var isPlain = false
        /// The values and sentences that the date stands in: the time is often beside it.
        var beside: [Tokens] = []
    }

    let outline: Outline

    func read() -> Reading {
        let year = YearGuess(outline: outline)
        let finder = MeetingDateFinder(outline: outline, year: year)
        let groups = finder.candidates()
        guard let first = groups.first(where: { !$0.isEmpty })?.first else {
            return Reading(doubt: doubt(.noDate, absence(finder), ""))
        }
        let candidates = groups.first { !$0.isEmpty } ?? []
        let beside = candidates.map(\.tokens)
        let days = Set(candidates.map(\.found.date))
        if days.count > 1 {
            let places = Set(candidates.map { "\($0.found.date.iso) (\($0.place))" }).sorted()
            let text =
                "The minutes give more than one date for the meeting: \(places.joined(separator: ", ")). Correct them"
            return Reading(doubt: doubt(.contradictoryDate, text, first.place), source: first, beside: beside)
        }
        if candidates.contains(where: \.found.contradictsWeekday) {
            let text =
                "The weekday written beside the date of the meeting is not the weekday of that date. Correct it"
            return Reading(doubt: doubt(.contradictoryDate, text, first.place), source: first, beside: beside)
        }
        return Reading(
            date: first.found.date,
            source: first,
            isPlain: groups.first?.isEmpty == false,
            beside: beside
        )
    }

    /// Why there is no date, as far as it can be told.
    private func absence(_ finder: MeetingDateFinder) -> String {
        finder.hasYearlessDate
            ? "The date of the meeting is written without its year, and the minutes do not show which year it was. Add it to the minutes"
            : "The date of the meeting was not found. Add it to the minutes"
    }

    private func doubt(_ kind: MeetingRecord.Doubt.Kind, _ text: String, _ source: String)
        -> MeetingRecord.Doubt
    {
        MeetingRecord.Doubt(kind: kind, text: "\(text) and drop the file again.", source: source)
    }
}
