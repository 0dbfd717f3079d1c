/// Reads people who stand in labelled lines, a block for each: `Name: …`, `Role: …`, `Agency: …`, `Attended: Yes`.
struct PersonCards {
    let outline: Outline
    let vocabulary: Vocabulary
    let grids: AttendanceGridReader

    private struct Card {
        var facts: [(kind: ColumnKind, fact: Outline.Fact)]
        var saysWhetherCame: Bool { facts.contains { $0.kind.isMark || $0.kind == .response } }
        var saysWork: Bool {
            facts.contains { [.role, .organisation, .roleAndOrganisation].contains($0.kind) }
        }
    }

    func listed() -> [Listed] {
        var found: [Listed] = []
        for run in runs() {
            let isAttendance = run[0].facts[0].fact.section?.evidence != nil
            guard run.count > 1 || isAttendance else { continue }
            guard run.contains(where: \.saysWhetherCame) || isAttendance && run.allSatisfy(\.saysWork) else {
                continue
            }
            found += grids.people(in: grid(of: run))
        }
        return found
    }

    /// Cards that follow one another under one heading.
    private func runs() -> [[Card]] {
        var runs: [[Card]] = []
        var isOpen = false
        for fact in outline.facts where fact.zone == .body && fact.agency == nil {
            guard let kind = vocabulary.columns.meaning(ofAll: fact.labelTokens), kind != .ignored || isOpen
            else {
                isOpen = false
                continue
            }
            if kind.isPerson {
                if isOpen, let last = runs.last?.last,
                    Self.isSamePart(last.facts[0].fact.heading, fact.heading)
                {
                    runs[runs.count - 1].append(Card(facts: [(kind, fact)]))
                } else {
                    runs.append([Card(facts: [(kind, fact)])])
                }
                isOpen = true
            } else if isOpen {
                let run = runs.count - 1
                runs[run][runs[run].count - 1].facts.append((kind, fact))
            }
        }
        return runs.filter { run in run.contains { $0.facts.count > 1 } }
    }

    /// "Participant 1" and "Participant 2" head the cards of one list.
    private static func isSamePart(_ last: String, _ next: String) -> Bool {
        last == next
            || Tokens(last.filter { !$0.isNumber }).key == Tokens(next.filter { !$0.isNumber }).key
                && next.contains(where: \.isNumber)
    }

    /// The cards as a table with the labels as its heading.
    private func grid(of run: [Card]) -> Outline.Grid {
        var labels: [String] = []
        for card in run {
            for (_, fact) in card.facts where !labels.contains(fact.label) { labels.append(fact.label) }
        }
        func row(_ texts: [String], _ place: String) -> Table.Row {
            Table.Row(
                cells: texts.enumerated().map { column, text in
                    let block = Block(place: place, content: .paragraph(Line(text)))
                    return Table.Cell(column: column, blocks: text.isEmpty ? [] : [block])
                }
            )
        }
        let first = run[0].facts[0].fact
        let rows = run.map { card in
            row(
                labels.map { label in
                    card.facts.filter { $0.fact.label == label }.map(\.fact.value).joined(separator: "; ")
                },
                card.facts[0].fact.place
            )
        }
        return Outline.Grid(
            table: Table(rows: [row(labels, first.place)] + rows),
            place: first.place,
            section: first.section,
            agency: nil,
            heading: first.heading
        )
    }
}
