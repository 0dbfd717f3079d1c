/// Somebody whom the record lists as invited, present, apologising or consulted.
package struct Participant: Codable, Equatable, Sendable {
    /// As written, with title or rank; "" where the document names a role only.
    package var name: String
    package var role: String
    package var organisation: String
    package var partner: Partner
    package var evidence: Evidence
    /// Where it was read, such as "table 1, row 3".
    package var source: String
    /// The words it rests on.
    package var words: String
    /// The person's own e-mail address if the document gives one: never used to send, only to choose among contacts.
    package var email: String?
    /// Why the reading of this person is not certain; `nil` when it is.
    package var doubt: String?
    /// How surely evidence and partner were read, and from what; doubtful where there is a doubt.
    package var confidence: Confidence

    package init(
        name: String,
        role: String = "",
        organisation: String = "",
        partner: Partner,
        evidence: Evidence,
        source: String = "",
        words: String = "",
        email: String? = nil,
        doubt: String? = nil,
        confidence: Confidence = .certain("")
    ) {
        self.name = name
        self.role = role
        self.organisation = organisation
        self.partner = partner
        self.evidence = evidence
        self.source = source
        self.words = words
        self.email = email
        self.doubt = doubt
        self.confidence = doubt.map { .doubtful($0) } ?? confidence
    }
}
