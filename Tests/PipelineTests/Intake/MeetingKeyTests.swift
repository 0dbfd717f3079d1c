import Minutes
import Pipeline
import Testing

struct MeetingKeyTests {
    private func record(
        date: String? = "2026-11-19",
        time: ClockTime? = ClockTime(hour: 14, minute: 0),
        kind: Meeting.Kind = .strategy,
        children: [Child] = [Child(name: "Ava Sample", reference: "LCS 123456")]
    ) -> MeetingRecord {
        MeetingRecord(
            meeting: Meeting(date: date.flatMap { CalendarDate(iso: $0) }, time: time, kind: kind),
            children: children
        )
    }

    private func key(_ record: MeetingRecord, sha256: String = "a") -> String {
        MeetingKey.key(for: record, sha256: sha256)
    }

    @Test func `another file on the same meeting has the same key, whatever order the children are in`() {
        let (ava, ben) = (Child(name: "Ava", reference: "1"), Child(name: "Ben", reference: "2"))

        #expect(key(record()) == key(record(), sha256: "b"))
        #expect(key(record(children: [ava, ben])) == key(record(children: [ben, ava])))
    }

    @Test func `another day, time, kind or child is another meeting`() {
        let others = [
            record(), record(date: "2026-11-20"), record(time: ClockTime(hour: 15, minute: 0)), record(time: nil),
            record(kind: .reviewStrategy), record(children: [Child(name: "Ava Sample", reference: "LCS 654321")]),
            record(children: [Child(name: "Ava Sample")]),
            record(children: [Child(name: "Ava Sample", dateOfBirth: CalendarDate(iso: "2015-03-02"))]),
        ]

        #expect(Set(others.map { key($0) }).count == others.count)
    }

    @Test func `where day or child is not known, no minutes ever replace others`() {
        #expect(key(record(date: nil)) != key(record(date: nil), sha256: "b"))
        #expect(key(record(children: [])) != key(record(children: []), sha256: "b"))
    }

    @Test func `a key holds nothing of the record`() {
        #expect(!key(record()).lowercased().contains("ava"))
        #expect(!key(record()).contains("123456"))
    }
}
