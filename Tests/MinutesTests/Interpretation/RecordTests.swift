import Testing

@testable import Minutes

struct RecordTests {
    @Test func `the form's facts are read`() throws {
        let record = try #require(readRecord(minutes()))
        #expect(record.meeting.date?.iso == "2026-11-19")
        #expect(record.meeting.time?.description == "14:00")
        #expect(record.meeting.kind == .strategy)
        let child = try #require(record.children.first)
        #expect(child.name == "Ava Sample")
        #expect(child.dateOfBirth?.iso == "2015-03-02")
        #expect(child.reference == "123456")
        #expect(child.setting == "Hollin Bank Primary School")
    }

    @Test(arguments: [
        ("Chair sign off: N Pugh 13/11/2026", Meeting.Status.approved),
        ("Minutes agreed with chair: GP 11/12/26", .approved),
        ("Approved by the chair, R. Tideswell, 7 December 2026", .approved),
        ("I agree these minutes. A Carter", .approved),
        ("Signed by Chair (A Carter): ______________", .unstated),
        ("Approved by: ", .unstated),
        ("Minutes to be approved by the chair", .draft),
        ("These minutes are draft", .draft),
        ("A draft safety plan was looked at.", .unstated),
    ])
    func `the chair's sign-off must be recorded`(line: String, status: Meeting.Status) {
        #expect(readRecord(minutes(ending: line))?.meeting.status == status)
    }

    @Test(arguments: [
        ("Strategy meeting minutes", Meeting.Kind.strategy), ("Review strategy meeting", .reviewStrategy),
        ("Complex strategy meeting", .complexStrategy),
        ("LADO allegation management strategy meeting", .allegation),
    ])
    func `the title says what kind of meeting it was`(title: String, kind: Meeting.Kind) {
        #expect(readRecord(minutes(title: title))?.meeting.kind == kind)
    }

    @Test(arguments: [
        ("POLICE SENSITIVE – not to be disclosed", MeetingRecord.Marking.Kind.policeSensitive),
        ("Restricted circulation", .restricted),
        ("Placement address not to be disclosed", .confidentialAddress),
    ])
    func `markings hold the minutes`(text: String, kind: MeetingRecord.Marking.Kind) throws {
        let record = try #require(readRecord(minutes(text: text)))
        #expect(record.markings.map(\.kind).contains(kind))
        #expect(Check(of: record, rules: Rules()).disposition == .hold)
    }

    @Test func `two dates of the meeting are not decided between`() {
        let found = readRecord(minutes(text: "Date of meeting: 20/11/2026"))
        #expect(
            found?.meeting.date == nil || found?.doubts.contains { $0.kind == .contradictoryDate } == true
        )
    }

    @Test func `education is exempt only where the words say so`() throws {
        func exemptions(_ text: String, setting: String) -> [MeetingRecord.Exemption] {
            let document = Document(
                lines: """
                    # Strategy meeting minutes
                    Child: Ava Sample
                    DOB: 02/03/2025
                    School: \(setting)
                    Date of meeting: 19/11/2026
                    # Present
                    Ann Carter, Team Manager, Social Care
                    # Information shared
                    \(text)
                    """
            )
            return readRecord(document)?.exemptions ?? []
        }
        let words = "Ava is below school age and does not attend any setting."
        #expect(exemptions(words, setting: "None").count == 1)
        #expect(exemptions("Ava is one.", setting: "None").isEmpty)
        #expect(exemptions(words, setting: "Little Acorns Nursery").isEmpty)
        #expect(
            exemptions("It is not known whether Ava is below school age and attends no setting.", setting: "")
                .isEmpty
        )
    }

    @Test(arguments: [
        "# AGENDA\nStrategy meeting\nChair: Yvonne Catlow, Service Manager\n- Apologies\n- Decision and contingency plan",
        "# Invoice\nCatering for the strategy meeting, police, health and education.",
        "# Invitation to a strategy meeting\nYou are invited to attend. Please confirm your attendance.",
        "# Strategy meetings: a training handout\nWho should be invited? Health, police and education.",
        "A letter about something else.", "",
    ])
    func `what is not minutes is not read as minutes`(lines: String) {
        #expect(readRecord(Document(lines: lines)) == nil)
    }
}
