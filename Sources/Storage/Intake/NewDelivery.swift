package import Distribution
package import Minutes

package import struct Foundation.Date

/// One delivery to be made of a new version, queued unless it is held.
package struct NewDelivery: Equatable, Sendable {
    /// `nil` while it cannot be decided who gets it; then `heldBecause` says why.
    package var contact: Contact?
    package var partner: Partner
    package var because: String
    /// What is missing or waited for, as a plain sentence; `nil` for a delivery that may go.
    package var heldBecause: String?
    package var identity: DeliveryIdentity
    package var dueAt: Date

    package init(
        contact: Contact?,
        partner: Partner,
        because: String,
        heldBecause: String? = nil,
        identity: DeliveryIdentity,
        dueAt: Date
    ) {
        self.contact = contact
        self.partner = partner
        self.because = because
        self.heldBecause = heldBecause
        self.identity = identity
        self.dueAt = dueAt
    }
}

/// By what a delivery is known outside; fixed when it is made, the same in each attempt.
package struct DeliveryIdentity: Codable, Equatable, Sendable {
    /// Random and not guessable: in the return path (VERP), the envelope id and the links.
    package var token: String
    /// Without angle brackets; the `webhook-id` of a webhook.
    package var messageID: String
    package var date: Date

    package init(token: String, messageID: String, date: Date) {
        self.token = token
        self.messageID = messageID
        self.date = date
    }
}

/// An alert to be raised, and who is to be told when.
package struct NewAlert: Equatable, Sendable {
    package var code: AlertCode
    package var subject: Subject
    package var partner: Partner?
    /// A plain sentence, without a child's name.
    package var text: String
    package var notices: [NewNotice]

    package init(
        code: AlertCode,
        subject: Subject,
        partner: Partner? = nil,
        text: String,
        notices: [NewNotice]
    ) {
        self.code = code
        self.subject = subject
        self.partner = partner
        self.text = text
        self.notices = notices
    }

    /// What an alert is about: of one subject and code (and partner), there is one open alert at most.
    package enum Subject: Equatable, Sendable {
        case meeting
        case file
        /// The new delivery with this token.
        case delivery(token: String)
    }
}

/// A person to be told of an alert, at a time.
package struct NewNotice: Equatable, Sendable {
    /// The key in `alerts.people`.
    package var person: String
    package var channel: Channel
    package var identity: DeliveryIdentity
    package var dueAt: Date

    package init(person: String, channel: Channel, identity: DeliveryIdentity, dueAt: Date) {
        self.person = person
        self.channel = channel
        self.identity = identity
        self.dueAt = dueAt
    }
}

/// Who is to be told of an alert that the ledger raises itself at a time, with an identity for each notice.
///
/// It is called inside a transaction, and so must not call the ledger.
package typealias NoticePlan = (_ code: AlertCode, _ raisedAt: Date) -> [NewNotice]
