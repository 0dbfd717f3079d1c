/// Gathers children from labels and values in their order: a name begins a child, the rest tells of the last one.
struct ChildForm {
    private var children: [Child] = []
    private var surname: String?
    private var forename: String?
    /// How many children the last label named.
    private var named = 1
    /// Particulars that stood before the name.
    private var early = Child(name: "")

    var isEmpty: Bool { children.isEmpty }

    mutating func read(_ labels: [ChildLabel], value: String) {
        let value = value.withoutGuidance
        guard let first = labels.first, !value.isBlank else { return }
        if labels.contains(.name) {
            let found = ChildEntry.children(in: value)
            if !found.isEmpty { add(found) }
            return
        }
        switch first {
        case .surname: read(surname: value.bare, forename: nil)
        case .forename: read(surname: nil, forename: value.bare)
        default: readParticulars(labels, value)
        }
    }

    private mutating func readParticulars(_ labels: [ChildLabel], _ value: String) {
        var told = Child(name: "")
        var rest = value
        for label in labels {
            switch label {
            case .dateOfBirth:
                guard let found = DateReader.dates(in: Tokens(rest)).first else { continue }
                told.dateOfBirth = found.date
                if labels.count > 1 { rest = rest.without(found.words) }
            case .reference: told.reference = CaseReference.value(in: rest)
            case .setting:
                told.setting = labels.count > 1 ? SettingName.mention(in: rest) : SettingName.value(in: rest)
            case .name, .surname, .forename, .otherIdentifier: continue
            }
        }
        if children.isEmpty {
            early.fill(from: told)
        } else if named == 1 {
            children[children.count - 1].fill(from: told)
        } else {
            // Of brothers and sisters named together only the school is told once for all.
            for index in children.indices.suffix(named) {
                children[index].setting = children[index].setting ?? told.setting
            }
        }
    }

    private mutating func read(surname newSurname: String?, forename newForename: String?) {
        // A second surname begins a second child, unless brothers and sisters share the first.
        surname = newSurname ?? surname
        forename = newForename ?? forename
        guard let surname, let forename else { return }
        let name = "\(forename) \(surname)"
        guard ChildName.isName(name) else { return }
        add([Child(name: ChildName.written(name))])
        self.forename = nil
    }

    private mutating func add(_ found: [Child]) {
        var found = found
        // "Family name: Holt   Child: Kai"
        if let surname, found.count == 1, !found[0].name.contains(" "), !ChildName.isUnborn(found[0].name) {
            found[0].name += " \(ChildName.written(surname))"
        }
        if children.isEmpty, !found.isEmpty {
            found[0].fill(from: early)
            early = Child(name: "")
        }
        children += found
        named = found.count
    }

    func finished() -> [Child] { children }
}

extension Child {
    /// Takes over what this child lacks.
    mutating func fill(from other: Child) {
        dateOfBirth = dateOfBirth ?? other.dateOfBirth
        reference = reference ?? other.reference
        setting = setting ?? other.setting
    }
}

extension String {
    /// The text with the words taken out.
    func without(_ words: Range<Int>) -> String {
        let tokens = Tokens(self)
        guard let first = tokens.words[words].first, let last = tokens.words[words].last else { return self }
        var result = self
        result.replaceSubrange(first.range.lowerBound..<last.range.upperBound, with: " ")
        return result
    }
}
