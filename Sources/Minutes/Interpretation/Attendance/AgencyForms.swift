/// Reads forms with a table for each agency: `Represented by | …`, `Took part | …` under the agency's heading.
struct AgencyForms {
    let outline: Outline
    let people: PersonReader

    func listed() -> [Listed] {
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
            for piece in PersonLines.pieces(of: name.value, people: people) {
                guard var person = people.person(in: piece, allowsRoleOnly: true, knowsOrganisation: true)
                else {
                    continue
                }
                let agencyName = agencyName(from: name.heading)
                // Which school it was is said elsewhere in the form.
                if person.organisation.isEmpty, name.agency != .education { person.organisation = agencyName }
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

    /// "Social care information" names the agency "Social care".
    private func agencyName(from heading: String) -> String {
        let tokens = Tokens(heading)
        guard
            let match = people.vocabulary.agencies.matches(in: tokens).max(by: {
                $0.words.count < $1.words.count
            })
        else { return "" }
        return String(tokens.original(match.words))
    }
}
