import Minutes
import Testing

struct SamenessTests {
    private func record(_ place: String, name: String = "Pat Tester") -> MeetingRecord {
        MeetingRecord(
            meeting: Meeting(date: CalendarDate(iso: "2026-11-19")),
            participants: [Participant(name: name, partner: .health, evidence: .attended, source: place)],
            statements: [.init(partner: .police, evidence: .contributed, words: "w", source: place)],
            exemptions: [.init(partner: .education, reason: .unborn, words: "w", source: place)],
            markings: [.init(kind: .restricted, words: "w", source: place)],
            doubts: [.init(kind: .noChild, text: "see \(place)", source: place)]
        )
    }

    @Test func `two readings are the same wherever things stand, and whatever nobody sees`() {
        var unseen = record("table 1, row 3")
        unseen.markings.append(.init(kind: .comments, words: "1 comment", source: "the file"))

        #expect(unseen.says(theSameAs: record("table 1, row 2")))
    }

    @Test func `two readings differ in what is read`() {
        var restricted = record("a")
        restricted.markings = []
        var undated = record("a")
        undated.meeting.date = nil

        for other in [record("a", name: "Pat Other"), restricted, undated] {
            #expect(!record("a").says(theSameAs: other))
        }
    }
}
