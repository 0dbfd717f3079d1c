/// Says of each field of each child where it was read, and how surely.
///
/// Looks for the value where it stands: beside a label that asks for it, in a table, or in the text.
struct ChildSources {
    let outline: Outline
    let children: [Child]
    private let facts: [ChildFacts.Entry]

    init(outline: Outline, children: [Child]) {
        self.outline = outline
        self.children = children
        facts = ChildFacts(outline: outline).entries
    }

    func readings() -> [FieldReading] {
        children.enumerated().flatMap { index, child in
            [
                name(of: child, index), birth(of: child, index), reference(of: child, index),
                setting(of: child, index),
            ]
            .compactMap(\.self)
        }
    }

    private func name(of child: Child, _ index: Int) -> FieldReading {
        reading(.childName, index, child.name, labels: [.name, .surname, .forename]) { text in
            text.containsWords(of: child.name)
        }
    }

    private func birth(of child: Child, _ index: Int) -> FieldReading? {
        guard let born = child.dateOfBirth else { return nil }
        return reading(.dateOfBirth, index, born.iso, labels: [.dateOfBirth]) { text in
            DateReader.dates(in: Tokens(text)).contains { $0.date == born }
        }
    }

    private func reference(of child: Child, _ index: Int) -> FieldReading? {
        child.reference.map { reference in
            reading(.reference, index, reference, labels: [.reference]) { $0.containsWords(of: reference) }
        }
    }

    /// A school decides who gets the minutes, so that a second one beside the label of an only child makes it doubtful.
    private func setting(of child: Child, _ index: Int) -> FieldReading? {
        guard let setting = child.setting else { return nil }
        var found = reading(.setting, index, setting, labels: [.setting]) { $0.containsWords(of: setting) }
        if children.count == 1, let other = otherSetting(than: setting) {
            found.confidence = .doubtful(
                "the minutes also name “\(other.value)” as the school or setting (\(other.place))"
            )
        }
        return found
    }

    private func otherSetting(than setting: String) -> (value: String, place: String)? {
        for entry in facts
        where entry.labels == [.setting] && entry.fact.zone == .body && entry.fact.value.count < 120 {
            guard let value = SettingName.value(in: entry.fact.value), !value.isEmpty,
                !value.containsWords(of: setting), !setting.containsWords(of: value),
                SettingName.mention(in: value) != nil
            else { continue }
            return (value, entry.fact.place)
        }
        return nil
    }

    private func reading(
        _ field: FieldReading.Field,
        _ index: Int,
        _ value: String,
        labels: Set<ChildLabel>,
        holds: (String) -> Bool
    ) -> FieldReading {
        let beside = facts.first { !labels.isDisjoint(with: $0.labels) && holds($0.fact.value) }?.fact
        if let beside {
            let found = Outline.Finding(beside)
            return FieldReading(
                field,
                child: index,
                value: value,
                found: found,
                .certain("beside “\(beside.label)”")
            )
        }
        let inTable = outline.passages.first { $0.label == "cell" && holds($0.text) }
        let passage = outline.firstPassage { $0.label != "cell" && holds($0.text) }
        if let inTable, passage == nil || field != .setting {
            let found = Outline.Finding(words: inTable.text, place: inTable.place)
            return FieldReading(field, child: index, value: value, found: found, .certain("in a table"))
        }
        let confidence: Confidence = passage == nil ? .likely("pieced together") : .likely("in the text")
        return FieldReading(field, child: index, value: value, found: passage, confidence)
    }
}

extension String {
    /// The words of the other text stand here in that order, whatever is between the letters.
    fileprivate func containsWords(of other: String) -> Bool {
        let wanted = Tokens(other).key
        return !wanted.isEmpty && " \(Tokens(self).key) ".contains(" \(wanted) ")
    }
}
