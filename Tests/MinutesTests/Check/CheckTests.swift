import Testing

@testable import Minutes

struct CheckTests {
    private func participant(_ partner: Partner, _ evidence: Evidence) -> Participant {
        Participant(
            name: "Pat Tester",
            role: "",
            organisation: "",
            partner: partner,
            evidence: evidence,
            source: "row 1",
            words: ""
        )
    }

    private func record(education: Evidence, urgency: Meeting.Urgency = .urgent) -> MeetingRecord {
        MeetingRecord(
            meeting: Meeting(
                date: CalendarDate(iso: "2026-11-19"),
                kind: .strategy,
                urgency: urgency,
                status: .approved
            ),
            participants: [
                participant(.health, .attended), participant(.police, .contributed),
                participant(.education, education),
            ]
        )
    }

    @Test(arguments: [
        (Evidence.none, true), (.invited, true), (.apologies, true), (.contributed, false),
        (.deputised, false),
        (.attended, false),
    ])
    func `less than a contribution raises an alert`(evidence: Evidence, alerts: Bool) {
        #expect(Check(of: record(education: evidence), rules: Rules()).alerts == (alerts ? [.education] : []))
    }

    @Test(arguments: Meeting.Urgency.allCases)
    func `urgency excuses nothing`(urgency: Meeting.Urgency) {
        #expect(Check(of: record(education: .none, urgency: urgency), rules: Rules()).alerts == [.education])
    }

    @Test func `an exemption turns the alert into a note`() {
        var record = record(education: .none)
        record.exemptions = [
            MeetingRecord.Exemption(
                partner: .education,
                reason: .unborn,
                words: "Unborn Baby",
                source: "name"
            )
        ]
        let check = Check(of: record, rules: Rules())
        #expect(check.alerts.isEmpty)
        #expect(check.findings.contains { $0.code == .partnerExempt && $0.severity == .note })
    }

    @Test func `a statement of the text counts`() {
        var record = record(education: .invited)
        record.statements = [
            MeetingRecord.Statement(
                partner: .education,
                evidence: .contributed,
                words: "Report read out.",
                source: "p 3"
            )
        ]
        #expect(Check(of: record, rules: Rules()).alerts.isEmpty)
    }

    @Test func `a missing partner does not hold the minutes`() {
        #expect(Check(of: record(education: .none), rules: Rules()).disposition == .distribute)
    }

    @Test(arguments: MeetingRecord.Doubt.Kind.allCases)
    func `every doubt holds`(kind: MeetingRecord.Doubt.Kind) {
        var record = record(education: .attended)
        record.doubts = [MeetingRecord.Doubt(kind: kind, text: "Look.", source: "")]
        let check = Check(of: record, rules: Rules())
        #expect(check.disposition == .hold)
        #expect(check.reason == "Look.")
    }

    @Test(arguments: MeetingRecord.Marking.Kind.allCases.filter { $0 != .customProperties })
    func `every marking but properties holds`(kind: MeetingRecord.Marking.Kind) {
        var record = record(education: .attended)
        record.markings = [MeetingRecord.Marking(kind: kind, words: "x", source: "")]
        #expect(Check(of: record, rules: Rules()).disposition == .hold)
    }

    @Test(arguments: [
        (Meeting.Kind.strategy, Disposition.distribute), (.reviewStrategy, .distribute),
        (.complexStrategy, .hold),
        (.allegation, .hold), (.other, .hold),
    ])
    func `the kind of meeting may hold`(kind: Meeting.Kind, disposition: Disposition) {
        var record = record(education: .attended)
        record.meeting.kind = kind
        #expect(Check(of: record, rules: Rules()).disposition == disposition)
    }

    @Test func `drafts are held unless the rules say otherwise`() {
        var record = record(education: .attended)
        record.meeting.status = .draft
        #expect(Check(of: record, rules: Rules()).disposition == .hold)
        #expect(Check(of: record, rules: Rules(holds: Rules.Holds(drafts: false))).disposition == .distribute)
        record.meeting.status = .unstated
        #expect(Check(of: record, rules: Rules()).disposition == .distribute)
        #expect(Check(of: record, rules: Rules(holds: Rules.Holds(notSignedOff: true))).disposition == .hold)
    }

    @Test(arguments: [
        ("2026-11-19", "2026-11-19", 0), ("2026-11-19", "2026-11-20", 1), ("2026-11-20", "2026-11-23", 1),
        ("2026-11-20", "2026-11-22", 0), ("2026-11-16", "2026-11-30", 10),
    ])
    func `working days leave out week-ends`(from: String, to: String, days: Int) throws {
        let start = try #require(CalendarDate(iso: from))
        let end = try #require(CalendarDate(iso: to))
        #expect(QualityCheck.workingDays(from: start, to: end) == days)
    }

    @Test func `late minutes are a warning, never a hold`() throws {
        let rules = Rules(deadlines: [Rules.Deadline(within: .workingDays(1))])
        let late = Check(
            of: record(education: .attended),
            rules: rules,
            droppedOn: CalendarDate(iso: "2026-11-24")
        )
        #expect(late.findings.contains { $0.code == .minutesLate && $0.severity == .warning })
        #expect(late.disposition == .distribute)
        let intime = Check(
            of: record(education: .attended),
            rules: rules,
            droppedOn: CalendarDate(iso: "2026-11-20")
        )
        #expect(!intime.findings.contains { $0.code == .minutesLate })
    }
}
