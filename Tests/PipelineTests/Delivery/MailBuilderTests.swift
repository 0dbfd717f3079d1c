import Distribution
import Foundation
import Storage
import TestSupport
import Testing

@testable import Pipeline

/// What a claimed delivery becomes as a mail.
@Suite(.timeLimit(.minutes(2)))
struct MailBuilderTests {
    private func mails(_ fixture: PipelineFixture) async throws -> [String: OutgoingMail] {
        let documents = OutgoingDocuments(store: fixture.store, reading: PipelineFixture.reading)
        let builder = MailBuilder(configuration: fixture.live.current)
        var mails: [String: OutgoingMail] = [:]
        for delivery in try fixture.claimMails() {
            let mail = try builder.mail(for: delivery, document: await documents.document(for: delivery))
            mails[mail.to.text] = mail
        }
        return mails
    }

    @Test func `the whole document goes out under its reference, with the contact's prefix and a token`()
        async throws
    {
        try await PipelineFixture.with { fixture in
            let taken = try await fixture.take("Jamie Demonstrate.docx", MinutesFile().bytes)
            let reference = try #require(taken.reference)

            let mail = try #require(await mails(fixture)["nursing@nhs.example"])

            #expect(mail.subject == "[secure] OFFICIAL-SENSITIVE: strategy meeting minutes \(reference)")
            #expect(mail.attachments.map(\.name) == ["\(reference)-v1.docx"])
            #expect(mail.attachments[0].bytes == MinutesFile().bytes)
            #expect(mail.returnPath.text == "minutes-bounces+\(mail.envelopeID)@council.example")
            #expect(mail.messageID.hasSuffix("@council.example"))
            #expect(!mail.isRepeat)
            #expect(mail.text.contains("version 1") && !mail.text.contains("replaces"))
        }
    }

    @Test func `a notice has neither the document nor anything of its content`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("Jamie Demonstrate.docx", MinutesFile().bytes)

            let mail = try #require(await mails(fixture)["dsl@moorbeck.example"])

            #expect(mail.attachments.isEmpty)
            for word in ["Jamie", "Demonstrate", "900522", "02/09/2014", "2014-09-02", "locked in a room"] {
                for text in [mail.subject, mail.text, mail.html] { #expect(!text.contains(word)) }
            }
        }
    }

    @Test func `no child's name is in what everybody on the way can read`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("Jamie Demonstrate.docx", MinutesFile().bytes)

            for mail in try await mails(fixture).values {
                let open =
                    [mail.subject, mail.messageID, mail.envelopeID, mail.returnPath.text, mail.text, mail.html]
                    + mail.attachments.map(\.name)
                for text in open { #expect(!text.contains("Jamie") && !text.contains("Demonstrate")) }
            }
        }
    }

    @Test func `actions have decisions and actions, and what they hold is encoded in HTML`() async throws {
        try await PipelineFixture.with { fixture in
            fixture.live.replace(with: try fixture.receiving(.actions))
            _ = try await fixture.take("minutes.docx", MinutesFile().bytes)

            let mail = try #require(await mails(fixture)["nursing@nhs.example"])

            #expect(mail.attachments.isEmpty)
            #expect(mail.text.contains("ACTIONS") && mail.text.contains("Dev Instance"))
            #expect(mail.html.contains("<h2>Actions</h2>"))
            #expect(mail.html.contains("child&#39;s record") && !mail.html.contains("child's record"))
        }
    }

    @Test func `a new version says which one it replaces`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("minutes.docx", MinutesFile().bytes)
            try fixture.accept(fixture.claimMails())
            var changed = MinutesFile()
            changed.remark = "One more sentence."
            _ = try await fixture.take("minutes v2.docx", changed.bytes)

            let mail = try #require(await mails(fixture)["nursing@nhs.example"])

            #expect(mail.text.contains("This replaces version 1"))
            #expect(mail.attachments[0].name.hasSuffix("-v2.docx"))
        }
    }

    @Test func `a repeat has the identity of the first copy, and says that it is one`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("minutes.docx", MinutesFile().bytes)
            let first = try #require(await mails(fixture)["nursing@nhs.example"])
            _ = try fixture.ledger.rescue(
                at: PipelineFixture.start,
                everything: true,
                policy: SendingPolicy(schedule: RetrySchedule(waits: [0]))
            ) { _, _ in [] }

            var second = try #require(await mails(fixture)["nursing@nhs.example"])

            #expect(second.isRepeat)
            second.isRepeat = false
            #expect(second == first)
        }
    }

    @Test func `an address that was changed in the directory is not used any more`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("minutes.docx", MinutesFile().bytes)
            var configuration = fixture.live.current
            configuration.directory.contacts[0].channel = .mail(try PipelineFixture.address("new@nhs.example"))
            configuration.directory.settings = []

            for delivery in try fixture.claimMails() {
                let refusal = #expect(throws: MailBuilder.Refusal.self) {
                    try MailBuilder(configuration: configuration).mail(for: delivery, document: nil)
                }
                #expect(refusal?.sentence.contains("partner directory") == true)
                #expect(refusal?.sentence.contains("@") == false)
            }
        }
    }

    @Test func `an alert's mail names the reference and how to close it, and goes to nobody who left the list`()
        async throws
    {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("Jamie Demonstrate.docx", MinutesFile.withoutEducation.bytes)
            let notice = try #require(try fixture.claimMails().first { $0.address == "lead@council.example" })
            var configuration = fixture.live.current

            let mail = try MailBuilder(configuration: configuration).mail(for: notice, document: nil)
            #expect(mail.subject.hasPrefix("OFFICIAL-SENSITIVE: alert about M-20"))
            #expect(mail.text.contains("minuted alerts close"))
            #expect(!mail.text.contains("Jamie") && !mail.html.contains("Jamie"))

            configuration.alerts.people["lead"] = nil
            #expect(throws: MailBuilder.Refusal.self) {
                try MailBuilder(configuration: configuration).mail(for: notice, document: nil)
            }
        }
    }

    @Test func `what the minutes say cannot become markup`() {
        let notice = ClaimedNotice(
            person: "lead",
            alerts: [
                AlertModel(
                    id: 1,
                    code: .fileHeld,
                    text: "<script>alert('x')</script> & \"more\"",
                    raisedAt: PipelineFixture.start
                )
            ]
        )

        let mail = MailText.alerts(notice, council: "<b>Council</b>")

        #expect(!mail.html.contains("<script>") && !mail.html.contains("<b>"))
        #expect(mail.html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;"))
        #expect(mail.text.contains("<script>alert('x')</script>"))
    }
}

extension PipelineFixture {
    /// The configuration in which the school nurses receive another rendition.
    func receiving(_ rendition: Rendition) throws -> PipelineConfiguration {
        var configuration = live.current
        configuration.directory.contacts[0].receives = rendition
        return configuration
    }
}
