/// Notices that a file holds the minutes of more than one meeting; that an earlier one is mentioned makes none.
struct SeveralMeetings {
    let outline: Outline

    var doubts: [MeetingRecord.Doubt] {
        let starts = self.starts
        guard starts.count > 1, days.count > 1 || starts.count > 2 || repeatsForm else { return [] }
        return [
            MeetingRecord.Doubt(
                kind: .severalMeetings,
                text:
                    "The file seems to hold the minutes of more than one meeting. Put each meeting in a file of its own and drop them again.",
                source: starts.last?.place ?? ""
            )
        ]
    }

    /// Headings that name a record of a strategy meeting.
    private var starts: [Outline.Passage] {
        outline.bodyPassages.filter { passage in
            let tokens = passage.tokens
            return passage.isHeading && tokens.count <= 12 && StrategyMention.stands(in: tokens)
                && (tokens.says(.recordTitle) || tokens.count <= 4) && !tokens.says(.partOfMinutes)
                && !tokens.says(.anotherMeeting)
        }
    }

    /// The days that labels of the meeting's date give.
    private var days: Set<CalendarDate> {
        let dates = outline.facts.filter { fact in
            fact.zone == .body && fact.section != .nextMeeting && MeetingDateLabel.matches(fact.labelTokens)
                && !fact.labelTokens.isAll(.bareDateLabel) && !fact.labelTokens.isAll(.loneMeetingLabel)
        }
        return Set(dates.compactMap { DateReader.firstDate(in: $0.value) })
    }

    /// The child is named and the attendance opened once more after the last title.
    private var repeatsForm: Bool {
        guard let last = starts.last,
            let index = outline.bodyPassages.firstIndex(where: { $0.place == last.place && $0.isHeading })
        else { return false }
        let before = outline.bodyPassages[..<index]
        let after = outline.bodyPassages[index...]
        func opensAttendance(_ passages: ArraySlice<Outline.Passage>) -> Bool {
            passages.contains { ($0.isHeading || $0.labelOpensSection) && $0.section == .present }
        }
        return opensAttendance(before) && opensAttendance(after)
    }
}
