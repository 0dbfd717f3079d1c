/// Joins entries of the same person, decides each one's partner, and says what it is not sure of.
struct ParticipantJoiner {
    let vocabulary: Vocabulary
    /// The one setting of the record's children, which stands for a school's person without organisation.
    let setting: String?

    func participants(from listed: [Listed]) -> [Participant] {
        let classifier = PartnerClassifier(vocabulary: vocabulary)
        var groups: [[Listed]] = []
        for entry in listed where !entry.isEmpty {
            if let index = groups.firstIndex(where: { isSame($0[0], entry) }) {
                groups[index].append(entry)
            } else {
                groups.append([entry])
            }
        }
        var participants = groups.map { participant(from: $0, classifier: classifier) }
        for entry in listed {
            guard let replaced = entry.person.replaces else { continue }
            apply(replaced, by: entry, to: &participants, classifier: classifier)
        }
        return participants
    }

    private func isSame(_ left: Listed, _ right: Listed) -> Bool {
        let first = PersonName.core(left.person.name)
        let second = PersonName.core(right.person.name)
        if first.isEmpty || second.isEmpty {
            return left.person.name.isEmpty && right.person.name.isEmpty && !left.person.role.isEmpty
                && Tokens(left.person.role).key == Tokens(right.person.role).key
                && Tokens(left.person.organisation).key == Tokens(right.person.organisation).key
        }
        let one = Self.parts(first)
        let other = Self.parts(second)
        guard one.last == other.last else { return false }
        if one.count == 1 || other.count == 1 { return one.count == other.count || sharesTitle(left, right) }
        if Self.isShort(one[0], of: other[0]) { return true }
        // "Jacqueline Frost" and "Jacqui Frost": the same letter at the beginning, and nothing else known of one.
        return one[0].first == other[0].first && (isBare(left) || isBare(right))
    }

    /// The parts of a name, those of double names apart: "Ryton-Lee" is "Ryton Lee" in the next table.
    private static func parts(_ core: [String]) -> [String] {
        core.flatMap { $0.split(separator: "-").map(String.init) }
    }

    /// "K" and "Kath" for "Kathryn".
    private static func isShort(_ one: String, of other: String) -> Bool {
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        return short == long || (short.count == 1 || short.count >= 3) && long.hasPrefix(short)
    }

    private func isBare(_ entry: Listed) -> Bool {
        entry.person.role.isEmpty && entry.person.organisation.isEmpty
    }

    private func sharesTitle(_ left: Listed, _ right: Listed) -> Bool {
        PersonName.hasTitle(left.person.name) || PersonName.hasTitle(right.person.name)
    }

    private func participant(from group: [Listed], classifier: PartnerClassifier) -> Participant {
        let name =
            group.map(\.person.name).max {
                PersonName.core($0).joined().count < PersonName.core($1).joined().count
            } ?? ""
        let role =
            group.map(\.person.role).first { !$0.isEmpty && !["minutes", "notes"].contains(Tokens($0).key) }
            ?? group.map(\.person.role).first { !$0.isEmpty } ?? ""
        var organisation = group.map(\.person.organisation).first { !isOfficeLabel($0) && !$0.isEmpty } ?? ""
        let agency = group.lazy.compactMap(\.agency).first
        let partner =
            classifier.partner(role: role, organisation: organisation, name: name, agency: agency) ?? .other
        if partner == .education, let setting,
            isAgencyWordOnly(organisation, classifier)
                || organisation.isEmpty
                    && group.contains(where: { $0.agency == .education && !$0.agencyName.isEmpty })
        {
            organisation = setting
        }
        let (evidence, doubt) = settle(group)
        let first = group[0]
        return Participant(
            name: name,
            role: role,
            organisation: organisation,
            partner: partner,
            evidence: evidence,
            source: first.place,
            words: first.words,
            email: group.lazy.compactMap(\.person.email).first,
            doubt: doubt
        )
    }

    /// "Minutes" in an agency column names an office, not an organisation.
    private func isOfficeLabel(_ text: String) -> Bool {
        [
            "minutes", "minute taker", "notes", "note taker", "chair", "business support", "other",
            "other specify", "admin",
        ]
        .contains(Tokens(text).key)
    }

    private func isAgencyWordOnly(_ text: String, _ classifier: PartnerClassifier) -> Bool {
        [
            "education", "school", "nursery", "early years", "college", "school nursery", "education setting",
            "setting", "school setting",
        ]
        .contains(Tokens(text).key)
    }

    private func settle(_ group: [Listed]) -> (Evidence, String?) {
        let claims = Set(group.map(\.evidence))
        let strongest = claims.max() ?? .none
        if strongest == .attended, claims.contains(.apologies) {
            return (
                .apologies, "The record lists the person both as attending and as having sent apologies."
            )
        }
        // What one entry leaves open, a clear one of the same person answers.
        return (
            strongest,
            strongest < .contributed ? group.lazy.compactMap(\.doubt).first : firstDoubt(group, strongest)
        )
    }

    private func firstDoubt(_ group: [Listed], _ strongest: Evidence) -> String? {
        group.contains { $0.evidence == strongest && $0.doubt == nil }
            ? nil : group.lazy.compactMap(\.doubt).first
    }

    private func apply(
        _ name: String,
        by entry: Listed,
        to participants: inout [Participant],
        classifier: PartnerClassifier
    ) {
        let core = PersonName.core(name)
        if let index = participants.firstIndex(where: {
            PersonName.core($0.name).last == core.last && $0.name != entry.person.name
        }) {
            if participants[index].evidence < .deputised { participants[index].evidence = .deputised }
            return
        }
        let partner =
            classifier.partner(
                role: entry.person.role,
                organisation: entry.person.organisation,
                agency: entry.agency
            ) ?? .other
        participants.append(
            Participant(
                name: name,
                organisation: entry.person.organisation,
                partner: partner,
                evidence: .deputised,
                source: entry.place,
                words: entry.words
            )
        )
    }
}
