/// Reads lists of people under a heading or behind a label that says what came of them: present, apologies, invited.
struct PeopleListReader {
    let people: PersonReader
    private let classifier: PartnerClassifier
    private let prose: ProseAttendance
    private let list: PeopleList

    /// Who wrote the minutes, called "me" in them.
    private let author: PersonReader.Person?

    init(people: PersonReader, author: PersonReader.Person? = nil) {
        self.people = people
        self.author = author
        classifier = PartnerClassifier(vocabulary: people.vocabulary)
        prose = ProseAttendance(vocabulary: people.vocabulary)
        list = PeopleList(people: people)
    }

    func listed(in passage: Outline.Passage) -> [Listed] {
        if let person = labelled(passage) { return [person] }
        guard !passage.isHeading, passage.label != "cell", let section = passage.section,
            let evidence = section.evidence, !passage.text.hasPrefix("("), !isNothing(passage.text),
            !isHeader(passage.text)
        else { return [] }
        let isLoose = passage.label != nil && !passage.labelOpensSection
        var role = ""
        if isLoose, let label = passage.label {
            // "School: closed" inside the attendance part is a remark; "Head teacher: Mrs Lomax" is a person.
            guard people.isRole(label) || passage.agency != nil else { return [] }
            if people.isRole(label), isRoleLabel(label) { role = label }
        }
        let label = isLoose && role.isEmpty && passage.agency != nil ? passage.label ?? "" : ""
        let agencyName = label.isEmpty ? passage.agencyName : label
        return pieces(of: passage).compactMap { piece in
            let isOffice = section == .chair || section == .minuteTaker
            if AuthorReader.isAuthor(piece) {
                return author.map {
                    Listed(
                        person: $0,
                        evidence: evidence,
                        agency: .socialCare,
                        place: passage.place,
                        words: piece
                    )
                }
            }
            guard
                var person = people.person(
                    in: piece,
                    allowsRoleOnly: !isLoose && !isOffice,
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
                agency: passage.agency ?? (isOffice ? .socialCare : nil),
                place: passage.place,
                words: piece
            )
        }
    }

    /// "Tilda Marsh, business support: present": the label is the person.
    private func labelled(_ passage: Outline.Passage) -> Listed? {
        guard let section = passage.section, let evidence = section.evidence, !passage.isHeading,
            passage.zone == .body,
            let label = passage.label, label != "cell", !passage.labelOpensSection,
            passage.tokens.count <= 30,
            PersonName.isFull(label.prefix { !",(–—-:".contains($0) }.trimmed),
            let named = people.person(in: label, allowsRoleOnly: false), PersonName.isFull(named.name),
            let person = people.person(in: "\(label), \(passage.text)", allowsRoleOnly: false)
        else { return nil }
        guard !prose.isProse(passage.tokens), !person.role.isEmpty || !person.organisation.isEmpty else {
            return nil
        }
        return Listed(
            person: person,
            evidence: settle(person, section: section, default: evidence),
            place: passage.place,
            words: "\(label): \(passage.text)"
        )
    }

    /// "Name   Role   Agency" over a list that tabs make a table of.
    private func isHeader(_ text: String) -> Bool {
        let cells = text.split(separator: "\t")
        return cells.count > 1
            && cells.allSatisfy {
                people.vocabulary.columns.meaning(ofAll: Tokens(String($0).bare)) != nil || $0.isBlank
            }
    }

    private func isRoleLabel(_ label: String) -> Bool {
        classifier.partner(ofLabel: label) == nil
            || people.vocabulary.agencies.meaning(ofAll: Tokens(label)) == nil
    }

    // MARK: What the line says

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

    // MARK: Pieces

    /// A piece for each person; sentences that tell of people in verbs are read elsewhere.
    func pieces(of passage: Outline.Passage) -> [String] {
        if passage.text.contains("\t") || passage.text.contains("\n") {
            return PersonLines.pieces(of: passage.text, people: people)
        }
        var pieces: [String] = []
        for sentence in passage.sentences where !prose.isProse(sentence) {
            if isNothing(sentence.text) {
                // "Mrs Reed, DSL. No reply.": said of the person before.
                if let last = pieces.indices.last,
                    let said = people.responses.evidence(of: sentence.text), said < .contributed
                {
                    pieces[last] += ". " + sentence.text
                }
                continue
            }
            let found = list.pieces(of: sentence.text)
            if found.count == 1, !begins(sentence.text), let last = pieces.indices.last {
                // "Mrs Church (Headteacher). She could not be released": more of the person before.
                if passage.sentences.count <= 3 { pieces[last] += ". " + sentence.text }
            } else if found.count > 1 || begins(sentence.text) || !isStory(sentence) {
                pieces += found
            }
        }
        return pieces
    }

    private func begins(_ text: String) -> Bool {
        people.person(in: text, allowsRoleOnly: false, isNamePlace: false) != nil
    }

    private func isStory(_ sentence: Tokens) -> Bool {
        sentence.count > 8 && people.pieces.isSentence(sentence)
    }

    private func isNothing(_ text: String) -> Bool {
        let tokens = Tokens(text)
        return tokens.count <= 6
            && ["none", "nil", "no", "n", "not", "nobody"].contains(tokens.words.first?.text ?? "none")
            || tokens.says(.attendanceElsewhere)
    }
}
