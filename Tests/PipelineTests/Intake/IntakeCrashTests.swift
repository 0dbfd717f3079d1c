import Distribution
import Foundation
import Storage
import TestSupport
import Testing

@testable import Pipeline

/// The way of a file cut at each arrow, and begun again with nothing but what is on disk.
@Suite(.timeLimit(.minutes(2)))
struct IntakeCrashTests {
    /// Begins again as a new process does: what was claimed is found, and taken in.
    private func restart(_ fixture: PipelineFixture) async throws {
        let inbox = try fixture.files.open()
        try FilePlacing.recover(ledger: fixture.ledger, inbox: inbox)
        for claim in try inbox.claimedFiles() { _ = try await fixture.intake().take(claim, in: inbox) }
        try fixture.receipts.writeDue(in: inbox)
    }

    private func expectTakenOnce(_ fixture: PipelineFixture) throws {
        #expect(try fixture.ledger.meetings(limit: 9).map(\.latestVersion) == [1])
        #expect(try fixture.ledger.unplacedFiles().isEmpty)
        #expect(try fixture.files.open().claimedFiles().isEmpty)
        let folder = fixture.files.inbox.appending(path: PipelineFixture.folderOfMonth)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                == ["minutes.docx", "minutes.docx.receipt.txt"]
        )
        #expect(try fixture.claimMails().count == 2)
        #expect(try fixture.claim(.webhook).count == 1)
    }

    @Test func `cut after the claim`() async throws {
        try await PipelineFixture.with { fixture in
            try fixture.drop("minutes.docx", MinutesFile().bytes)
            _ = try fixture.files.claim("minutes.docx")

            try await restart(fixture)
            try expectTakenOnce(fixture)
        }
    }

    @Test func `cut after the copy to the store`() async throws {
        try await PipelineFixture.with { fixture in
            try fixture.drop("minutes.docx", MinutesFile().bytes)
            let claim = try fixture.files.claim("minutes.docx")
            _ = try fixture.store.put(fixture.files.open().open(claim))

            try await restart(fixture)
            try expectTakenOnce(fixture)
        }
    }

    /// Commits an intake and fails before the move, since something else has the name of the place.
    private func commitWithoutMove(_ fixture: PipelineFixture) async throws -> Claim {
        try fixture.drop("minutes.docx", MinutesFile().bytes)
        let claim = try fixture.files.claim("minutes.docx")
        let inbox = try fixture.files.open()
        let place = fixture.files.inbox.appending(path: PipelineFixture.folderOfMonth)
        try Data().write(to: place)
        await #expect(throws: InboxError.self) { try await fixture.intake().take(claim, in: inbox) }
        try FileManager.default.removeItem(at: place)
        #expect(try fixture.ledger.unplacedFiles().count == 1)
        return claim
    }

    @Test func `cut after the commit`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await commitWithoutMove(fixture)

            try await restart(fixture)
            try expectTakenOnce(fixture)
        }
    }

    @Test func `cut after the move`() async throws {
        try await PipelineFixture.with { fixture in
            let claim = try await commitWithoutMove(fixture)
            let inbox = try fixture.files.open()
            let place = FilePlacing.place(of: .distribute, takenAt: PipelineFixture.start)
            _ = try inbox.place(claim, in: place, as: claim.name)

            try await restart(fixture)
            try expectTakenOnce(fixture)
        }
    }

    @Test func `cut before the receipt`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("minutes.docx", MinutesFile().bytes)

            try await restart(fixture)
            try expectTakenOnce(fixture)
        }
    }

    @Test func `a duplicate that was moved just before the cut gets its note`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("minutes.docx", MinutesFile().bytes)
            try fixture.drop("copy.docx", MinutesFile().bytes)
            let claim = try fixture.files.claim("copy.docx")
            let inbox = try fixture.files.open()
            let place = fixture.files.inbox.appending(path: "Duplicates")
            try FileManager.default.removeItem(at: place)
            try Data().write(to: place)
            await #expect(throws: InboxError.self) { try await fixture.intake().take(claim, in: inbox) }
            try FileManager.default.removeItem(at: place)
            _ = try inbox.place(claim, in: .duplicates, as: claim.name)

            try await restart(fixture)

            #expect(try fixture.files.text(at: "Duplicates/copy.docx.note.txt").contains("M-"))
            try expectTakenOnce(fixture)
        }
    }
}
