import Distribution
import Foundation
import Minutes
import Reading
import Storage
import TestSupport
import Testing

@testable import Pipeline

/// Making the copy that is sent in place of a document, with a real child that reads and cleans.
@Suite(.timeLimit(.minutes(2)))
struct CleaningStepTests {
    private static var changed: MinutesFile {
        var file = MinutesFile()
        file.markup = MinutesFile.trackedChange
        return file
    }

    private func step(_ fixture: PipelineFixture) -> CleaningStep {
        CleaningStep(
            ledger: fixture.ledger,
            store: fixture.store,
            reading: PipelineFixture.reading,
            rules: { fixture.live.current.rules }
        )
    }

    private func reference(_ taken: TakenFile) throws -> String { try #require(taken.reference) }

    @Test func `the copy is in the store, and the ledger sends it once it is released`() async throws {
        try await PipelineFixture.with { fixture in
            let taken = try await fixture.take("minutes.docx", Self.changed.bytes)
            #expect(taken.outcome == .hold)
            let reference = try reference(taken)

            let copy = try await step(fixture).copy(of: reference, despite: [])

            #expect(copy.original == taken.sha256)
            #expect(copy.removed == "1 insertion, 1 deletion")
            let bytes = try fixture.store.bytes(of: copy.sha256)
            #expect(bytes.count == copy.byteCount)
            #expect(try fixture.store.bytes(of: taken.sha256) == Self.changed.bytes)
            // A crash here has changed nothing, and the same copy is made again.
            #expect(try fixture.ledger.meeting(reference: reference).versions[0].releasedAt == nil)
            #expect(try !fixture.claimMails().contains(where: \.carriesMinutes))
            #expect(try await step(fixture).copy(of: reference, despite: []) == copy)

            let decision = Decision(actor: "Sam", why: "checked", at: PipelineFixture.start)
            let count = try fixture.ledger.release(
                reference,
                directory: PipelineFixture.directory(),
                cleaned: copy,
                decision
            )
            #expect(count > 0)
            let claimed = try fixture.claimMails()
            let documents = OutgoingDocuments(store: fixture.store, reading: PipelineFixture.reading)
            let full = try #require(
                claimed.first { delivery in
                    if case .minutes(let minutes) = delivery.content { return minutes.rendition == .full }
                    return false
                }
            )
            let sent = try #require(try await documents.document(for: full))
            #expect(sent.bytes == bytes)
            #expect(sent.kind == .docx)
            try fixture.receipts.writeDue(in: fixture.files.open())
            let path = fixture.files.inbox.appending(
                path: "\(PipelineFixture.folderOfMonth)/minutes.docx.receipt.txt"
            )
            let receipt = try String(contentsOf: path, encoding: .utf8).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            #expect(
                receipt.contains("goes out as a cleaned copy, without what no page shows: 1 insertion")
            )
        }
    }

    @Test func `the note beside held minutes offers the copy`() async throws {
        try await PipelineFixture.with { fixture in
            let reference = try reference(try await fixture.take("minutes.docx", Self.changed.bytes))
            try fixture.receipts.writeDue(in: fixture.files.open())

            let path = fixture.files.inbox.appending(path: "Needs attention/minutes.docx.problem.txt")
            let text = try String(contentsOf: path, encoding: .utf8).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")

            #expect(text.contains("minuted release \(reference) --cleaned"))
        }
    }

    @Test func `what cleaning does not mend is refused, unless it is decided as well`() async throws {
        try await PipelineFixture.with { fixture in
            var file = Self.changed
            file.isDraft = true
            let reference = try reference(try await fixture.take("minutes.docx", file.bytes))

            let refusal = await #expect(throws: CleaningStep.Refusal.self) {
                try await step(fixture).copy(of: reference, despite: [.restricted])
            }

            #expect(refusal?.sentence.contains("The minutes are a draft.") == true)
            #expect(refusal?.sentence.contains("`--despite draft`") == true)
            #expect(
                try await step(fixture).copy(of: reference, despite: [.draft]).removed.contains("1 deletion")
            )
        }
    }

    @Test func `minutes that are held for nothing unseen are refused`() async throws {
        try await PipelineFixture.with { fixture in
            var file = MinutesFile()
            file.isDraft = true
            let reference = try reference(try await fixture.take("minutes.docx", file.bytes))

            let refusal = await #expect(throws: CleaningStep.Refusal.self) {
                try await step(fixture).copy(of: reference, despite: [.draft])
            }

            #expect(refusal?.sentence.contains("is not held for anything that cleaning takes out") == true)
        }
    }

    @Test func `minutes that are not held, and meetings that are not there, are refused`() async throws {
        try await PipelineFixture.with { fixture in
            let reference = try reference(try await fixture.take("minutes.docx", MinutesFile().bytes))

            await #expect(throws: LedgerError.notHeld(reference)) {
                try await step(fixture).copy(of: reference, despite: [])
            }
            await #expect(throws: LedgerError.noSuchMeeting("M-2026-000099")) {
                try await step(fixture).copy(of: "M-2026-000099", despite: [])
            }
        }
    }

    @Test func `what no certain copy can be made of is refused with the child's sentence`() async throws {
        try await PipelineFixture.with { fixture in
            var file = Self.changed
            file.markup += "<w:strange><w:r><w:t>words where none belong</w:t></w:r></w:strange>"
            let reference = try reference(try await fixture.take("minutes.docx", file.bytes))

            let refusal = await #expect(throws: CleaningStep.Refusal.self) {
                try await step(fixture).copy(of: reference, despite: [])
            }

            #expect(refusal?.sentence.hasPrefix("No cleaned copy can be made of this document") == true)
            #expect(try fixture.ledger.meeting(reference: reference).versions[0].releasedAt == nil)
        }
    }

    @Test func `a damaged stored document is not cleaned`() async throws {
        try await PipelineFixture.with { fixture in
            let taken = try await fixture.take("minutes.docx", Self.changed.bytes)
            let file = fixture.files.state.appending(
                path: "store/\(taken.sha256.prefix(2))/\(taken.sha256)"
            )
            try Data("x".utf8).write(to: file)

            await #expect(throws: StoreError.damaged(sha256: taken.sha256)) {
                try await step(fixture).copy(of: try reference(taken), despite: [])
            }
        }
    }
}

extension ClaimedDelivery {
    fileprivate var carriesMinutes: Bool {
        if case .minutes = content { return true }
        return false
    }
}
