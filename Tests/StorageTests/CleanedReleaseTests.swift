import Distribution
import Minutes
import Testing

@testable import Storage

/// A version that is released as a cleaned copy is sent as that, and the ledger remembers both.
struct CleanedReleaseTests {
    private static func copy(of name: String = "a", version: Int = 1) -> CleanedCopy {
        CleanedCopy(
            version: version,
            original: Sample.sha256(name),
            sha256: Sample.sha256("copy"),
            byteCount: 20_000,
            removed: "2 insertions, 1 comment"
        )
    }

    private func release(_ ledger: Ledger, _ copy: CleanedCopy?) throws -> Int {
        try ledger.release("M-2026-000001", directory: Sample.directory, cleaned: copy, Sample.decision())
    }

    private struct NoMinutes: Error {}

    private func minutes(_ delivery: ClaimedDelivery) throws -> ClaimedMinutes {
        guard case .minutes(let minutes) = delivery.content else { throw NoMinutes() }
        return minutes
    }

    @Test func `every delivery of the version carries the copy`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(for: [Sample.health, Sample.education], isHeld: true)

            let count = try release(ledger, Self.copy())

            #expect(count == 2)
            let claimed = try ledger.claim()
            #expect(claimed.count == 2)
            for delivery in claimed {
                #expect(try minutes(delivery).fileSHA256 == Sample.sha256("copy"))
            }
        }
    }

    @Test func `meeting, history and receipt say what was sent and what it has not`() throws {
        try withLedger { ledger in
            let taken = try ledger.takeInMinutes(isHeld: true)
            let revision = try ledger.receipt(file: taken.fileID).revision

            _ = try release(ledger, Self.copy())

            let meeting = try ledger.meeting(reference: "M-2026-000001")
            #expect(meeting.versions[0].sha256 == Sample.sha256("a"))
            #expect(
                meeting.versions[0].cleaned
                    == CleanedCopyModel(
                        sha256: Sample.sha256("copy"),
                        removed: "2 insertions, 1 comment",
                        madeAt: Sample.start,
                        madeBy: Sample.actor
                    )
            )
            let cause = "released: as a cleaned copy, without 2 insertions, 1 comment: the chair agreed"
            #expect(meeting.history.contains { $0.cause == cause && $0.actor == Sample.actor })
            let receipt = try ledger.receipt(file: taken.fileID)
            #expect(receipt.sentWithout == "2 insertions, 1 comment")
            #expect(receipt.revision > revision)
        }
    }

    @Test func `a version that is released as it is has no copy`() throws {
        try withLedger { ledger in
            let taken = try ledger.takeInMinutes(isHeld: true)

            _ = try release(ledger, nil)

            #expect(try ledger.meeting(reference: "M-2026-000001").versions[0].cleaned == nil)
            #expect(try ledger.receipt(file: taken.fileID).sentWithout == nil)
        }
    }

    @Test func `what is not held, or was released before, keeps its document`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a")
            #expect(throws: LedgerError.notHeld("M-2026-000001")) { try release(ledger, Self.copy()) }

            try ledger.takeInMinutes("b", isHeld: true)
            _ = try release(ledger, nil)
            #expect(throws: LedgerError.notHeld("M-2026-000001")) {
                try release(ledger, Self.copy(of: "b", version: 2))
            }
            #expect(try ledger.meeting(reference: "M-2026-000001").versions.allSatisfy { $0.cleaned == nil })
        }
    }

    @Test func `a copy of an older version is refused, and nothing is changed`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a", isHeld: true)
            try ledger.takeInMinutes("b", isHeld: true)

            #expect(throws: LedgerError.otherVersion("M-2026-000001")) { try release(ledger, Self.copy()) }

            #expect(try ledger.deliveries().map(\.state) == [.held])
            #expect(try ledger.meeting(reference: "M-2026-000001").versions[0].releasedAt == nil)
        }
    }

    @Test func `a recipient that is decided later gets the copy as well`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes(for: [nil], isHeld: true)
            _ = try release(ledger, Self.copy())
            let undecided = try #require(try ledger.undecided().first)

            try ledger.decide(delivery: undecided.id, contact: Sample.education, Sample.decision())

            let claimed = try #require(try ledger.claim().first)
            #expect(try minutes(claimed).fileSHA256 == Sample.sha256("copy"))
        }
    }
}
