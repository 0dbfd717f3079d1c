import Foundation
import Storage
import TestSupport
import Testing

@testable import Pipeline

/// The text files beside documents, as the ledger changes.
@Suite(.timeLimit(.minutes(2)))
struct ReceiptStepTests {
    private static let receipt = "\(PipelineFixture.folderOfMonth)/minutes.docx.receipt.txt"

    private func draft() -> MinutesFile {
        var file = MinutesFile()
        file.isDraft = true
        return file
    }

    @Test func `a receipt names the recipients, follows the deliveries, and holds no child's name`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("minutes.docx", MinutesFile().bytes)
            try fixture.receipts.writeDue(in: fixture.files.open())
            let waiting = try fixture.files.text(at: Self.receipt)

            try fixture.accept(fixture.claimMails())
            try fixture.receipts.writeDue(in: fixture.files.open())
            let sent = try fixture.files.text(at: Self.receipt)

            #expect(waiting.contains("School nursing") && waiting.contains("waiting to be sent"))
            #expect(sent.contains("accepted by the mail relay"))
            for text in [waiting, sent] { #expect(!text.contains("Jamie") && !text.contains("Demonstrate")) }
            #expect(try fixture.receipts.writeDue(in: fixture.files.open()) == 0, "nothing is due any more")
        }
    }

    @Test func `held minutes have a problem note; released, they move to Accepted and have a receipt`() async throws {
        try await PipelineFixture.with { fixture in
            let taken = try await fixture.take("minutes.docx", draft().bytes)
            try fixture.receipts.writeDue(in: fixture.files.open())
            let problem = try fixture.files.text(at: "Needs attention/minutes.docx.problem.txt")
            #expect(problem.contains("minuted release \(taken.reference ?? "?")"))

            _ = try fixture.ledger.release(
                #require(taken.reference),
                directory: fixture.live.current.directory,
                Decision(actor: "A. Lead", why: "the chair agreed", at: PipelineFixture.start)
            )
            try fixture.receipts.writeDue(in: fixture.files.open())

            let attention = fixture.files.inbox.appending(path: "Needs attention").path
            #expect(try FileManager.default.contentsOfDirectory(atPath: attention).isEmpty)
            #expect(try fixture.files.text(at: Self.receipt).contains("School nursing"))
            #expect(try fixture.claimMails().count == 2)
        }
    }

    @Test func `a file that was moved just before a crash is found, and its old note goes`() async throws {
        try await PipelineFixture.with { fixture in
            let taken = try await fixture.take("minutes.docx", draft().bytes)
            try fixture.receipts.writeDue(in: fixture.files.open())
            _ = try fixture.ledger.release(
                #require(taken.reference),
                directory: fixture.live.current.directory,
                Decision(actor: "A. Lead", why: "the chair agreed", at: PipelineFixture.start)
            )
            let inbox = try fixture.files.open()
            let old = try #require(taken.place.flatMap { InboxPath(escaped: $0) })
            _ = try inbox.relocate(old, to: .accepted(LondonTime.date(PipelineFixture.start)))

            try fixture.receipts.writeDue(in: inbox)

            #expect(try fixture.files.text(at: Self.receipt).contains("School nursing"))
            let attention = fixture.files.inbox.appending(path: "Needs attention").path
            #expect(try FileManager.default.contentsOfDirectory(atPath: attention).isEmpty)
        }
    }

    @Test func `a document that somebody took away gets no receipt, and does not stop the others`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("minutes.docx", MinutesFile().bytes)
            var other = MinutesFile()
            other.reference = "900523"
            _ = try await fixture.take("other.docx", other.bytes)
            let folder = fixture.files.inbox.appending(path: PipelineFixture.folderOfMonth)
            try FileManager.default.removeItem(at: folder.appending(path: "minutes.docx"))

            try fixture.receipts.writeDue(in: fixture.files.open())

            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                    == ["other.docx", "other.docx.receipt.txt"]
            )
        }
    }
}
