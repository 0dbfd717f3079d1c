import Testing

@testable import Minutes

/// Where each field and person was read, how surely, and which lines were passed over.
@Suite struct SourcesTests {
    private static let text = """
        # Strategy discussion
        DRAFT
        | Date of meeting | 19/11/2026 |
        | Start time | 14:00 |
        | Child | Ava Sample |
        | Date of birth | 02/03/2015 |
        | School | Hollin Bank Primary School |
        | Urgent or planned | ☒ Urgent ☐ Planned |
        # Attendance
        | Name | Role | Agency | Attended | Apologies |
        | Maya Tattersall | Team manager | Social care | ☒ | ☐ |
        | Siân O’Connor | Health visitor | Health | ☐ | ☒ |
        | Dev Patel | Detective sergeant | Police | ☒ | ☐ |
        # Information
        # Education
        The school is to be contacted tomorrow.
        A message was left with the school office.
        """

    private func record(_ text: String = SourcesTests.text) throws -> MeetingRecord {
        try #require(readRecord(Document(lines: text)))
    }

    @Test(arguments: [
        (FieldReading.Field.date, "2026-11-19", "table 3, row 1", Confidence.Level.certain),
        (.time, "14:00", "table 3, row 2", .certain), (.kind, "strategy", "paragraph 1", .certain),
        (.urgency, "urgent", "table 3, row 6", .certain), (.status, "draft", "paragraph 2", .certain),
        (.childName, "Ava Sample", "table 3, row 3", .certain),
        (.dateOfBirth, "2015-03-02", "table 3, row 4", .certain),
        (.setting, "Hollin Bank Primary School", "table 3, row 5", .certain),
    ])
    func `each field knows its place and how sure it is`(
        field: FieldReading.Field,
        value: String,
        place: String,
        level: Confidence.Level
    ) throws {
        let reading = try #require(try record().readings.first { $0.field == field })

        #expect(reading.value == value)
        #expect(reading.source == place)
        #expect(reading.confidence.level == level)
        #expect(!reading.words.isEmpty)
        #expect(!reading.confidence.reason.isEmpty)
    }

    @Test func `each person knows what the evidence rests on`() throws {
        let people = try record().participants

        #expect(people.map(\.confidence.level) == [.certain, .certain, .certain])
        #expect(people.first { $0.partner == .health }?.confidence.reason == "“☒” under “Apologies”")
        #expect(people.first { $0.partner == .police }?.confidence.reason == "“☒” under “Attended”")
    }

    @Test func `a code, a remark and an empty box are named as they stand`() throws {
        let people = try record(
            """
            # Strategy meeting 19/11/2026
            # Attendance
            | Name | Role | Agency | Code | Remarks |
            | Maya Tattersall | Team manager | Social care | Y | |
            | Siân O’Connor | Health visitor | Health | N | |
            # Also asked
            | Name | Role | Agency | Came? | Note |
            | Dev Patel | Detective sergeant | Police | No | sent apologies |
            | Joy Marsh | Headteacher | School | No | |
            """
        ).participants

        func reason(_ name: String) -> String? { people.first { $0.name == name }?.confidence.reason }
        #expect(reason("Siân O’Connor") == "“N” under “Code”")
        #expect(reason("Dev Patel") == "“sent apologies” under “Note”")
        #expect(reason("Joy Marsh") == "“No” under “Came?”")
    }

    @Test func `somebody in two lists is told with the list that counts`() throws {
        let people = try record(
            """
            # Strategy meeting 19/11/2026
            # Invited
            | Name | Role | Agency |
            | Maya Tattersall | Team manager | Social care |
            | Dev Patel | Detective sergeant | Police |
            # Present
            | Name | Role | Agency |
            | Maya Tattersall | Team manager | Social care |
            """
        ).participants

        let maya = try #require(people.first { $0.name == "Maya Tattersall" })
        #expect(maya.source == "table 3, row 2")
        #expect(maya.confidence.reason == "standing in the list “Present”, in table 5, row 2")
        #expect(
            people.first { $0.name == "Dev Patel" }?.confidence.reason == "standing in the list “Invited”"
        )
    }

    @Test(arguments: [
        ("The school is to be contacted tomorrow.", PassedOver.Reason.intention, "to be contacted"),
        ("No report had come from the school.", .failedContact, "No report"),
        ("School: a message for the head was left at noon.", .failedContact, "message for the head was left"),
        ("The school was not invited this time.", .notInvited, "not invited"),
        ("The school promised a chronology.", .notReceived, "promised a"),
        ("It is not known what he is like at school.", .failedContact, "not known"),
    ])
    func `a line that does not count names the words that tell so`(
        line: String,
        reason: PassedOver.Reason,
        cue: String
    ) throws {
        let text = Self.text.split(separator: "# Information")[0] + "# Information\n\(line)"

        let passed = try #require(try record(String(text)).passedOver.first { $0.partner == .education })

        #expect(passed.reason == reason)
        #expect(passed.cue == cue)
    }

    @Test func `a number with the name of a team does not tell how the meeting was called`() throws {
        let text =
            "# EMERGENCY DUTY TEAM – STRATEGY DISCUSSION (OUT OF HOURS)\nEDT ref: EDT/26/3391\n"
            + Self.text.replacing("| Urgent or planned | ☒ Urgent ☐ Planned |\n", with: "")

        let reading = try #require(try record(text).readings.first { $0.field == .urgency })

        #expect(reading.value == "out-of-hours")
        #expect(reading.source == "paragraph 1")
    }

    @Test func `lines about a partner that show nothing are kept with the reason`() throws {
        let lines = try record().passedOver

        #expect(lines.map(\.reason) == [.intention, .failedContact])
        #expect(lines.allSatisfy { $0.partner == .education })
    }

    @Test func `a second school beside the label of an only child holds the minutes`() throws {
        let record = try record(
            Self.text + "\n# Details\n| School | Moorgate High School |\n| Case reference | 55401 |"
        )

        #expect(record.readings.first { $0.field == .setting }?.confidence.level == .doubtful)
        let finding = try #require(Check(of: record, rules: Rules()).findings.first { $0.code == .unclear })
        #expect(finding.severity == .hold)
        #expect(finding.text.contains("school or setting"))
    }

    @Test func `a date that is not found is doubtful and says so`() throws {
        let text = """
            # Strategy discussion
            # Present
            Maya Tattersall, Team manager, Social care
            # Decision
            The threshold is met and a joint enquiry begins today.
            """

        let reading = try #require(try record(text).readings.first { $0.field == .date })

        #expect(reading.value.isEmpty)
        #expect(reading.confidence.level == .doubtful)
    }

    @Test func `an explanation says what each table and key was taken for`() throws {
        let document = Document(lines: Self.text + "\nKey: P = present, A = apologies")

        let explained = explain(document)

        let table = try #require(explained.tables.first { $0.kind == .attendance })
        #expect(
            table.columns.map(\.meaning) == [
                "name", "role", "organisation", "a mark for attended", "a mark for apologies",
            ]
        )
        #expect(explained.keys.first?.codes == ["p": .attended, "a": .apologies])
        #expect(explained.interpretation == interpret(document))
    }
}
