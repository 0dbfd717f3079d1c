/// Says what a piece of a line about a person is: role, organisation, team, or a remark on taking part.
struct PieceReader {
    let vocabulary: Vocabulary
    let responses: ResponseReader

    enum Kind: Equatable {
        case role
        /// A unit inside an organisation; stands for the role where nothing else does.
        case team
        case organisation
        /// A telephone number or address.
        case contact
        /// What the line says of taking part, or when and how.
        case remark
        case unknown
    }

    func kind(of text: String) -> Kind {
        let tokens = Tokens(text)
        if tokens.isEmpty { return .remark }
        if isContact(text) { return .contact }
        if tokens.says(.nameMissing) || tokens.isAll(.noteBesidePerson) || isFileNote(text) { return .remark }
        if responses.key[tokens.key] != nil { return .remark }
        let isAgency = vocabulary.agencies.meaning(ofAll: tokens) != nil
        if isAgency, !isTypist(tokens) { return isTeam(tokens) ? .team : .organisation }
        if vocabulary.roles.meaning(ofAll: tokens) != nil
            || vocabulary.weakRoles.meaning(ofAll: tokens) != nil
        {
            return .role
        }
        if vocabulary.responses.meaning(ofAll: tokens) != nil || isDeputyRemark(text) { return .remark }
        if isSentence(tokens) { return .remark }
        if let name = organisationKind(text, tokens) { return name }
        if isRole(tokens) { return .role }
        if tokens.says(.noteBesidePerson) || !DateReader.dates(in: tokens).isEmpty
            || responses.evidence(of: text) != nil || TimeReader.time(in: text, isLabelled: false) != nil
        {
            return .remark
        }
        return text.first?.isLowercase == true && tokens.count > 3 ? .remark : .unknown
    }

    /// The text names what somebody does: a phrase of the vocabulary, or a word for an office that any trade has.
    func isRole(_ tokens: Tokens) -> Bool {
        !roles(in: tokens).isEmpty || holdsAbbreviation(tokens)
            || tokens.words.contains { Cues.builtIn.words(of: .roleWord).contains($0.text) }
    }

    /// "duty SW", "paed reg": a short form at one end, in capitals unless it is all.
    private func holdsAbbreviation(_ tokens: Tokens) -> Bool {
        guard tokens.count <= 5 else { return false }
        return vocabulary.abbreviations.matches(in: tokens).contains { match in
            let text = tokens.original(match.words)
            return (match.words.lowerBound == 0 || match.words.upperBound == tokens.count)
                && (match.words.count == tokens.count || text.filter(\.isLetter).allSatisfy(\.isUppercase))
        }
    }

    /// Phrases for what a person does; "CAMHS" and "family hub" are as much a body as a role, and do not count.
    private func roles(in tokens: Tokens) -> [PhraseTable<Partner>.Match] {
        (vocabulary.roles.matches(in: tokens) + vocabulary.weakRoles.matches(in: tokens)).filter { match in
            let phrase = tokens.words[match.words].map(\.text).joined(separator: " ")
            return match.words.upperBound < tokens.count
                || vocabulary.agencies.meaning(ofAll: Tokens(phrase)) == nil
        }
    }

    /// "specialist midwife at Rakesfold Royal Hospital", "Midwife Rakesfold Royal Hospital": the role and the rest.
    func roleAndOrganisation(_ text: String) -> (role: String, organisation: String)? {
        let tokens = Tokens(text)
        guard let match = roles(in: tokens).max(by: { $0.words.count < $1.words.count }) else { return nil }
        var cut = match.words.upperBound
        guard cut < tokens.count else { return nil }
        let links: Set<String> = ["at", "of", "from", "in", "with"]
        let isLinked = links.contains(tokens.words[cut].text)
        let end = tokens.words[cut].range.lowerBound
        if isLinked {
            cut += 1
            if tokens.text(at: cut) == "the" { cut += 1 }
        }
        guard cut < tokens.count else { return nil }
        let rest = String(text[tokens.words[cut].range.lowerBound...]).bare
        guard rest.first?.isUppercase == true || rest.first?.isNumber == true || isLinked else { return nil }
        let kind = kind(of: rest)
        guard
            kind == .organisation
                || isLinked && (kind == .team || kind == .unknown && rest.first?.isUppercase == true)
        else { return nil }
        return (text[..<end].bare, rest)
    }

    /// "deputy: PC Ahmed Noor", "replaced by DS Ikin".
    private func isDeputyRemark(_ text: String) -> Bool {
        guard let evidence = responses.evidence(of: text), evidence == .deputised else { return false }
        return ProseAttendance.nameSpans(in: text).contains { span in
            if PersonName.hasTitle(String(text[span])) { return true }
            let name = Tokens(String(text[span]))
            return vocabulary.roles.matches(in: name).isEmpty && !isRole(name)
        }
    }

    private func isTypist(_ tokens: Tokens) -> Bool {
        ["minutes", "minute taker", "notes", "chair", "business support"].contains(tokens.key)
    }

    private func isContact(_ text: String) -> Bool {
        text.contains("@") || text.filter(\.isNumber).count >= 7 && text.filter(\.isLetter).count <= 8
    }

    /// "FA 19/11": who noted it, and when.
    private func isFileNote(_ text: String) -> Bool {
        text.contains("/") && text.filter(\.isNumber).count >= 2 && text.filter(\.isLetter).count <= 4
    }

    private func isTeam(_ tokens: Tokens) -> Bool {
        tokens.words.last.map { Cues.builtIn.words(of: .teamWord).contains($0.text) } ?? false
    }

    /// A verb in the past behind a person: what happened, and no name of anything.
    func isSentence(_ tokens: Tokens) -> Bool {
        tokens.count > 3
            && tokens.words.contains { word in
                Cues.builtIn.words(of: .sentenceWord).contains(word.text)
                    // "reminded", "discussed": of the words for offices only "placed" and the like end so.
                    || word.text.count > 5 && word.text.hasSuffix("ed") && tokens.count > 6
                        && !["designated", "placed", "specialised", "integrated", "retired"].contains(
                            word.text
                        )
            }
    }

    private func organisationKind(_ text: String, _ tokens: Tokens) -> Kind? {
        guard tokens.count <= 12, let first = text.first(where: { $0.isLetter || $0.isNumber }),
            first.isUppercase || first.isNumber
        else { return nil }
        let words = tokens.words.map(\.text)
        let organisations = Cues.builtIn.words(of: .organisationWord)
        let teams = Cues.builtIn.words(of: .teamWord)
        let last = words.last { Int($0) == nil && $0.count > 1 } ?? ""
        // "Safeguarding Lead, Hollin Bank School" has its role before; "Hollin Bank School DSL" has it behind.
        let roles = roles(in: tokens)
        if let role = roles.max(by: { $0.words.count < $1.words.count }) {
            let behind = words[role.words.upperBound...]
            guard behind.contains(where: { organisations.contains($0) || teams.contains($0) }),
                behind.last.map({ organisations.contains($0) || teams.contains($0) }) ?? false,
                role.words.count == 1 || !behind.isEmpty, !isRoleWithPlace(role, words)
            else { return nil }
        } else if words.last.map({ Cues.builtIn.words(of: .roleWord).contains($0) }) ?? false {
            return nil
        }
        if organisations.contains(last) { return .organisation }
        if teams.contains(last) { return .team }
        if words.contains(where: {
            organisations.contains($0) && !Cues.builtIn.words(of: .roleWord).contains(last)
        }) {
            return .organisation
        }
        if words.contains(where: { teams.contains($0) }) { return .team }
        let agencies = vocabulary.agencies.matches(in: tokens).filter { !isGivenName($0, in: tokens) }
        return agencies.isEmpty || !roles.isEmpty ? nil : .organisation
    }

    /// "Pru Lavender": a short form that is not in capitals is a name where a name stands.
    private func isGivenName(_ match: PhraseTable<Partner>.Match, in tokens: Tokens) -> Bool {
        let text = tokens.original(match.words)
        return match.words.count == 1 && text.count <= 4 && text.dropFirst().allSatisfy(\.isLowercase)
            && PersonName.isFull(tokens.text)
    }

    /// "Midwife Rakesfold Royal Hospital": somebody at a place, not a place.
    private func isRoleWithPlace(_ role: PhraseTable<Partner>.Match, _ words: [String]) -> Bool {
        guard role.words.lowerBound == 0, role.words.upperBound < words.count else { return false }
        let person = Cues.builtIn.words(of: .roleWord)
        return words[role.words].contains { person.contains($0) }
    }
}
