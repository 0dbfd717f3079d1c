/// Reads a discussion held as a series of calls, a line for each: `Call 2  15.20  DS Lumley, PPU. Took part. …`.
struct CallLog {
    let people: PersonReader

    func listed(in passage: Outline.Passage) -> [Listed] {
        guard passage.tokens.words.first?.text == "call", passage.text.contains("\t"),
            let account = passage.text.split(separator: "\t").last.map(String.init)
        else { return [] }
        let sentences = account.sentences
        guard sentences.count > 1, let person = people.person(in: sentences[0], allowsRoleOnly: false),
            !person.role.isEmpty || !person.organisation.isEmpty
        else { return [] }
        let said = sentences.dropFirst().lazy.compactMap { people.responses.evidence(of: $0) }.first
        return [
            Listed(person: person, evidence: said ?? .contributed, place: passage.place, words: passage.text)
        ]
    }
}
