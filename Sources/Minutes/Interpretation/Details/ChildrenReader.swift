/// Reads which children the meeting is about, from forms, tables, labelled lines or running text.
struct ChildrenReader {
    let outline: Outline
    let vocabulary: Vocabulary

    func children() -> [Child] {
        for read in [fromGrids, fromForms, fromProse] {
            let children = merged(read()).map { child in
                var child = child
                if child.setting?.isEmpty == true { child.setting = nil }
                child.name = child.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                child.setting = child.setting?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return child
            }
            if !children.isEmpty { return children }
        }
        return []
    }

    // MARK: Tables with a child a row

    private func fromGrids() -> [Child] {
        outline.grids.flatMap { grid -> [Child] in
            guard let header = grid.table.rows.first else { return [] }
            let kinds = header.cells.map { ChildLabel(Tokens($0.plainText)) }
            guard kinds.contains(.name), kinds.contains(.dateOfBirth) else { return [] }
            let relation = header.cells.firstIndex { Tokens($0.plainText).says(.relationColumn) }
            return grid.table.rows.dropFirst().compactMap { row in
                let texts = row.cells.map { $0.plainText.replacingNewlines }
                func text(_ kind: ChildLabel) -> String? {
                    kinds.firstIndex(of: kind).flatMap {
                        texts.indices.contains($0) && !texts[$0].isBlank ? texts[$0] : nil
                    }
                }
                if let relation, texts.indices.contains(relation) {
                    let tokens = Tokens(texts[relation])
                    guard tokens.says(.subjectOfMeeting),
                        !tokens.containsAny(["not subject", "half", "no"])
                    else { return nil }
                }
                guard let name = text(.name), !name.isBlank else { return nil }
                return child(
                    name: name,
                    born: text(.dateOfBirth),
                    reference: text(.reference),
                    setting: text(.setting)
                )
            }.map { filled($0) }
        }
    }

    // MARK: Labels and values

    private func fromForms() -> [Child] {
        var children: [Child] = []
        var current: Child?
        let facts = outline.facts.filter {
            $0.zone != .footer && $0.section != .family && $0.section != .actions
                && $0.section?.evidence == nil
        }
        for fact in facts {
            switch ChildLabel(fact.labelTokens) {
            case .name:
                if fact.key == "name", fact.agency != nil || fact.section == .signOff { continue }
                let found = named(in: fact.value, label: fact.key)
                guard !found.isEmpty else { continue }
                if let child = current { children.append(child) }
                children += found.dropLast()
                current = found.last
            case .dateOfBirth:
                if current?.dateOfBirth == nil { current?.dateOfBirth = DateReader.firstDate(in: fact.value) }
            case .reference:
                if current?.reference == nil, let value = reference(in: fact.value) {
                    current?.reference = value
                }
            case .setting:
                if current?.setting == nil { current?.setting = setting(in: fact.value) }
            case nil:
                continue
            }
        }
        if let child = current { children.append(child) }
        return children.map { filled($0) }
    }

    /// One or more children in the value of a label such as "Child(ren)".
    private func named(in value: String, label: String) -> [Child] {
        var children: [Child] = []
        let lines = value.split(separator: "\n").flatMap { String($0).parts { $0 == ";" } }
        for line in lines {
            for part in line.components(by: " and ").count > 1
                && line.components(by: " and ").allSatisfy({ startsWithName($0) })
                ? line.components(by: " and ") : [line]
            {
                guard let child = child(inText: part) else { continue }
                children.append(child)
            }
        }
        return children
    }

    private func startsWithName(_ text: String) -> Bool { leadingName(in: text) != nil }

    /// A child with what follows the name.
    ///
    /// "Kayden Ormerod   DOB 14/05/2017", "Caleb Winstanley, d.o.b. 12.03.2018, LCS 418801, pupil at …".
    private func child(inText text: String) -> Child? {
        guard let name = leadingName(in: text) else { return nil }
        var child = Child(name: name)
        let rest = String(text.dropFirst(name.count))
        child.dateOfBirth = DateReader.firstDate(in: rest)
        child.reference = labelledReference(in: rest)
        child.setting = mentionedSetting(in: rest)
        return child
    }

    private func leadingName(in text: String) -> String? {
        var stop = text.endIndex
        for mark in [
            ",", "(", "  ", "\t", ";", " – ", " - ", " dob", " DOB", " D.O.B", " d.o.b", " born", " aged",
            " (", ":",
        ] {
            if let range = text.firstRange(ofText: mark), range.lowerBound < stop { stop = range.lowerBound }
        }
        let name = text[..<stop].bare
        let tokens = Tokens(name)
        if tokens.contains("unborn"), tokens.count <= 6 { return name }
        if tokens.words.first?.text == "baby", tokens.count <= 4 { return name }
        guard PersonName.matches(name), !["none", "unknown"].contains(tokens.key) else { return nil }
        return name
    }

    private func child(name: String, born: String?, reference: String?, setting: String?) -> Child? {
        let found = leadingName(in: name) ?? name.bare
        guard !found.isBlank, Tokens(found).count <= 7 else { return nil }
        return Child(
            name: found,
            dateOfBirth: (born ?? name).isBlank ? nil : DateReader.firstDate(in: born ?? name),
            reference: reference.flatMap { self.reference(in: $0) },
            setting: setting.flatMap { self.setting(in: $0) }
        )
    }

    // MARK: Running text

    private func fromProse() -> [Child] {
        var children = openingLines().compactMap { fromOpening($0) }
        if !children.isEmpty { return children.map { filled($0) } }
        children = titled()
        if !children.isEmpty { return children.map { filled($0) } }
        for passage in outline.passages where passage.zone == .body {
            guard passage.section == nil || passage.section == .reason || passage.isHeading else { continue }
            for tokens in passage.sentences {
                let sentence = tokens.text
                if let unborn = unborn(in: sentence) {
                    children.append(unborn)
                    continue
                }
                guard tokens.says(.childSentence) else { continue }
                let born =
                    tokens.words.firstIndex { ["born", "dob", "birth"].contains($0.text) }
                    ?? tokens.firstIndex(ofPhrase: "d o b")
                let spans = ProseAttendance.nameSpans(in: sentence)
                guard let born else { continue }
                let place = tokens.words[born].range.lowerBound
                guard let span = spans.last(where: { $0.upperBound <= place }),
                    !PersonName.hasTitle(String(sentence[span]))
                else { continue }
                var child = Child(name: String(sentence[span]))
                child.dateOfBirth = DateReader.firstDate(in: String(sentence[place...]))
                child.reference = labelledReference(in: String(sentence[place...]))
                child.setting = mentionedSetting(in: String(sentence[place...]))
                children.append(child)
            }
        }
        return children.map { filled($0) }
    }

    /// The lines before the first part, their labels and values together again.
    private func openingLines() -> [String] {
        var lines: [(place: String, text: String)] = []
        for passage in outline.bodyPassages.prefix(12) where passage.section == nil && !passage.isHeading {
            let text = passage.label.map { "\($0): \(passage.text)" } ?? passage.text
            if let last = lines.last, last.place == passage.place, passage.label != "cell" {
                lines[lines.count - 1].text += ", " + text
            } else if passage.label == nil {
                lines.append((passage.place, text))
            }
        }
        return lines.map(\.text)
    }

    /// A child whom an opening line names before a date.
    ///
    /// "Nia-Maria Costache – 29/01/2016 – PM-61120", "Kezia Mbeki-Swann. Born 12 May 2010. Mosaic 1099274."
    private func fromOpening(_ text: String) -> Child? {
        guard Tokens(text).count <= 40 else { return nil }
        let stop = text.firstIndex { ",.–|(:;".contains($0) } ?? text.endIndex
        let name = text[..<stop].prefixBeforeDash.gapPieces.first ?? ""
        guard PersonName.isFull(name), !PersonName.hasTitle(name), leadingName(in: name) != nil else {
            return nil
        }
        let rest = String(text[text.index(text.startIndex, offsetBy: name.count)...])
        guard let found = DateReader.dates(in: Tokens(rest)).first, found.words.lowerBound <= 3 else {
            return nil
        }
        var child = Child(name: name)
        child.dateOfBirth = found.date
        child.reference = labelledReference(in: rest) ?? caseNumber(in: rest)
        child.setting = mentionedSetting(in: rest)
        return child
    }

    /// A heading such as "Strategy meeting: Ottoline Okafor-Byrne".
    private func titled() -> [Child] {
        for passage in outline.bodyPassages.prefix(4) where passage.tokens.says(.strategyMention) {
            for mark in [": ", " – ", " - ", " re "] {
                guard let range = passage.text.firstRange(ofText: mark) else { continue }
                let name = passage.text[range.upperBound...].bare
                guard PersonName.isFull(name), !PersonName.hasTitle(name) else { continue }
                var child = Child(name: name)
                child.dateOfBirth =
                    outline.facts.lazy.filter { ChildLabel($0.labelTokens) == .dateOfBirth }
                    .compactMap { DateReader.firstDate(in: $0.value) }.first
                return [child]
            }
        }
        return []
    }

    /// "PM-61120", "CS/331": letters and digits that a hyphen or slash joins.
    private func caseNumber(in text: String) -> String? {
        text.split { $0.isWhitespace || ",;()".contains($0) }.map { $0.bare }.first { word in
            word.contains(where: \.isUppercase) && word.contains { $0 == "-" || $0 == "/" }
                && word.count(where: \.isNumber) >= 3 && DateReader.firstDate(in: word) == nil
        }
    }

    /// "about the unborn baby of Hannah Threlfall", "Unborn Baby Threlfall".
    private func unborn(in sentence: String) -> Child? {
        guard let range = sentence.firstRange(ofWords: "unborn") else { return nil }
        let words = sentence[range.lowerBound...].split(separator: " ")
        var name: [Substring] = []
        for word in words {
            let isName = word.first?.isUppercase == true || ["baby", "child"].contains(word.lowercased())
            guard isName || name.isEmpty else { break }
            name.append(word)
            if let last = word.last, ",.;:)".contains(last) { break }
        }
        guard name.count >= 2, name.last?.first?.isUppercase == true else { return nil }
        var child = Child(name: name.joined(separator: " ").bare)
        child.reference = labelledReference(in: sentence)
        return child
    }

    // MARK: Values

    /// What the form does not say beside the child, taken from the record's other labels and sentences.
    private func filled(_ child: Child) -> Child {
        var child = child
        let facts = outline.facts.filter { $0.section?.evidence == nil && $0.section != .actions }
        if child.reference == nil {
            let labelled = facts.lazy.filter { ChildLabel($0.labelTokens) == .reference }.compactMap {
                self.reference(in: $0.value)
            }.first
            child.reference =
                labelled ?? outline.passages.lazy.compactMap { self.labelledReference(in: $0.text) }.first
        }
        if child.setting == nil, !Tokens(child.name).contains("unborn") {
            let labelled = facts.first {
                ChildLabel($0.labelTokens) == .setting && !$0.value.isBlank && $0.section != .information
                    && $0.section != .reason && $0.value.count < 120
            }
            if let labelled {
                child.setting = setting(in: labelled.value)
            } else {
                child.setting =
                    outline.passages.lazy.filter { $0.zone == .body && $0.agency == nil && $0.section == nil }
                    .compactMap { self.mentionedSetting(in: $0.text) }.first
            }
        }
        return child
    }

    private func reference(in value: String) -> String? {
        let text = value.replacingNewlines.bare
        guard !text.isBlank else { return nil }
        if let labelled = labelledReference(in: text) { return labelled }
        let first =
            text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "(" }).first.map(
                String.init
            ) ?? ""
        return first.contains(where: \.isNumber) ? first.trimmingCharactersIn(".,;:)(") : nil
    }

    /// "LCS 418801", "LCS reference 423370", "Mosaic ID: 51882".
    private func labelledReference(in text: String) -> String? {
        let systems: Set<String> = [
            "lcs", "mosaic", "liquidlogic", "eclipse", "carefirst", "ics", "protocol", "azeus", "ll",
            "frameworki",
        ]
        let words = text.split(whereSeparator: {
            $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "," || $0 == ";"
        })
        for (index, word) in words.enumerated() where systems.contains(PersonName.folded(word)) {
            for next in words[(index + 1)...].prefix(4) {
                let value = next.trimmingCharactersIn(".:,;#)")
                if value.contains(where: \.isNumber) { return value }
                guard
                    ["id", "ref", "reference", "no", "number", "case"].contains(PersonName.folded(next))
                        || next == "–" || next == "-"
                else { break }
            }
        }
        return nil
    }

    /// The setting's name without year group; "" where the words say that there is none.
    private func setting(in value: String) -> String? {
        let line = value.split(separator: "\n").first.map(String.init) ?? value
        let name = line.prefix { $0 != "(" && $0 != ";" && $0 != "," }.bare
        let tokens = Tokens(name)
        if name.isBlank || tokens.isEmpty { return "" }
        if tokens.says(.noSetting) { return "" }
        guard name.count <= 90 else { return mentionedSetting(in: value) }
        return name.trimmedYearGroup
    }

    /// "a pupil at Hollin Bank Primary School", "…, Moorgate High School".
    private func mentionedSetting(in text: String) -> String? {
        let heads: Set<String> = [
            "school", "academy", "college", "nursery", "preschool", "primary", "unit", "high", "kindergarten",
            "playgroup",
        ]
        var current: [Substring] = []
        var best: String?
        func close() {
            if let index = current.lastIndex(where: { heads.contains(PersonName.folded($0)) }),
                current.count >= 2, index > 0
            {
                let name = current[...index].joined(separator: " ").bare
                if best == nil { best = name }
            }
            current = []
        }
        for word in text.split(whereSeparator: \.isWhitespace) {
            let core = word.trimmingEdges(",.;:()")
            let isUpper = core.first?.isUppercase == true
            let joins = ["of", "the", "and", "&", "in"].contains(String(core)) && !current.isEmpty
            if isUpper || joins {
                current.append(core)
                if let last = word.last, ",.;:)".contains(last), core.lowercased() != "st" { close() }
            } else {
                close()
            }
        }
        close()
        return best
    }

    private func merged(_ children: [Child]) -> [Child] {
        var result: [Child] = []
        for child in children {
            if let index = result.firstIndex(where: { Tokens($0.name).key == Tokens(child.name).key }) {
                result[index].dateOfBirth = result[index].dateOfBirth ?? child.dateOfBirth
                result[index].reference = result[index].reference ?? child.reference
                result[index].setting = result[index].setting ?? child.setting
            } else {
                result.append(child)
            }
        }
        return result
    }
}

/// What a label or column says of a child.
enum ChildLabel {
    case name
    case dateOfBirth
    case reference
    case setting

    init?(_ label: Tokens) {
        let key = label.key
        if label.count > 7 || label.isEmpty { return nil }
        if [
            "nhs number", "nhs no", "nhs", "upn", "urn", "lado reference", "lado ref", "edt ref",
            "edt reference", "police ref", "crime number", "order no",
        ].contains(key) {
            return nil
        }
        switch key {
        case "child", "children", "childs name", "child name", "name of child", "child ren", "name",
            "subject child", "child concerned", "subject", "names of children", "name of children",
            "young person", "child young person", "re", "concerning", "name s", "child s name",
            "childs full name", "full name", "name of child young person", "name of child ren",
            "child ren subject of discussion", "children subject of discussion", "subject of meeting",
            "young persons name", "child 1", "child 2", "child 3", "child 4", "child subject",
            "childrens names", "child s", "subject of discussion", "name of subject child",
            "name of young person", "unborn", "unborn child", "unborn baby", "young person concerned",
            "sibling 1", "childs name s", "name of unborn", "name of child unborn", "baby":
            self = .name
        case "dob", "d o b", "date of birth", "birth date", "born", "childs dob", "childs date of birth",
            "dob edd", "d o b edd", "date of birth edd", "dob age":
            self = .dateOfBirth
        default:
            if label.says(.settingLabel), label.count <= 5,
                !label.says(.notSettingLabel)
            {
                self = .setting
            } else if key == "education" {
                self = .setting
            } else if label.says(.referenceLabel) || key == "id" {
                self = .reference
            } else {
                return nil
            }
        }
    }
}

extension String {
    /// "Moorgate High School Year 8" without the year.
    var trimmedYearGroup: String {
        for mark in [
            " Year ", " year ", " Yr ", " Reception", " Y1", " Y2", " Y3", " Y4", " Y5", " Y6", " Y7", " Y8",
            " Y9", " – ", " - ",
        ] {
            if let range = firstRange(ofText: mark) { return String(self[..<range.lowerBound]).bare }
        }
        return self
    }
}
