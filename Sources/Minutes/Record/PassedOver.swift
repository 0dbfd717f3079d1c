/// A line about a partner that was weighed and does not show that the partner was consulted.
///
/// Kept so that nobody has to wonder whether "school to be contacted" was seen.
package struct PassedOver: Codable, Equatable, Sendable {
    package var partner: Partner
    package var words: String
    package var source: String
    package var reason: Reason
    /// The few words of the line that the reason rests on, as written; "" where it rests on what is not said.
    package var cue: String

    package init(partner: Partner, words: String, source: String, reason: Reason, cue: String = "") {
        self.partner = partner
        self.words = words
        self.source = source
        self.reason = reason
        self.cue = cue
    }

    package enum Reason: String, Codable, CaseIterable, Sendable {
        /// "School to be contacted".
        case intention
        /// "Message left with the school office": something that was not done, or of which nothing came.
        case failedContact = "failed-contact"
        /// "Report not yet received".
        case notReceived = "not-received"
        /// What the partner said when it referred the child, or at another meeting.
        case anotherOccasion = "another-occasion"
        /// Sent to the partner, not by it.
        case sentTheOtherWay = "sent-the-other-way"
        /// Not invited, or not needed.
        case notInvited = "not-invited"
        /// Tells something about the partner, and not that it was asked.
        case noContact = "no-contact"
    }
}
