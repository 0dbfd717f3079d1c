package import Distribution
package import Foundation

/// Posts signed webhooks to partners' endpoints, each over a connection of its own.
///
/// Every delivery blocks one thread for at most `timeLimit`; the caller decides how many run at the same time.
package struct WebhookTransport: Sendable {
    private let ca: String
    private let timeLimit: Duration

    /// Keeps the certificate authorities, as a PEM file, for endpoints that name none of their own.
    package init(ca: String, timeLimit: Duration = .seconds(30)) {
        self.ca = ca
        self.timeLimit = timeLimit
    }

    /// Makes one attempt, signed for `now`; whatever goes wrong is in the result.
    package func deliver(_ webhook: OutgoingWebhook, at now: Date) async -> AttemptResult {
        let request = WebhookRequest(webhook: webhook, ca: webhook.endpoint.ca ?? ca, timeLimit: timeLimit)
        return await withCheckedContinuation { continuation in
            // libcurl blocks, and the cooperative pool has two threads on a small machine.
            Thread { continuation.resume(returning: request.perform(at: now)) }.start()
        }
    }
}
