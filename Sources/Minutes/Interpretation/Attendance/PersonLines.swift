/// Cuts a cell or line that may hold several people into one piece for each.
enum PersonLines {
    /// Lines, cut further at marks and "and" where each piece begins with a person.
    ///
    /// A line that begins with no person belongs to the one above: the name, and under it the job.
    static func pieces(of text: String, people: PersonReader) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n").map(\.trimmed) where !line.isEmpty {
            if let last = lines.last, isName(last, people), !begins(line, people) {
                lines[lines.count - 1] = line.hasPrefix("(") ? "\(last) \(line)" : "\(last), \(line)"
            } else {
                lines.append(line)
            }
        }
        return lines.flatMap { cut($0, people: people) }
    }

    static func cut(_ line: String, people: PersonReader) -> [String] {
        for mark in [";", "/", "&"] {
            let parts = line.parts { String($0) == mark }
            if parts.count > 1,
                parts.allSatisfy({ people.person(in: $0, allowsRoleOnly: mark == ";") != nil })
            {
                return parts
            }
        }
        let ands = line.components(by: " and ")
        if ands.count == 2,
            ands.allSatisfy({ PersonName.isFull($0.prefix { $0 != "," && $0 != "(" }.trimmed) })
        {
            return ands
        }
        let commas = line.parts { $0 == "," }
        if commas.count > 1, commas.allSatisfy({ isNameOnly($0, people) }) { return commas }
        // "Raj Cooling (SW), Wendy (admin)"
        if commas.count > 1,
            commas.allSatisfy({ part in
                part.hasSuffix(")")
                    && people.person(in: part, allowsRoleOnly: false, isNamePlace: true) != nil
            })
        {
            return commas
        }
        return [line.trimmed]
    }

    /// Only a name so far, so that the next line may say what she or he does.
    private static func isName(_ line: String, _ people: PersonReader) -> Bool {
        guard let person = people.person(in: line, allowsRoleOnly: false, isNamePlace: true) else {
            return false
        }
        return person.role.isEmpty && person.organisation.isEmpty
    }

    private static func isNameOnly(_ text: String, _ people: PersonReader) -> Bool {
        let head = text.prefix { $0 != "(" }.trimmed
        return PersonName.isFull(head) && isName(head, people)
    }

    private static func begins(_ line: String, _ people: PersonReader) -> Bool {
        guard let first = PersonPieces.cut(line).first, PersonName.isFull(first.text) else { return false }
        return PersonName.hasTitle(first.text) || [.unknown].contains(people.pieces.kind(of: first.text))
    }
}
