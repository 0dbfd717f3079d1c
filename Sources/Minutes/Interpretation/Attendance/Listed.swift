/// Somebody found in the attendance part, before entries of the same person are joined.
struct Listed {
    var person: PersonReader.Person
    var evidence: Evidence
    /// The agency column or heading that the person stands under, as written; "" for none.
    var agencyName = ""
    var agency: Partner?
    var place: String
    var words: String
    var doubt: String?

    /// Nothing tells who it is.
    var isEmpty: Bool {
        person.name.isEmpty && person.role.isEmpty && person.organisation.isEmpty && agencyName.isEmpty
    }
}
