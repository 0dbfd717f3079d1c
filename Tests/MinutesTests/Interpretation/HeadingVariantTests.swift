import Testing

@testable import Minutes

/// Headings and date lines as councils vary them.
struct HeadingVariantTests {
    @Test(arguments: forms) func `the form is read`(form: CouncilFormTests.Form) throws {
        try form.expectRead()
    }

    private static let rest = """
        # Present
        Ann Carter, Team Manager, Social Care
        DC Bob Platt, Northmere Police
        Cath Doyle, School Nurse, Harrowdale NHS Trust
        # Reason for meeting
        Referred by the GP on 1 December 2026 after a visit. There was a strategy meeting on 4 May 2025 about a brother.
        # Information
        Police: nothing held.
        School: attendance 92%.
        # Decision
        Threshold met, section 47 enquiry. Conference by 23 December 2026.
        """

    private static let kai: [String?] = ["Kai Holt", "2014-06-04", "88231", "Eastgate Academy"]

    static let forms: [CouncilFormTests.Form] = [
        .init(
            name: "in relation to",
            lines: """
                # STRATEGY MEETING
                In relation to: Kai HOLT (04/06/2014) - case ref 88231 - Eastgate Academy
                Convened: Wednesday 2 December 2026, 16:10-17:00, MS Teams
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "bars between the particulars",
            lines: """
                # Minutes: Section 47 Strategy Discussion
                Kai Holt | 4 June 2014 | LCS 88231 | Eastgate Academy
                2 December 2026 | 4.10pm | Teams
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "date in the title, child in a sentence",
            lines: """
                # Northmere MASH
                Strategy Discussion - 02.12.26 @ 16.10
                Child: Kai Holt (12), DOB 04.06.14, Mosaic 88231, attends Eastgate Academy
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "surname first without a comma",
            lines: """
                # NOTES OF STRATEGY MEETING
                Subject child: HOLT Kai
                Date of Birth: 4th June 2014 (aged 12)
                Unique ref: 88231
                Education: Eastgate Academy, Year 8
                Meeting took place: Weds 2/12/26 from 1610
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "numbers of other kinds beside the reference",
            lines: """
                # SECTION 47 STRATEGY MEETING RECORD
                Restricted? No
                Child's name: Kai Holt        Gender: M        DOB: 04/06/2014
                Person ID: 88231   NHS No: 943 476 5919   UPN: A823432110001
                School: Eastgate Academy (URN 140001)
                Meeting date: 02/12/2026        Start time: 16:10        End time: 17:05
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "moved, said in the title",
            lines: """
                # Strategy Meeting Minutes (rearranged from Monday 30 November 2026)
                Date: Wednesday 2 December 2026
                Time: 4:10 pm
                Child: Kai Holt, d.o.b. 4/6/14, Eastgate Academy
                Our ref: CS/88231
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [["Kai Holt", "2014-06-04", "CS/88231", "Eastgate Academy"]]
        ),
        .init(
            name: "moved, said in the field",
            lines: """
                # Strategy Meeting
                Date: Wednesday 2 December 2026 (re-arranged from 30 November at the request of police)
                Time: 4.10pm
                Name: Kai Holt
                DOB: 4/6/14
                Case: 88231
                School: Eastgate Academy
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "review with the first meeting's day",
            lines: """
                # REVIEW STRATEGY MEETING
                Child: Kai Holt, 4/6/14, LCS 88231, Eastgate Academy
                Date of initial strategy meeting: 20 November 2026
                Date of this review: 2 December 2026, 4.10pm
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            kind: .reviewStrategy,
            children: [kai]
        ),
        .init(
            name: "urgent in the title, labels without colons",
            lines: """
                # URGENT STRATEGY DISCUSSION (same day)
                2nd December 2026 4.10pm telephone
                Kai Holt DOB 4.6.14 LCS No 88231
                School Eastgate Academy
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            urgency: .urgent,
            children: [kai]
        ),
        .init(
            name: "called the day before",
            lines: """
                # Strategy meeting minutes
                Called: 1 December 2026 by A Carter
                Held: 2 December 2026
                Began: 4.10pm  Ended: 5pm
                About: Kai Holt (born 4 June 2014; our number 88231; Eastgate Academy)
                Planned meeting
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            urgency: .planned,
            children: [kai]
        ),
        .init(
            name: "duty team",
            lines: """
                # EDT STRATEGY DISCUSSION
                Sat 5 Dec 2026 at 23:40
                Young person: Kai Holt, 04/06/2014, 88231, Eastgate Academy
                \(rest)
                """,
            date: "2026-12-05",
            time: "23:40",
            urgency: .outOfHours,
            children: [kai]
        ),
        .init(
            name: "outside office hours, dashes",
            lines: """
                # Strategy discussion held outside office hours
                Sunday 6/12/26 02.15am by phone
                Child - Kai Holt - 04/06/2014
                Liquidlogic ID - 88231
                School - Eastgate Academy
                \(rest)
                """,
            date: "2026-12-06",
            time: "02:15",
            urgency: .outOfHours,
            children: [kai]
        ),
        .init(
            name: "day in words",
            lines: """
                # Multi-agency strategy meeting for Kai Holt
                Held on the second of December 2026 at 16:10 hours via Teams
                Kai was born on 4 June 2014 and goes to Eastgate Academy. His LCS number is 88231.
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "days of other things",
            lines: """
                # Strategy Meeting
                Name: Kai Holt
                DOB: 04/06/2014
                LCS: 88231
                School: Eastgate Academy
                Address: 4 Mill Lane
                Date of referral: 1/12/26
                Date of strategy meeting: 2/12/26
                Date minutes typed: 4/12/26
                Time of strategy meeting: 16:10
                Time referral received: 09:00
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
    ]
}
