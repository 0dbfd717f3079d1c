import Distribution
import Foundation
import Minutes
import TestSupport
import Testing
import Website

@testable import Storage
@testable import minuted

struct StaffTextTests {
    @Test func `the status with a daemon`() throws {
        try assertSnapshot(
            of: StatusText(SampleModels.status, now: SampleModels.now).text,
            named: "status.txt"
        )
    }

    @Test func `the status when nothing is well`() throws {
        var status = SampleModels.status
        status.daemon?.holdsEverything = true
        status.daemon?.inbox.isMissing = true
        status.daemon?.relay = .init(state: .failing, since: SampleModels.now, words: "421 \u{1B}[31mbusy")

        try assertSnapshot(of: StatusText(status, now: SampleModels.now).text, named: "status-trouble.txt")
    }

    @Test func `the status of a new ledger without a daemon`() throws {
        let status = StatusAnswer(
            ledger: StatusModel(
                deliveries: [:],
                notices: [:],
                oldestWaitingSince: nil,
                openAlerts: [:],
                heldFiles: 0,
                lastIntakeAt: nil,
                lastAcceptedAt: nil,
                receiptsDue: 0
            )
        )

        try assertSnapshot(of: StatusText(status, now: SampleModels.now).text, named: "status-no-daemon.txt")
    }

    @Test func `the list of meetings`() throws {
        try assertSnapshot(of: ListText(SampleModels.lines, limit: 2).text, named: "list.txt")
        #expect(ListText([], limit: 2).text == "No meetings.\n")
    }

    @Test func `a meeting with all there is to know`() throws {
        try assertSnapshot(of: MeetingText(SampleModels.meeting).text, named: "meeting.txt")
    }

    @Test func `deliveries in every state`() throws {
        var screen = Screen()
        for (index, state) in DeliveryState.allCases.enumerated() {
            let dueAt = state.isWaiting ? SampleModels.later(60) : nil
            DeliveryText(SampleModels.delivery(Int64(index), state, why: "a reason in words", dueAt: dueAt))
                .add(to: &screen, indent: 0)
        }

        try assertSnapshot(of: screen.text, named: "delivery-states.txt")
    }

    @Test func `open alerts`() throws {
        try assertSnapshot(of: AlertsText(SampleModels.alerts, limit: 100).text, named: "alerts.txt")
        #expect(AlertsText([], limit: 100).text == "No open alerts.\n")
    }

    @Test func `what decisions lead to`() throws {
        let grounds = ControlRequest.Grounds(actor: "A. \u{1B}[2JLead", why: "the chair agreed")
        let requests: [(ControlRequest, Int)] = [
            (.release(reference: "M-2026-000123", grounds), 1),
            (.release(reference: "M-2026-000123", grounds), 0),
            (.resend(delivery: 8, grounds), 1), (.withdrawMeeting(reference: "M-2026-000123", grounds), 2),
            (.withdrawDelivery(8, grounds), 1),
            (.noteConsulted(reference: "M-2026-000123", partner: .education, grounds), 0),
            (.closeAlert(3, grounds), 0),
        ]

        let texts = [true, false].flatMap { isDaemonRunning in
            requests.map { DecisionText($0, deliveries: $1, isDaemonRunning: isDaemonRunning).text }
        }

        try assertSnapshot(of: texts.joined(separator: "\n"), named: "decisions.txt")
    }

    @Test func `what the release of a cleaned copy leads to`() throws {
        let grounds = ControlRequest.Grounds(actor: "A. Lead", why: "the chair agreed")
        let texts = [(2, true), (2, false), (0, true)].map { deliveries, isDaemonRunning in
            DecisionText(
                .releaseCleaned(reference: "M-2026-000123", despite: [.draft], grounds),
                deliveries: deliveries,
                without: "1 insertion, 2 deletions, 1 comment",
                isDaemonRunning: isDaemonRunning
            ).text
        }

        try assertSnapshot(of: texts.joined(separator: "\n"), named: "decisions-cleaned.txt")
    }

    @Test func `a meeting of which a cleaned copy was sent`() throws {
        var meeting = SampleModels.meeting
        meeting.versions = [SampleModels.version(1, .hold, [SampleModels.delivery(7, .accepted)])]
        meeting.versions[0].replacedBy = nil
        meeting.versions[0].releasedAt = SampleModels.now
        meeting.versions[0].releasedBy = "A. \u{1B}[2JLead"
        meeting.versions[0].cleaned = CleanedCopyModel(
            sha256: String(repeating: "cd34", count: 16),
            removed: "1 insertion, 2 deletions, 1 comment",
            madeAt: SampleModels.now,
            madeBy: "A. \u{1B}[2JLead"
        )

        try assertSnapshot(of: MeetingText(meeting).text, named: "meeting-cleaned.txt")
    }

    @Test func `held minutes are offered as a cleaned copy where one can be made`() {
        var meeting = SampleModels.meeting
        meeting.versions[0].disposition = .hold
        meeting.versions[0].releasedAt = nil
        meeting.versions[0].withdrawnAt = nil
        meeting.versions[0].replacedBy = nil
        func offers() -> Bool { MeetingHints(meeting).hints.contains { $0.contains("--cleaned") } }
        #expect(!offers())

        let text = "Comments were left in the document (1 comment). … (`\(UnseenCheck.offer)`)."
        meeting.versions[0].findings.append(Finding(code: .comments, severity: .hold, text: text))
        #expect(offers())
    }

    @Test(arguments: [
        "\u{1B}[2J", "\u{9B}31m", "\u{7}", "\u{7F}", "\u{202E}", "a\rb", "\u{2066}", "\u{E000}",
    ])
    func `nothing unseen reaches the terminal`(_ text: String) throws {
        var meeting = SampleModels.meeting
        meeting.reference = text
        meeting.history[0].cause = text
        meeting.versions[0].partners[0].words = text
        meeting.versions[0].deliveries[0].because = text

        for written in [MeetingText(meeting).text, try JSONText.line(meeting)] {
            let unseen = written.unicodeScalars.filter { $0 != "\n" && $0.isUnseen }
            #expect(unseen.isEmpty)
        }
    }

    @Test func `no line is wider than the terminal`() {
        var meeting = SampleModels.meeting
        meeting.versions[0].reason = String(repeating: "x", count: 350)
        var wide = SampleModels.lines[1]
        wide.reference = String(repeating: "M", count: 60)
        let texts = [
            MeetingText(meeting).text, StatusText(SampleModels.status, now: SampleModels.now).text,
            ListText(SampleModels.lines, limit: 2).text, ListText([wide], limit: 2).text,
            AlertsText(SampleModels.alerts, limit: 2).text,
        ]

        for line in texts.joined().split(separator: "\n") { #expect(line.count <= Screen.width) }
    }

    @Test func `JSON reads back as it was`() throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601

        let line = try JSONText.line(SampleModels.meeting)

        #expect(line.last == "\n")
        #expect(line.dropLast().contains("\n") == false)
        #expect(try decoder.decode(MeetingModel.self, from: Data(line.utf8)) == SampleModels.meeting)
    }
}
