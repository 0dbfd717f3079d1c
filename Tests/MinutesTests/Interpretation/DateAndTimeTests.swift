import Testing

@testable import Minutes

struct DateAndTimeTests {
    @Test(arguments: [
        ("3/11/26", "2026-11-03"), ("21.07.2019", "2019-07-21"), ("2026-11-03", "2026-11-03"),
        ("24-Nov-2026", "2026-11-24"), ("Monday 16th November 2026", "2026-11-16"),
        ("the third of November 2026", "2026-11-03"), ("November 3, 2026", "2026-11-03"),
        ("twenty-fourth November 2026", "2026-11-24"), ("23 / 05 / 2013", "2013-05-23"),
        ("Thurs 5th Nov 26", "2026-11-05"), ("05.11.2026", "2026-11-05"), ("5 Nov '26", "2026-11-05"),
        ("Friday 13th November 2026 at 9.15", "2026-11-13"), ("5th, November 2026", "2026-11-05"),
        ("5-11-26", "2026-11-05"), ("05112026", "2026-11-05"), ("051126", "2026-11-05"),
        ("Mon 14/9/26 @ 1030hrs", "2026-09-14"), ("the 24 th of Nov. 2026", "2026-11-24"),
        ("5.11.26.", "2026-11-05"), ("2026/11/05", "2026-11-05"), ("22.10.26 (Thursday)", "2026-10-22"),
        ("8th Oct 26. DoB 14/12/14", "2026-10-08"), ("FRIDAY 6TH NOVEMBER 2026", "2026-11-06"),
    ])
    func `days are read as the United Kingdom writes them`(text: String, iso: String) {
        #expect(DateReader.firstDate(in: text)?.iso == iso)
    }

    @Test(arguments: [
        "31/02/2026", "10.30am", "3 November 10.30am", "01632 960417", "LCS 123456", "13/13/2026",
        "5/11", "5 November at 2pm", "Nov 26", "5 November 1400hrs", "0773318", "24/7", "20-11",
    ])
    func `these hold no day`(text: String) { #expect(DateReader.firstDate(in: text) == nil) }

    @Test(arguments: [
        ("5/11", "2026-11-05"), ("Thurs 5th Nov", "2026-11-05"), ("November 5th at 2pm", "2026-11-05"),
        ("on the 5th of November, 14.00", "2026-11-05"), ("5 November 10.30am", "2026-11-05"),
    ])
    func `a day without a year is read by the year that is given`(text: String, iso: String) {
        #expect(DateReader.dates(in: Tokens(text)) { _ in 2026 }.first?.date.iso == iso)
    }

    @Test(arguments: ["31/11", "24/7", "10.11", "12-1"])
    func `these hold no day even with a year`(text: String) {
        #expect(DateReader.dates(in: Tokens(text)) { _ in 2026 }.isEmpty)
    }

    @Test(arguments: [
        "Tuesday 16 November 2026", "Tues 16/11/26", "16.11.2026 (Tuesday)", "Tue 16th Nov '26",
    ])
    func `a wrong weekday is noticed`(text: String) {
        #expect(DateReader.dates(in: Tokens(text)).first?.contradictsWeekday == true)
    }

    @Test(arguments: ["Monday the 16th November 2026", "16 November 2026, Monday", "16 November 2026"])
    func `a right or missing weekday contradicts nothing`(text: String) {
        #expect(DateReader.dates(in: Tokens(text)).first?.contradictsWeekday == false)
    }

    @Test(arguments: [
        ("3.15pm", "15:15"), ("1:30 pm", "13:30"), ("14.30", "14:30"), ("1400hrs", "14:00"),
        ("12 noon", "12:00"),
        ("half past two", "14:30"), ("9", "09:00"), ("2", "14:00"), ("from 10-11.30am", "10:00"),
        ("1-2pm", "13:00"),
        ("11-1pm", "11:00"), ("03/11/2026 at 0930", "09:30"), ("2-3.30pm", "14:00"), ("noon", "12:00"),
        ("1.30 – 3pm", "13:30"), ("quarter past two", "14:15"), ("half two", "14:30"), ("14h00", "14:00"),
        ("ten to three", "14:50"), ("twenty-five past ten", "10:25"), ("9.45 a.m.", "09:45"),
        ("1430-1600hrs", "14:30"), ("1000", "10:00"), ("5/11 at 2pm", "14:00"),
        ("Room 4 at 11am", "11:00"), ("2 o’clock", "14:00"), ("nine thirty", "09:30"), ("0700", "07:00"),
        ("11.45pm", "23:45"), ("2 hours from 10am", "10:00"), ("eleven a.m.", "11:00"), ("12.15", "12:15"),
        ("4.15 p.m.", "16:15"), ("13:30–14:40", "13:30"), ("at 6 in the evening", "18:00"),
        ("09.00 am", "09:00"), ("2.15 till 3", "14:15"), ("16:45 hrs", "16:45"),
    ])
    func `times behind a label are read`(text: String, time: String) {
        #expect(TimeReader.time(in: text, isLabelled: true)?.description == time)
    }

    @Test(arguments: [
        ("Thurs 5th Nov 26, 16:45", "16:45"), ("Mon 14/9/26 @ 1030hrs via Teams", "10:30"),
        ("Monday 9 November 2026, 11.00, Town Hall", "11:00"), ("Friday 13 November 2026 at 9.15", "09:15"),
        ("on the afternoon of Thursday 17 September 2026, from two o’clock", "14:00"),
        ("Tuesday 6 October 2026, 2.15pm, Civic Offices, Room 3", "14:15"),
        ("28/10/2026 0930hrs", "09:30"),
    ])
    func `times in a line are read`(text: String, time: String) {
        #expect(TimeReader.time(in: text, isLabelled: false)?.description == time)
    }

    @Test(arguments: [
        "03.11.2026", "Room 4", "LCS 123456", "2 hours", "5/11/26", "01632 960417", "version 2.1.3",
        "Year 10",
        "three children", "97%", "half term", "10 to 15 November",
    ])
    func `these hold no time`(text: String) { #expect(TimeReader.time(in: text, isLabelled: false) == nil) }

    @Test func `days that do not exist are refused`() {
        #expect(CalendarDate(year: 2026, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 2024, month: 2, day: 29)?.iso == "2024-02-29")
        #expect(CalendarDate(year: 2100, month: 2, day: 29) == nil)
        #expect(CalendarDate(iso: "2026-11-9") == nil)
        #expect(CalendarDate(iso: "1970-01-01")?.dayNumber == 0)
        #expect(CalendarDate(iso: "2026-11-23")?.weekday == 1)
    }
}
