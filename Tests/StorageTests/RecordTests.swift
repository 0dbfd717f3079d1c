import Distribution
import Foundation
import GRDB
import Testing

@testable import Storage

struct RecordTests {
    @Test func `an accepted mail is accepted, and its attempt keeps the answer`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()

            try ledger.attempt(.accepted, code: 250)

            let delivery = try ledger.deliveries().first
            #expect(delivery?.state == .accepted)
            #expect(delivery?.attempts.map(\.outcome) == [.accepted])
            #expect(delivery?.attempts.first?.reply == "the other side's words")
            #expect(try ledger.status().deliveries == ["accepted": 1])
            #expect(try ledger.status().lastAcceptedAt == Sample.start)
        }
    }

    @Test func `a deferred delivery waits for its next turn and says so in the history`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()

            try ledger.attempt(.deferred, code: 451)

            #expect(try ledger.claim(at: Sample.start.addingTimeInterval(59)).isEmpty)
            #expect(try ledger.claim(at: Sample.start.addingTimeInterval(60)).map(\.attempt) == [2])
            let history = try ledger.meeting(reference: "M-2026-000001").history
            #expect(history.compactMap(\.to) == [.queued, .attempting, .deferred, .attempting])
            #expect(Set(history.map(\.actor)) == ["minuted"])
        }
    }

    @Test func `a refused delivery raises an alert and tells a person`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()
            let claimed = try #require(try ledger.claim().first)

            _ = try ledger.record(
                [FinishedAttempt(attemptID: claimed.attemptID, result: Sample.result(.refused, code: 550))],
                at: Sample.start,
                policy: SendingPolicy(),
                notices: Sample.notices
            )

            let alert = try #require(try ledger.openAlerts(limit: 1).first)
            #expect(alert.code == .deliveryRefused)
            #expect(alert.text.contains("550 the other side's words"))
            #expect(try ledger.meeting(reference: "M-2026-000001").notices.map(\.state) == [.queued])
        }
    }

    @Test func `a notice that fails raises an alert, but tells nobody`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(for: [], alerts: [Sample.educationAlert(of: "a")])
            let claimed = try #require(try ledger.claim().first)

            _ = try ledger.record(
                [FinishedAttempt(attemptID: claimed.attemptID, result: Sample.result(.refused, code: 550))],
                at: Sample.start,
                policy: SendingPolicy(),
                notices: Sample.notices
            )

            #expect(
                try ledger.openAlerts(limit: 10).map(\.code) == [.educationNotConsulted, .deliveryRefused]
            )
            #expect(try ledger.status().notices == ["refused": 1])
        }
    }

    @Test func `an endpoint that is gone is used no more until somebody enables it`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a", key: "1", for: [Sample.police])
            try ledger.takeInMinutes("b", key: "2", for: [Sample.police])

            try ledger.attempt(.refused, code: 410, channel: .webhook)

            #expect(try ledger.claim(channel: .webhook).isEmpty)
            #expect(try ledger.openAlerts(limit: 10).map(\.code) == [.contactDisabled])
            try ledger.takeInMinutes("c", key: "3", for: [Sample.police])
            #expect(try ledger.deliveries(of: "M-2026-000003").map(\.state) == [.held])
            #expect(throws: LedgerError.contactDisabled("police-referral-unit")) {
                try ledger.resend(delivery: 1, directory: Sample.directory, Sample.decision())
            }
            #expect(try ledger.enable(contact: Sample.police, Sample.decision()) == 2)
            #expect(try ledger.claim(channel: .webhook).map(\.deliveryID) == [2, 3])
            #expect(try ledger.openAlerts(limit: 10).isEmpty)
        }
    }

    @Test func `an attempt given back does not count, and its row stays`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()

            try ledger.attempt(.notTried)

            let delivery = try #require(try ledger.deliveries().first)
            #expect(delivery.state == .queued)
            #expect(delivery.attempts.map(\.outcome) == [.notTried])
            try ledger.attempt(.deferred)
            #expect(try ledger.deliveries().first?.dueAt == Sample.start.addingTimeInterval(60))
        }
    }

    @Test func `a lease that passed makes the outcome unknown, and the repeat is marked as one`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()
            let first = try #require(try ledger.claim(lease: 60).first)
            let soon = Sample.start.addingTimeInterval(59)
            let later = Sample.start.addingTimeInterval(60)
            let none = try ledger.rescue(
                at: soon,
                everything: false,
                policy: SendingPolicy(),
                notices: Sample.noNotices
            )
            #expect(none.isEmpty)

            let rescued = try ledger.rescue(
                at: later,
                everything: false,
                policy: SendingPolicy(),
                notices: Sample.noNotices
            )

            #expect(rescued.map(\.state) == [.unknown])
            let history = try ledger.meeting(reference: "M-2026-000001").history
            #expect(history.last?.cause.hasPrefix("Minuted stopped while attempting") == true)
            let second = try #require(try ledger.claim(at: later.addingTimeInterval(60)).first)
            #expect(second.isRepeat)
            #expect(second.identity == first.identity)
        }
    }

    @Test func `an acceptance that comes after the rescue still counts, once`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()
            let claimed = try #require(try ledger.claim().first)
            _ = try ledger.rescue(
                at: Sample.start,
                everything: true,
                policy: SendingPolicy(onUnknown: .ask),
                notices: Sample.noNotices
            )
            #expect(try ledger.openAlerts(limit: 10).map(\.code) == [.deliveryUnknown])
            let late = FinishedAttempt(attemptID: claimed.attemptID, result: Sample.result(.accepted))

            for _ in 1...2 {
                _ = try ledger.record(
                    [late],
                    at: Sample.start,
                    policy: SendingPolicy(),
                    notices: Sample.noNotices
                )
            }

            #expect(try ledger.deliveries().map(\.state) == [.accepted])
            #expect(try ledger.openAlerts(limit: 10).isEmpty)
            #expect(try ledger.deliveries().first?.attempts.map(\.outcome) == [.unknown])
        }
    }

    @Test func `a batch with an attempt that does not exist records nothing`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()
            let claimed = try #require(try ledger.claim().first)

            #expect(throws: LedgerError.noSuchAttempt(99)) {
                try ledger.record(
                    [
                        FinishedAttempt(attemptID: claimed.attemptID, result: Sample.result(.accepted)),
                        FinishedAttempt(attemptID: 99, result: Sample.result(.accepted)),
                    ],
                    at: Sample.start,
                    policy: SendingPolicy(),
                    notices: Sample.noNotices
                )
            }

            #expect(try ledger.deliveries().map(\.state) == [.attempting])
        }
    }

    @Test func `an attempt under way while a newer version comes is not tried again`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a", for: [Sample.health])
            let claimed = try #require(try ledger.claim().first)
            try ledger.takeInMinutes("b", for: [Sample.health])

            _ = try ledger.record(
                [FinishedAttempt(attemptID: claimed.attemptID, result: Sample.result(.deferred))],
                at: Sample.start,
                policy: SendingPolicy(),
                notices: Sample.noNotices
            )

            let older = try ledger.meeting(reference: "M-2026-000001").versions.last?.deliveries.first
            #expect(older?.state == .withdrawn)
            #expect(older?.why == "not tried again: replaced by version 2")
        }
    }

    @Test func `what waits too long is said once, and closed when it is accepted`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()
            try ledger.attempt(.deferred)
            let late = Sample.start.addingTimeInterval(14_400)
            let early = late.addingTimeInterval(-1)
            #expect(try ledger.raiseDelayed(at: early, after: 14_400, notices: Sample.notices) == 0)
            #expect(try ledger.raiseDelayed(at: late, after: 14_400, notices: Sample.notices) == 1)
            #expect(try ledger.raiseDelayed(at: late, after: 14_400, notices: Sample.notices) == 0)
            #expect(try ledger.openAlerts(limit: 10).map(\.code) == [.deliveryDelayed])
            #expect(try ledger.status().oldestWaitingSince == Sample.start)

            try ledger.attempt(.accepted, at: late)

            #expect(try ledger.openAlerts(limit: 10).isEmpty)
        }
    }
}
