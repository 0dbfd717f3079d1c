package import Foundation

/// One request as a stand-in endpoint received it.
package struct ReceivedWebhook: Sendable {
    package var method: String
    package var path: String
    /// By lower-case name.
    package var headers: [String: String]
    package var body: Data
    /// Whether a signature of one of the endpoint's own secrets was found and the time was near.
    package var isSigned: Bool
}

/// What a scripted endpoint does with one request.
package indirect enum WebhookAction: Sendable {
    case answer(status: Int, headers: [String: String] = [:], body: Data = Data())
    /// Closes the connection without an answer.
    case close
    /// Waits for the signal, then does the other thing.
    case after(StandInSignal, WebhookAction)
}
