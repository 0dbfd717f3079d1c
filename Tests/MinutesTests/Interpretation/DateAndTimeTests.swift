import Testing

@testable import Minutes

struct DateAndTimeTests {
    @Test(arguments: [
        ("3/11/26", "2026-11-03"), ("21.07.2019", "2019-07-21"), ("2026-11-03", "2026-11-03"),
        ("24-Nov-2026", "2026-11-24"), ("Monday 16th November 2026", "2026-11-16"),
        ("the third of November 2026", "2026-11-03"), ("November 3, 2026", "2026-11-03"),
        ("twenty-fourth November 2026", "2026-11-24"), ("23 / 05 / 2013", "2013-05-23"),
    ])
    func `days are read as the United Kingdom writes them`(text: String, iso: String) {
        #expect(DateReader.firstDate(in: text)?.iso == iso)
    }

    @Test(arguments: [
        "31/02/2026", "10.30am", "3 November 10.30am", "01632 960417", "LCS 123456", "13/13/2026",
    ])
    func `these hold no day`(text: String) { #expect(DateReader.firstDate(in: text) == nil) }

    @Test func `a wrong weekday is noticed`() {
        let found = DateReader.dates(in: Tokens("Tuesday 16 November 2026"))
        #expect(found.first?.contradictsWeekday == true)
    }

    @Test(arguments: [
        ("3.15pm", "15:15"), ("1:30 pm", "13:30"), ("14.30", "14:30"), ("1400hrs", "14:00"),
        ("12 noon", "12:00"),
        ("half past two", "14:30"), ("9", "09:00"), ("2", "14:00"), ("from 10-11.30am", "10:00"),
        ("1-2pm", "13:00"),
        ("11-1pm", "11:00"), ("03/11/2026 at 0930", "09:30"),
    ])
    func `times behind a label are read`(text: String, time: String) {
        #expect(TimeReader.time(in: text, isLabelled: true)?.description == time)
    }

    @Test(arguments: ["03.11.2026", "Room 4", "LCS 123456"])
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
