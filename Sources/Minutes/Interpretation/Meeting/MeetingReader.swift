/// Reads when the meeting was, what kind it was, how urgently it was called and whether its record is signed off.
struct MeetingReader {
    let outline: Outline

    struct Reading {
        var meeting: Meeting
        var doubts: [MeetingRecord.Doubt]
        var readings: [FieldReading]
    }

    func read() -> Reading {
        let day = MeetingDateReader(outline: outline).read()
        let signOff = SignOffReader(outline: outline).read()
        let meeting = Meeting(
            date: day.date,
            time: MeetingTimeReader(outline: outline, beside: day.beside).time(),
            kind: MeetingKindReader(outline: outline).kind(),
            urgency: MeetingUrgencyReader(outline: outline, beside: day.beside).urgency(),
            status: signOff.status
        )
        return Reading(
            meeting: meeting,
            doubts: day.doubt.map { [$0] } ?? [],
            readings: MeetingSources(outline: outline, meeting: meeting, day: day, signOff: signOff)
                .readings()
        )
    }
}
