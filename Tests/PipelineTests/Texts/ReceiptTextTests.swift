import Distribution
import Foundation
import Minutes
import TestSupport
import Testing

@testable import Pipeline

struct ReceiptTextTests {
    @Test func `the receipt of minutes with a gap`() throws {
        try assertSnapshot(of: ReceiptText(.sample()).text, named: "receipt-gap.txt")
    }

    @Test func `the receipt of minutes with nothing missing`() throws {
        var receipt = Receipt.sample()
        receipt.partners = receipt.partners.map {
            .init(partner: $0.partner, evidence: .attended, standing: .met)
        }
        receipt.recipients = Array(receipt.recipients.prefix(1))
        receipt.missing = []
        receipt.warnings = []
        receipt.told = []

        try assertSnapshot(of: ReceiptText(receipt).text, named: "receipt-complete.txt")
    }

    @Test func `the receipt of deliveries in every state`() throws {
        var receipt = Receipt.sample()
        receipt.recipients = DeliveryState.allCases.enumerated().map { index, state in
            .init(
                name: "Contact \(index + 1)",
                partner: .health,
                channel: index.isMultiple(of: 2) ? .mail : .webhook,
                rendition: Rendition.allCases[index % 3],
                state: state,
                since: date("2026-11-19T15:00:00Z"),
                nextTry: state.isWaiting ? date("2026-11-20T08:00:00Z") : nil,
                reason: [.held, .deferred, .refused, .bounced, .expired, .withdrawn].contains(state)
                    ? "a reason in words" : ""
            )
        }

        try assertSnapshot(of: ReceiptText(receipt).text, named: "receipt-states.txt")
    }

    @Test func `the problem file of held minutes`() throws {
        var receipt = Receipt.sample()
        receipt.outcome = .held([
            .init(code: .trackedChanges, text: "Tracked changes were left in the document."),
            .init(code: .comments, text: "Comments were left in the document."),
            .init(code: .restricted, text: "The minutes are marked as restricted."),
        ])
        receipt.recipients = []

        try assertSnapshot(of: ProblemText(receipt).text, named: "problem-held.txt")
        try assertSnapshot(of: ReceiptText(receipt).text, named: "receipt-held.txt")
    }

    @Test func `the receipt of minutes that are sent as a cleaned copy`() throws {
        var receipt = Receipt.sample()
        receipt.sentWithout = "2 insertions, 1 comment"

        try assertSnapshot(of: ReceiptText(receipt).text, named: "receipt-cleaned.txt")
    }

    @Test func `the problem file offers a cleaned copy only where one can be made`() throws {
        var receipt = Receipt.sample()
        let text = "Comments were left in the document (1 comment). Delete them (`\(UnseenCheck.offer)`)."
        receipt.outcome = .held([.init(code: .comments, text: text)])
        receipt.recipients = []
        try assertSnapshot(of: ProblemText(receipt).text, named: "problem-cleanable.txt")

        receipt.outcome = .held([.init(code: .hiddenText, text: "The page holds hidden text.")])
        #expect(!ProblemText(receipt).text.contains("--cleaned"))
    }

    @Test func `the problem file of a rejected file`() throws {
        let receipt = Receipt(
            outcome: .rejected(
                "The file is protected with a password to open it. Save a copy without the password and drop that."
            ),
            council: "Exampleshire Children's Services",
            takenIn: date("2026-11-19T14:02:00Z"),
            writtenAt: date("2026-11-19T14:02:05Z"),
            decider: "the safeguarding lead"
        )

        try assertSnapshot(of: ProblemText(receipt).text, named: "problem-rejected.txt")
    }

    @Test func `the note beside a duplicate`() throws {
        let note = DuplicateNoteText(
            droppedAt: date("2026-11-20T09:00:00Z"),
            firstTakenIn: date("2026-11-19T14:02:00Z"),
            reference: "M-2026-000123"
        )

        try assertSnapshot(of: note.text, named: "duplicate.txt")
    }

    @Test func `a name or a server's words cannot forge lines`() throws {
        var receipt = Receipt.sample()
        receipt.council = "Exampleshire\r\n\r\nWHAT HAPPENED\r\nAll partners have the minutes."
        receipt.recipients[0].state = .refused
        receipt.recipients[0].reason = "no\r\nWHAT TO DO\r\nnothing\u{2028}at all\u{202E}"

        let lines = ReceiptText(receipt).text.components(separatedBy: "\r\n")

        #expect(lines.count { $0 == "WHAT HAPPENED" } == 1)
        #expect(lines.count { $0 == "WHAT TO DO" } == 1)
        #expect(
            lines.allSatisfy { line in !line.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" } }
        )
    }

    @Test func `lines fit a window and end as Notepad wants them`() throws {
        var receipt = Receipt.sample()
        receipt.missing = [String(repeating: "word ", count: 100)]
        let text = ReceiptText(receipt).text

        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.count <= 90 })
        #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains { $0.isNewline })
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
    }
}

struct LondonTimeTests {
    @Test(arguments: [
        ("2026-11-19T14:02:00Z", "Thursday 19 November 2026, 14:02"),
        ("2026-06-30T23:30:00Z", "Wednesday 1 July 2026, 00:30"),
        ("2026-03-29T00:59:59Z", "Sunday 29 March 2026, 00:59"),
        ("2026-03-29T01:00:00Z", "Sunday 29 March 2026, 02:00"),
        ("2026-10-25T00:59:59Z", "Sunday 25 October 2026, 01:59"),
        ("2026-10-25T01:00:00Z", "Sunday 25 October 2026, 01:00"),
    ])
    func `times are those of the clock on the wall`(_ moment: String, _ expected: String) {
        #expect(LondonTime.text(date(moment)) == expected)
    }

    @Test func `the rule without a time zone database agrees with the database`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        let start = date("2020-01-01T00:30:00Z")

        for hour in stride(from: 0, to: 24 * 366 * 15, by: 7) {
            let moment = start.addingTimeInterval(Double(hour) * 3_600)
            try #require(LondonTime.offsetByRule(at: moment) == zone.secondsFromGMT(for: moment), "\(moment)")
        }
    }

    @Test func `a time of another day names the day`() {
        let now = date("2026-11-19T14:02:00Z")

        #expect(LondonTime.short(now, now: now) == "14:02")
        #expect(
            LondonTime.short(date("2026-11-20T08:00:00Z"), now: now) == "08:00 on Friday 20 November 2026"
        )
    }
}

private func date(_ text: String) -> Date {
    (try? Date(text, strategy: .iso8601)) ?? .distantPast
}

extension Receipt {
    fileprivate static func sample() -> Receipt {
        Receipt(
            outcome: .accepted,
            council: "Exampleshire Children's Services",
            meeting: .init(
                reference: "M-2026-000123",
                version: 1,
                meeting: Meeting(
                    date: CalendarDate(iso: "2026-11-19"),
                    time: ClockTime(hour: 10, minute: 0),
                    kind: .strategy,
                    urgency: .urgent
                )
            ),
            takenIn: date("2026-11-19T14:02:00Z"),
            writtenAt: date("2026-11-19T15:10:00Z"),
            partners: [
                .init(partner: .health, evidence: .attended, standing: .met),
                .init(partner: .police, evidence: .contributed, standing: .met),
                .init(partner: .education, evidence: .invited, standing: .gap, told: "the safeguarding lead"),
                .init(partner: .earlyHelp, evidence: .apologies, standing: .notRequired),
            ],
            recipients: [
                .init(
                    name: "CADS health practitioners",
                    partner: .health,
                    channel: .mail,
                    rendition: .full,
                    state: .accepted,
                    since: date("2026-11-19T14:02:09Z")
                ),
                .init(
                    name: "Police referral unit",
                    partner: .police,
                    channel: .webhook,
                    rendition: .notice,
                    state: .deferred,
                    since: date("2026-11-19T14:02:10Z"),
                    nextTry: date("2026-11-19T15:17:00Z"),
                    reason: "503 Service Unavailable"
                ),
            ],
            missing: [
                "Education: the minutes name no school that is in the partner directory. Add it there, or choose one."
            ],
            warnings: ["An action has no owner."],
            told: [
                .init(
                    person: "Safeguarding lead",
                    about: "education was invited, and no response is recorded.",
                    at: date("2026-11-19T14:02:12Z")
                )
            ],
            decider: "the safeguarding lead"
        )
    }
}
