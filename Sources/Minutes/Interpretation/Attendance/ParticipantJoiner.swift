/// Joins entries of the same person, decides each one's partner, and says what it is not sure of.
struct ParticipantJoiner {
    let vocabulary: Vocabulary
    /// The one setting of the record's children, which stands for a school's person without organisation.
    let setting: String?
    /// The emergency duty team as the record's letterhead names it.
    var emergencyTeam: String?

    func participants(from listed: [Listed]) -> [Participant] {
        let classifier = PartnerClassifier(vocabulary: vocabulary)
        var groups: [[Listed]] = []
        for entry in listed where !entry.isEmpty {
            if let index = groups.firstIndex(where: { SamePerson.isSame($0[0], entry) }) {
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

    private func participant(from group: [Listed], classifier: PartnerClassifier) -> Participant {
        let name =
            group.map(\.person.name).max {
                PersonName.core($0).joined().count < PersonName.core($1).joined().count
            } ?? ""
        var role =
            group.map(\.person.role).first { !$0.isEmpty && !isOffice($0) }
            ?? group.map(\.person.role).first { !$0.isEmpty } ?? ""
        let organisations = group.map(\.person.organisation).filter { !$0.isEmpty }
        var organisation = organisations.first { !isOfficeLabel($0) } ?? ""
        if organisation.isEmpty, let label = organisations.first {
            // "Business support" in the column of agencies says what somebody does, unless that is said beside it.
            if role.isEmpty {
                role = label
            } else if isTeamOfTypists(label), !isTeamOfTypists(role) {
                organisation = label
            }
        }
        let agency = group.lazy.compactMap(\.agency).first
        let partner =
            classifier.partner(role: role, organisation: organisation, name: name, agency: agency) ?? .other
        if organisation.isEmpty,
            let named = self.organisation(of: partner, role: role, group)
        {
            organisation = named
        } else if organisation.isEmpty,
            let heading = group.lazy.map(\.agencyName).first(where: { !$0.isEmpty }),
            !isOfficeLabel(heading)
        {
            organisation = heading
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
            doubt: doubt,
            confidence: confidence(in: evidence, of: group)
        )
    }

    /// As sure as the surest of the entries that say so.
    private func confidence(in evidence: Evidence, of group: [Listed]) -> Confidence {
        let saying = group.filter { $0.evidence == evidence }
        let surest = saying.max { $0.certainty < $1.certainty } ?? group[0]
        let elsewhere = surest.place == group[0].place ? "" : ", in \(surest.place)"
        return Confidence(surest.certainty, surest.because + elsewhere)
    }

    /// What the record says elsewhere of where somebody works who is listed without it.
    private func organisation(of partner: Partner, role: String, _ group: [Listed]) -> String? {
        switch partner {
        case .education:
            let isOfSetting =
                group.contains { $0.agency == .education && (!$0.agencyName.isEmpty || $0.isFromText) }
            // The head of the child's one school is that school's.
            let isHead = Tokens(role).containsAny(["headteacher", "head teacher"])
            return isOfSetting || isHead ? setting : nil
        case .socialCare:
            return Tokens(role).words.first.map { ["edt", "eds"].contains($0.text) } == true
                ? emergencyTeam : nil
        default: return nil
        }
    }

    private func isOffice(_ role: String) -> Bool {
        let tokens = Tokens(role)
        return tokens.isAll(.officeInMeeting) || tokens.isAll(.chairInMeeting)
    }

    private func isTeamOfTypists(_ text: String) -> Bool { Tokens(text).contains(phrase: "business support") }

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
                words: entry.words,
                confidence: .likely("\(entry.person.name) came instead")
            )
        )
    }
}
