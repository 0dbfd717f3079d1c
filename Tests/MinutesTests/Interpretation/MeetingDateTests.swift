import Testing

@testable import Minutes

struct MeetingDateTests {
    /// Minutes with nothing of a date but what a test puts in.
    private func record(_ top: String, ending: String = "") -> MeetingRecord? {
        readRecord(
            Document(
                lines: """
                    # Strategy meeting minutes
                    Child: Ava Sample
                    DOB: 02/03/2015
                    \(top)
                    # Present
                    Ann Carter, Team Manager, Social Care
                    DC Bob Platt, Northmere Police
                    # Reason
                    Ava told her teacher on 11 November 2026 that she is afraid. An earlier strategy meeting was held on 3 May 2025.
                    # Decision
                    Threshold met, section 47 enquiry.
                    \(ending)
                    """
            )
        )
    }

    @Test(arguments: [
        "Date: 13/11/2026", "Date held: Friday 13th November 2026", "Strategy meeting date: 13.11.26",
        "Date of Strategy Discussion/Meeting: 13 Nov 2026", "Discussion held on 13/11/2026",
        "When was the meeting held? 13/11/2026", "Day and date: Fri 13/11/26", "Meeting held 13/11/2026",
        "The strategy meeting took place on 13 November 2026.", "We met on 13 November 2026 by Teams.",
        "Friday 13 November 2026, 10am, Civic Offices", "Date & time of meeting: 13/11/26 @ 10.00",
        "Held at the Civic Offices on Friday, 13th November 2026", "Date/Time: 13-11-2026 10:00",
        "This meeting was convened on 13th November 2026 under section 47.", "Date\t13/11/2026",
        "| Date | Time | Venue |\n| 13/11/2026 | 10am | Teams |",
        "| Date of meeting | 13/11/2026 |\n| Venue | Teams |",
        "Meeting: Friday 13 November 2026, 10am", "DATE OF MEETING 13/11/2026",
        "Date of meeting\n13th November 2026", "Strategy discussion – 13 November 2026",
        "Date of S47 strategy meeting: 13 November", "Held: Fri 13th Nov, 10am",
        "Discussion: 13/11/2026", "Discussed\t13.11.26 1000",
        "| Sat | Friday 13 November 2026 |\n| At | 10am |",
        "Convened: Fri 13 Nov 2026, 10:00", "Third meeting about Ava: Fri 13 Nov 2026, 10:00, Teams",
        "Fri 13 November 2026  |  10.00 – 10.50  |  Review strategy meeting",
        "I convened this meeting for ten on the morning of Friday 13 November 2026.",
        "Date: 13 November 2026 (re-arranged from 11 November 2026)",
        "Date: Friday 13 November 2026, moved from 10 November",
        "Duty worker: L Reed\n1000   *** STRATEGY DISCUSSION (Friday 13 November, by phone) *** urgent",
        "When did we speak, and how? 13 November 2026, by phone",
    ])
    func `the day of the meeting is found`(top: String) {
        let record = record(top)
        #expect(record?.meeting.date?.iso == "2026-11-13")
        #expect(record?.doubts.contains { $0.kind == .contradictoryDate || $0.kind == .noDate } == false)
    }

    @Test(arguments: [
        "Date: 12 & 13 November 2026", "Date: 12/11/2026 and 13/11/2026",
        "Date of meeting: 12th/13th November 2026",
        "Date: Thursday 13 November 2026", "Date: 13/11/2026\nStrategy meeting held on 12 November 2026",
    ])
    func `two days or a wrong weekday are a contradiction`(top: String) {
        let record = record(top)
        #expect(record?.meeting.date == nil)
        #expect(record?.doubts.contains { $0.kind == .contradictoryDate } == true)
    }

    @Test(arguments: [
        ("Strategy discussion 12 November 2026", true),
        ("Strategy meeting minutes – Ava Sample – 12/11/2026", true),
        ("Strategy discussion 13 November 2026", false),
        ("Strategy discussion form, saved 12/11/2026", false),
        ("Strategy meeting template, edition of 1 April 2025", false),
        ("Printed 14/11/2026 Strategy meeting", false),
        ("Exampleshire 12 November 2026", false),
    ])
    func `the margins of a page contradict the date only where they name the meeting`(
        text: String,
        does: Bool
    ) {
        for zone in ["page header", "page footer"] {
            let block = Block(place: "\(zone), paragraph 1", content: .paragraph(Line(text)))
            var document = Document(
                lines: """
                    # Strategy meeting minutes
                    Child: Ava Sample   DOB: 02/03/2015
                    Date: 13/11/2026
                    # Present
                    Ann Carter, Team Manager, Social Care
                    # Decision
                    Threshold met, section 47 enquiry.
                    """
            )
            if zone == "page header" { document.headers = [block] } else { document.footers = [block] }
            let record = readRecord(document)
            #expect((record?.meeting.date == nil) == does)
            #expect(record?.doubts.contains { $0.kind == .contradictoryDate } == does)
        }
    }

    @Test(arguments: [
        "Ava Sample   b. 08-10-2016   Stoke Lane Primary", "Ava Sample (d.o.b. 7th May 2016; file 44/2013)",
        "Note of strategy meeting concerning Ava Sample (born 7 May 2016)",
        "We meet again on 20 November 2026 when the police can join.",
    ])
    func `neither a birthday nor the day of another meeting is the day of this one`(top: String) {
        #expect(record(top)?.meeting.date == nil)
        #expect(record("Date: 13/11/2026\n\(top)")?.meeting.date?.iso == "2026-11-13")
    }

    @Test(arguments: [
        "Date: 13.11.26 1530", "Fri 13 November 2026 at 1530, Teams", "Held: 13/11/26 @ 1530",
        "1530   STRATEGY DISCUSSION (13 November 2026, by phone)",
        "Date: 13/11/26\nMet: half past three, on Teams",
        "When: 13/11/26, 30 past 3 hrs 1530hrs", "Date: 13/11/2026 at half past three in the afternoon",
    ])
    func `the time beside the date is found`(top: String) {
        #expect(record(top)?.meeting.time?.description == "15:30")
    }

    @Test(arguments: [
        "Date of referral: 13/11/2026", "Date printed: 13/11/2026", "Date of next meeting: 13/11/2026",
        "Date typed: 13/11/2026", "Date of previous strategy meeting: 13/11/2026",
        "Date of incident: 13/11/2026",
        "Review date: 13/11/2026", "Date received: 13/11/2026", "Date of ICPC: 13/11/2026",
        "Expected date of delivery: 13/11/2026",
        "Form version date: 13/11/2026", "Date of birth of sibling: 13/11/2016",
        "Date circulated: 13/11/2026",
        "Date placed: 13/11/2026", "Date of last visit: 13/11/2026",
        "Date of first strategy meeting: 13/11/2026",
    ])
    func `other days are never taken for it`(top: String) {
        let record = record(top)
        #expect(record?.meeting.date == nil)
        #expect(record?.doubts.contains { $0.kind == .noDate } == true)
    }

    @Test(arguments: [
        "Date of meeting: 13/11/2026\nDate: 12/11/2026", "Date of meeting: Thursday 13/11/2026",
        "Strategy meeting held on 12 November 2026\nDate of meeting: 13/11/2026",
        "Minutes of the strategy meeting, 12 November 2026\nDate of meeting: 13/11/2026",
        "Date of meeting: 13/11/2026\nThis meeting took place on 14 November 2026.",
        "Date of meeting: Monday 13 November",
    ])
    func `places that contradict each other are not decided between`(top: String) {
        let record = record(top)
        #expect(record?.meeting.date == nil)
        #expect(record?.doubts.contains { $0.kind == .contradictoryDate } == true)
    }

    @Test(arguments: [
        "Signed: A Carter   Date: 20/11/2026", "Approved by chair   Date: 20/11/2026",
        "Next meeting: 20/11/2026 at 10am",
        "Date of next meeting: 20/11/2026", "Chair: A Carter   Signature: A Carter   Date: 20/11/2026",
        "| Signed | Date |\n| A Carter | 20/11/2026 |", "Review strategy meeting: 20/11/2026",
        "# Sign off\nDate: 20/11/2026", "Printed on 20/11/2026",
        "| Action | Who | Date |\n| Visit | AC | 20/11/2026 |",
    ])
    func `days of signing and of the next meeting contradict nothing`(ending: String) {
        let record = record("Date of meeting: 13/11/2026", ending: ending)
        #expect(record?.meeting.date?.iso == "2026-11-13")
    }

    @Test func `a day without a year is asked for where nothing tells the year`() {
        let document = Document(
            lines: """
                # Strategy meeting minutes
                Child: Ava Sample
                DOB: 02/03/2015
                Date of meeting: 5th November
                # Present
                Ann Carter, Team Manager, Social Care
                DC Bob Platt, Northmere Police
                # Decision
                Threshold met, section 47 enquiry to begin today.
                """
        )
        let record = readRecord(document)
        #expect(record?.meeting.date == nil)
        #expect(record?.doubts.first { $0.kind == .noDate }?.text.contains("without its year") == true)
    }

    @Test(arguments: [
        ("Date: 13/11/2026\nTime: 2-3.30pm", "14:00"), ("Date: 13/11/2026\nStart time: 0930", "09:30"),
        ("Date: 13/11/2026\nTime of meeting: 10.15 – 11.00", "10:15"),
        ("Date and time: 13/11/26 at 2.15pm", "14:15"),
        ("Date: 13/11/2026\nTime commenced: 14:05\nTime ended: 15:10", "14:05"),
        ("Date: 13/11/2026\nThe meeting began at half past ten.", "10:30"),
        ("Date: 13/11/2026\nMeeting opened: 11am   Meeting closed: 12.30pm", "11:00"),
        ("Friday 13 November 2026, 1pm, Civic Offices", "13:00"),
        ("Date: 13/11/2026\nFrom: 10am   To: 11am", "10:00"),
        ("Date: 13/11/2026 (10.00 a.m.)", "10:00"), ("Date/Time/Venue: 13/11/26, noon, Teams", "12:00"),
    ])
    func `the time of the meeting is found`(top: String, time: String) {
        #expect(record(top)?.meeting.time?.description == time)
    }

    @Test(arguments: [
        "Date: 13/11/2026\nTime of referral: 08:40", "Date: 13/11/2026\nFinish time: 15:10",
        "Date: 13/11/2026\nDate and time of next meeting: 20/11/2026 10am",
        "Date: 13/11/2026\nTimescale: 2 hours",
        "Date: 13/11/2026\nFirst meeting: 6 November 2026, 3pm",
    ])
    func `other times are never taken for it`(top: String) {
        #expect(record(top)?.meeting.time == nil)
    }
}
