/// Finds who took part where a record has no list of them.
///
/// Such records say it at each agency's paragraph, as `Police (DC Lomas on Teams): …` and `GP Dr Sully: invited, nothing
/// back` do, and in their opening line: `Chair Moira Batten (PM). Notes by Gill.`
struct AgencySpeakers {
    let outline: Outline
    let people: PersonReader
    private let list: PeopleList
    private let lists: PeopleListReader

    init(outline: Outline, people: PersonReader) {
        self.outline = outline
        self.people = people
        list = PeopleList(people: people)
        lists = PeopleListReader(people: people)
    }

    func listed() -> [Listed] {
        outline.bodyPassages.flatMap { passage -> [Listed] in
            guard !passage.isHeading, isPlace(passage.section) else { return [] }
            guard let label = passage.label else {
                return passage.section == nil ? offices(in: passage) : []
            }
            let found = speakers(label, passage)
            return found.isEmpty ? asked(label, passage).map { [$0] } ?? [] : found
        }
    }

    private func isPlace(_ section: Section?) -> Bool {
        switch section {
        case nil, .information, .reason, .present: true
        default: false
        }
    }

    // MARK: Who spoke

    private func speakers(_ label: String, _ passage: Outline.Passage) -> [Listed] {
        guard let speaker = AgencyLabel(label, people: people) else { return [] }
        // "Police (DC Lomas, invited): no one on the call" tells of nobody who spoke.
        let isSilent = passage.tokens.says(.failedContact)
        return list.pieces(of: speaker.people).compactMap { piece in
            let remark = WayRemark(piece)
            guard
                var person = people.person(
                    in: remark.person,
                    allowsRoleOnly: true,
                    isNamePlace: false,
                    knowsOrganisation: true
                ), !person.name.isEmpty || remark.hasWay || person.evidence == .attended
            else { return nil }
            let evidence = evidence(of: person, remark, isSilent)
            guard evidence > .none else { return nil }
            if person.organisation.isEmpty { person.organisation = speaker.name }
            return Listed(
                person: person,
                evidence: evidence,
                agencyName: speaker.name,
                agency: speaker.partner,
                place: passage.place,
                words: "\(label): \(passage.text)"
            )
        }
    }

    private func evidence(of person: PersonReader.Person, _ remark: WayRemark, _ isSilent: Bool) -> Evidence {
        if isSilent { return min(person.evidence ?? .invited, .apologies) }
        guard let said = person.evidence else { return .attended }
        return said == .contributed && remark.hasWay && !Tokens(person.note).says(.reportGiven)
            ? .attended : said
    }

    // MARK: Who was only asked

    /// The person of a label such as "GP Dr Sully" before "invited, nothing back".
    private func asked(_ label: String, _ passage: Outline.Passage) -> Listed? {
        guard passage.section != .reason, passage.tokens.count <= 14,
            let person = people.person(in: label, allowsRoleOnly: false), PersonName.isFull(person.name),
            !person.role.isEmpty || people.classifier.rank(inName: person.name) != nil,
            let said = people.responses.evidence(of: passage.text), said == .invited || said == .apologies
        else { return nil }
        return Listed(
            person: person,
            evidence: said,
            place: passage.place,
            words: "\(label): \(passage.text)"
        )
    }

    // MARK: Chair and notes

    /// Sentences such as "Chair Moira Batten (PM)" among those that open the record.
    private func offices(in passage: Outline.Passage) -> [Listed] {
        passage.sentences.compactMap { sentence in
            guard (2...12).contains(sentence.count), sentence.text.first?.isUppercase == true else {
                return nil
            }
            for length in stride(from: min(3, sentence.count - 1), through: 1, by: -1) {
                let start = sentence.words[length].range.lowerBound
                let lead = sentence.text[..<start].bare
                guard let section = people.vocabulary.headings.meaning(ofAll: Tokens(lead)),
                    section == .chair || section == .minuteTaker
                else { continue }
                let rest = sentence.text[start...].bare
                guard rest.first?.isUppercase == true,
                    var person = people.person(in: rest, allowsRoleOnly: false, isNamePlace: true),
                    PersonName.isFull(person.name) || lead.hasSuffix(" by"),
                    person.evidence ?? .attended == .attended
                else { return nil }
                if person.role.isEmpty, section == .minuteTaker {
                    person.role = Tokens(lead).key.contains("note") ? "notes" : "minutes"
                }
                return Listed(
                    person: person,
                    evidence: .attended,
                    agency: .socialCare,
                    place: passage.place,
                    words: sentence.text
                )
            }
            return nil
        }
    }
}
