/// The labelled facts that speak of the children and of nobody else.
struct ChildFacts {
    struct Entry {
        let fact: Outline.Fact
        let labels: [ChildLabel]
    }

    let entries: [Entry]
    /// The mothers of babies not yet born, where a label asks for them.
    private let mothers: [String]

    init(outline: Outline) {
        var entries: [Entry] = []
        var other: (group: Substring, place: String)?
        let families = Set(
            outline.facts.filter {
                $0.section == .family && ChildLabel.all(in: $0.labelTokens).contains(.name)
            }
            .map(\.group)
        )
        for fact in outline.facts where fact.zone != .footer && Self.mayHold(fact.section) {
            // A table of the family; what stands beside it may still be the child's.
            if fact.section == .family, families.contains(fact.group) { continue }
            let labels = ChildLabel.all(in: fact.labelTokens)
            if labels.isEmpty {
                if fact.labelTokens.count <= 6, fact.labelTokens.says(.otherPersonLabel) {
                    other = (fact.group, fact.place)
                }
                continue
            }
            if let found = other {
                // "Mother: Jo Bell   DOB: 1/2/1990": until the line or table ends, or a child is named again.
                let isSame =
                    fact.group == found.group && (fact.place != fact.group || fact.place == found.place)
                if isSame, !Self.namesChild(fact) { continue }
                other = nil
            }
            entries.append(Entry(fact: fact, labels: labels))
        }
        // "School: attendance 92%" among the agencies' information tells of no setting.
        let forms = Set(entries.filter { $0.labels != [.setting] }.map(\.fact.group))
        self.entries = entries.filter { entry in
            entry.labels != [.setting] || forms.contains(entry.fact.group)
                || ![.information, .reason, .views, .analysis].contains(entry.fact.section)
        }
        mothers = outline.facts.filter { fact in
            fact.labelTokens.isAll(.otherPersonLabel)
                && fact.labelTokens.containsAny(["unborn baby of", "unborn child of", "baby of"])
        }.compactMap { ChildName.leading(in: $0.value)?.name }
    }

    private static func mayHold(_ section: Section?) -> Bool {
        switch section {
        case .actions, .signOff, .nextMeeting, .decision, .distribution, .timeline: false
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
            if entry.fact.labelTokens.isAll(.aliasLabel), !form.isEmpty { continue }
            if entry.labels.contains(.name), entry.fact.labelTokens.isAll(.weakNameLabel),
                entry.fact.agency != nil || !form.isEmpty && !hasBirth(after: index)
            {
                continue
            }
            form.read(entry.labels, value: entry.fact.value)
        }
        let children = form.finished()
        return children.isEmpty ? unborn : children
    }

    /// "Unborn baby of: Tiffany Barraclough", where the baby has no name yet.
    private var unborn: [Child] {
        mothers.map { Child(name: "Unborn baby of \($0)") }
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
