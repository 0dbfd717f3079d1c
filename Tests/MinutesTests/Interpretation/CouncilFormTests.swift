import Testing

@testable import Minutes

/// Forms of invented councils, each with its own words for the same things.
struct CouncilFormTests {
    struct Form: Sendable, CustomTestStringConvertible {
        var name: String
        var lines: String
        var date: String?
        var time: String?
        var kind = Meeting.Kind.strategy
        var urgency = Meeting.Urgency.unknown
        var status = Meeting.Status.unstated
        /// Name, date of birth, reference, setting.
        var children: [[String?]]
        var testDescription: String { name }

        /// The record of the form has all that is written above, and nothing else.
        func expectRead() throws {
            let record = try #require(readRecord(Document(lines: lines)), "not read as minutes")

            #expect(record.meeting.date?.iso == date)
            #expect(record.meeting.time?.description == time)
            #expect(record.meeting.kind == kind)
            #expect(record.meeting.urgency == urgency)
            #expect(record.meeting.status == status)
            let found = record.children.map { [$0.name, $0.dateOfBirth?.iso, $0.reference, $0.setting] }
            #expect(found == children)
        }
    }

    @Test(arguments: forms) func `the form is read`(form: Form) throws { try form.expectRead() }

    private static let rest = """
        # Present
        Ann Carter, Team Manager, Social Care
        DC Bob Platt, Northmere Police
        Cath Doyle, School Nurse, Harrowdale NHS Trust
        # Reason
        The school rang on Monday about a bruise.
        # Decision
        Threshold met, section 47 enquiry.
        """

    static let forms: [Form] = [
        Form(
            name: "labels on one line with wide gaps",
            lines: """
                # STRATEGY DISCUSSION RECORD
                Child's Name: Ava Rose SAMPLE     D.O.B: 2.3.15     Mosaic ID: 1183320
                School/Nursery: Hollin Bank Primary (Yr 6)      Year: 6
                Date: Thurs 5th Nov 26     Time: 1400hrs - 1515hrs     Venue: Teams     Type: Planned
                \(rest)
                Approved by chair 6.11.26
                """,
            date: "2026-11-05",
            time: "14:00",
            urgency: .planned,
            status: .approved,
            children: [["Ava Rose Sample", "2015-03-02", "1183320", "Hollin Bank Primary"]]
        ),
        Form(
            name: "surname and forename apart, reference called our ref",
            lines: """
                # Minutes of Strategy Meeting
                | Family name | O'NEILL-KHAN |
                | Given names | Zara Maryam |
                | Date of Birth | 31st December 2012 |
                | NHS no. | 999 012 4477 |
                | Our ref | CYP-00412/B |
                | Place of education | St. Edmund's R.C. High School, Year 9 |
                | Meeting held on | Monday 9 November 2026 at 9.15 |
                | Urgent / Planned | Urgent |
                \(rest)
                Agreed as a true record: C. Beddoes, chair, 23/11
                """,
            date: "2026-11-09",
            time: "09:15",
            urgency: .urgent,
            status: .approved,
            children: [
                ["Zara Maryam O'Neill-Khan", "2012-12-31", "CYP-00412/B", "St. Edmund's R.C. High School"]
            ]
        ),
        Form(
            name: "labels above values in a table",
            lines: """
                # Section 47 strategy meeting - notes
                | Subject | Date of birth | Eclipse no. | Education setting |
                | Tom Bell | 01-Jun-2018 | E-40077 | Fold Lane Infant School |
                | Date of discussion | Start time | Method | Urgency |
                | 13.11.2026 | quarter past two | Teams | Planned |
                \(rest)
                """,
            date: "2026-11-13",
            time: "14:15",
            urgency: .planned,
            children: [["Tom Bell", "2018-06-01", "E-40077", "Fold Lane Infant School"]]
        ),
        Form(
            name: "labels above values in paragraphs",
            lines: """
                Strategy Discussion
                Name of child
                Ruby May Ferreira
                DOB
                11/09/2019
                Person ID
                5520117
                Current school or setting
                Castle Rise Community Primary School
                Date and time of strategy discussion
                Tuesday 10th November 2026, 11am
                \(rest)
                Chair's approval
                M. Tattersall 12/11/2026
                """,
            date: "2026-11-10",
            time: "11:00",
            status: .approved,
            children: [
                ["Ruby May Ferreira", "2019-09-11", "5520117", "Castle Rise Community Primary School"]
            ]
        ),
        Form(
            name: "six columns",
            lines: """
                # Record of strategy meeting
                | Name | Leo Whitlock | Born | 10/04/2010 | Client no | 71120 |
                | School | Tarnside College | Date | 30/09/2026 | Time | 10-11.30 |
                \(rest)
                """,
            date: "2026-09-30",
            time: "10:00",
            children: [["Leo Whitlock", "2010-04-10", "71120", "Tarnside College"]]
        ),
        Form(
            name: "label and value in one cell",
            lines: """
                # Strategy meeting minutes
                | Child: Nia Costache | DOB: 29/01/2016 | Capita ref: PM-61120 |
                | School: Weir Bank Academy | Meeting date: 4 Nov 2026 | Time: noon |
                \(rest)
                """,
            date: "2026-11-04",
            time: "12:00",
            children: [["Nia Costache", "2016-01-29", "PM-61120", "Weir Bank Academy"]]
        ),
        Form(
            name: "siblings in a line, one school",
            lines: """
                # Strategy Meeting
                Children: Sam (12/03/2014), Ava (7/8/2016) and Tom Kershaw (1/2/2019)
                School: Hollin Bank Primary School
                LCS numbers: Sam 402188, Ava 402189, Tom 402190
                Date of meeting: 16/11/2026
                Time: 3pm
                \(rest)
                """,
            date: "2026-11-16",
            time: "15:00",
            children: [
                ["Sam Kershaw", "2014-03-12", "402188", "Hollin Bank Primary School"],
                ["Ava Kershaw", "2016-08-07", "402189", "Hollin Bank Primary School"],
                ["Tom Kershaw", "2019-02-01", "402190", "Hollin Bank Primary School"],
            ]
        ),
        Form(
            name: "a child after the other",
            lines: """
                # STRATEGY MEETING RECORD
                Child 1: PRITCHARD, Owen
                DOB: 02/05/2013
                ID: CF0091422
                School: Ysgol Bryn Glas
                Child 2: PRITCHARD, Megan
                DOB: 04/02/2018
                ID: CF0091423
                School: Ysgol Bryn Glas
                Meeting date and time: Wed 28 October 2026 0930hrs
                \(rest)
                """,
            date: "2026-10-28",
            time: "09:30",
            children: [
                ["Owen Pritchard", "2013-05-02", "CF0091422", "Ysgol Bryn Glas"],
                ["Megan Pritchard", "2018-02-04", "CF0091423", "Ysgol Bryn Glas"],
            ]
        ),
        Form(
            name: "unborn baby, review",
            lines: """
                # REVIEW STRATEGY MEETING
                | Child | Unborn baby Threlfall |
                | EDD | 22/02/2027 |
                | Mother | Hannah Threlfall, dob 04/06/2001 |
                | Liquidlogic ID | 423370 |
                | Date of meeting | 12/11/2026 |
                | Time | 1.30 – 3pm |
                \(rest)
                """,
            date: "2026-11-12",
            time: "13:30",
            kind: .reviewStrategy,
            children: [["Unborn baby Threlfall", nil, "423370", nil]]
        ),
        Form(
            name: "running text only",
            lines: """
                # Note of a strategy discussion about Ella Brindle
                Ella was born on 14 May 2017 (case number WY/33801) and is in Year 4 at Moorgate Primary School.
                The discussion was held on the afternoon of Thursday 19 November 2026, from half past two. It was a planned meeting.
                \(rest)
                I agree this note as an accurate record. A. Carter, chair, 20 November 2026
                """,
            date: "2026-11-19",
            time: "14:30",
            urgency: .planned,
            status: .approved,
            children: [["Ella Brindle", "2017-05-14", "WY/33801", "Moorgate Primary School"]]
        ),
        Form(
            name: "year from elsewhere",
            lines: """
                # Strategy meeting minutes
                Re: Jo Pike   dob: 3/4/2012   file no. 30-1187   Castleside Junior School
                Held: Thurs 5th Nov, 2-3.30pm, Civic Offices
                \(rest)
                # Next meeting
                20/11/2026 at 10am
                """,
            date: "2026-11-05",
            time: "14:00",
            children: [["Jo Pike", "2012-04-03", "30-1187", "Castleside Junior School"]]
        ),
        Form(
            name: "no school, pre-school age",
            lines: """
                # Strategy discussion (urgent)
                Child: Mila Kozłowska
                DOB: 22 February 2025
                Case ref: 420931
                Nursery: None – at home with mum
                When: Tuesday 29th September 2026
                What time: 12 noon
                \(rest)
                """,
            date: "2026-09-29",
            time: "12:00",
            urgency: .urgent,
            children: [["Mila Kozłowska", "2025-02-22", "420931", nil]]
        ),
        Form(
            name: "looked after, ticks for the type",
            lines: """
                # Strategy meeting
                Name of young person: Seren Vickers-Lowe
                Date of birth: 18.06.2010
                Child ref: WY-33801
                School/college: Rakesfold Sixth Form College
                Legal status: s20, looked after
                Date: 10/12/26
                Start: 2.15
                Meeting type: ☐ Urgent  ☒ Planned  ☐ Out of hours
                \(rest)
                Chair: signed   Date:
                """,
            date: "2026-12-10",
            time: "14:15",
            urgency: .planned,
            children: [["Seren Vickers-Lowe", "2010-06-18", "WY-33801", "Rakesfold Sixth Form College"]]
        ),
    ]
}
