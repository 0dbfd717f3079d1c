/// Takes a person as written in one piece apart: `DC Rachel Knowles, Child Exploitation Team, Lancashire Constabulary`.
struct PersonReader {
    let vocabulary: Vocabulary
    let classifier: PartnerClassifier
    let responses: ResponseReader
    let pieces: PieceReader

    init(vocabulary: Vocabulary, key: [String: Evidence] = [:]) {
        self.vocabulary = vocabulary
        classifier = PartnerClassifier(vocabulary: vocabulary)
        responses = ResponseReader(vocabulary: vocabulary, key: key)
        pieces = PieceReader(vocabulary: vocabulary, responses: responses)
    }

    struct Person: Equatable {
        var name = ""
        var role = ""
        var organisation = ""
        /// What the line says of taking part, beside name, role and organisation.
        var evidence: Evidence?
        var note = ""
        /// "deputising for X": the person replaced.
        var replaces: String?
        var email: String?
    }

    /// The person in the text; `nil` if it holds none.
    ///
    /// With `allowsRoleOnly` a role without a name, such as "MASH police staff member", is a person too. In a column or
    /// list of names, `isNamePlace`, a single word may be a name.
    ///
    /// Beside a column that names the organisation, `knowsOrganisation`, a team is part of the role.
    func person(
        in text: String,
        allowsRoleOnly: Bool,
        isNamePlace: Bool = false,
        knowsOrganisation: Bool = false
    ) -> Person? {
        var rest = text.withoutGuidance.replacingNewlines.trimmed
        guard !rest.isBlank else { return nil }
        var person = Person()
        takeReplaced(from: &rest, into: &person)
        var cut = PersonPieces.cut(rest)
        takeEmail(from: &cut, into: &person)
        guard let first = cut.first else { return nil }
        let isUnnamed = Tokens(rest).says(.nameMissing)
        if isCode(first.text), cut.count > 1 { cut.append(cut.removeFirst()) }
        guard let found = cut.first, !isInitialsOnly(found.text) || isShortSurname(cut) else { return nil }
        if !isUnnamed, let name = takeName(from: &cut, isNamePlace: isNamePlace) {
            person.name = name
            // "Dawn Kilbride, Team Manager (DK)": how the minutes call her from here on.
            cut.removeAll { PersonName.isInitials($0.text, of: name) }
        } else {
            guard allowsRoleOnly, isRole(rest) else { return nil }
            cut.removeAll { Tokens($0.text).says(.nameMissing) }
        }
        assign(cut, to: &person, knowsOrganisation: knowsOrganisation)
        if person.name.isEmpty, person.role.isEmpty { person.role = PersonPieces.cut(rest).first?.text ?? "" }
        return person
    }

    /// Whether the text is a role or unnamed representative and not a sentence.
    func isRole(_ text: String) -> Bool {
        let tokens = Tokens(text)
        guard (1...14).contains(tokens.count), !text.contains(". ") else { return false }
        guard pieces.isRole(tokens) || !vocabulary.roles.matches(in: tokens).isEmpty,
            !pieces.isSentence(tokens)
        else {
            return false
        }
        let denials = ["no", "not", "none", "nobody", "n", "nil", "tbc", "vacant"]
        if let first = tokens.words.first, denials.contains(first.text) { return false }
        let head = PersonPieces.cut(text).first.map(\.text) ?? text
        return pieces.kind(of: head) != .remark
    }

    /// "P" or "Ap" before a name, as the document's key or the vocabulary knows it.
    private func isCode(_ text: String) -> Bool {
        let tokens = Tokens(text)
        guard tokens.count == 1, text.count <= 3 else { return false }
        return responses.key[tokens.words[0].text] != nil
            || vocabulary.responses.meaning(ofAll: tokens) != nil
    }

    /// "HS", "T.A.": initials alone name nobody whom the list does not name in full.
    private func isInitialsOnly(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return (1...3).contains(letters.count) && letters.allSatisfy(\.isUppercase) && !text.contains(" ")
            && vocabulary.agencies.meaning(ofAll: Tokens(text)) == nil
            && vocabulary.roles.meaning(ofAll: Tokens(text)) == nil
            && vocabulary.abbreviations.meaning(ofAll: Tokens(text)) == nil
    }

    /// "LEE, Simon (Tenancy Officer)".
    private func isShortSurname(_ cut: [PersonPieces.Piece]) -> Bool {
        cut.count > 1 && cut[1].followsComma && !cut[1].isBracketed && cut[0].text.count > 1
            && cut[1].text.contains(where: \.isLowercase) && !cut[1].text.contains(" ")
            && PersonName.matches(cut[1].text) && pieces.kind(of: cut[1].text) == .unknown
    }

    // MARK: Name

    /// Takes the name out of the pieces: the first, or what follows a role, an agency or a time.
    private func takeName(from cut: inout [PersonPieces.Piece], isNamePlace: Bool) -> String? {
        for index in cut.indices.prefix(4) where !cut[index].isRemark && !cut[index].isBracketed {
            let text = cut[index].text
            if index == 0, let name = SurnameFirst.name(of: &cut, reader: self) { return name }
            if let (name, rest) = nameWithin(text), isNamePlace || index > 0 || isSure(name, cut) {
                cut.remove(at: index)
                cut.insert(contentsOf: rest.map { PersonPieces.Piece(text: $0) }, at: index)
                return name
            }
            let kind = pieces.kind(of: text)
            guard kind != .unknown, index < 3 else { return nil }
        }
        return nil
    }

    /// A full or titled name is one anywhere; one word is a name only before details.
    private func isSure(_ name: String, _ cut: [PersonPieces.Piece]) -> Bool {
        PersonName.isFull(name) || PersonName.hasTitle(name)
            || cut.count > 1
                && cut.dropFirst().contains {
                    [.role, .organisation, .team].contains(pieces.kind(of: $0.text))
                }
    }

    /// The name that a piece is, or begins or ends with, and what else it says.
    private func nameWithin(_ text: String) -> (name: String, rest: [String])? {
        let tokens = Tokens(text)
        guard vocabulary.agencies.meaning(ofAll: tokens) == nil,
            vocabulary.roles.meaning(ofAll: tokens) == nil,
            vocabulary.weakRoles.meaning(ofAll: tokens) == nil,
            vocabulary.responses.meaning(ofAll: tokens) == nil, !isAbbreviation(text, tokens)
        else { return nil }
        if let split = roleBehindName(text, tokens) { return split }
        if !PersonName.hasTitle(text), [.organisation, .team].contains(pieces.kind(of: text)) { return nil }
        if PersonName.matches(text) {
            return isWordsOfTrade(text, tokens) ? nil : (PersonName.tidied(text), [])
        }
        if let split = roleBeforeName(text, tokens) { return split }
        return nameBeforeLink(text)
    }

    /// "HT", "FSW": a short form for a role, as it is written.
    private func isAbbreviation(_ text: String, _ tokens: Tokens) -> Bool {
        text.filter(\.isLetter).allSatisfy(\.isUppercase) && text.count <= 5
            && vocabulary.abbreviations.meaning(ofAll: tokens) != nil
    }

    /// "Sure Start" and "Night Owls" look like names; vocabulary, not shape, says that a piece is none.
    private func isWordsOfTrade(_ text: String, _ tokens: Tokens) -> Bool {
        if PersonName.hasTitle(text) { return false }
        let last = tokens.words.last?.text ?? ""
        return Cues.builtIn.words(of: .organisationWord).contains(last)
            || Cues.builtIn.words(of: .teamWord).contains(last)
    }

    /// "Petra Lunt TM", "Tom Barlow Social Worker".
    private func roleBehindName(_ text: String, _ tokens: Tokens) -> (String, [String])? {
        guard tokens.count >= 3 else { return nil }
        // A name has seven words at most, initials and double names counted apart.
        for start in 1..<min(tokens.count, 24) {
            let range = tokens.words[start].range.lowerBound
            let tail = String(text[range...])
            let tailTokens = Tokens(tail)
            let isRole =
                (vocabulary.roles.meaning(ofAll: tailTokens)
                    ?? vocabulary.weakRoles.meaning(ofAll: tailTokens)) != nil
            guard isRole || vocabulary.agencies.meaning(ofAll: tailTokens) != nil else { continue }
            let head = text[..<range].bare
            // One word in the case of a name may be the surname: "Paula Nurse", "Hazel Sergeant".
            let isAbbreviation = tail.filter(\.isLetter).allSatisfy(\.isUppercase) && tail.count <= 6
            guard isAbbreviation || isRole && (tailTokens.count > 1 || PersonName.core(head).count > 1) else {
                continue
            }
            if PersonName.isFull(head) { return (PersonName.tidied(head), [tail.bare]) }
        }
        return nil
    }

    /// "Social Worker Tom Barlow", "Headteacher Mrs Lomax".
    private func roleBeforeName(_ text: String, _ tokens: Tokens) -> (String, [String])? {
        let found = [
            vocabulary.roles.prefix(of: tokens), vocabulary.weakRoles.prefix(of: tokens),
            vocabulary.agencies.prefix(of: tokens), vocabulary.abbreviations.prefix(of: tokens),
        ].compactMap { $0 }.max { $0.words.count < $1.words.count }
        guard let found, found.words.count < tokens.count else { return nil }
        let name = String(text[tokens.words[found.words.upperBound].range.lowerBound...]).bare
        guard PersonName.isFull(name) else { return nil }
        return (name, [String(tokens.original(found.words))])
    }

    /// "DS Amir Qureshi of the child protection team", "Joan Ackroyd from midwifery".
    private func nameBeforeLink(_ text: String) -> (String, [String])? {
        for link in [" of the ", " from the ", " of ", " from ", " at ", " in the "] {
            guard let range = text.firstRange(ofText: link) else { continue }
            let name = text[..<range.lowerBound].bare
            let rest = text[range.upperBound...].bare
            if PersonName.isFull(name), !rest.isEmpty { return (PersonName.tidied(name), [rest]) }
        }
        return nil
    }

    // MARK: Details

    private func assign(_ cut: [PersonPieces.Piece], to person: inout Person, knowsOrganisation: Bool) {
        var details = PersonDetails(reader: pieces, knowsOrganisation: knowsOrganisation)
        for piece in cut { details.add(piece) }
        person.role = details.role
        person.organisation = details.organisation
        person.note = details.note
        if person.role.isEmpty, person.organisation.isEmpty,
            let office = details.remarks.first(where: {
                Tokens($0).isAll(.officeInMeeting) || Tokens($0).isAll(.chairInMeeting)
            })
        {
            person.role = office
        }
        guard !details.remarks.isEmpty else { return }
        let said = details.remarks.count > 1 ? responses.evidence(of: details.note) : nil
        person.evidence = said ?? details.remarks.lazy.compactMap { responses.evidence(of: $0) }.first
    }

    private func takeEmail(from cut: inout [PersonPieces.Piece], into person: inout Person) {
        for (index, piece) in cut.enumerated() where piece.text.contains("@") {
            var kept: [Substring] = []
            for word in piece.text.split(separator: " ") {
                let bare = word.trimmingEdges("<>(),;")
                if bare.contains("@"), bare.contains(".") {
                    person.email = String(bare).lowercased()
                } else {
                    kept.append(word)
                }
            }
            cut[index].text = kept.joined(separator: " ").bare
        }
        cut.removeAll { $0.text.isEmpty }
    }

    private func takeReplaced(from text: inout String, into person: inout Person) {
        for cue in [
            "deputising for ", "on behalf of ", "in place of ", "representing ", "standing in for ",
            "stood in for ", "covering for ", "deputy for ", "here for ", "for ",
        ] {
            guard let range = text.firstRange(ofWords: cue) else { continue }
            let end = text[range.upperBound...].firstIndex { ",);(".contains($0) } ?? text.endIndex
            let after = String(text[range.upperBound..<end])
            guard let name = replacedName(in: after) else { continue }
            person.replaces = name
            // What follows the name says why the other one did not come.
            text.removeSubrange(range.lowerBound..<end)
            text = text.replacingEmptyBrackets.bare
            return
        }
    }

    /// "Mrs Lomax", "the DSL Ms Fry who is on leave".
    private func replacedName(in text: String) -> String? {
        let whole = String(text.prefixBeforeDash).bare
        if PersonName.isFull(whole) { return whole }
        guard let span = ProseAttendance.nameSpans(in: text).first else { return nil }
        let before = Tokens(String(text[..<span.lowerBound]))
        let name = String(text[span])
        guard before.count <= 4, PersonName.hasTitle(name) || before.isEmpty else { return nil }
        return name
    }
}
