import Testing

@testable import Minutes

struct RecognitionTests {
    private static let body = """
        Child: Ava Sample
        DOB: 02/03/2015
        Date of meeting: 19/11/2026
        # Present
        Ann Carter, Team Manager, Social Care
        DC Bob Platt, Northmere Police
        # Information shared
        Police: two calls to the address since May, both from next door.
        # Decision
        Threshold met, section 47 enquiry, joint with the police.
        """

    @Test(arguments: [
        "Strategy Meeting", "Note of strategy discussion", "S47 STRAT MTG", "Strat disc – Ava Sample",
        "Section 47 discussion record",
        "Strategy Discussion – Signs of Safety agenda", "Training School strategy meeting minutes",
        "Record of urgent strategy telephone discussion",
        "Strategy meeting: guidance notes left in", "Policy team: strategy meeting minutes",
        "Strategy meeting following referral",
        "Minutes of strategy meeting held before the initial child protection conference",
        "Strategy meeting minutes and invitation list",
    ])
    func `a record is read whatever its title`(title: String) {
        #expect(readRecord(Document(lines: "# \(title)\n\(Self.body)")) != nil)
    }

    @Test func `a record without the word strategy is looked at and not refused`() throws {
        let lines = Self.body.replacing(
            "Ann Carter,",
            with: "Jo Lomax, Headteacher, Weir Bank School\nCath Doyle, School Nurse\nAnn Carter,"
        )
        let record = try #require(readRecord(Document(lines: "# Minutes of multi-agency meeting\n\(lines)")))
        #expect(record.meeting.kind == .other)
        #expect(Check(of: record, rules: Rules()).disposition == .hold)
    }

    @Test(arguments: [
        "# INITIAL CHILD PROTECTION CONFERENCE\n\(body)\nA strategy meeting was held on 3 November.",
        "# Minutes of core group meeting\n\(body)", "# Looked after child review\n\(body)",
        "# Invitation to strategy meeting\nDear colleague\nYou are invited to a strategy meeting on 19/11/2026. Please confirm your attendance.\n| Agency | Name | Invited |\n| Police | DC Bob Platt | Yes |",
        "# AGENDA\nStrategy meeting 19/11/2026\n1. Introductions and apologies\n2. Information sharing\n3. Decision",
        "# MULTI-AGENCY REFERRAL FORM\nChild: Ava Sample\nReason for referral: bruise. Please hold a strategy meeting today.\nSchool: Weir Bank School",
        "# Strategy meetings: practice guidance\nA strategy meeting should be attended by police, health and education. The chair decides whether the threshold is met.",
        "# INVOICE\nRoom hire for strategy meeting 19/11/2026\nTotal due: £45.00",
        "# Strategy meeting template\nChild:\nDOB:\nDate of meeting:\nPresent:\nDecision:",
        "# Staff newsletter\nNew strategy meeting forms are on the intranet. Ann Carter attended the launch.",
        "Shopping list\nMilk\nBread",
        "# Procedure for strategy discussions\n1. The team manager convenes the discussion within one working day.",
    ])
    func `what clearly is something else is refused`(lines: String) {
        #expect(readRecord(Document(lines: lines)) == nil)
    }

    @Test func `minutes that a mail only quotes are held`() throws {
        var document = Document(lines: "For the usual please.")
        document.quoted = Document(lines: "# Strategy meeting\n\(Self.body)").blocks
        let record = try #require(readRecord(document))
        #expect(record.children.map(\.name) == ["Ava Sample"])
        #expect(record.doubts.contains { $0.kind == .unclearText })
    }

    @Test func `two records in a file are noticed, a mention of an earlier meeting is none`() {
        let second = Self.body.replacing("19/11/2026", with: "03/12/2026").replacing("Ava", with: "Tom")
        let two = readRecord(
            Document(lines: "# Strategy meeting minutes\n\(Self.body)\n# Strategy meeting minutes\n\(second)")
        )
        #expect(two?.doubts.contains { $0.kind == .severalMeetings } == true)

        let one = readRecord(
            minutes(
                text:
                    "At the strategy meeting of 3 May 2025 the minutes of the first strategy meeting were read."
            )
        )
        #expect(one?.doubts.contains { $0.kind == .severalMeetings } == false)
    }
}
