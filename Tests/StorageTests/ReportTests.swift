import Distribution
import Foundation
import Testing

@testable import Storage

struct ReportTests {
    @Test func `a bounce finds its delivery by the token and raises an alert`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()
            try ledger.attempt(.accepted)

            let recorded = try ledger.record(
                .failed(reply: "5.1.1 no such user"),
                token: "t-a-cads-health",
                at: Sample.start,
                notices: Sample.notices
            )

            #expect(recorded?.state == .bounced)
            #expect(try ledger.openAlerts(limit: 10).map(\.code) == [.deliveryRefused])
            #expect(try ledger.meeting(reference: "M-2026-000001").notices.count == 1)
        }
    }

    @Test func `evidence that a copy arrived ends the trying`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()
            try ledger.attempt(.unknown)

            _ = try ledger.record(
                .delivered,
                token: "t-a-cads-health",
                at: Sample.start,
                notices: Sample.noNotices
            )

            #expect(try ledger.deliveries().map(\.state) == [.delivered])
            #expect(try ledger.nextDue(channel: .mail) == nil)
        }
    }

    @Test func `a person's confirmation is kept with the name`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()
            try ledger.attempt(.accepted)

            _ = try ledger.record(
                .acknowledged(by: "D. Lead"),
                token: "t-a-cads-health",
                at: Sample.start,
                notices: Sample.noNotices
            )

            let last = try ledger.meeting(reference: "M-2026-000001").history.last
            #expect(last?.actor == "D. Lead")
            #expect(last?.to == .acknowledged)
        }
    }

    @Test func `a report about nothing that was sent changes nothing`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()

            for token in ["t-a-cads-health", "guessed"] {
                let recorded = try ledger.record(
                    .failed(reply: ""),
                    token: token,
                    at: Sample.start,
                    notices: Sample.notices
                )
                #expect(recorded == nil)
            }

            #expect(try ledger.deliveries().map(\.state) == [.queued])
        }
    }
}
