/// Later evidence about a delivery: a report that came back (RFC 3464), or a named person's confirmation.
package enum DeliveryReport: Equatable, Sendable {
    /// A DSN "delivered".
    case delivered
    /// A DSN "relayed" or "expanded": handed on to where no report comes from.
    case relayed
    /// A DSN "delayed": somebody else still tries.
    case delayed
    /// A failure report, with the other side's words.
    case failed(reply: String)
    /// A named person confirmed.
    case acknowledged(by: String)

    /// The state that a delivery comes into by this; `nil` where it only belongs into the history.
    ///
    /// A weaker report never takes the place of a stronger one, and an attempt under way is left to its own result.
    package func state(after state: DeliveryState) -> DeliveryState? {
        switch (self, state) {
        case (_, .attempting), (_, .held), (_, .withdrawn), (_, .acknowledged), (.delayed, _): nil
        case (.acknowledged, _): .acknowledged
        case (.delivered, .delivered), (.delivered, .bounced): nil
        case (.delivered, _): .delivered
        case (.relayed, .unknown), (.relayed, .accepted), (.relayed, .queued), (.relayed, .deferred): .relayed
        case (.relayed, _): nil
        case (.failed, .unknown), (.failed, .accepted), (.failed, .relayed), (.failed, .delivered): .bounced
        case (.failed, _): nil
        }
    }

    /// For the history: a plain sentence, without personal data.
    package var cause: String {
        switch self {
        case .delivered: "a report says: delivered"
        case .relayed: "a report says: handed on to where no report comes from"
        case .delayed: "a report says: delayed, still being tried"
        case .failed: "a report says: failed"
        case .acknowledged: "confirmed by a person"
        }
    }
}
