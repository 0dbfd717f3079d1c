/// Finds who wrote the minutes, for lists that say "me": a label, or the name under the text.
struct AuthorReader {
    let outline: Outline
    let people: PersonReader

    /// The words by which a writer names herself or himself in a list.
    static func isAuthor(_ piece: String) -> Bool {
        let words = Tokens(piece).words.map(\.text)
        return ["me", "myself", "i"].contains(words.first ?? "")
            && (words.count == 1 || words.count <= 6 && !piece.contains(where: { "?!".contains($0) }))
            || Cues.builtIn.words(of: .authorPhrase).contains(words.joined(separator: " "))
    }

    /// What stands behind "me, " where the writer gives her or his own name: "me, Errol Vance, duty manager".
    static func named(in piece: String) -> String? {
        for lead in ["me, ", "me: ", "me – ", "myself, "] where piece.lowercased().hasPrefix(lead) {
            let rest = piece.dropFirst(lead.count).trimmed
            if PersonName.isFull(rest.prefix { !",(–-:".contains($0) }.trimmed) { return rest }
        }
        return nil
    }

    func author() -> PersonReader.Person? {
        for fact in outline.facts where fact.zone == .body && fact.labelTokens.isAll(.authorLabel) {
            if let person = people.person(in: fact.value, allowsRoleOnly: false) { return person }
        }
        return signature()
    }

    /// The last name that stands alone in its line, with the line below: "Sue Bracewell / Business Support, …".
    private func signature() -> PersonReader.Person? {
        let lines = outline.bodyPassages.suffix(5)
        for (offset, line) in lines.enumerated().reversed() where line.label == nil && !line.isHeading {
            let head = line.text.prefix { !",–-(\n".contains($0) }.trimmed
            guard PersonName.isFull(head), line.tokens.count <= 14,
                var person = people.person(in: line.text.replacingNewlines, allowsRoleOnly: false)
            else { continue }
            let next = lines.dropFirst(offset + 1).first
            if person.role.isEmpty, person.organisation.isEmpty, let next, next.tokens.count <= 12,
                let whole = people.person(in: "\(head), \(next.text)", allowsRoleOnly: false)
            {
                person = whole
            }
            return person
        }
        return nil
    }
}
