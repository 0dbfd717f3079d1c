import Distribution
import Foundation
import StandIns
import TestSupport
import Testing

@testable import Transports

/// The contract of posting webhooks, over each awkward thing an endpoint can do.
@Suite(.timeLimit(.minutes(1)))
struct WebhookTransportTests {
    private static let secret = "whsec_" + Data((0..<32).map { UInt8($0) }).base64EncodedString()
    private static let body = Data(#"{"specversion":"1.0","id":"evt-1"}"#.utf8)

    /// Posts once to a stand-in; loopback must be allowed by name, as any private network.
    private func deliver(
        secrets: [String] = [secret],
        identity: StandInAuthority.IdentityKind = .loopback,
        networks: [String] = ["127.0.0.0/8"],
        timeLimit: Duration = .seconds(20),
        script: (@Sendable (ReceivedWebhook, Int) -> WebhookAction)? = nil
    ) async throws -> (result: AttemptResult, requests: [ReceivedWebhook]) {
        let authority = try StandInAuthority()
        var options = WebhookStandIn.Options(
            identity: try authority.identity(identity),
            secrets: [Self.secret]
        )
        if let script { options.script = script }
        var requests = AsyncStream<ReceivedWebhook>.makeStream().stream
        let result = try await withFolder { folder in
            let ca = try authority.writePEM(to: folder)
            let files = try secrets.enumerated().map { number, secret in
                let file = folder.appending(path: "secret-\(number)")
                try Data((secret + "\n").utf8).write(to: file)
                return file.path
            }
            return try await WebhookStandIn.with(options) { standIn, base in
                requests = standIn.requests
                let endpoint = WebhookEndpoint(
                    url: base + "/minutes",
                    secretFiles: files,
                    allowedNetworks: networks
                )
                return await WebhookTransport(ca: ca, timeLimit: timeLimit)
                    .deliver(OutgoingWebhook(endpoint: endpoint, id: "evt-1", body: Self.body), at: Date())
            }
        }
        var seen: [ReceivedWebhook] = []
        for await request in requests { seen.append(request) }
        return (result, seen)
    }

    @Test(arguments: [[secret], ["another-secret-of-enough-bytes", secret]])
    func `a signed post is accepted, also while a secret is rotated`(secrets: [String]) async throws {
        let (result, requests) = try await deliver(secrets: secrets)

        #expect(result.outcome == .accepted && result.code == 202, "\(result)")
        #expect(result.tls?.hasPrefix("TLSv1.3") == true)
        let request = try #require(requests.first)
        #expect(request.isSigned)
        #expect(request.method == "POST" && request.path == "/minutes")
        #expect(request.body == Self.body)
        #expect(request.headers["webhook-id"] == "evt-1")
        #expect(request.headers["content-type"] == "application/cloudevents+json")
        #expect(request.headers["user-agent"] == "minuted")
    }

    @Test(arguments: [
        (200, AttemptResult.Outcome.accepted), (204, .accepted), (301, .refused), (307, .refused),
        (400, .refused),
        (401, .refused), (404, .refused), (408, .deferred), (410, .refused), (422, .refused),
        (425, .deferred),
        (429, .deferred), (500, .deferred), (503, .deferred),
    ])
    func `a status means what the table says`(status: Int, outcome: AttemptResult.Outcome) async throws {
        let (result, requests) = try await deliver { _, _ in
            .answer(
                status: status,
                headers: ["Location": "https://127.0.0.1:1/elsewhere"],
                body: status == 204 ? Data() : Data("because".utf8)
            )
        }

        #expect(result.outcome == outcome)
        #expect(result.code == status && result.stage == .final)
        #expect(result.reply == (status == 204 ? "" : "because"))
        #expect(requests.count == 1, "nothing is followed and nothing is repeated")
    }

    @Test func `the endpoint's wish to be asked later is kept`() async throws {
        let before = Date()
        let (result, _) = try await deliver { _, _ in .answer(status: 503, headers: ["Retry-After": "120"]) }

        let wish = try #require(result.retryAfter)
        #expect(wish.timeIntervalSince(before) >= 119 && wish.timeIntervalSince(before) < 180)
    }

    @Test func `an answer is kept up to its limit and the rest is not read`() async throws {
        let (result, _) = try await deliver { _, _ in
            .answer(status: 200, body: Data(repeating: UInt8(ascii: "x"), count: 5_000_000))
        }

        #expect(result.outcome == .accepted)
        #expect(result.reply.utf8.count == PeerText.limit)
    }

    @Test func `a connection closed without an answer is unknown`() async throws {
        let (result, requests) = try await deliver { _, _ in .close }

        #expect(result.outcome == .unknown)
        #expect(requests.count == 1)
    }

    @Test func `an answer that never comes is unknown`() async throws {
        let signal = StandInSignal()

        let (result, _) = try await deliver(timeLimit: .seconds(2)) { _, _ in .after(signal, .close) }

        #expect(result.outcome == .unknown)
        #expect(result.reply.contains("in time"))
    }

    @Test(arguments: [[], ["10.0.0.0/8"], ["::/0"]])
    func `a private address is refused unless its network is allowed`(networks: [String]) async throws {
        let (result, requests) = try await deliver(networks: networks)

        #expect(result.outcome == .deferred && result.stage == .connect)
        #expect(result.reply.contains("127.0.0.1"))
        #expect(requests.isEmpty)
    }

    @Test(arguments: [StandInAuthority.IdentityKind.wrongName, .expired])
    func `a certificate that is not the endpoint's stops everything`(
        identity: StandInAuthority.IdentityKind
    ) async throws {
        let (result, requests) = try await deliver(identity: identity)

        #expect(result.outcome == .deferred && result.stage == .tls)
        #expect(requests.isEmpty)
    }

    @Test(arguments: ["http://127.0.0.1:1/", "file:///etc/hostname", "ftp://127.0.0.1/", "not an address"])
    func `only HTTPS is spoken`(url: String) async throws {
        let result = try await withFolder { folder in
            let file = folder.appending(path: "secret")
            try Data(Self.secret.utf8).write(to: file)
            let endpoint = WebhookEndpoint(
                url: url,
                secretFiles: [file.path],
                allowedNetworks: ["127.0.0.0/8"]
            )
            return await WebhookTransport(ca: "/etc/ssl/certs/ca-certificates.crt")
                .deliver(OutgoingWebhook(endpoint: endpoint, id: "evt-1", body: Self.body), at: Date())
        }

        #expect(result.outcome == .deferred)
        #expect(result.code == nil)
    }

    @Test(arguments: [[], ["too-short"], ["whsec_not base64"]])
    func `a secret that cannot be used is deferred with a sentence`(secrets: [String]) async throws {
        let (result, requests) = try await deliver(secrets: secrets)

        #expect(result.outcome == .deferred && result.stage == .prepare)
        #expect(result.reply.contains("secret"))
        #expect(requests.isEmpty)
    }
}
