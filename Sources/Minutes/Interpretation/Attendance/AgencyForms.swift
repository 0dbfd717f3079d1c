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
            let answers = group.filter { $0.labelTokens.isAll(.answerLabel) }
            let evidence = answers.map { answer(of: $0) }.max { $0 < $1 }
            guard let evidence, evidence > .none else { continue }
            for index in group.indices where group[index].labelTokens.isAll(.representativeLabel) {
                found += listed(group[index], work: work(behind: index, in: group), evidence: evidence)
            }
        }
        return found
    }

    private func listed(_ name: Outline.Fact, work: String, evidence: Evidence) -> [Listed] {
        let agencyName = agencyName(from: name.heading)
        return PersonLines.pieces(of: name.value, people: people).compactMap { piece in
            let line = work.isEmpty ? piece : "\(piece), \(work)"
            guard var person = people.person(in: line, allowsRoleOnly: true, knowsOrganisation: true) else {
                return nil
            }
            // Which school it was is said elsewhere in the form.
            if person.organisation.isEmpty, name.agency != .education { person.organisation = agencyName }
            return Listed(
                person: person,
                evidence: person.evidence ?? evidence,
                agencyName: agencyName,
                agency: name.agency,
                place: name.place,
                words: name.value
            )
        }
    }

    /// What stands in the box for the post of the one person named before it.
    private func work(behind index: Int, in group: [Outline.Fact]) -> String {
        guard index + 1 < group.count, !group[index].value.contains("\n") else { return "" }
        let next = group[index + 1]
        let kind = people.vocabulary.columns.meaning(ofAll: next.labelTokens)
        return kind == .role || kind == .roleAndOrganisation ? next.value : ""
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
