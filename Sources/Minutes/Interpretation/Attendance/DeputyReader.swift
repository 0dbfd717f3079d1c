/// Finds who came in somebody's place: "Ms Anya Petrov, pastoral lead, came on his behalf".
struct DeputyReader {
    let people: PersonReader

    func deputy(of person: PersonReader.Person, in texts: [String]) -> PersonReader.Person? {
        let surname = PersonName.core(person.name).last
        for text in texts where !text.isBlank {
            let line = text.replacingNewlines
            for sentence in line.sentences {
                for span in ProseAttendance.nameSpans(in: sentence) {
                    let name = String(sentence[span])
                    guard PersonName.core(name).last != surname else { continue }
                    var deputy = described(name, in: sentence, at: span)
                    if deputy.organisation.isEmpty { deputy.organisation = person.organisation }
                    deputy.evidence = nil
                    deputy.note = ""
                    return deputy
                }
            }
        }
        return nil
    }

    private func described(_ name: String, in sentence: String, at span: Range<String.Index>)
        -> PersonReader.Person
    {
        var tail = sentence[span.upperBound...].trimmed
        for cue in [
            " came", " attended", " in her place", " in his place", " in their place", " deputised",
            " on behalf",
            " on her behalf", " on his behalf", " on their behalf", " instead", " joined", " was ",
            " stood in",
            " standing in", " took part", " dialled", " sent", " represented", " there", " present",
        ] {
            if let range = tail.firstRange(ofText: cue) { tail = String(tail[..<range.lowerBound]) }
        }
        if tail.hasPrefix(",") || tail.hasPrefix("(") || tail.hasPrefix("–") || tail.hasPrefix("-") {
            let whole = tail.hasPrefix("(") ? "\(name) \(tail)" : "\(name), \(tail.bare)"
            if let person = people.person(in: whole, allowsRoleOnly: false, isNamePlace: true) {
                return person
            }
        }
        let prose = ProseAttendance(vocabulary: people.vocabulary)
        return PersonReader.Person(name: name, role: prose.roleBefore(sentence[..<span.lowerBound]) ?? "")
    }
}
