/// Adds to the children what the record says of them elsewhere than beside their names.
struct ChildCompletion {
    let outline: Outline
    let facts: ChildFacts

    func completed(_ children: [Child]) -> ChildrenReader.Reading {
        var reading = ChildrenReader.Reading()
        for child in children {
            var child = child
            let isOnly = children.count == 1
            if ChildName.isUnborn(child.name) {
                child.dateOfBirth = nil
                child.setting = ""
            } else {
                child.dateOfBirth = child.dateOfBirth ?? birth(of: child, isOnly: isOnly)
                child.setting = child.setting ?? setting(of: child, isOnly: isOnly)
            }
            child.reference = child.reference ?? reference(of: child, isOnly: isOnly)
            if child.setting?.isEmpty == true {
                reading.withoutSetting.insert(child.name)
                child.setting = nil
            }
            child.setting = child.setting?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            reading.children.append(child)
        }
        return reading
    }

    // MARK: Birth

    private func birth(of child: Child, isOnly: Bool) -> CalendarDate? {
        guard isOnly else { return nil }
        for entry in facts.entries where entry.labels.contains(.dateOfBirth) {
            if let date = DateReader.firstDate(in: entry.fact.value) { return date }
        }
        return sentences(about: child).lazy.compactMap { sentence -> CalendarDate? in
            guard let cue = sentence.first(.birthLabel) else { return nil }
            // "his mother, who was born": the words before say whose birthday it is.
            let before = sentence.words[max(0, cue.lowerBound - 5)..<cue.lowerBound].map(\.text)
            guard !Tokens(before.joined(separator: " ")).says(.otherPersonLabel) else { return nil }
            return DateReader.dates(in: sentence).first { $0.words.lowerBound >= cue.upperBound }?.date
        }.first
    }

    /// Sentences of the opening, and of the text those that name the child.
    private func sentences(about child: Child) -> [Tokens] {
        let opening = outline.opening.flatMap { $0.text.sentences.map { Tokens($0) } }
        let forename = Tokens(String(child.name.prefix { $0 != " " })).key
        return opening
            + outline.bodyPassages.filter { $0.section == nil || $0.section == .reason }
            .flatMap(\.sentences).filter { $0.contains(phrase: forename) }
    }

    // MARK: Reference

    private func reference(of child: Child, isOnly: Bool) -> String? {
        if let own = referenceBesideName(child) { return own }
        let entries = facts.entries.filter { $0.labels.contains(.reference) }
        // A case system's own number goes before "Our ref", which may be a letter's.
        let ranked = entries.filter {
            $0.fact.labelTokens.words.contains { ReferenceWords.systems.contains($0.text) }
        }
        for entry in ranked + entries {
            if let value = CaseReference.value(in: entry.fact.value) { return value }
        }
        let weak = outline.facts.first { fact in
            fact.zone == .body && fact.section == nil && fact.labelTokens.isAll(.weakReferenceLabel)
                && CaseReference.value(in: fact.value).map { $0.count(where: \.isNumber) >= 3 } == true
        }
        if let weak { return CaseReference.value(in: weak.value) }
        let lines =
            outline.opening.map(\.text) + outline.passages.filter { $0.section != .family }.map(\.text)
        return lines.lazy.compactMap { CaseReference.mention(in: $0) }.first
    }

    /// "ICS numbers: Harvey 313340, Willow 313341", "(unborn: 2240913)".
    private func referenceBesideName(_ child: Child) -> String? {
        let name = ChildName.isUnborn(child.name) ? "unborn" : String(child.name.prefix { $0 != " " })
        for line in outline.opening.map(\.text) {
            var rest = line[...]
            while let range = rest.firstRange(ofWords: name) {
                rest = rest[range.upperBound...]
                let value = rest.drop { $0.isWhitespace || ":=–-(".contains($0) }
                let word = value.split(whereSeparator: { $0.isWhitespace || ",;()".contains($0) }).first ?? ""
                if value.first?.isNumber == true, let code = CaseReference.unlabelled(in: String(word)) {
                    return code
                }
            }
        }
        return nil
    }

    // MARK: Setting

    private func setting(of child: Child, isOnly: Bool) -> String? {
        let entries = facts.entries.filter {
            $0.labels.contains(.setting) && !$0.fact.value.isBlank && $0.fact.section != .information
                && $0.fact.section != .reason && $0.fact.value.count < 120
        }
        if let first = entries.first { return SettingName.value(in: first.fact.value) }
        for line in outline.opening {
            let tokens = Tokens(line.text)
            if tokens.containsAny(["home educated", "electively home"]) { return "" }
            if tokens.says(.otherPersonLabel), !tokens.says(.settingLead) { continue }
            if let found = SettingName.mention(in: line.text), !isVenue(found, in: tokens) { return found }
        }
        guard isOnly else { return nil }
        return sentences(about: child).lazy.filter { $0.says(.settingLead) && !$0.says(.otherPersonLabel) }
            .compactMap { SettingName.mention(in: $0.text) }.first
    }

    /// The school at which the meeting was held is not yet the child's.
    private func isVenue(_ name: String, in tokens: Tokens) -> Bool {
        tokens.says(.holdingLabel) && tokens.says(.meetingWord) && !tokens.says(.settingLead)
    }
}
