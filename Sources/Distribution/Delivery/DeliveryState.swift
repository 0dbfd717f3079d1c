/// Where a delivery stands (design section 9).
///
/// Each state says how it is entered and what leaves it.
package enum DeliveryState: String, Codable, CaseIterable, Sendable {
    /// Entered by an unclear plan, `hold_everything` or a person; left by release or withdrawal.
    case held
    /// Entered by the plan, a release or a resend; left when due, by a claim.
    case queued
    /// Entered when the intent to send is committed, before the wire is touched; left by the attempt's result.
    case attempting
    /// Entered when the connection is lost after the final dot or the request, or the process dies while attempting;
    /// left by evidence, by a resend with the same identity, or by a person.
    case unknown
    /// Entered by a temporary refusal or a failure to connect; left when due, or to `expired`.
    case deferred
    /// The relay or endpoint took it. Left by later evidence.
    case accepted
    /// A DSN "delivered", or a webhook's 2xx. Left by an acknowledgement or a later failure report.
    case delivered
    /// A DSN "relayed" or "expanded": handed on to where no report comes from.
    case relayed
    /// A named person confirmed.
    case acknowledged
    /// Refused for good by the other side. Left by a person's resend.
    case refused
    /// A failure report came back later. Left by a person's resend.
    case bounced
    /// `give_up` passed. Left by a person's resend.
    case expired
    /// A person took it back, with a reason. Final.
    case withdrawn

    /// Waiting for its due time.
    package var isWaiting: Bool { self == .queued || self == .deferred || self == .unknown }

    /// The document may be in the other side's hands.
    package var mayHaveArrived: Bool {
        switch self {
        case .unknown, .accepted, .delivered, .relayed, .acknowledged: true
        case .held, .queued, .attempting, .deferred, .refused, .bounced, .expired, .withdrawn: false
        }
    }
}
