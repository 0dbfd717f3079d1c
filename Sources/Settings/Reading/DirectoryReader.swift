import Distribution
import Minutes

/// Reads `partners.yaml`, the only source of addresses.
struct DirectoryReader {
    struct Result {
        var directory: PartnerDirectory
        /// Every partner that the file names, with or without contacts.
        var partners: Set<Partner>
    }

    private var contacts: [Contact] = []
    private var settings: [Setting] = []
    private var partners: Set<Partner> = []
    private var lines: [String: Int] = [:]
    private var names: [String: String] = [:]

    static func read(_ root: YAMLCursor) -> Result? {
        var reader = DirectoryReader()
        guard let file = root.section("partners") else { return nil }
        let section = file.required("partners", "each partner's contacts")?.section("each partner's contacts")
        file.finish()
        guard let section else { return nil }
        for entry in section.allEntries() { reader.readPartner(entry.key, entry.value) }
        let directory = PartnerDirectory(contacts: reader.contacts, settings: reader.settings)
        return Result(directory: directory, partners: reader.partners)
    }

    private mutating func readPartner(_ key: YAMLCursor, _ cursor: YAMLCursor) {
        guard let partner = PartnerName.declared(key) else { return }
        partners.insert(partner)
        guard let section = cursor.section("contacts") else { return }
        let contactList = section.ifGiven("contacts")
        if partner == .family {
            contactList?.refuse(because: "family members are never sent the minutes; delete these contacts")
        } else {
            for item in contactList?.items("contacts") ?? [] { readContact(item, of: partner) }
        }
        if partner == .education {
            for item in section.ifGiven("settings")?.items("settings") ?? [] { readSetting(item) }
        }
        section.finish()
    }

    private mutating func readContact(_ cursor: YAMLCursor, of partner: Partner) {
        guard let section = cursor.section("id, name and email or webhook") else { return }
        let id = section.required("id", "a short name, unique in this file")
        let idText = id.flatMap { contactID($0) }
        let name = section.required("name", "the contact's name for people")?.string()
        var isDefault = false
        if let value = section.ifGiven("default")?.boolean() { isDefault = value }
        let common = Common(section, channel: ChannelReader.required(section))
        section.finish()
        if let id, let idText { refuseSecond("id '\(idText)'", id) }
        if isDefault { refuseSecond("default contact of \(partner)", section.ifGiven("default") ?? cursor) }
        for alias in common.knownAs { warnSecond(alias, of: partner, idText ?? "", cursor) }
        guard let idText, let name, let channel = common.channel else { return }
        contacts.append(
            Contact(
                id: idText,
                partner: partner,
                name: name,
                knownAs: common.knownAs,
                channel: channel,
                isDefault: isDefault,
                receives: common.receives,
                subjectPrefix: common.subjectPrefix
            )
        )
    }

    private mutating func readSetting(_ cursor: YAMLCursor) {
        guard let section = cursor.section("urn, name and email or webhook") else { return }
        let urnCursor = section.required("urn", "the setting's Unique Reference Number")
        let urn = urnCursor?.integer(in: 10_000...9_999_999)
        let name = section.required("name", "the setting's name")?.string()
        let channel = ChannelReader.optional(section)
        let common = Common(section, channel: channel.channel)
        section.finish()
        if let urn, let urnCursor { refuseSecond("urn \(urn)", urnCursor) }
        for alias in common.knownAs + [name].compactMap(\.self) {
            warnSecond(alias, of: .education, urn.map(String.init) ?? "", cursor)
        }
        guard let urn, let name else { return }
        if channel == .absent {
            cursor.warn("setting \(urn) has no email or webhook: minutes for it will be held")
        }
        settings.append(
            Setting(
                urn: urn,
                name: name,
                knownAs: common.knownAs,
                channel: channel.channel,
                receives: common.receives,
                subjectPrefix: common.subjectPrefix
            )
        )
    }

    private func contactID(_ cursor: YAMLCursor) -> String? {
        let expected = "lower-case letters, digits and hyphens, at most 64, not beginning with 'setting-'"
        guard let text = cursor.string(expected) else { return nil }
        guard Partner(rawValue: text) != nil, text.utf8.count <= 64, !text.hasPrefix("setting-") else {
            cursor.refuse("this cannot be an id", expected: expected)
            return nil
        }
        return text
    }

    private mutating func refuseSecond(_ what: String, _ cursor: YAMLCursor) {
        let line = cursor.document.place(of: cursor).line
        if let first = lines[what] {
            cursor.refuse(because: "a second \(what); the first is in line \(first); keep one of them")
        } else {
            lines[what] = line
        }
    }

    /// Two that match equally are never guessed between: the delivery is held.
    private mutating func warnSecond(
        _ name: String,
        of partner: Partner,
        _ owner: String,
        _ cursor: YAMLCursor
    ) {
        let key = "\(partner) \(name.lowercased())"
        guard let other = names.updateValue(owner, forKey: key), other != owner else { return }
        cursor.warn(
            "shares a name with '\(other)': minutes that use it will be held, since both match equally"
        )
    }
}

/// What contacts and settings have in common.
private struct Common {
    var channel: Channel?
    var knownAs: [String] = []
    var receives = Rendition.full
    var subjectPrefix: String?

    init(_ section: YAMLSection, channel: Channel?) {
        self.channel = channel
        let list = section.ifGiven("known_as")?.items("names as minutes have them") ?? []
        knownAs = list.compactMap { $0.string() }
        let receives = section.ifGiven("receives")
        if let value = receives?.choice(Rendition.self) { self.receives = value }
        let prefix = section.ifGiven("subject_prefix")
        subjectPrefix = prefix?.string("a text in quotes, such as \"[secure]\"", limit: 40)
        guard case .webhook(let endpoint) = channel else { return }
        let text = "is for mail only; a webhook has `content` instead; delete the line"
        receives?.refuse(because: "receives \(text)")
        prefix?.refuse(because: "subject_prefix \(text)")
        self.receives = endpoint.content == .full ? .full : .notice
    }
}
