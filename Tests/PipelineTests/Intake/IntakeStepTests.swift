import Distribution
import Foundation
import Glibc
import Minutes
import Storage
import TestSupport
import Testing

@testable import Pipeline

/// One file from the working folder to its place, whatever it is.
@Suite(.timeLimit(.minutes(2)))
struct IntakeStepTests {
    private static let month = PipelineFixture.folderOfMonth

    private static let draft: MinutesFile = {
        var file = MinutesFile()
        file.isDraft = true
        return file
    }()

    @Test func `minutes are accepted, with a delivery for each partner`() async throws {
        try await PipelineFixture.with { fixture in
            let taken = try await fixture.take("minutes.docx", MinutesFile().bytes)

            #expect(taken.outcome == .distribute)
            #expect(taken.place == "\(Self.month)/minutes.docx")
            let meeting = try fixture.ledger.meeting(reference: #require(taken.reference))
            let contacts = meeting.versions[0].deliveries.compactMap(\.contact).sorted()
            #expect(contacts == ["police", "school-nursing", "setting-900001"])
            #expect(meeting.versions[0].deliveries.allSatisfy { $0.state == .queued })
            #expect(meeting.alerts.isEmpty)
            let stored = try fixture.store.bytes(of: taken.sha256)
            #expect(stored == MinutesFile().bytes)
        }
    }

    @Test func `a required partner that was not consulted leads to an alert, and is not sent the minutes`()
        async throws
    {
        try await PipelineFixture.with { fixture in
            let taken = try await fixture.take("minutes.docx", MinutesFile.withoutEducation.bytes)

            let meeting = try fixture.ledger.meeting(reference: #require(taken.reference))
            #expect(meeting.alerts.map(\.code) == [.educationNotConsulted])
            #expect(meeting.notices.compactMap(\.name).sorted() == ["lead", "manager"])
            #expect(!meeting.versions[0].deliveries.contains { $0.partner == .education })
        }
    }

    @Test func `a draft is held: it lies in Needs attention and nothing of it is due`() async throws {
        try await PipelineFixture.with { fixture in
            let taken = try await fixture.take("draft.docx", Self.draft.bytes)

            #expect(taken.outcome == .hold)
            #expect(
                taken.place == "Needs%20attention/draft.docx" || taken.place == "Needs attention/draft.docx"
            )
            let meeting = try fixture.ledger.meeting(reference: #require(taken.reference))
            #expect(meeting.versions[0].deliveries.allSatisfy { $0.state == .held })
            #expect(meeting.alerts.map(\.code) == [.fileHeld])
            #expect(try fixture.claim(.webhook).isEmpty)
        }
    }

    @Test(arguments: [
        ("invoice.txt", Data("Invoice 17 for the hire of a room.\n".utf8)), ("empty.docx", Data()),
        ("damaged.docx", MinutesFile().bytes.prefix(900)), ("scan.pdf", Data("%PDF-1.7\n".utf8)),
    ])
    func `what is not minutes is rejected, and a person is told`(name: String, bytes: Data) async throws {
        try await PipelineFixture.with { fixture in
            let taken = try await fixture.take(name, bytes)

            #expect(taken.outcome == .reject)
            #expect(taken.reason.hasSuffix("."))
            #expect(taken.reference == nil)
            #expect(try fixture.ledger.openAlerts(limit: 9).map(\.code) == [.fileRejected])
            try fixture.receipts.writeDue(in: fixture.files.open())
            #expect(
                try fixture.files.text(at: "Needs attention/\(name).problem.txt").contains(
                    taken.reason.prefix(20)
                )
            )
        }
    }

    @Test func `a file of more than 50 MB is rejected unread`() async throws {
        try await PipelineFixture.with { fixture in
            try fixture.drop("large.docx", Data())
            let path = fixture.files.inbox.appending(path: "large.docx").path
            try #require(truncate(path, Int(DocumentStore.maximumSize) + 1) == 0)

            let outcome = try await fixture.intake()
                .take(fixture.files.claim("large.docx"), in: fixture.files.open())
            let taken = try fixture.taken(outcome)

            #expect(taken.outcome == .reject)
            #expect(taken.reason.contains("50 MB"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: fixture.files.state.path + "/store")
                    .isEmpty
            )
        }
    }

    @Test func `the same bytes under another name are a duplicate: noted, and nothing is sent again`()
        async throws
    {
        try await PipelineFixture.with { fixture in
            let first = try await fixture.take("minutes.docx", MinutesFile().bytes)
            let second = try await fixture.take("copy.docx", MinutesFile().bytes)

            #expect(second.outcome == .duplicate)
            #expect(second.duplicateOf == first.fileID)
            #expect(try fixture.files.text(at: "Duplicates/copy.docx.note.txt").contains("M-"))
            let meeting = try fixture.ledger.meeting(reference: #require(first.reference))
            #expect(meeting.versions.count == 1)
            #expect(try fixture.claimMails().count == 2)
        }
    }

    @Test func `a rejected file that is dropped again is read again`() async throws {
        try await PipelineFixture.with { fixture in
            let bytes = Data("Invoice 17 for the hire of a room.\n".utf8)
            _ = try await fixture.take("invoice.txt", bytes)
            let second = try await fixture.take("invoice.txt", bytes)

            #expect(second.outcome == .reject)
            #expect(
                second.place?.hasSuffix("invoice (2).txt") == true || second.place?.contains("(2)") == true
            )
        }
    }

    @Test func `a new version goes to all who had the old one, and takes over what was not sent`()
        async throws
    {
        try await PipelineFixture.with { fixture in
            let first = try await fixture.take("minutes.docx", MinutesFile().bytes)
            try fixture.accept(fixture.claimMails())
            var changed = MinutesFile()
            changed.apologies = []
            changed.present = MinutesFile.everybody.filter { !$0.contains("School Nurse") }

            let second = try await fixture.take("minutes v2.docx", changed.bytes)

            #expect(second.reference == first.reference)
            #expect(second.version == 2)
            let meeting = try fixture.ledger.meeting(reference: #require(first.reference))
            #expect(
                meeting.versions[0].deliveries.compactMap(\.contact).sorted() == [
                    "police", "school-nursing", "setting-900001",
                ]
            )
            let old = meeting.versions[1].deliveries
            #expect(old.first { $0.contact == "police" }?.state == .withdrawn, "never sent, and replaced")
            #expect(old.first { $0.contact == "school-nursing" }?.state == .accepted)
            #expect(meeting.alerts.map(\.code) == [.healthNotConsulted])
        }
    }

    @Test func `a version that shows the school was asked closes the alert`() async throws {
        try await PipelineFixture.with { fixture in
            let first = try await fixture.take("minutes.docx", MinutesFile.withoutEducation.bytes)
            _ = try await fixture.take("minutes v2.docx", MinutesFile().bytes)

            let meeting = try fixture.ledger.meeting(reference: #require(first.reference))
            #expect(meeting.versions.count == 2)
            #expect(meeting.alerts.allSatisfy { !$0.isOpen })
        }
    }

    @Test func `a file that somebody still writes to goes back into the inbox`() async throws {
        try await PipelineFixture.with { fixture in
            try fixture.drop("minutes.docx", MinutesFile().bytes)
            let writer = try FileHandle(forUpdating: fixture.files.inbox.appending(path: "minutes.docx"))
            defer { try? writer.close() }
            let claim = try fixture.files.claim("minutes.docx")
            try writer.seekToEnd()
            try writer.write(contentsOf: Data([0]))

            let outcome = try await fixture.intake().take(claim, in: fixture.files.open())

            #expect(outcome == .putBack)
            #expect(try fixture.files.names() == ["minutes.docx"])
            #expect(try fixture.ledger.status().lastIntakeAt == nil)
        }
    }

    @Test func `without a reading process the file stays claimed, and is taken when there is one again`()
        async throws
    {
        try await PipelineFixture.with { fixture in
            try fixture.drop("minutes.docx", MinutesFile().bytes)
            let claim = try fixture.files.claim("minutes.docx")

            let broken = fixture.intake(PipelineFixture.reading(program: "/nonexistent"))
            let outcome = try await broken.take(claim, in: fixture.files.open())
            #expect(outcome == .postponed)
            #expect(try fixture.files.open().claimedFiles().map(\.id) == [claim.id])

            let taken = try fixture.taken(await fixture.intake().take(claim, in: fixture.files.open()))
            #expect(taken.outcome == .distribute)
        }
    }
}
