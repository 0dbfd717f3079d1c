import Distribution
import Foundation
import Minutes
import Testing

@testable import Storage

struct ReadingTests {
    @Test func `a receipt is due again after each result, until that one is on disk`() throws {
        try withLedger { ledger in
            let taken = try ledger.takeInMinutes()
            try ledger.notePlaced(file: taken.fileID, at: "Accepted/2026-11/a.docx")
            let first = try #require(try ledger.receiptsDue(limit: 10).first)
            #expect(first.deliveries.map(\.state) == [.queued])

            try ledger.attempt(.accepted)
            try ledger.receiptWritten(file: taken.fileID, revision: first.revision)

            let second = try #require(try ledger.receiptsDue(limit: 10).first)
            #expect(second.deliveries.map(\.state) == [.accepted])
            try ledger.receiptWritten(file: taken.fileID, revision: second.revision)
            #expect(try ledger.receiptsDue(limit: 10).isEmpty)
        }
    }

    @Test func `status, list and receipt hold no child's name and no address`() throws {
        try withLedger { ledger in
            let taken = try ledger.takeInMinutes(
                for: [Sample.health, nil],
                alerts: [Sample.educationAlert(of: "a")]
            )
            try ledger.attempt(.deferred)

            let texts = try [
                JSONEncoder().encode(ledger.status()),
                JSONEncoder().encode(ledger.meetings(limit: 10)),
                JSONEncoder().encode(ledger.receipt(file: taken.fileID)),
            ].map { String(bytes: $0, encoding: .utf8) ?? "" }

            for text in texts {
                #expect(!text.isEmpty)
                #expect(!text.contains("Ava"))
                #expect(!text.contains("partner.example"))
            }
        }
    }

    @Test func `the status counts by state, and knows what waits longest`() throws {
        try withLedger { ledger in
            #expect(try ledger.status().deliveries.isEmpty)
            try ledger.takeInMinutes("a", key: "1", for: [Sample.health, Sample.education, nil])
            try ledger.takeInMinutes("b", key: "2", isHeld: true, alerts: [Sample.educationAlert(of: "b")])
            try ledger.attempt(.deferred)

            let status = try ledger.status()

            #expect(status.deliveries == ["queued": 1, "deferred": 1, "held": 2])
            #expect(status.notices == ["queued": 1])
            #expect(status.openAlerts == ["education-not-consulted": 1])
            #expect(status.heldFiles == 1)
            #expect(status.oldestWaitingSince == Sample.start)
            #expect(status.lastIntakeAt == Sample.start)
            #expect(status.lastAcceptedAt == nil)
        }
    }

    @Test func `meetings are listed newest first, page by page`() throws {
        try withLedger { ledger in
            for name in ["a", "b", "c"] { try ledger.takeInMinutes(name, key: name) }

            let first = try ledger.meetings(limit: 2)
            let second = try ledger.meetings(before: first.last?.reference, limit: 2)

            #expect(first.map(\.reference) == ["M-2026-000003", "M-2026-000002"])
            #expect(second.map(\.reference) == ["M-2026-000001"])
            #expect(first.first?.deliveries == ["queued": 1])
            #expect(first.first?.date?.iso == "2026-11-19")
            #expect(throws: LedgerError.noSuchMeeting("M-1")) { try ledger.meetings(before: "M-1", limit: 2) }
        }
    }

    @Test func `a meeting shows each version, each attempt and who was told`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a", alerts: [Sample.educationAlert(of: "a")])
            try ledger.attempt(.deferred)
            try ledger.takeInMinutes("b")

            let meeting = try ledger.meeting(reference: "M-2026-000001")

            #expect(meeting.versions.map(\.number) == [2, 1])
            #expect(meeting.versions.last?.deliveries.first?.attempts.map(\.number) == [1])
            #expect(meeting.notices.count == 1)
            #expect(meeting.history.first?.cause == "taken in as version 1")
            let json = try JSONEncoder().encode(meeting)
            #expect(try JSONDecoder().decode(MeetingModel.self, from: json) == meeting)
        }
    }

    @Test func `what is about the meeting stands on the receipt of its latest version`() throws {
        try withLedger { ledger in
            let first = try ledger.takeInMinutes("a", alerts: [Sample.educationAlert(of: "a")])
            let second = try ledger.takeInMinutes("b")

            #expect(try ledger.receipt(file: first.fileID).replacedBy == 2)
            let latest = try ledger.receipt(file: second.fileID)
            #expect(latest.alerts.map(\.code) == [.educationNotConsulted])
            #expect(latest.notices.map(\.name) == ["safeguarding-lead"])
            #expect(throws: LedgerError.noSuchFile(99)) { try ledger.receipt(file: 99) }
        }
    }
}
