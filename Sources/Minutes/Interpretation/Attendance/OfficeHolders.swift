/// Finds chair and minute taker where a label names them apart from the list.
struct OfficeHolders {
    let outline: Outline
    let people: PersonReader

    func listed() -> [Listed] {
        outline.facts.flatMap { fact -> [Listed] in
            guard fact.zone == .body,
                let section = people.vocabulary.headings.meaning(ofAll: fact.labelTokens),
                section == .chair || section == .minuteTaker
            else { return [] }
            // A name in a signature line does not show that the person was there.
            guard fact.section != .signOff else { return [] }
            return PersonLines.pieces(of: fact.value, people: people).compactMap { piece in
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
