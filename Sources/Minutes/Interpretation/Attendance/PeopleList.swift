/// Cuts running text that lists several people into one piece for each.
///
/// "Ann Carter (TM, chair), Tom Barlow, social worker; DC Platt, Northmere Police and Cath Doyle (HV)": a piece begins
/// where a person's name stands behind a mark or "and"; what follows up to the next one is said of that person.
struct PeopleList {
    let people: PersonReader

    func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        for part in text.components(by: " // ").flatMap({ $0.parts(by: { $0 == ";" }) }) {
            let said = part.hasPrefixWord("and") ? String(part.dropFirst(4)) : part
            let piece = AuthorReader.named(in: said) ?? said
            if AuthorReader.isAuthor(piece) {
                pieces.append(piece)
                continue
            }
            // "…, headteacher; she could not be released": a remark on the person before.
            if let last = pieces.indices.last,
                people.person(in: piece, allowsRoleOnly: true, isNamePlace: true) == nil
            {
                pieces[last] += "; " + piece
            } else {
                pieces += cut(piece)
            }
        }
        return pieces
    }

    private struct Part {
        var text: String
        /// What stood before it: a comma, "and", or nothing at the beginning.
        var mark: String
    }

    private func cut(_ text: String) -> [String] {
        let parts = Self.parts(of: text.trimmed)
        guard parts.count > 1 else { return [text.trimmed] }
        var starts: [Int] = []
        // Whether all parts so far are bare names.
        var isBare = true
        for index in parts.indices {
            if isStart(at: index, in: parts, isBareSoFar: isBare) { starts.append(index) }
            if isBare { isBare = isBareName(parts[index].text) }
        }
        // In "A Carter, team manager, Night Owls, …" what looks like a second name is where the first one works.
        guard starts.count > 1 else { return [text.trimmed] }
        var pieces: [String] = []
        for (index, part) in parts.enumerated() {
            if index == 0 || starts.contains(index) {
                pieces.append(part.text)
            } else if let last = pieces.indices.last {
                pieces[last] += (part.mark == "," ? ", " : " \(part.mark) ") + part.text
            }
        }
        return pieces
    }

    private func isStart(at index: Int, in parts: [Part], isBareSoFar: Bool) -> Bool {
        let text = parts[index].text
        if index > 0, AuthorReader.isAuthor(text) { return true }
        let head = text.prefix { $0 != "(" && $0 != "[" }.prefixBeforeDash.trimmed
        guard let person = people.person(in: String(head), allowsRoleOnly: false), !person.name.isEmpty,
            PersonName.isFull(person.name), PersonName.matches(head) || !person.role.isEmpty
        else { return false }
        guard !isBody(String(head)) else { return false }
        if index == 0 || PersonName.hasTitle(person.name) { return true }
        // "Night Owls (voluntary)" behind a role is where somebody works, where no other name has brackets.
        if head.count < text.count {
            return parts[0].text.contains("(") || people.pieces.kind(of: Self.bracket(in: text)) == .role
        }
        if !person.role.isEmpty || !person.organisation.isEmpty || parts[index].mark != "," { return true }
        // A bare name behind a comma is a person if a role follows, or if the list is one of bare names.
        if index + 1 < parts.count, [.role, .team].contains(people.pieces.kind(of: parts[index + 1].text)) {
            return true
        }
        return isBareSoFar
    }

    private func isBareName(_ text: String) -> Bool {
        let name = text.prefix { $0 != "(" }.trimmed
        return PersonName.isFull(name) && !isBody(name)
    }

    private static func bracket(in text: String) -> String {
        text.firstIndex(of: "(").map { String(text[text.index(after: $0)...].prefix { !",)".contains($0) }) }
            ?? ""
    }

    private func isBody(_ text: String) -> Bool {
        !PersonName.hasTitle(text) && [.organisation, .team, .role].contains(people.pieces.kind(of: text))
    }

    /// The text between commas and "and" that stand outside brackets.
    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        for piece in text.parts(by: { $0 == "," }) {
            var rest = piece.hasPrefixWord("and") ? String(piece.dropFirst(4)) : piece
            var mark = piece.hasPrefixWord("and") ? "and" : ","
            while let range = outerAnd(in: rest) {
                parts.append(Part(text: rest[..<range.lowerBound].trimmed, mark: mark))
                rest = rest[range.upperBound...].trimmed
                mark = "and"
            }
            parts.append(Part(text: rest, mark: mark))
        }
        return parts.filter { !$0.text.isEmpty }
    }

    private static func outerAnd(in text: String) -> Range<String.Index>? {
        var depth = 0
        var index = text.startIndex
        while index < text.endIndex {
            if "([".contains(text[index]) { depth += 1 }
            if ")]".contains(text[index]) { depth -= 1 }
            for mark in [" and ", " & "] where depth == 0 && text[index...].hasPrefix(mark) {
                // "Safeguarding and Pastoral Lead": what follows must begin with a person.
                let end = text.index(index, offsetBy: mark.count)
                let next = text[end...].prefix { $0 != "(" && $0 != "," && $0 != "–" }.trimmed
                if text[end...].first?.isUppercase == true, PersonName.isFull(next) || beginsWithName(next) {
                    return index..<end
                }
            }
            index = text.index(after: index)
        }
        return nil
    }

    private static func beginsWithName(_ text: String) -> Bool {
        ProseAttendance.nameSpans(in: text).first?.lowerBound == text.startIndex
    }
}
