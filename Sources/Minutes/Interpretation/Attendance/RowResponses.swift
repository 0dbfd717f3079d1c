/// Each person's own part of a response that speaks of several.
enum RowResponses {
    static func parts(of text: String, for persons: [PersonReader.Person]) -> [String] {
        guard persons.count > 1 else { return persons.map { _ in text } }
        for parts in [
            text.split(separator: "\n").map(String.init), text.parts { $0 == "/" || $0 == ";" },
            text.parts { $0 == "," },
        ]
        where parts.count > 1 {
            let named = persons.map { person in parts.first { speaks($0, of: person) } }
            if named.allSatisfy({ $0 != nil }) { return named.map { $0 ?? "" } }
            if parts.count == persons.count { return parts }
        }
        return persons.map { _ in text }
    }

    private static func speaks(_ part: String, of person: PersonReader.Person) -> Bool {
        guard let surname = PersonName.core(person.name).last else { return false }
        return Tokens(part).words.contains {
            PersonName.folded($0.text) == surname.split(separator: "-").first.map(String.init)
        }
            || PersonName.folded(part.replacingNewlines).contains(surname)
    }
}
