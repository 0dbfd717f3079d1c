import Distribution
import Foundation
import Minutes
import Testing

@testable import Storage

struct IntakeTests {
    @Test func `minutes become a meeting, a version, deliveries, an alert and a notice at once`() throws {
        try withLedger { ledger in
            let taken = try ledger.takeInMinutes(
                for: [Sample.health, Sample.police, nil],
                alerts: [Sample.educationAlert(of: "a")]
            )

            #expect(taken.outcome == .distribute)
            #expect(taken.reference == "M-2026-000001")
            #expect(taken.version == 1)
            #expect(taken.place == nil)
            let meeting = try ledger.meeting(reference: "M-2026-000001")
            #expect(meeting.versions.first?.deliveries.map(\.state) == [.queued, .queued, .held])
            #expect(meeting.versions.first?.findings.map(\.code) == [.partnerNotConsulted])
            #expect(meeting.versions.first?.partners.map(\.evidence) == [.none, .attended])
            #expect(meeting.alerts.map(\.code) == [.educationNotConsulted])
            #expect(meeting.notices.map(\.name) == ["safeguarding-lead"])
            #expect(try ledger.status().receiptsDue == 1)
        }
    }

    @Test func `the same claim taken in twice changes nothing`() throws {
        try withLedger { ledger in
            let intake = Sample.intake(
                "a",
                .minutes(Sample.version(deliveries: [Sample.delivery(Sample.health, of: "a")])),
                alerts: [Sample.educationAlert(of: "a")]
            )
            let first = try ledger.takeIn(intake, at: Sample.start)
            let before = try ledger.meeting(reference: "M-2026-000001")

            let second = try ledger.takeIn(intake, at: Sample.start.addingTimeInterval(60))

            #expect(second == first)
            #expect(try ledger.meeting(reference: "M-2026-000001") == before)
        }
    }

    @Test func `the same bytes are not taken in as minutes twice, but rejected ones may come again`() throws {
        try withLedger { ledger in
            let first = try ledger.takeInMinutes("a")
            var again = Sample.intake("a", .minutes(Sample.version("meeting-2")))
            again.claim = "another claim"

            #expect(throws: LedgerError.alreadyTaken(file: first.fileID)) {
                try ledger.takeIn(again, at: Sample.start)
            }
            #expect(try ledger.takenFile(sha256: Sample.sha256("a")) == first)
            again.verdict = .duplicate(of: first.fileID)
            let duplicate = try ledger.takeIn(again, at: Sample.start)
            #expect(duplicate.outcome == .duplicate)
            #expect(duplicate.duplicateOf == first.fileID)

            for claim in ["x", "y"] {
                var rejected = Sample.intake("r", .rejected(reason: "no text"))
                rejected.claim = claim
                #expect(try ledger.takeIn(rejected, at: Sample.start).outcome == .reject)
            }
            #expect(try ledger.takenFile(sha256: Sample.sha256("r")) == nil)
        }
    }

    @Test func `a rejected file has an alert, a notice and a receipt`() throws {
        try withLedger { ledger in
            let alert = NewAlert(
                code: .fileRejected,
                subject: .file,
                text: "A file has no text.",
                notices: [Sample.notice("rejected")]
            )

            let taken = try ledger.takeIn(
                Sample.intake("r", .rejected(reason: "no text"), alerts: [alert]),
                at: Sample.start
            )

            let receipt = try ledger.receipt(file: taken.fileID)
            #expect(receipt.outcome == .reject)
            #expect(receipt.reason == "no text")
            #expect(receipt.alerts.map(\.code) == [.fileRejected])
            #expect(receipt.notices.map(\.name) == ["safeguarding-lead"])
        }
    }

    @Test func `a new version replaces what still waits of the older one, and names who may have it`() throws
    {
        try withLedger { ledger in
            try ledger.takeInMinutes("a", for: [Sample.health, Sample.education, nil])
            try ledger.attempt(.accepted)
            let soFar = try ledger.meeting(key: "meeting-1")
            #expect(soFar?.previousRecipients.map(\.contact) == ["cads-health"])

            let taken = try ledger.takeInMinutes("b", for: [Sample.health])

            #expect(taken.version == 2)
            let older = try ledger.meeting(reference: "M-2026-000001").versions.last
            #expect(older?.replacedBy == 2)
            #expect(older?.deliveries.map(\.state) == [.accepted, .withdrawn, .withdrawn])
            #expect(older?.deliveries.last?.why == "replaced by version 2")
            let claimed = try #require(try ledger.claim().first)
            guard case .minutes(let minutes) = claimed.content else {
                Issue.record("not minutes")
                return
            }
            #expect(minutes.replaces == 1)
            #expect(minutes.version == 2)
        }
    }

    @Test func `a held version replaces nothing until it is released`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a", for: [Sample.health])

            try ledger.takeInMinutes("b", for: [Sample.health], isHeld: true)

            var versions = try ledger.meeting(reference: "M-2026-000001").versions
            #expect(versions.map { $0.deliveries.map(\.state) } == [[.held], [.queued]])
            #expect(try ledger.status().heldFiles == 1)
            #expect(
                try ledger.release("M-2026-000001", directory: Sample.directory, Sample.decision()) == 1
            )
            versions = try ledger.meeting(reference: "M-2026-000001").versions
            #expect(versions.map { $0.deliveries.map(\.state) } == [[.queued], [.withdrawn]])
            #expect(try ledger.status().heldFiles == 0)
        }
    }

    @Test func `a meeting that changed since it was planned must be planned again`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a")
            let planned = try ledger.meeting(key: "meeting-1")
            try ledger.attempt(.accepted)

            #expect(throws: LedgerError.meetingChanged) {
                try ledger.takeIn(
                    Sample.intake("b", .minutes(Sample.version(basedOn: planned))),
                    at: Sample.start
                )
            }
            #expect(throws: LedgerError.meetingChanged) {
                try ledger.takeIn(Sample.intake("b", .minutes(Sample.version())), at: Sample.start)
            }
            #expect(try ledger.takenFile(claim: "claim-b") == nil)
        }
    }

    @Test func `an open alert is not raised twice, and later evidence closes it`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a", alerts: [Sample.educationAlert(of: "a")])
            try ledger.takeInMinutes("b", alerts: [Sample.educationAlert(of: "b")])
            #expect(try ledger.openAlerts(limit: 10).count == 1)
            #expect(try ledger.meeting(reference: "M-2026-000001").notices.count == 1)

            try ledger.takeInMinutes(
                "c",
                settles: [
                    SettledAlert(code: .educationNotConsulted, partner: .education, why: "the DSL came")
                ]
            )

            #expect(try ledger.openAlerts(limit: 10).isEmpty)
            let meeting = try ledger.meeting(reference: "M-2026-000001")
            #expect(meeting.alerts.first?.closedWhy == "later evidence: the DSL came")
            #expect(meeting.notices.map(\.state) == [.withdrawn])
        }
    }

    @Test func `alerts of one meeting reach a person in one notice, and its reminder in another`() throws {
        try withLedger { ledger in
            let later = Sample.start.addingTimeInterval(14_400)
            let health = NewAlert(
                code: .healthNotConsulted,
                subject: .meeting,
                partner: .health,
                text: "Health was not consulted.",
                notices: [Sample.notice("h0"), Sample.notice("h1", dueAt: later)]
            )
            let education = Sample.educationAlert(
                of: "a",
                notices: [Sample.notice("e0"), Sample.notice("e1", dueAt: later)]
            )
            try ledger.takeInMinutes(for: [], alerts: [education, health])

            let notices = try ledger.meeting(reference: "M-2026-000001").notices
            #expect(notices.map(\.dueAt) == [Sample.start, later])
            let claimed = try ledger.claim()
            #expect(claimed.count == 1)
            guard case .alerts(let notice) = claimed.first?.content else {
                Issue.record("not a notice")
                return
            }
            #expect(notice.person == "safeguarding-lead")
            #expect(notice.alerts.map(\.code) == [.educationNotConsulted, .healthNotConsulted])
        }
    }

    @Test func `references run by year`() throws {
        try withLedger { ledger in
            let nextYear = Sample.start.addingTimeInterval(60 * 86_400)
            let references = [
                try ledger.takeInMinutes("a", key: "1").reference,
                try ledger.takeInMinutes("b", key: "2").reference,
                try ledger.takeInMinutes("c", key: "3", at: nextYear).reference,
            ]
            #expect(references == ["M-2026-000001", "M-2026-000002", "M-2027-000001"])
        }
    }

    @Test func `a file that was not moved yet is found again`() throws {
        try withLedger { ledger in
            let taken = try ledger.takeInMinutes()
            #expect(try ledger.unplacedFiles() == [taken])
            #expect(try ledger.receiptsDue(limit: 10).isEmpty)

            try ledger.notePlaced(file: taken.fileID, at: "Accepted/2026-11/a.docx")

            #expect(try ledger.unplacedFiles().isEmpty)
            #expect(try ledger.receiptsDue(limit: 10).map(\.place) == ["Accepted/2026-11/a.docx"])
            #expect(throws: LedgerError.noSuchFile(99)) { try ledger.notePlaced(file: 99, at: "x") }
        }
    }
}
