/// Somebody whom a sentence names, with what the words beside the name say of role and organisation.
struct PersonMention {
    var person: PersonReader.Person
    /// The name and all that belongs to it.
    let range: Range<String.Index>
    let nameRange: Range<String.Index>

    /// More than a name: words that tell who it is.
    var isIntroduced: Bool {
        !person.role.isEmpty || !person.organisation.isEmpty || PersonName.hasTitle(person.name)
    }
}
