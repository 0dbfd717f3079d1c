/// Tells a line about a person, as lists of people have them, from a sentence that only begins with a name.
struct PersonLine {
    private let people: PersonReader

    init(vocabulary: Vocabulary) { people = PersonReader(vocabulary: vocabulary) }

    /// "Tom Barlow, social worker", "BARLOW, Tom (SW)", "Head teacher: Mrs Lomax"; not "Ms Lomax said that …".
    func begins(_ text: String) -> Bool {
        let line = text.trimmed
        guard line.count <= 240, let first = line.sentences.first, Tokens(first).count <= 30,
            let person = people.person(in: first, allowsRoleOnly: true, isNamePlace: false)
        else { return false }
        if person.name.isEmpty { return Tokens(first).count <= 8 }
        // "AP added that …": the piece with the name must be the name.
        let head = first.prefix { !",;:(–—-\t".contains($0) }
        return PersonName.matches(head.trimmed) || !person.role.isEmpty || !person.organisation.isEmpty
    }

    /// The line begins with somebody's name and says more of her or him, or the name is a full one.
    func namesPerson(_ text: String) -> Bool {
        guard text.count <= 240, let first = text.trimmed.sentences.first,
            let person = people.person(in: first, allowsRoleOnly: false, isNamePlace: true)
        else { return false }
        return PersonName.isFull(person.name)
            && (begins(text) || person.role.isEmpty && person.organisation.isEmpty)
    }
}
