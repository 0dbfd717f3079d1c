import Distribution
import Foundation
import GRDB
import Testing

@testable import Storage

struct ClaimTests {
    @Test func `the oldest due goes first, up to the limit, and what is not due stays`() throws {
        try withLedger { ledger in
            for (name, wait) in [("late", 30.0), ("first", -10), ("second", -5), ("third", 0)] {
                try ledger.takeInMinutes(
                    name,
                    key: name,
                    dueAt: Sample.start.addingTimeInterval(wait)
                )
            }

            let claimed = try ledger.claim(limit: 2)

            #expect(
                claimed.map(\.identity.messageID) == [
                    "first-cads-health@minutes.example", "second-cads-health@minutes.example",
                ]
            )
            #expect(try ledger.claim().count == 1)
            #expect(try ledger.claim().isEmpty)
            #expect(try ledger.nextDue(channel: .mail) == Sample.start.addingTimeInterval(30))
        }
    }

    @Test func `each channel claims its own`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(for: [Sample.health, Sample.police])

            #expect(
                try ledger.claim(channel: .webhook).map(\.address) == [
                    "https://intake.police.example/minutes"
                ]
            )
            #expect(try ledger.claim(channel: .mail).map(\.address) == ["cads-health@partner.example"])
        }
    }

    @Test func `a claim brings all that a mail is made of`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes()

            let claimed = try #require(try ledger.claim().first)

            #expect(claimed.attempt == 1)
            #expect(!claimed.isRepeat)
            #expect(claimed.identity == Sample.identity("a-cads-health"))
            #expect(claimed.claimedUntil == Sample.start.addingTimeInterval(60))
            guard case .minutes(let minutes) = claimed.content else {
                Issue.record("not minutes")
                return
            }
            #expect(minutes.reference == "M-2026-000001")
            #expect(minutes.contact == "cads-health")
            #expect(minutes.rendition == .full)
            #expect(minutes.fileSHA256 == Sample.sha256("a"))
            #expect(try minutes.record() == Sample.version().record)
            #expect(minutes.replaces == nil)
        }
    }

    @Test func `the plan of a claim names its index, and sorts nothing`() throws {
        try withLedger { ledger in
            let plan = try ledger.database.read { db in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + Ledger.dueSQL, arguments: ["mail", 0, 1])
                    .map { $0["detail"] as String }
            }

            #expect(
                plan.contains { $0.contains("USING INDEX deliveryDue (channel=? AND dueAt<?)") },
                "\(plan)"
            )
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }

    @Test(arguments: [
        ("SELECT id FROM delivery WHERE claimedUntil <= 5", "deliveryClaimed"),
        (
            "SELECT id FROM delivery d WHERE d.dueAt IS NOT NULL AND d.isDelayed = 0 AND d.firstDueAt <= 5",
            "deliveryWaiting"
        ),
        ("SELECT id FROM delivery d WHERE d.state = 'held' AND d.contact IS NULL", "deliveryHeld"),
        ("SELECT count(*) FROM receipt WHERE dueRevision > writtenRevision", "receiptDue"),
        ("SELECT code, count(*) FROM alert WHERE closedAt IS NULL GROUP BY code", "alertOpen"),
        ("SELECT max(finishedAt) FROM attempt WHERE outcome = 'accepted'", "attemptAccepted"),
        ("SELECT id FROM file f WHERE f.place IS NULL ORDER BY f.id", "fileUnplaced"),
    ])
    func `what the daemon asks often has an index`(sql: String, index: String) throws {
        try withLedger { ledger in
            let plan = try ledger.database.read { db in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
            }
            #expect(plan.contains { $0.contains(index) }, "\(plan)")
        }
    }
}
