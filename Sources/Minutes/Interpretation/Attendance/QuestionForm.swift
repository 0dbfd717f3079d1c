/// Reads forms that ask about each agency in turn: "Were Police invited? Did they attend? Name and role".
struct QuestionForm {
    let outline: Outline
    let vocabulary: Vocabulary
    let people: PersonReader

    private struct Answers {
        var agency: Partner
        var agencyName: String
        var facts: [Outline.Fact]
    }

    /// The people of each agency; `cut` parts the value of a name field into one piece a person.
    func listed(cut: (String) -> [String]) -> [Listed] {
        groups().flatMap { group -> [Listed] in
            let evidence = evidence(of: group)
            guard evidence > .none, let place = group.facts.first?.place else { return [] }
            let words = group.facts.map { "\($0.label) \($0.value.replacingNewlines)" }.joined(
                separator: " | "
            )
            let names = group.facts.filter { $0.labelTokens.says(.representativeLabel) }
            var persons = names.flatMap { cut($0.value) }.compactMap {
                people.person(in: $0, allowsRoleOnly: true)
            }
            if persons.isEmpty { persons = [PersonReader.Person()] }
            return persons.map { given in
                var person = given
                if person.organisation.isEmpty { person.organisation = group.agencyName }
                return Listed(
                    person: person,
                    evidence: evidence,
                    agencyName: group.agencyName,
                    agency: group.agency,
                    place: place,
                    words: words
                )
            }
        }
    }

    private func groups() -> [Answers] {
        var groups: [Answers] = []
        var isOpen = false
        for fact in outline.facts where fact.zone == .body {
            let isQuestion = fact.labelTokens.says(.agencyQuestion)
            let match = vocabulary.agencies.firstMatch(in: fact.labelTokens) as PhraseTable<Partner>.Match?
            if isQuestion, let match {
                let name = String(fact.labelTokens.original(match.words))
                groups.append(Answers(agency: match.meaning, agencyName: name, facts: [fact]))
                isOpen = true
            } else if isOpen, fact.labelTokens.says(.followUpQuestion), match == nil {
                groups[groups.count - 1].facts.append(fact)
            } else {
                isOpen = false
            }
        }
        return groups
    }

    private func evidence(of group: Answers) -> Evidence {
        var evidence = Evidence.none
        for fact in group.facts {
            let first = fact.valueTokens.words.first?.text ?? ""
            let isYes = ["yes", "y", "true"].contains(first)
            let isNo = ["no", "n", "none", "false"].contains(first)
            if fact.labelTokens.containsAny(["report", "information", "contribution"]) {
                if isYes { evidence = max(evidence, .contributed) }
            } else if fact.labelTokens.contains("invited") {
                if isYes { evidence = max(evidence, .invited) }
            } else if fact.labelTokens.contains("consulted") || fact.labelTokens.contains("contacted") {
                if isYes { evidence = max(evidence, .contributed) }
            } else if fact.labelTokens.says(.agencyQuestion) {
                if isYes { evidence = max(evidence, .attended) }
                if !isYes, !isNo, let said = people.responses.evidence(of: fact.value) {
                    evidence = max(evidence, said)
                }
            } else if fact.labelTokens.contains("reason"),
                let said = people.responses.evidence(of: fact.value)
            {
                evidence = max(evidence, min(said, .apologies))
            }
        }
        return evidence
    }
}
