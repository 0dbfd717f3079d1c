import Testing

@testable import Minutes

/// Blocks that name the children, as councils vary them.
struct ChildBlockVariantTests {
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
    private static let isla: [String?] = ["Isla Holt", "2017-11-09", "88232", "Eastgate Academy"]

    static let forms: [CouncilFormTests.Form] = [
        .init(
            name: "unborn, the mother's birthday beside",
            lines: """
                # PRE-BIRTH STRATEGY MEETING
                Unborn baby Holt, EDD 4 March 2027
                Mother: Jade Holt, DOB 12.03.98, LCS 88240
                Held 2nd December 2026 at 4.10 pm, Civic Centre
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [["Unborn baby Holt", nil, "88240", nil]]
        ),
        .init(
            name: "unborn in the title, both parents' birthdays",
            lines: """
                # Strategy Meeting re: UBB HOLT (EDD 04.03.27)
                Mosaic ID: 88240
                Parents: Jade Holt (12.03.1998) and Lee Pratt (01.02.1996)
                Date: Wed 02 Dec 26  Time: 16.10
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [["UBB Holt", nil, "88240", nil]]
        ),
        .init(
            name: "a child a line, the school of both",
            lines: """
                # STRATEGY MEETING
                Children: Kai Holt - 04/06/2014 - 88231
                Isla Holt - 09/11/2017 - 88232
                School (both): Eastgate Academy
                Date/Time: 02/12/2026 16:10
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai, isla]
        ),
        .init(
            name: "numbered children, time in words",
            lines: """
                # Strategy discussion
                Child 1: Kai Holt    DOB: 04.06.14    ID: 88231    School: Eastgate Academy
                Child 2: Isla Holt    DOB: 09.11.17    ID: 88232    School: Eastgate Academy
                When: 2/12/26, 10 past 4 in the afternoon
                Where: phone
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai, isla]
        ),
        .init(
            name: "brother and sister in brackets",
            lines: """
                # STRATEGY MEETING - SIBLING GROUP
                Kai Holt (DOB 04/06/2014; LCS 88231) and Isla Holt (DOB 09/11/2017; LCS 88232), both at Eastgate Academy
                Meeting: 2 December 2026 4.10pm
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai, isla]
        ),
        .init(
            name: "forename and surname apart, discussion in a sentence",
            lines: """
                # Record of Strategy Discussion
                Re Kai, b 4.6.14, surname Holt
                Forename: Kai   Surname: Holt   D.O.B.: 4.6.14
                CareDirector: 88231
                Setting: Eastgate Academy
                The discussion was on Wednesday 2 December 2026 and began at ten past four.
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
        .init(
            name: "young people in brackets",
            lines: """
                # COMPLEX ABUSE STRATEGY MEETING - OPERATION TEAL
                Young people discussed: Kai Holt (4.6.14, 88231) and Ellie Marsh (14.2.11, 77121), both of Eastgate Academy
                Wednesday, December 2nd, 2026 - 4.10pm
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            kind: .complexStrategy,
            children: [kai, ["Ellie Marsh", "2011-02-14", "77121", "Eastgate Academy"]]
        ),
        .init(
            name: "capitals alone",
            lines: """
                # STRAT MEETING 2.12.26 4.10PM
                KAI HOLT 4.6.14 LCS 88231
                EASTGATE ACADEMY
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [["Kai Holt", "2014-06-04", "88231", "EASTGATE ACADEMY"]]
        ),
        .init(
            name: "in no school",
            lines: """
                # Strategy Meeting
                Meeting Date: 02 December 2026
                Name: Kai Holt  DOB: 4/6/14  LCS: 88231  School: not in education since September
                Time: 4.10pm
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [["Kai Holt", "2014-06-04", "88231", nil]]
        ),
        .init(
            name: "family name apart",
            lines: """
                # Strategy Meeting
                Family name: Holt
                Subject(s): Kai
                DOB(s): 04/06/2014
                LCS: 88231
                School(s): Eastgate Academy
                Date: 02/12/2026 Time: 16:10
                \(rest)
                """,
            date: "2026-12-02",
            time: "16:10",
            children: [kai]
        ),
    ]
}
