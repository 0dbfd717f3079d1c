/// Finds everybody whom a document lists as invited, present, apologising or consulted.
struct AttendanceReader {
    let outline: Outline
    let vocabulary: Vocabulary
    private let people: PersonReader
    private let classifier: PartnerClassifier
    private let key: [String: Evidence]

    init(outline: Outline, vocabulary: Vocabulary) {
        self.outline = outline
        self.vocabulary = vocabulary
        var key: [String: Evidence] = [:]
        for passage in outline.passages {
            key.merge(CodeKey(vocabulary: vocabulary).codes(in: passage)) { $1 }
        }
        self.key = key
        people = PersonReader(vocabulary: vocabulary, key: key)
        classifier = PartnerClassifier(vocabulary: vocabulary)
    }

    func listed() -> [Listed] {
        let grids = AttendanceGridReader(vocabulary: vocabulary, key: key)
        var found = outline.grids.flatMap { grids.people(in: $0) }
        found += agencyForms()
        found += outline.passages.filter { $0.zone == .body }.flatMap(people(in:))
        found += QuestionForm(outline: outline, vocabulary: vocabulary, people: people).listed(
            cut: splitPeople
        )
        let calls = CallLog(people: people)
        found += outline.bodyPassages.filter { $0.section == nil }.flatMap(calls.listed)
        found += officeHolders()
        return found
    }

    // MARK: Lists and sentences after a label

    private func people(in passage: Outline.Passage) -> [Listed] {
        guard !passage.isHeading, passage.label != "cell", let section = passage.section,
            let evidence = section.evidence
        else { return [] }
        let text = passage.text
        guard !text.hasPrefix("("), !isNothing(text), !isStory(passage) else { return [] }
        var role = ""
        if let label = passage.label, !passage.labelOpensSection {
            // "School: closed" inside the attendance part is a remark; "Head teacher: Mrs Lomax" is a person.
            guard people.isRole(label) || passage.agency != nil else { return [] }
            if people.isRole(label),
                classifier.partner(ofLabel: label) == nil
                    || vocabulary.agencies.meaning(ofAll: Tokens(label)) == nil
            {
                role = label
            }
        }
        var agencyName = ""
        if role.isEmpty, let label = passage.label, !passage.labelOpensSection, passage.agency != nil {
            agencyName = label
        }
        let isLoose = passage.label != nil && !passage.labelOpensSection
        let pieces = isLoose && !role.isEmpty && !text.contains(";") ? [text] : pieces(of: text)
        return pieces.compactMap { piece in
            guard
                var person = people.person(
                    in: piece,
                    allowsRoleOnly: !isLoose && section != .chair && section != .minuteTaker,
                    isNamePlace: true,
                    knowsOrganisation: !agencyName.isEmpty
                ),
                !isLoose || !person.name.isEmpty
            else { return nil }
            if person.role.isEmpty { person.role = role }
            if person.organisation.isEmpty { person.organisation = agencyName }
            return Listed(
                person: person,
                evidence: settle(person, section: section, default: evidence),
                agencyName: agencyName,
                agency: passage.agency,
                place: passage.place,
                words: piece
            )
        }
    }

    private func settle(_ person: PersonReader.Person, section: Section, default evidence: Evidence)
        -> Evidence
    {
        guard let said = person.evidence else { return evidence }
        switch section {
        case .present, .chair, .minuteTaker: return amongPresent(said, note: Tokens(person.note))
        case .consulted: return said == .none || said == .invited ? said : .contributed
        default: return said == .none || said == .attended ? evidence : max(said, evidence)
        }
    }

    /// A remark can only take away from being listed as present; a way of taking part takes nothing away.
    private func amongPresent(_ said: Evidence, note: Tokens) -> Evidence {
        guard said == .contributed else { return said }
        let isCode = note.words.contains { people.responses.key[$0.text] == .contributed }
        return isCode || note.says(.reportGiven) && !note.says(.wayOfTakingPart) ? .contributed : .attended
    }

    /// Several sentences, or a long one, tell what happened; they list nobody.
    private func isStory(_ passage: Outline.Passage) -> Bool {
        guard !passage.text.contains(";"), !passage.text.contains("\t") else { return false }
        return passage.sentences.count { $0.count >= 6 } >= 2
            || passage.sentences.contains { $0.count > 16 && $0.says(.reportingVerb) }
    }

    private func isNothing(_ text: String) -> Bool {
        let tokens = Tokens(text)
        return tokens.count <= 6
            && ["none", "nil", "no", "n", "not", "nobody"].contains(tokens.words.first?.text ?? "none")
            || tokens.says(.attendanceElsewhere)
    }

    /// A line's people: cut at semicolons, at commas between bracketed people, at "and".
    private func pieces(of text: String) -> [String] {
        if text.contains("\t") { return [text] }
        return PersonLines.cut(text, people: people).map {
            $0.hasPrefixWord("and") ? String($0.dropFirst(4)) : $0
        }
    }

    // MARK: Forms, an agency a table

    /// `Represented by | …`, `Took part | …` under an agency's heading.
    private func agencyForms() -> [Listed] {
        var found: [Listed] = []
        var groups: [[Outline.Fact]] = []
        for fact in outline.facts where fact.agency != nil && fact.zone == .body {
            if let last = groups.last?.last, last.group == fact.group, last.agency == fact.agency {
                groups[groups.count - 1].append(fact)
            } else {
                groups.append([fact])
            }
        }
        for group in groups {
            guard let name = group.first(where: { $0.labelTokens.isAll(.representativeLabel) }) else {
                continue
            }
            let answers = group.filter { $0.labelTokens.isAll(.answerLabel) }
            let evidence = answers.map { answer(of: $0) }.max { $0 < $1 }
            guard let evidence, evidence > .none else { continue }
            for piece in splitPeople(name.value) {
                guard var person = people.person(in: piece, allowsRoleOnly: true, knowsOrganisation: true)
                else {
                    continue
                }
                let agencyName = agencyName(from: name.heading)
                if person.organisation.isEmpty { person.organisation = agencyName }
                found.append(
                    Listed(
                        person: person,
                        evidence: person.evidence ?? evidence,
                        agencyName: agencyName,
                        agency: name.agency,
                        place: name.place,
                        words: name.value
                    )
                )
            }
        }
        return found
    }

    private func answer(of fact: Outline.Fact) -> Evidence {
        let tokens = fact.valueTokens
        let isYes = tokens.words.first?.text == "yes" || fact.value.contains("☒") && !fact.value.contains("☐")
        let isNo = tokens.words.first?.text == "no"
        switch fact.key {
        case "invited": return isYes ? .invited : .none
        case "apologies": return isYes ? .apologies : .none
        case "consulted", "report received": return isYes ? .contributed : .none
        default:
            if isYes { return .attended }
            if isNo {
                return people.responses.evidence(of: String(fact.value.dropFirst(2)).bare).map {
                    $0 == .attended ? .none : $0
                } ?? .none
            }
            return people.responses.evidence(of: fact.value) ?? .none
        }
    }

    private func splitPeople(_ text: String) -> [String] { PersonLines.pieces(of: text, people: people) }

    /// "Social care information" names the agency "Social care".
    private func agencyName(from heading: String) -> String {
        let tokens = Tokens(heading)
        guard let match = vocabulary.agencies.matches(in: tokens).max(by: { $0.words.count < $1.words.count })
        else { return "" }
        return String(tokens.original(match.words))
    }

    // MARK: Chair and minute taker named apart

    private func officeHolders() -> [Listed] {
        outline.facts.flatMap { fact -> [Listed] in
            guard fact.zone == .body, let section = vocabulary.headings.meaning(ofAll: fact.labelTokens),
                section == .chair || section == .minuteTaker
            else { return [] }
            // A name in a signature line does not show that the person was there.
            guard fact.section != .signOff else { return [] }
            return splitPeople(fact.value).compactMap { piece in
                guard var person = people.person(in: piece, allowsRoleOnly: false),
                    person.evidence != .apologies
                else { return nil }
                if person.role.isEmpty, section == .minuteTaker { person.role = roleOfTaker(fact.label) }
                return Listed(
                    person: person,
                    evidence: .attended,
                    agency: .socialCare,
                    place: fact.place,
                    words: "\(fact.label): \(fact.value)"
                )
            }
        }
    }

    private func roleOfTaker(_ label: String) -> String {
        let key = Tokens(label).key
        return key.contains("note") ? "notes" : key == "business support" ? label : "minutes"
    }
}

extension StringProtocol {
    func hasPrefixWord(_ word: String) -> Bool { lowercased().hasPrefix(word + " ") }
}
