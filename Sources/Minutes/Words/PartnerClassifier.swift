/// Decides which partner somebody belongs to: role beats rank, rank beats organisation, organisation beats heading.
struct PartnerClassifier: Sendable {
    let vocabulary: Vocabulary

    /// The partner and how it was found; `nil` where no word of the vocabulary says anything.
    func partner(
        role: String,
        organisation: String,
        name: String = "",
        agency: Partner? = nil
    ) -> Partner? {
        let roleTokens = Tokens(role)
        let rank = rank(inName: name)
        // An officer is the police's wherever she or he is placed.
        if rank == .police { return .police }
        let role = strongest(vocabulary.roles.matches(in: roleTokens))
        if let partner = role ?? abbreviation(in: roleTokens) ?? rank { return partner }
        if let partner = self.agency(named: organisation) {
            // A team manager of an "Education and Skills Directorate" is a social worker's manager: the council's
            // department is no school, and counting it as one would hide that no school was asked.
            let isSetting = Tokens(organisation).words.contains { Self.settingWords.contains($0.text) }
            if partner == .education, !isSetting,
                let weak = strongest(vocabulary.weakRoles.matches(in: roleTokens)), weak == .socialCare
            {
                return weak
            }
            return partner
        }
        // A team given as the role: "Child Protection Team" says nothing, "CAMHS duty" does.
        if let agency { return agency }
        if let partner = self.agency(named: roleTokens.text) { return partner }
        let weak = vocabulary.weakRoles.matches(in: roleTokens)
        // A manager of a body that nobody knows is not the council's.
        guard organisation.isBlank || weak.contains(where: { $0.words.count > 1 }) else { return nil }
        return strongest(weak)
    }

    /// A short form that is all of the role or one of its parts, or stands in it in capitals.
    private func abbreviation(in role: Tokens) -> Partner? {
        for part in role.text.parts(by: { ",/;–()".contains($0) }) {
            if let partner = vocabulary.abbreviations.meaning(ofAll: Tokens(part)) { return partner }
        }
        return strongest(
            vocabulary.abbreviations.matches(in: role).filter { match in
                let letters = role.original(match.words).filter(\.isLetter)
                return letters.count >= 2 && letters.allSatisfy(\.isUppercase)
            }
        )
    }

    /// The partner of an organisation, team or agency column as written.
    func agency(named organisation: String) -> Partner? {
        let tokens = Tokens(organisation)
        let matches = vocabulary.agencies.matches(in: tokens).filter {
            // "Family Help & Protection" is a team of the council, and not the family.
            $0.meaning != .family || $0.words.count == tokens.count
        }
        return strongest(matches)
    }

    /// The partner that a heading or label names, such as "Police information" or "Health (ward)".
    func partner(ofLabel label: String) -> Partner? {
        let tokens = Tokens(label)
        guard tokens.count <= 6 else { return nil }
        if let partner = vocabulary.agencies.meaning(ofAll: tokens) { return partner }
        if let partner = vocabulary.roles.meaning(ofAll: tokens) { return partner }
        let rest = tokens.words.filter {
            !Cues.builtIn.words(of: .besideAgency).contains($0.text) && Int($0.text) == nil
        }
        guard !rest.isEmpty else { return nil }
        let core = Tokens(rest.map(\.text).joined(separator: " "))
        if let partner = vocabulary.agencies.meaning(ofAll: core) ?? vocabulary.roles.meaning(ofAll: core) {
            return partner
        }
        // The name of one organisation, such as "Hollin Bank Primary School", and nothing else.
        guard tokens.count <= 5, let match = vocabulary.agencies.matches(in: tokens).last,
            match.words.upperBound == tokens.count, label.first?.isUppercase == true
        else { return nil }
        return match.meaning
    }

    private static let settingWords = Cues.builtIn.words(of: .settingWord)

    func rank(inName name: String) -> Partner? {
        let tokens = Tokens(name)
        guard tokens.count > 1 else { return nil }
        return vocabulary.ranks.prefix(of: tokens)?.meaning
    }

    /// The longest phrase decides; of two equally long ones the later, since English puts the head noun last.
    private func strongest(_ matches: [PhraseTable<Partner>.Match]) -> Partner? {
        var best: PhraseTable<Partner>.Match?
        for match in matches where match.words.count >= (best?.words.count ?? 0) { best = match }
        return best?.meaning
    }
}
