package import Foundation

/// One mail to one mailbox, complete but for its wire form.
package struct OutgoingMail: Equatable, Sendable {
    /// Return path, with the token of the delivery (VERP).
    package var returnPath: MailAddress
    /// Header `From`.
    package var from: Mailbox
    package var to: MailAddress
    /// No personal data; no CR, LF or NUL.
    package var subject: String
    /// Without the angle brackets; fixed when the delivery is made, so that a repeat is recognised as one.
    package var messageID: String
    /// Header `Date`, fixed with the Message-ID.
    package var date: Date
    /// RFC 3461 ENVID; printable ASCII.
    package var envelopeID: String
    /// Marked on a second copy: the first one's outcome is not known.
    package var isRepeat: Bool
    package var text: String
    package var html: String
    package var attachments: [Attachment]

    package init(
        returnPath: MailAddress,
        from: Mailbox,
        to: MailAddress,
        subject: String,
        messageID: String,
        date: Date,
        envelopeID: String,
        isRepeat: Bool = false,
        text: String,
        html: String,
        attachments: [Attachment] = []
    ) {
        self.returnPath = returnPath
        self.from = from
        self.to = to
        self.subject = subject
        self.messageID = messageID
        self.date = date
        self.envelopeID = envelopeID
        self.isRepeat = isRepeat
        self.text = text
        self.html = html
        self.attachments = attachments
    }

    package struct Mailbox: Codable, Equatable, Sendable {
        package var name: String
        package var address: MailAddress

        package init(name: String, address: MailAddress) {
            self.name = name
            self.address = address
        }
    }

    package struct Attachment: Equatable, Sendable {
        package var name: String
        /// Such as `application/pdf`.
        package var mediaType: String
        package var bytes: Data

        package init(name: String, mediaType: String, bytes: Data) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }
}

/// One signed POST to one endpoint, complete but for timestamp and signature, which are made new for each attempt.
package struct OutgoingWebhook: Equatable, Sendable {
    package var endpoint: WebhookEndpoint
    /// `webhook-id` and the CloudEvents `id`; fixed when the delivery is made.
    package var id: String
    /// The CloudEvents 1.0 JSON object.
    package var body: Data

    package init(endpoint: WebhookEndpoint, id: String, body: Data) {
        self.endpoint = endpoint
        self.id = id
        self.body = body
    }
}
