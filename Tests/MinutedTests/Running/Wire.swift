import Foundation
import StandIns

/// What the stand-ins received, in order; it outlives every daemon.
actor Wire {
    private(set) var mails: [ReceivedMail] = []
    private(set) var webhooks: [ReceivedWebhook] = []

    func add(_ mail: ReceivedMail) { mails.append(mail) }
    func add(_ webhook: ReceivedWebhook) { webhooks.append(webhook) }

    /// Runs a relay and an endpoint for as long as `body` takes.
    static func with<Result: Sendable>(
        authority: URL,
        relay script: @escaping @Sendable (SMTPMoment) -> SMTPAction = { _ in .proceed },
        _ body: @Sendable (Wire, CouncilFolder.Peers) async throws -> Result
    ) async throws -> Result {
        let wire = Wire()
        let stand = try StandInAuthority()
        let ca = try stand.writePEM(to: authority)
        let relay = SMTPStandIn.Options(
            security: .startTLS,
            identity: try stand.identity(),
            script: script
        )
        let endpoint = WebhookStandIn.Options(
            identity: try stand.identity(),
            secrets: [CouncilFolder.webhookSecret]
        )
        return try await SMTPStandIn.with(relay) { relay in
            try await WebhookStandIn.with(endpoint) { endpoint, address in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        for await event in relay.events {
                            if case .accepted(let mail) = event { await wire.add(mail) }
                        }
                    }
                    group.addTask { for await request in endpoint.requests { await wire.add(request) } }
                    defer { group.cancelAll() }
                    let peers = CouncilFolder.Peers(
                        relay: "smtp://localhost:\(relay.port)",
                        webhook: address,
                        ca: ca
                    )
                    return try await body(wire, peers)
                }
            }
        }
    }
}

extension ReceivedMail {
    /// The value of one header as it came, folded lines joined; `nil` if there is none.
    func header(_ name: String) -> String? {
        let head = text.components(separatedBy: "\r\n\r\n").first ?? ""
        let lines = head.replacingOccurrences(of: "\r\n ", with: " ").replacingOccurrences(of: "\r\n\t", with: " ")
            .components(separatedBy: "\r\n")
        return lines.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
            .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }
}
