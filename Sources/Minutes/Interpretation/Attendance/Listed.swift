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
    /// What the evidence rests on, in a few words for people.
    var because = ""
    var certainty = Confidence.Level.certain
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

    /// The same with what its evidence rests on, unless that is known already.
    func resting(on reason: String, _ certainty: Confidence.Level = .certain) -> Listed {
        guard because.isEmpty else { return self }
        var copy = self
        copy.because = reason
        copy.certainty = certainty
        return copy
    }

    /// The same, as found in the text.
    var fromText: Listed {
        var copy = self
        copy.isFromText = true
        return copy
    }
}
