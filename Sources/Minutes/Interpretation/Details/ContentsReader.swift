/// Reads what the quality findings look at: chair, decisions, views, contingency, actions.
struct ContentsReader {
    let outline: Outline
    let vocabulary: Vocabulary

    func contents(participants: [Participant]) -> MeetingRecord.Contents {
        let passages = outline.bodyPassages
        let decisions = passages.filter { $0.section == .decision && !$0.isHeading && $0.label != "cell" }
            .map(\.text)
        // A heading with nothing under it says nothing.
        let said = passages.filter { !$0.isHeading || $0.tokens.count > 6 }.map(\.tokens)
        return MeetingRecord.Contents(
            chair: chair(participants),
            decisions: decisions,
            hasThresholdDecision: said.contains { $0.says(.thresholdDecision) } || choosesThreshold,
            hasChildsViews: passages.contains { $0.section == .views && !$0.isHeading && !$0.text.isBlank }
                || said.contains { $0.says(.childsViews) },
            hasContingency: said.contains { $0.containsAny(["contingency", "contingencies"]) }
                || passages.contains { $0.section == .contingency && !$0.isHeading },
            actions: actions()
        )
    }

    /// "Threshold for a section 47 enquiry: ☒ Met  ☐ Not met".
    private var choosesThreshold: Bool {
        outline.facts.contains { fact in
            fact.zone == .body && fact.labelTokens.contains("threshold")
                && Choice.chosen(in: fact.value).map { !$0.isBlank } ?? false
        }
    }

    private func chair(_ participants: [Participant]) -> String? {
        let reader = PersonReader(vocabulary: vocabulary)
        for fact in outline.facts where vocabulary.headings.meaning(ofAll: fact.labelTokens) == .chair {
            if let person = reader.person(in: fact.value, allowsRoleOnly: false) { return person.name }
        }
        return participants.first {
            Tokens($0.role).containsAny(["chair", "chairperson", "chairing"])
                || Tokens($0.words).containsAny(["chaired by", "in the chair", "chaired"])
        }?.name
    }

    private func actions() -> [MeetingRecord.Action] {
        let tables = outline.grids.flatMap { grid -> [MeetingRecord.Action] in
            // A row across the table is its title, not its header.
            guard let start = grid.table.rows.firstIndex(where: { $0.cells.count > 1 }) else { return [] }
            let header = grid.table.rows[start]
            let titles = header.cells.map { Tokens($0.plainText) }
            func column(_ phrases: [String]) -> Int? { titles.firstIndex { $0.containsAny(phrases) } }
            guard
                let text = column([
                    "action", "actions", "what", "task", "tasks", "immediate actions", "agreed action",
                ]),
                let owner = column([
                    "by whom", "who", "owner", "person", "responsible", "lead", "whom", "person responsible",
                    "agency",
                ]), owner != text
            else { return [] }
            let due = titles.indices.first { index in
                index != owner && index != text
                    && titles[index].containsAny([
                        "by when", "when", "date", "timescale", "due", "deadline", "by", "completion",
                    ])
            }
            return grid.table.rows.dropFirst(start + 1).compactMap { row in
                let values = row.cells.map { $0.plainText.replacingNewlines }
                guard values.indices.contains(text), !values[text].isBlank else { return nil }
                return MeetingRecord.Action(
                    text: values[text],
                    owner: values.indices.contains(owner) && !values[owner].isBlank ? values[owner] : "",
                    due: due.flatMap { values.indices.contains($0) && !values[$0].isBlank ? values[$0] : nil }
                        ?? ""
                )
            }
        }
        return tables
    }
}
