/// Reads when the meeting was, what kind it was, how urgently it was called and whether its record is signed off.
struct MeetingReader {
    let outline: Outline

    struct Reading {
        var meeting: Meeting
        var doubts: [MeetingRecord.Doubt]
    }

    func read() -> Reading {
        let day = MeetingDateReader(outline: outline).read()
        return Reading(
            meeting: Meeting(
                date: day.date,
                time: MeetingTimeReader(outline: outline, beside: day.beside).time(),
                kind: MeetingKindReader(outline: outline).kind(),
                urgency: MeetingUrgencyReader(outline: outline, beside: day.beside).urgency(),
                status: SignOffReader(outline: outline).status()
            ),
            doubts: day.doubt.map { [$0] } ?? []
        )
    }
}
