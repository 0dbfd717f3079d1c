internal import Minutes

/// The only source of addresses (design sections 7 and 8), from `partners.yaml`.
package struct PartnerDirectory: Codable, Equatable, Sendable {
    package var contacts: [Contact]
    package var settings: [Setting]

    package init(contacts: [Contact] = [], settings: [Setting] = []) {
        self.contacts = contacts
        self.settings = settings
    }

    /// Every contact, those of the settings included.
    package var allContacts: [Contact] { contacts + settings.compactMap(\.contact) }

    package func contact(id: String) -> Contact? { allContacts.first { $0.id == id } }
}

/// A school, college, nursery or other place of education, known by name, aliases and URN.
package struct Setting: Codable, Equatable, Sendable {
    /// The Unique Reference Number of the establishment.
    package var urn: Int
    package var name: String
    package var knownAs: [String]
    /// `nil` where the directory knows the setting but not how to reach it: its minutes are held.
    package var channel: Channel?
    package var receives: Rendition
    package var subjectPrefix: String?

    package init(
        urn: Int,
        name: String,
        knownAs: [String] = [],
        channel: Channel?,
        receives: Rendition = .full,
        subjectPrefix: String? = nil
    ) {
        self.urn = urn
        self.name = name
        self.knownAs = knownAs
        self.channel = channel
        self.receives = receives
        self.subjectPrefix = subjectPrefix
    }

    package var contact: Contact? {
        channel.map {
            Contact(
                id: "setting-\(urn)",
                partner: .education,
                name: name,
                knownAs: knownAs,
                channel: $0,
                receives: receives,
                subjectPrefix: subjectPrefix
            )
        }
    }
}
