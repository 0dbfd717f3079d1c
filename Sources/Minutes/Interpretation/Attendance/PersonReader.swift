/// Takes a person as written in one piece apart: `DC Rachel Knowles, Child Exploitation Team, Lancashire Constabulary`.
struct PersonReader {
    let vocabulary: Vocabulary
    let classifier: PartnerClassifier
    let responses: ResponseReader

    init(vocabulary: Vocabulary, key: [String: Evidence] = [:]) {
        self.vocabulary = vocabulary
        classifier = PartnerClassifier(vocabulary: vocabulary)
        responses = ResponseReader(vocabulary: vocabulary, key: key)
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
    /// With `allowsRoleOnly` a role without a name, such as "MASH police staff member", is a person too.
    func person(in text: String, allowsRoleOnly: Bool) -> Person? {
        var rest = text.withoutGuidance.replacingNewlines.bare
        guard !rest.isBlank else { return nil }
        var person = Person()
        rest = takeEmail(from: rest, into: &person)
        takeReplaced(from: &rest, into: &person)

        var pieces = split(rest)
        if pieces.count > 1, isCode(pieces[0]) { pieces.append(pieces.removeFirst()) }
        guard let first = pieces.first, !isInitialsOnly(first) else { return nil }
        var details = Array(pieces.dropFirst())
        if let name = surnameFirst(first, &details) {
            person.name = name
        } else if PersonName.matches(first), vocabulary.roles.meaning(ofAll: Tokens(first)) == nil,
            PersonName.isFull(first) || !details.isEmpty || PersonName.hasTitle(first)
        {
            person.name = first
        } else if let (role, name) = roleBeforeName(first) {
            person.name = name
            details.insert(role, at: 0)
        } else if allowsRoleOnly, isRole(rest) {
            person.role = withoutNameRemark(rest)
            details = []
            return person
        } else {
            return nil
        }
        assign(details, to: &person)
        return person
    }

    /// Whether the text is a role or unnamed representative and not a sentence.
    func isRole(_ text: String) -> Bool {
        let tokens = Tokens(text)
        guard (1...10).contains(tokens.count), !text.contains(". ") else { return false }
        guard responses.evidence(of: text) == nil || !vocabulary.roles.matches(in: tokens).isEmpty else {
            return false
        }
        let denials = ["no", "not", "none", "nobody", "n", "nil", "tbc", "vacant"]
        if let first = tokens.words.first, denials.contains(first.text) { return false }
        return !vocabulary.roles.matches(in: tokens).isEmpty
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
    }

    /// "Duty school nurse (name not recorded)" without the remark.
    private func withoutNameRemark(_ text: String) -> String {
        guard let open = text.firstIndex(of: "("), Tokens(String(text[open...])).says(.nameMissing) else {
            return text
        }
        return text[..<open].bare
    }

    // MARK: Cutting

    /// The pieces between the separator that comes first: tab, spaced dash, comma, bracket or slash.
    private func split(_ text: String) -> [String] {
        if text.contains("\t") { return text.split(separator: "\t").map { $0.bare }.filter { !$0.isEmpty } }
        if text.contains(" | ") { return text.split(separator: "|").map { $0.bare }.filter { !$0.isEmpty } }
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            switch character {
            case ",":
                return commaPieces(text)
            case "(", "[":
                let name = String(characters[..<index]).bare
                guard !name.isEmpty else { continue }
                return bracketPieces(name: name, rest: String(characters[index...]))
            case "–", "—", "-", ":":
                let isSpaced =
                    index > 0 && index + 1 < characters.count
                    && (characters[index - 1].isWhitespace && characters[index + 1].isWhitespace
                        || character == ":" && characters[index + 1].isWhitespace)
                if isSpaced { return dashPieces(characters) }
            case "/":
                if index > 0, index + 1 < characters.count, characters[index - 1].isWhitespace {
                    return text.parts { $0 == "/" }
                }
            default:
                continue
            }
        }
        return [text]
    }

    private func dashPieces(_ characters: [Character]) -> [String] {
        var pieces: [String] = []
        var current = ""
        var depth = 0
        for (index, character) in characters.enumerated() {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            let isDash =
                "–—-:".contains(character) && depth <= 0 && index > 0 && index + 1 < characters.count
                && (characters[index - 1].isWhitespace || character == ":")
                && characters[index + 1].isWhitespace
            if isDash {
                pieces.append(current.bare)
                current = ""
            } else {
                current.append(character)
            }
        }
        pieces.append(current.bare)
        return pieces.filter { !$0.isEmpty }
    }

    private func commaPieces(_ text: String) -> [String] {
        text.parts { $0 == "," }.map(\.bare).filter { !$0.isEmpty }
    }

    /// `Name (Role, Organisation) – note`.
    private func bracketPieces(name: String, rest: String) -> [String] {
        var depth = 0
        var inside = ""
        var after = ""
        var closed = false
        for character in rest {
            if closed {
                after.append(character)
                continue
            }
            if character == "(" || character == "[" {
                depth += 1
                if depth == 1 { continue }
            }
            if character == ")" || character == "]" {
                depth -= 1
                if depth == 0 {
                    closed = true
                    continue
                }
            }
            inside.append(character)
        }
        let insides =
            inside.contains(",")
            ? commaPieces(inside) : inside.parts { $0 == ";" || $0 == "/" && inside.contains(" / ") }
        var tail =
            after.bare.hasPrefix("(") ? [after.bare] : after.bare.isEmpty ? [] : dashPieces(Array(after.bare))
        if tail.count == 1, tail[0].contains(","), !tail[0].contains(". ") { tail = commaPieces(tail[0]) }
        return [name] + insides + tail
    }

    // MARK: Meaning

    private func assign(_ details: [String], to person: inout Person) {
        var roles: [String] = []
        var organisations: [String] = []
        for detail in details {
            let piece = stripped(detail)
            guard !piece.isEmpty else { continue }
            if isNote(piece) {
                note(piece, in: &person)
            } else if isOrganisation(piece),
                !(roles.isEmpty && organisations.isEmpty && details.count == 1 && isRoleOnly(piece))
            {
                organisations.append(piece)
            } else if roles.isEmpty || organisations.isEmpty {
                roles.append(piece)
            } else {
                roles.append(piece)
            }
        }
        // "Role – X – Y" with nothing recognised: the last of three is the organisation.
        if organisations.isEmpty, roles.count == 2, !isRoleOnly(roles[1]), isUnknownProperName(roles[1]) {
            organisations = [roles.removeLast()]
        }
        person.role = roles.joined(separator: ", ")
        person.organisation = organisations.joined(separator: ", ")
        if person.role.isEmpty, person.organisation.isEmpty, !person.note.isEmpty, person.evidence == nil {
            person.role = person.note
            person.note = ""
        }
    }

    private func isNote(_ piece: String) -> Bool {
        let tokens = Tokens(piece)
        if vocabulary.roles.meaning(ofAll: tokens) != nil {
            return tokens.key == "minutes" || tokens.key == "notes"
        }
        if responses.key[tokens.key] != nil { return true }
        if vocabulary.responses.meaning(ofAll: tokens) != nil { return piece.count > 1 }
        guard vocabulary.roles.matches(in: tokens).isEmpty else { return false }
        if tokens.says(.noteBesidePerson) { return true }
        return DateReader.dates(in: tokens).count > 0
    }

    private func note(_ piece: String, in person: inout Person) {
        if let evidence = responses.evidence(of: piece) { person.evidence = person.evidence ?? evidence }
        person.note = person.note.isEmpty ? piece : "\(person.note), \(piece)"
    }

    /// "(minutes)" behind an organisation or role is a note on who typed, and no part of it.
    private func stripped(_ piece: String) -> String {
        var text = piece
        for note in [
            "(minutes)", "(Minutes)", "(notes)", "(Notes)", "(minute taker)", "(Minute taker)",
            "(note taker)",
        ]
        where text.hasSuffix(note) && text.count > note.count {
            text = String(text.dropLast(note.count)).trimmed
        }
        return text.bare
    }

    private static let organisationWords = Cues.builtIn.words(of: .organisationWord)

    private func isOrganisation(_ piece: String) -> Bool {
        let tokens = Tokens(piece)
        guard tokens.count <= 12 else { return false }
        if isRoleOnly(piece) { return false }
        let key = tokens.key
        if [
            "social care", "childrens social care", "childrens services", "csc", "early help",
            "legal services",
        ].contains(key) {
            return true
        }
        guard piece.first?.isUppercase == true || piece.first?.isNumber == true else { return false }
        let last = tokens.words.last?.text ?? ""
        return tokens.words.contains { Self.organisationWords.contains($0.text) }
            && (Self.organisationWords.contains(last) || !vocabulary.agencies.matches(in: tokens).isEmpty
                || tokens.words.contains {
                    ["trust", "council", "school", "academy", "hospital", "constabulary"].contains($0.text)
                })
    }

    /// The piece names what somebody does, such as "Head of Service" or "School Nurse".
    private func isRoleOnly(_ piece: String) -> Bool {
        let tokens = Tokens(String(piece.prefix { $0 != "(" }))
        let matches = vocabulary.roles.matches(in: tokens) + vocabulary.weakRoles.matches(in: tokens)
        guard let longest = matches.max(by: { $0.words.count < $1.words.count }) else { return false }
        if longest.words.upperBound == tokens.count {
            return !isPlaceWord(tokens.words[tokens.count - 1].text)
        }
        let head = tokens.words[longest.words.upperBound...].map(\.text)
        return !head.contains { isPlaceWord($0) }
    }

    private func isPlaceWord(_ word: String) -> Bool {
        Self.organisationWords.contains(word)
            && !["service", "services", "camhs", "practice", "nhs", "unit"].contains(word)
            || ["midwifery", "housing", "police"].contains(word) && false
    }

    private func isUnknownProperName(_ text: String) -> Bool {
        text.split(separator: " ").allSatisfy {
            $0.first?.isUppercase == true || ["of", "and", "the", "&"].contains(String($0))
        }
            && vocabulary.weakRoles.matches(in: Tokens(text)).isEmpty && Tokens(text).count >= 2
    }

    /// "NAIR, Priya (DC)" and "Nair, DC Priya".
    private func surnameFirst(_ first: String, _ details: inout [String]) -> String? {
        let letters = first.filter(\.isLetter)
        guard letters.count >= 2, letters.allSatisfy(\.isUppercase), first.split(separator: " ").count <= 3,
            let second = details.first
        else { return nil }
        let given = String(second.prefix { $0 != "(" }).bare
        guard PersonName.matches(given), given.split(separator: " ").count <= 3 else { return nil }
        details.removeFirst()
        let surname = first.split(separator: " ").map { word in
            word.split(separator: "-").map(Self.capitalised).joined(separator: "-")
        }.joined(separator: " ")
        let bracket =
            second.contains("(") ? String(second.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }) : ""
        if !bracket.isEmpty, PersonName.titles.contains(PersonName.folded(bracket)) {
            return "\(bracket) \(given) \(surname)"
        }
        if !bracket.isEmpty { details.insert(bracket, at: 0) }
        return "\(given) \(surname)"
    }

    private static func capitalised(_ word: Substring) -> String {
        var result = ""
        var upper = true
        for character in word {
            result += upper ? character.uppercased() : character.lowercased()
            upper = character == "'" || character == "’"
        }
        if result.hasPrefix("Mc"), result.count > 3 {
            let third = result.index(result.startIndex, offsetBy: 2)
            result.replaceSubrange(third...third, with: result[third].uppercased())
        }
        return result
    }

    /// "Social Worker Tom Barlow", "Head teacher: Mrs Lomax".
    private func roleBeforeName(_ text: String) -> (String, String)? {
        let tokens = Tokens(text)
        let found = vocabulary.roles.prefix(of: tokens) ?? vocabulary.weakRoles.prefix(of: tokens)
        guard let found, found.words.count < tokens.count else { return nil }
        let name = String(text[tokens.words[found.words.upperBound].range.lowerBound...]).bare
        guard PersonName.isFull(name) else { return nil }
        return (String(tokens.original(found.words)), name)
    }

    private func takeEmail(from text: String, into person: inout Person) -> String {
        guard text.contains("@") else { return text }
        var kept: [Substring] = []
        for word in text.split(separator: " ") {
            let bare = word.trimmingEdges("<>(),;")
            if bare.contains("@"), bare.contains(".") {
                person.email = String(bare).lowercased()
            } else {
                kept.append(word)
            }
        }
        return kept.joined(separator: " ").bare
    }

    private func takeReplaced(from text: inout String, into person: inout Person) {
        for cue in [
            "deputising for ", "on behalf of ", "in place of ", "representing ", "standing in for ",
            "covering for ", "for ",
        ] {
            guard let range = text.firstRange(ofWords: cue) else { continue }
            let after =
                String(text[range.upperBound...]).parts { $0 == "," || $0 == ")" || $0 == ";" || $0 == "(" }
                .first ?? ""
            let name = String(after.prefixBeforeDash).bare
            guard PersonName.isFull(name) else { continue }
            person.replaces = name
            guard let end = text[range.upperBound...].firstRange(ofText: name)?.upperBound else { return }
            text.removeSubrange(range.lowerBound..<end)
            text = text.replacingEmptyBrackets.bare
            return
        }
    }
}

extension StringProtocol {
    func trimmingEdges(_ characters: String) -> SubSequence {
        var view = self[...]
        while let first = view.first, characters.contains(first) { view = view.dropFirst() }
        while let last = view.last, characters.contains(last) { view = view.dropLast() }
        return view
    }

    /// The first place of `cue` in any case, at a word's beginning.
    func firstRange(ofWords cue: String) -> Range<Index>? {
        let wanted = Array(cue.lowercased())
        var index = startIndex
        var isStart = true
        while index < endIndex {
            if isStart {
                var cursor = index
                var count = 0
                while cursor < endIndex, count < wanted.count,
                    self[cursor].lowercased() == String(wanted[count])
                {
                    cursor = self.index(after: cursor)
                    count += 1
                }
                if count == wanted.count { return index..<cursor }
            }
            isStart = !(self[index].isLetter || self[index].isNumber)
            index = self.index(after: index)
        }
        return nil
    }

    func firstRange(ofText text: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
            index = self.index(after: index)
        }
        return nil
    }

    var prefixBeforeDash: SubSequence {
        var previous: Character = "x"
        var index = startIndex
        while index < endIndex {
            let next = self.index(after: index)
            if "–—-".contains(self[index]), previous.isWhitespace, next < endIndex, self[next].isWhitespace {
                return self[..<index]
            }
            previous = self[index]
            index = next
        }
        return self[...]
    }

    var replacingEmptyBrackets: String {
        var result = ""
        for character in self {
            if character == ")", result.trimmed.last == "(" {
                while let last = result.last, last != "(" { result.removeLast() }
                result.removeLast()
            } else {
                result.append(character)
            }
        }
        return result
    }
}
