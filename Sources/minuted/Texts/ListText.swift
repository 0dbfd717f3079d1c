import Minutes
import Storage

/// `minuted list`: one line a meeting, without personal data.
struct ListText {
    private let meetings: [MeetingLine]
    private let limit: Int

    /// Takes how many were asked for: with as many, there may be more.
    init(_ meetings: [MeetingLine], limit: Int) {
        self.meetings = meetings
        self.limit = limit
    }

    var text: String {
        guard let last = meetings.last else { return Screen.paragraph("No meetings.") }
        var screen = Screen()
        screen.table(
            ["REFERENCE", "MET ON", "MEETING", "V", "ALERTS", "STANDS"],
            meetings.map { meeting in
                [
                    meeting.reference, Wording.date(meeting.date),
                    Wording.meeting(meeting.kind, meeting.urgency),
                    "\(meeting.latestVersion)", "\(meeting.openAlerts)", Self.standing(meeting),
                ]
            }
        )
        if meetings.count == limit {
            screen.paragraph("There may be more: `minuted list --before \(last.reference)`.")
        }
        return screen.text
    }

    private static func standing(_ meeting: MeetingLine) -> String {
        let isHeld = meeting.disposition == .hold && !meeting.isReleased
        return (isHeld ? "HELD; " : "") + Wording.tally(meeting.deliveries)
    }
}
