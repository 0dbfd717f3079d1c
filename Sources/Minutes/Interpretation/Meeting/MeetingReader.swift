/// Reads when the meeting was, what kind it was, how urgently it was called and whether its record is signed off.
struct MeetingReader {
    let outline: Outline

    struct Reading {
        var meeting: Meeting
        var doubts: [MeetingRecord.Doubt]
    }

    func read() -> Reading {
        let (date, doubt) = MeetingDateReader(outline: outline).date()
        let type = MeetingTypeReader(outline: outline)
        return Reading(
            meeting: Meeting(
                date: date,
                time: MeetingTimeReader(outline: outline).time(),
                kind: type.kind(),
                urgency: type.urgency(),
                status: SignOffReader(outline: outline).status()
            ),
            doubts: doubt.map { [$0] } ?? []
        )
    }
}

extension Outline.Fact {
    /// The label is one of the meeting's date, such as "Date held" or "Date of strategy discussion".
    var isMeetingDateLabel: Bool {
        if labelTokens.isAll(.meetingDateLabel) { return true }
        guard labelTokens.contains("date") || labelTokens.contains("when") || labelTokens.contains("held"),
            labelTokens.count <= 8
        else { return false }
        return labelTokens.containsAny(["meeting", "discussion", "held", "strategy"])
            && !labelTokens.says(.otherDate)
    }
}
