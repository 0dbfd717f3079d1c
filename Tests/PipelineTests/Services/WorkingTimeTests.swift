import Foundation
import Pipeline
import Testing

struct WorkingTimeTests {
    private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    @Test(arguments: [
        // A Thursday in winter: London is on UTC.
        ("2026-11-19T10:00:00Z", 4.0, "2026-11-19T14:00:00Z"), ("2026-11-19T15:00:00Z", 4, "2026-11-20T11:00:00Z"),
        ("2026-11-19T06:00:00Z", 1, "2026-11-19T10:00:00Z"), ("2026-11-19T20:00:00Z", 1, "2026-11-20T10:00:00Z"),
        // Over the weekend.
        ("2026-11-20T16:00:00Z", 2, "2026-11-23T10:00:00Z"), ("2026-11-21T12:00:00Z", 1, "2026-11-23T10:00:00Z"),
        // Over the change of the clocks, from summer to winter time.
        ("2026-10-23T15:00:00Z", 2, "2026-10-26T10:00:00Z"),
        // To the minute of closing.
        ("2026-11-19T13:00:00Z", 4, "2026-11-19T17:00:00Z"),
    ])
    func `only office hours in London count`(from: String, hours: Double, until: String) throws {
        #expect(WorkingTime.adding(hours * 3600, to: try date(from)) == (try date(until)))
    }

    @Test func `no time at all is the next moment in office hours`() throws {
        #expect(WorkingTime.adding(0, to: try date("2026-11-19T12:00:00Z")) == (try date("2026-11-19T12:00:00Z")))
        #expect(WorkingTime.adding(0, to: try date("2026-11-21T12:00:00Z")) == (try date("2026-11-23T09:00:00Z")))
    }
}
