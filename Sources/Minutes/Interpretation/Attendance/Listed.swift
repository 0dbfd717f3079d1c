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
    /// Named as who chaired or took the minutes.
    var isOffice = false
    /// Told in a sentence that stands in the attendance part.
    var isAmongLists = false

    /// A name without anything that tells who it is, which may be the child's.
    var isBareName: Bool {
        !person.name.isEmpty && person.role.isEmpty && person.organisation.isEmpty
            && !PersonName.hasTitle(person.name)
    }
    /// Found in the text about what an agency said, and in no list.
    var isFromText = false

    /// Nothing tells who it is.
    var isEmpty: Bool {
        person.name.isEmpty && person.role.isEmpty && person.organisation.isEmpty && agencyName.isEmpty
    }

    /// The same, as found in the text.
    var fromText: Listed {
        var copy = self
        copy.isFromText = true
        return copy
    }
}
