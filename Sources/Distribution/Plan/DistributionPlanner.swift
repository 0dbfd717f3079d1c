package import Minutes

/// Decides who gets the minutes (design section 8), from the record and the directory alone.
///
/// An address never comes from the document. What matches nobody, or two contacts equally well, is left undecided.
package struct DistributionPlanner: Sendable {
    private let directory: PartnerDirectory
    private let required: Set<Partner>

    package init(directory: PartnerDirectory, rules: Rules) {
        self.directory = directory
        required = Set(rules.requirements.map(\.partner))
    }

    /// The plan for one version.
    ///
    /// `previous` are the contacts that an older version may have reached: they are to know that it was replaced.
    package func plan(
        for record: MeetingRecord,
        check: Check,
        previous: [(contact: String, partner: Partner, name: String)] = []
    ) -> DistributionPlan {
        var plan = DistributionPlan()
        for entry in check.partners where entry.evidence >= .invited && entry.partner != .family {
            add(entry.partner, evidence: entry.evidence, record: record, to: &plan)
        }
        for earlier in previous where !plan.recipients.contains(where: { $0.contact.id == earlier.contact }) {
            if let contact = directory.contact(id: earlier.contact) {
                plan.recipients.append(
                    .init(contact: contact, because: "had an earlier version of these minutes")
                )
            } else {
                plan.undecided.append(
                    .init(
                        partner: earlier.partner,
                        because: """
                            \(earlier.name) had an earlier version, but is no longer in the partner directory. Tell them \
                            by other means that it was replaced, or add them again and release.
                            """
                    )
                )
            }
        }
        return plan
    }

    private func add(
        _ partner: Partner,
        evidence: Evidence,
        record: MeetingRecord,
        to plan: inout DistributionPlan
    ) {
        let choice =
            partner == .education
            ? settings(of: record) ?? contacts(of: partner, in: record)
            : contacts(of: partner, in: record)
        switch choice {
        case .some(.chosen(let recipients)):
            for recipient in recipients
            where !plan.recipients.contains(where: { $0.contact.id == recipient.contact.id }) {
                plan.recipients.append(recipient)
            }
        case .some(.undecided(let because)):
            plan.undecided.append(.init(partner: partner, because: because))
        case nil where isExpected(partner):
            plan.undecided.append(
                .init(
                    partner: partner,
                    because: """
                        \(partner.title) took part or was invited, but the partner directory has no contact for it. Add \
                        one, then release.
                        """
                )
            )
        case nil: break
        }
    }

    /// Partners outside the council that took part must hear of it; the council's own people and guests need not be in
    /// the directory.
    private func isExpected(_ partner: Partner) -> Bool {
        required.contains(partner) || ![.socialCare, .other, .family].contains(partner)
    }

    private enum Choice {
        case chosen([DistributionPlan.Recipient])
        case undecided(String)
    }

    // MARK: Settings

    /// The setting that the record names: the children's, or where none is given, that of the school's own people.
    private func settings(of record: MeetingRecord) -> Choice? {
        var named = record.children.compactMap(\.setting)
        if named.isEmpty {
            named = record.participants.filter { $0.partner == .education && $0.evidence >= .invited }
                .map(\.organisation)
                .filter { !matches(for: $0).isEmpty }
        }
        var keys: Set<NameKey> = []
        named = named.filter { keys.insert(NameKey($0)).inserted }
        guard !named.isEmpty else { return nil }
        var recipients: [DistributionPlan.Recipient] = []
        for name in named {
            let found = matches(for: name)
            guard let setting = found.first else {
                return .undecided(
                    "The school or setting that the minutes name is not in the partner directory. Add it under "
                        + "education, settings, with its address, then release."
                )
            }
            guard found.count == 1 else {
                return .undecided(
                    "The name of the school or setting fits more than one setting in the partner directory. Make the "
                        + "names distinct, then release."
                )
            }
            guard let contact = setting.contact else {
                return .undecided(
                    "The partner directory knows the setting with URN \(setting.urn), but has no address for it. Add one, "
                        + "then release."
                )
            }
            recipients.append(.init(contact: contact, because: "the setting that the minutes name"))
        }
        return .chosen(recipients)
    }

    /// Settings whose URN, name or alias is the name as written; failing that, whose name is part of it.
    private func matches(for name: String) -> [Setting] {
        let key = NameKey(name)
        guard !key.isEmpty else { return [] }
        let exact = directory.settings.filter { setting in
            key.words.contains(String(setting.urn)) || names(of: setting).contains(key)
        }
        if !exact.isEmpty { return exact }
        // "Hollin Bank Primary School, Rakesfold": the written name may say more than the directory, never less.
        return directory.settings.filter { setting in
            names(of: setting).contains { $0.words.count >= 2 && key.contains($0) }
        }
    }

    private func names(of setting: Setting) -> [NameKey] {
        ([setting.name] + setting.knownAs).map { NameKey($0) }
    }

    // MARK: Contacts

    private func contacts(of partner: Partner, in record: MeetingRecord) -> Choice? {
        let contacts = directory.contacts.filter { $0.partner == partner }
        guard !contacts.isEmpty else { return nil }
        var recipients: [DistributionPlan.Recipient] = []
        for participant in record.participants
        where participant.partner == partner && participant.evidence >= .invited {
            let best = bestMatches(for: participant, among: contacts)
            guard best.count < 2 else {
                return .undecided(
                    "Contacts \(best.map(\.id).joined(separator: " and ")) of \(partner.rawValue) fit equally well. Make "
                        + "their names distinct in the partner directory, then release."
                )
            }
            guard let contact = best.first, !recipients.contains(where: { $0.contact.id == contact.id })
            else { continue }
            recipients.append(
                .init(contact: contact, because: "known as the organisation or role that the minutes name")
            )
        }
        if !recipients.isEmpty { return .chosen(recipients) }
        if let standard = contacts.first(where: \.isDefault) {
            return .chosen([
                .init(
                    contact: standard,
                    because: "stands for \(partner.rawValue) where nobody more precise is named"
                )
            ])
        }
        return .undecided(
            "No contact of \(partner.rawValue) fits what the minutes name, and none is marked as its default. Complete the "
                + "partner directory, then release."
        )
    }

    /// The contacts with the longest name that the person's organisation or role holds.
    private func bestMatches(for participant: Participant, among contacts: [Contact]) -> [Contact] {
        let written = [NameKey(participant.organisation), NameKey(participant.role)]
        var best: [Contact] = []
        var bestLength = 0
        for contact in contacts {
            let length =
                ([contact.name] + contact.knownAs).map { NameKey($0) }
                .filter { name in written.contains { $0.contains(name) } }
                .map(\.words.count).max() ?? 0
            if length > bestLength { best = [] }
            if length >= max(bestLength, 1) {
                best.append(contact)
                bestLength = length
            }
        }
        guard best.count > 1, let email = participant.email else { return best }
        let byAddress = best.filter { $0.channel.address.lowercased() == email }
        return byAddress.count == 1 ? byAddress : best
    }
}
