package import Minutes

/// One mailbox or webhook of one organisation in the partner directory (design section 3).
package struct Contact: Codable, Equatable, Sendable {
    /// Unique in the directory; a setting's contact has the id `setting-URN`.
    package var id: String
    package var partner: Partner
    package var name: String
    /// Organisations, teams and roles as minutes name them.
    package var knownAs: [String]
    package var channel: Channel
    /// Stands for its partner when the record names nobody more precise.
    package var isDefault: Bool
    package var receives: Rendition
    /// Put before the subject, such as `[secure]`; `nil` for none.
    package var subjectPrefix: String?

    package init(
        id: String,
        partner: Partner,
        name: String,
        knownAs: [String] = [],
        channel: Channel,
        isDefault: Bool = false,
        receives: Rendition = .full,
        subjectPrefix: String? = nil
    ) {
        self.id = id
        self.partner = partner
        self.name = name
        self.knownAs = knownAs
        self.channel = channel
        self.isDefault = isDefault
        self.receives = receives
        self.subjectPrefix = subjectPrefix
    }
}

/// How a contact is reached.
package enum Channel: Codable, Equatable, Sendable {
    case mail(MailAddress)
    case webhook(WebhookEndpoint)

    package var kind: ChannelKind {
        switch self {
        case .mail: .mail
        case .webhook: .webhook
        }
    }

    /// The address as kept in the ledger and shown to staff.
    package var address: String {
        switch self {
        case .mail(let address): address.text
        case .webhook(let endpoint): endpoint.url
        }
    }
}

package enum ChannelKind: String, Codable, CaseIterable, Sendable {
    case mail
    case webhook
}

/// A partner's HTTPS endpoint (design section 9).
package struct WebhookEndpoint: Codable, Equatable, Sendable {
    /// `https://` with a host; the configuration has checked it.
    package var url: String
    /// Files that hold the signing secrets, newest first; more than one while a secret is rotated.
    package var secretFiles: [String]
    /// `notice` (default) carries no personal data.
    package var content: Content
    /// Private networks that this endpoint may resolve to, in CIDR notation, such as `10.20.0.0/16`.
    package var allowedNetworks: [String]
    /// The certificate authorities to trust, as a PEM file; `nil` for those of `mail.ca`.
    package var ca: String?

    package init(
        url: String,
        secretFiles: [String],
        content: Content = .notice,
        allowedNetworks: [String] = [],
        ca: String? = nil
    ) {
        self.url = url
        self.secretFiles = secretFiles
        self.content = content
        self.allowedNetworks = allowedNetworks
        self.ca = ca
    }

    package enum Content: String, Codable, CaseIterable, Sendable {
        case notice
        case full
    }
}

/// How much of the minutes a contact receives (design section 3).
package enum Rendition: String, Codable, CaseIterable, Sendable {
    /// The document.
    case full
    /// Decisions and actions only.
    case actions
    /// No content, a reference only.
    case notice
}
