import Testing

@testable import Minutes

/// Further forms of invented councils: letters, logs, lists, prints and mails.
struct MoreCouncilFormTests {
    @Test(arguments: forms) func `the form is read`(form: CouncilFormTests.Form) throws {
        let record = try #require(readRecord(Document(lines: form.lines)), "not read as minutes")

        #expect(record.meeting.date?.iso == form.date)
        #expect(record.meeting.time?.description == form.time)
        #expect(record.meeting.kind == form.kind)
        #expect(record.meeting.urgency == form.urgency)
        #expect(record.meeting.status == form.status)
        let children = record.children.map { [$0.name, $0.dateOfBirth?.iso, $0.reference, $0.setting] }
        #expect(children == form.children)
    }

    private static let rest = """
        # In attendance
        Ann Carter, Team Manager, Social Care
        DC Bob Platt, Northmere Police
        Cath Doyle, School Nurse, Harrowdale NHS Trust
        # Background
        Referred by the GP on 1 December 2026 after a visit. There was a strategy meeting on 4 May 2025 about a brother.
        # Outcome
        Threshold met, section 47 enquiry. Conference by 23 December 2026.
        """

    private static let kai: [String?] = ["Kai Holt", "2014-06-04", "88231", "Eastgate Academy"]
    private static let isla: [String?] = ["Isla Holt", "2017-11-09", "88232", "Eastgate Academy"]

    static let forms: [CouncilFormTests.Form] = [
        .init(
            name: "everything in one sentence",
            lines: """
                Strategy discussion re Kai Holt (DOB 4.6.14, LCS 88231, Yr 7 at Eastgate Academy) held by phone on Weds 2nd Dec 2026 at 4.10pm.
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "numbered paragraphs",
            lines: """
                # Minutes of strategy meeting
                # 1. Details
                1.1 Name of child: Kai Holt
                1.2 Date of birth: 4 June 2014
                1.3 Case number: 88231
                1.4 School: Eastgate Academy
                1.5 Date of meeting: 2 December 2026
                1.6 Time of meeting: 16:10
                1.7 Planned or urgent: planned
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            urgency: .planned,
            children: [kai]
        ),
        .init(
            name: "composite columns",
            lines: """
                # Strategy meeting record
                | Name and DOB | Ref | School and year |
                | Kai Holt 04/06/2014 | LCS 88231 | Eastgate Academy, Year 7 |
                | Isla Holt 09/11/2017 | LCS 88232 | Eastgate Academy, Year 4 |
                Date/time/venue: 2/12/26, 4.10pm, Teams
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai, isla]
        ),
        .init(
            name: "held at, on, at",
            lines: """
                # Minutes of S47 Strategy Meeting
                Name: Kai Holt     Date of Birth: 04/06/2014     Liquidlogic No: 88231     School: Eastgate Academy (Y7)
                Held at: Civic Centre     On: Wednesday 2 December 2026     At: 4.10pm
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "letter with its own date",
            lines: """
                Westmere Children's Services
                Our ref: 88231     Date: 4 December 2026
                Re: Kai Holt, born 4 June 2014, Eastgate Academy
                # MINUTES OF STRATEGY MEETING HELD ON 2 DECEMBER 2026 AT 4.10PM
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "out of hours log",
            lines: """
                # Emergency Duty Team – strategy discussion
                Subject: Kai Holt, 4/6/14, no. 88231, pupil at Eastgate Academy
                Call received: Saturday 5 December 2026 21:05
                Strategy discussion held: Saturday 5 December 2026, started 2315 hrs
                # Took part
                Ann Carter, EDT Manager
                DC Bob Platt, Northmere Police
                # Log
                21:05 Ward rang.
                22:40 Police rang back.
                23:15 Discussion.
                # Decision
                Threshold met, section 47 enquiry.
                """,
            date: "2026-12-05",
            time: "23:15",
            urgency: .outOfHours,
            children: [kai]
        ),
        .init(
            name: "young people in a list, complex",
            lines: """
                # Complex strategy meeting – Operation Teal
                Meeting date: 2 December 2026     Time: 16:10
                Young people:
                - Kai Holt – 04/06/2014 – LCS 88231 – Eastgate Academy
                - Ellie Marsh – 14.2.2011 – LCS 77121 – Moorgate High School
                \(rest)
                Signed off by the chair: A Carter 3.12.26
                """,
            date: "2026-12-02",
            time: "16:10",
            kind: .complexStrategy,
            status: .approved,
            children: [kai, ["Ellie Marsh", "2011-02-14", "77121", "Moorgate High School"]]
        ),
        .init(
            name: "square brackets for boxes",
            lines: """
                # STRATEGY DISCUSSION
                Child...........: Kai Holt
                DOB.............: 04-JUN-2014
                Eclipse ID......: 88231
                School..........: Eastgate Academy
                Date............: 02-DEC-2026
                Start...........: 16.10
                Type............: [ ] Urgent  [x] Planned
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            urgency: .planned,
            children: [kai]
        ),
        .init(
            name: "details under headings of their own",
            lines: """
                # STRATEGY MEETING MINUTES
                # Subject
                Kai Holt (m) dob 04/06/2014
                Mosaic 88231
                Eastgate Academy
                # Meeting
                Wednesday 2nd December 2026
                4.10pm – 5pm
                Conference call (planned)
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            urgency: .planned,
            children: [kai]
        ),
        .init(
            name: "initials of an adult, child by name",
            lines: """
                # Allegations management meeting (LADO)
                Adult: Mr T. R., teaching assistant
                LADO reference: 26/031
                Child concerned: Kai Holt   DOB: 4/6/2014   CSC ID: 88231
                School: Eastgate Academy
                Date: 2/12/2026   Time: 4.10pm
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            kind: .allegation,
            children: [kai]
        ),
        .init(
            name: "family named, children in a sentence",
            lines: """
                # Strategy meeting – Holt family
                The meeting concerned Kai Holt (born 4 June 2014, reference 88231) and Isla Holt (born 9 November 2017, reference 88232). Both attend Eastgate Academy.
                It took place at 4.10pm on 2 December 2026 and had been planned on 30 November.
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            urgency: .planned,
            children: [kai, isla]
        ),
        .init(
            name: "expected date in the field of birth",
            lines: """
                # Pre-birth strategy meeting
                | Name | Baby Holt | DOB / EDD | 04/03/2027 |
                | Mother | Jade Holt | DOB | 12.03.98 |
                | Social care ref | 88240 | School | N/A |
                | Date | 2 December 2026 | Time | 16:10 |
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [["Baby Holt", nil, "88240", nil]]
        ),
        .init(
            name: "form of a case system with questions",
            lines: """
                # Strategy Discussion
                Case ID
                88231
                Who is the discussion about?
                Kai Holt
                What is the child's date of birth?
                04/06/2014
                Which school does the child attend?
                Eastgate Academy
                Was the discussion urgent?
                Yes
                On what date was the discussion held?
                02/12/2026
                At what time?
                16:10
                \(rest)
                Has the manager approved this record?
                Yes – A Carter 03/12/2026
                """,
            date: "2026-12-02",
            time: "16:10",
            urgency: .urgent,
            status: .approved,
            children: [kai]
        ),
        .init(
            name: "print of a system, surname first",
            lines: """
                HOLT, Kai (88231) DOB 04/06/2014 – Strategy Discussion – printed 05/12/2026 09:12 by CROOK, Janet
                | Discussion date | 02/12/2026 | Discussion time | 16:10 |
                | Education | Eastgate Academy | Created | 03/12/2026 |
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
    ]
}
