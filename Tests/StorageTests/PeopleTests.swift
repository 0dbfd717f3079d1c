import Distribution
import Foundation
import Minutes
import Testing

@testable import Storage

struct PeopleTests {
    @Test func `a release queues what has a recipient, closes the file's alert and names who decided`() throws
    {
        try withLedger { ledger in
            let alert = NewAlert(code: .fileHeld, subject: .file, text: "A draft.", notices: [])
            try ledger.takeInMinutes(for: [Sample.health, nil], isHeld: true, alerts: [alert])
            #expect(try ledger.claim().isEmpty)

            let count = try ledger.release("M-2026-000001", directory: Sample.directory, Sample.decision())

            #expect(count == 1)
            let meeting = try ledger.meeting(reference: "M-2026-000001")
            #expect(meeting.versions.first?.deliveries.map(\.state) == [.queued, .held])
            #expect(meeting.versions.first?.releasedBy == Sample.actor)
            #expect(meeting.alerts.first?.closedBy == Sample.actor)
            #expect(meeting.history.contains { $0.actor == Sample.actor && $0.to == .queued })
            #expect(throws: LedgerError.nothingToRelease("M-2026-000001")) {
                try ledger.release("M-2026-000001", directory: Sample.directory, Sample.decision())
            }
        }
    }

    @Test func `a release takes the address from the directory as it is now, or sends nothing`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(for: [Sample.health, Sample.education], isHeld: true)
            let moved = Sample.contact("cads-health", .health, local: "new-address")

            let count = try ledger.release(
                "M-2026-000001",
                directory: PartnerDirectory(contacts: [moved]),
                Sample.decision()
            )

            #expect(count == 1)
            #expect(try ledger.claim().map(\.address) == ["new-address@partner.example"])
            #expect(try ledger.deliveries().last?.state == .held)
            #expect(try ledger.deliveries().last?.heldBecause?.contains("no longer") == true)
        }
    }

    @Test func `a decided recipient is queued, or waits for the release of its version`() throws {
        try withLedger { ledger in
            let alert = NewAlert(
                code: .noAddress,
                subject: .delivery(token: "t-a-undecided"),
                text: "No address for education.",
                notices: []
            )
            try ledger.takeInMinutes("a", key: "1", for: [nil], alerts: [alert])
            try ledger.takeInMinutes("b", key: "2", for: [nil], isHeld: true)
            #expect(try ledger.undecided().map(\.id) == [1, 2])
            #expect(throws: LedgerError.notUndecided(delivery: 1)) {
                try ledger.decide(delivery: 1, contact: Sample.health, Sample.decision())
            }

            for id in [1, 2] {
                try ledger.decide(delivery: Int64(id), contact: Sample.education, Sample.decision())
            }

            #expect(try ledger.deliveries(of: "M-2026-000001").map(\.state) == [.queued])
            #expect(try ledger.deliveries(of: "M-2026-000002").map(\.state) == [.held])
            #expect(try ledger.openAlerts(limit: 10).isEmpty)
            #expect(try ledger.undecided().isEmpty)
        }
    }

    @Test func `a recipient who is decided twice gets one copy`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(for: [Sample.education, nil])

            try ledger.decide(delivery: 2, contact: Sample.education, Sample.decision())

            #expect(try ledger.deliveries().map(\.state) == [.queued, .withdrawn])
        }
    }

    @Test func `a resend begins a new series with the same identity and the present address`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()
            try ledger.attempt(.refused, code: 550)
            let moved = Sample.contact("cads-health", .health, local: "new-address")

            try ledger.resend(
                delivery: 1,
                directory: PartnerDirectory(contacts: [moved]),
                Sample.decision()
            )

            let claimed = try #require(try ledger.claim().first)
            #expect(claimed.attempt == 2)
            #expect(claimed.identity == Sample.identity("a-cads-health"))
            #expect(claimed.address == "new-address@partner.example")
            #expect(try ledger.openAlerts(limit: 10).isEmpty)
        }
    }

    @Test func `what is accepted, gone from the directory or replaced is not sent again`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a", for: [Sample.health, Sample.education])
            try ledger.attempt(.accepted)
            try ledger.attempt(.refused)

            #expect(throws: LedgerError.cannotResend(delivery: 1, state: .accepted)) {
                try ledger.resend(delivery: 1, directory: Sample.directory, Sample.decision())
            }
            #expect(throws: LedgerError.notInDirectory(contact: "education-safeguarding")) {
                try ledger.resend(delivery: 2, directory: PartnerDirectory(), Sample.decision())
            }
            #expect(try ledger.deliveries().map(\.state) == [.accepted, .refused])
            try ledger.takeInMinutes("b")
            #expect(throws: LedgerError.replaced(delivery: 2)) {
                try ledger.resend(delivery: 2, directory: Sample.directory, Sample.decision())
            }
            #expect(throws: LedgerError.noSuchDelivery(99)) {
                try ledger.resend(delivery: 99, directory: Sample.directory, Sample.decision())
            }
        }
    }

    @Test func `a withdrawal stops what waits, and does not deny what may have arrived`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(for: [Sample.health, Sample.education, nil, Sample.police])
            try ledger.attempt(.unknown)
            let claimed = try #require(try ledger.claim(channel: .webhook).first)

            #expect(try ledger.withdraw("M-2026-000001", Sample.decision("wrong child")) == 3)

            #expect(try ledger.deliveries().map(\.state) == [.unknown, .withdrawn, .withdrawn, .attempting])
            #expect(try ledger.nextDue(channel: .mail) == nil)
            _ = try ledger.record(
                [FinishedAttempt(attemptID: claimed.attemptID, result: Sample.result(.deferred))],
                at: Sample.start,
                policy: SendingPolicy(),
                notices: Sample.noNotices
            )
            #expect(try ledger.deliveries().last?.state == .withdrawn)
            #expect(throws: LedgerError.nothingToWithdraw("M-2026-000001")) {
                try ledger.withdraw("M-2026-000001", Sample.decision())
            }
            #expect(throws: LedgerError.cannotWithdraw(delivery: 2, state: .withdrawn)) {
                try ledger.withdraw(delivery: 2, Sample.decision())
            }
        }
    }

    @Test func `closing an alert takes back the notices that tell of nothing else`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(alerts: [Sample.educationAlert(of: "a")])

            try ledger.close(alert: 1, Sample.decision("the head teacher was rung"))

            let meeting = try ledger.meeting(reference: "M-2026-000001")
            #expect(meeting.alerts.map(\.closedWhy) == ["the head teacher was rung"])
            #expect(meeting.notices.map(\.state) == [.withdrawn])
            #expect(throws: LedgerError.alreadyClosed(alert: 1)) {
                try ledger.close(alert: 1, Sample.decision())
            }
            #expect(throws: LedgerError.noSuchAlert(2)) { try ledger.close(alert: 2, Sample.decision()) }
        }
    }

    @Test func `a partner that was consulted after all closes its alert`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(alerts: [Sample.educationAlert(of: "a")])

            #expect(throws: LedgerError.noOpenAlert(reference: "M-2026-000001", partner: "health")) {
                try ledger.noteConsulted("M-2026-000001", partner: .health, Sample.decision())
            }
            try ledger.noteConsulted("M-2026-000001", partner: .education, Sample.decision("by phone"))

            #expect(
                try ledger.meeting(reference: "M-2026-000001").alerts.map(\.closedWhy)
                    == ["consulted: by phone"]
            )
        }
    }

    @Test func `nobody decides without a name and a reason`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(isHeld: true)
            for decision in [
                Decision(actor: " ", why: "because", at: Sample.start),
                Decision(actor: "A. Lead", why: "", at: Sample.start),
            ] {
                #expect(throws: LedgerError.reasonMissing) {
                    try ledger.release("M-2026-000001", directory: Sample.directory, decision)
                }
            }
            #expect(throws: LedgerError.noSuchMeeting("M-2026-000002")) {
                try ledger.release("M-2026-000002", directory: Sample.directory, Sample.decision())
            }
        }
    }
}
