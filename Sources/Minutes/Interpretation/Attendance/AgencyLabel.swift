/// An agency's label with, in brackets, who spoke for it: "Maes Juniors (Mr Gethin Barley, DSL, in person)".
struct AgencyLabel {
    let name: String
    let people: String
    let partner: Partner?

    /// `nil` where the label names no agency, or its bracket no person.
    init?(_ label: String, people reader: PersonReader) {
        guard let open = label.firstIndex(of: "("), label.trimmed.hasSuffix(")") else { return nil }
        name = label[..<open].bare
        people = String(label[label.index(after: open)...].trimmed.dropLast())
        guard (1...6).contains(Tokens(name).count), name.first?.isUppercase == true,
            !PersonName.hasTitle(name), !people.isBlank, !Tokens(name).says(.approvalVerb)
        else { return nil }
        partner = reader.classifier.partner(ofLabel: name) ?? reader.classifier.agency(named: name)
        guard partner != nil || reader.pieces.kind(of: name) == .organisation else { return nil }
        let isNamed = !ProseAttendance.nameSpans(in: people).isEmpty
        let isRole = WayRemark(people).hasWay && reader.isRole(String(people.prefix { $0 != "," }))
        guard isNamed || isRole else { return nil }
    }
}
