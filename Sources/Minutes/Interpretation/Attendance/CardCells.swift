/// Reads tables in which each cell is somebody's card: a box, the name, and below it post, agency and address.
struct CardCells {
    let people: PersonReader
    let classifier: PartnerClassifier

    func people(in grid: Outline.Grid) -> [Listed] {
        let cards = grid.table.rows.enumerated().flatMap { number, row in
            row.cells.filter { !$0.isContinuation && !$0.plainText.isBlank }
                .map { (text: $0.plainText.withoutGuidance, place: "\(grid.place), row \(number + 1)") }
        }
        let named = cards.count { isCard($0.text) }
        let hasBoxes = cards.contains { $0.text.contains("☒") || $0.text.contains("☐") }
        guard named >= 2, named * 10 >= cards.count * 7, hasBoxes || grid.section?.evidence != nil else {
            return []
        }
        return cards.compactMap { listed($0.text, place: $0.place, base: grid.section?.evidence) }
    }

    private func isCard(_ text: String) -> Bool {
        let lines = Self.withoutBox(text).split(separator: "\n")
        return lines.count > 1 && lines.first.map { ColumnProfile.isPerson(String($0), people) } == true
    }

    private func listed(_ text: String, place: String, base: Evidence?) -> Listed? {
        let lines = Self.withoutBox(text).split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
        guard
            let person = people.person(
                in: lines.joined(separator: ", "),
                allowsRoleOnly: false,
                isNamePlace: true
            )
        else { return nil }
        let box = text.first { "☒☐✓".contains($0) }
        let evidence = Self.evidence(box: box, said: person.evidence, base: base)
        return Listed(
            person: person,
            evidence: evidence.found,
            agency: classifier.agency(named: person.organisation),
            place: place,
            words: text.replacingNewlines,
            doubt: evidence.doubt
        )
    }

    /// A ticked box says that they came, an empty one that they did not; words say how.
    private static func evidence(
        box: Character?,
        said: Evidence?,
        base: Evidence?
    ) -> (found: Evidence, doubt: String?) {
        switch box {
        case "☐": return (min(said ?? .invited, .contributed), nil)
        case nil: return (said ?? base ?? .invited, nil)
        default:
            guard let said, said < .attended, said != .contributed else { return (.attended, nil) }
            return (said, "The box says that they came, and the words beside it that they did not.")
        }
    }

    private static func withoutBox(_ text: String) -> String { text.filter { !"☒☐✓".contains($0) }.trimmed }
}
