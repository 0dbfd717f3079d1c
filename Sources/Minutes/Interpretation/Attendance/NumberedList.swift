/// Reads replies that name people by their number in a list above: "Came to the meeting: 1, 2, 3".
struct NumberedList {
    let outline: Outline
    let people: PersonReader

    func listed() -> [Listed] {
        let responses = ResponseReader(vocabulary: people.vocabulary)
        let headings = AttendanceHeading(vocabulary: people.vocabulary)
        var list: [PersonReader.Person] = []
        var places: [String] = []
        var found: [Listed] = []
        for passage in outline.bodyPassages {
            let reply = Self.reply(in: passage)
            if let reply, list.count > 1, let numbers = Self.numbers(reply.numbers),
                numbers.allSatisfy({ list.indices.contains($0 - 1) }),
                let evidence = responses.evidence(of: reply.words)
                    ?? headings.section(of: reply.words)?.evidence
            {
                for number in numbers where evidence > .none {
                    found.append(
                        Listed(
                            person: list[number - 1],
                            evidence: evidence,
                            place: places[number - 1],
                            words: "\(number): \(reply.words)"
                        )
                    )
                }
            } else if reply == nil, passage.label == nil, !passage.isHeading, found.isEmpty,
                let person = people.person(in: passage.text.withoutNumbering, allowsRoleOnly: true),
                PersonLine(vocabulary: people.vocabulary).begins(passage.text.withoutNumbering)
            {
                list.append(person)
                places.append(passage.place)
            } else if found.isEmpty, !passage.isHeading {
                list = []
                places = []
            }
        }
        return found
    }

    /// The words and the numbers of "Apologies, nothing sent: 8", whether read as a label, a heading or a line.
    private static func reply(in passage: Outline.Passage) -> (words: String, numbers: String)? {
        if let label = passage.label { return numbers(passage.text) == nil ? nil : (label, passage.text) }
        let parts = passage.text.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
        guard parts.count == 2, numbers(parts[1]) != nil, !parts[0].isEmpty else { return nil }
        return (parts[0], parts[1])
    }

    private static func numbers(_ text: String) -> [Int]? {
        let words = Tokens(text).words.map(\.text).filter {
            !["and", "no", "nos", "numbers", "to"].contains($0)
        }
        let numbers = words.compactMap { Int($0) }
        return !numbers.isEmpty && numbers.count == words.count && numbers.allSatisfy { $0 < 100 }
            && !text.contains("/") ? numbers : nil
    }
}
