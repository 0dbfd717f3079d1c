/// The labelled facts that speak of the children and of nobody else.
struct ChildFacts {
    struct Entry {
        let fact: Outline.Fact
        let labels: [ChildLabel]
    }

    let entries: [Entry]

    init(outline: Outline) {
        var entries: [Entry] = []
        var other: (group: Substring, place: String)?
        for fact in outline.facts where fact.zone != .footer && Self.mayHold(fact.section) {
            let labels = ChildLabel.all(in: fact.labelTokens)
            if labels.isEmpty {
                if fact.labelTokens.count <= 6, fact.labelTokens.says(.otherPersonLabel) {
                    other = (fact.group, fact.place)
                }
                continue
            }
            if let found = other {
                // "Mother: Jo Bell   DOB: 1/2/1990": until the line or table ends, or a child is named again.
                let isSame = fact.group == found.group && (fact.place != fact.group || fact.place == found.place)
                if isSame, !Self.namesChild(fact) { continue }
                other = nil
            }
            entries.append(Entry(fact: fact, labels: labels))
        }
        self.entries = entries
    }

    private static func mayHold(_ section: Section?) -> Bool {
        switch section {
        case .family, .actions, .signOff, .nextMeeting, .decision, .distribution, .timeline: false
        case .some(let section): section.evidence == nil
        case nil: true
        }
    }

    /// "Child", "Young person" and the like, not a bare "Name".
    static func namesChild(_ fact: Outline.Fact) -> Bool {
        ChildLabel.all(in: fact.labelTokens).contains { $0 == .name || $0 == .forename || $0 == .surname }
            && !fact.labelTokens.isAll(.weakNameLabel)
    }

    func children() -> [Child] {
        var form = ChildForm()
        for (index, entry) in entries.enumerated() {
            if entry.labels.contains(.name), entry.fact.labelTokens.isAll(.weakNameLabel),
                entry.fact.agency != nil || !form.isEmpty && !hasBirth(after: index)
            {
                continue
            }
            form.read(entry.labels, value: entry.fact.value)
        }
        return form.finished()
    }

    /// A date of birth follows before the next name, in the same table or line.
    private func hasBirth(after index: Int) -> Bool {
        let group = entries[index].fact.group
        for entry in entries[(index + 1)...] {
            guard entry.fact.group == group, !entry.labels.contains(.name) else { return false }
            if entry.labels.contains(.dateOfBirth) { return true }
        }
        return false
    }
}
