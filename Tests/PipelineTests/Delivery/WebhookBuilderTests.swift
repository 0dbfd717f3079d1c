import Distribution
import Foundation
import Storage
import TestSupport
import Testing

@testable import Pipeline

/// What a claimed delivery becomes as a CloudEvents object.
@Suite(.timeLimit(.minutes(2)))
struct WebhookBuilderTests {
    private func webhook(_ fixture: PipelineFixture) async throws -> OutgoingWebhook {
        let documents = OutgoingDocuments(store: fixture.store, reading: PipelineFixture.reading)
        let delivery = try #require(try fixture.claim(.webhook).first)
        return try WebhookBuilder(configuration: fixture.live.current)
            .webhook(for: delivery, document: await documents.document(for: delivery))
    }

    private func event(_ webhook: OutgoingWebhook) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: webhook.body) as? [String: Any])
    }

    private func configure(_ fixture: PipelineFixture, _ change: (inout WebhookEndpoint) -> Void) {
        var configuration = fixture.live.current
        guard case .webhook(var endpoint) = configuration.directory.contacts[1].channel else { return }
        change(&endpoint)
        configuration.directory.contacts[1].channel = .webhook(endpoint)
        fixture.live.replace(with: configuration)
    }

    @Test func `a notice is a CloudEvents object without personal data`() async throws {
        try await PipelineFixture.with { fixture in
            let taken = try await fixture.take("Jamie Demonstrate.docx", MinutesFile().bytes)

            let webhook = try await webhook(fixture)
            let event = try event(webhook)

            #expect(event["specversion"] as? String == "1.0")
            #expect(event["type"] as? String == "uk.minuted.minutes.distributed.v1")
            #expect(event["subject"] as? String == taken.reference)
            #expect(event["id"] as? String == webhook.id)
            #expect(event["time"] as? String == "2026-11-18T11:06:40Z")
            let data = try #require(event["data"] as? [String: Any])
            #expect(Set(data.keys) == ["reference", "version"])
            let text = String(decoding: webhook.body, as: UTF8.self)
            for word in ["Jamie", "Demonstrate", "900522", "Prototype"] { #expect(!text.contains(word)) }
        }
    }

    @Test func `full content carries the record and the document`() async throws {
        try await PipelineFixture.with { fixture in
            configure(fixture) { $0.content = .full }
            let taken = try await fixture.take("Jamie Demonstrate.docx", MinutesFile().bytes)

            let event = try event(await webhook(fixture))

            let data = try #require(event["data"] as? [String: Any])
            let document = try #require(data["document"] as? [String: Any])
            #expect(document["name"] as? String == "\(taken.reference ?? "")-v1.docx")
            #expect((document["base64"] as? String).flatMap { Data(base64Encoded: $0) } == MinutesFile().bytes)
            let record = try #require(data["record"] as? [String: Any])
            #expect((record["children"] as? [[String: Any]])?.first?["name"] as? String == "Jamie Demonstrate")
        }
    }

    @Test func `an endpoint that was changed in the directory is not used any more`() async throws {
        try await PipelineFixture.with { fixture in
            _ = try await fixture.take("minutes.docx", MinutesFile().bytes)
            configure(fixture) { $0.url = "https://elsewhere.example/minutes" }

            await #expect(throws: MailBuilder.Refusal.self) { try await webhook(fixture) }
        }
    }
}
