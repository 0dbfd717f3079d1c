/// Makes the outline of a document: finds headings however they are marked, resolves layout tables and labels.
struct OutlineBuilder {
    let vocabulary: Vocabulary
    let classifier: PartnerClassifier
    var outline = Outline()
    var section: Section?
    var agency: Partner?
    var heading = ""
    /// The words of the line that names the agency of the list items under it.
    var agencyName = ""
    private(set) var zone = Outline.Zone.body
    /// A label that stands alone in its line: its value is what comes next.
    var waiting: WaitingLabel?
    /// The part in force before a label such as "Present:" opened one that lasts only while people follow.
    var partBeforeList: Section??
    let lines: PersonLine

    /// The agency of a label that says how its information came, as "School (by phone)" does.
    private func partnerAndMeans(_ label: String) -> Partner? {
        guard let open = label.firstIndex(of: "(") else { return nil }
        let bracket = Tokens(String(label[open...]))
        let saysHow =
            bracket.says(.meansOfContact)
            || bracket.words.contains { Cues.builtIn.words(of: .contributionWord).contains($0.text) }
        return saysHow ? classifier.partner(ofLabel: String(label[..<open]).bare) : nil
    }

    private func partner(ofLabel label: String, before value: String) -> Partner? {
        classifier.partner(ofLabel: label) ?? partnerAndMeans(label)
            ?? (value.isBlank ? nil : partnerAndSpeaker(label))
    }

    /// The agency of a label that says who spoke for it, as "Police (DC Lomas on Teams)" does.
    private func partnerAndSpeaker(_ label: String) -> Partner? {
        guard label.contains("(") else { return nil }
        return AgencyLabel(label, people: PersonReader(vocabulary: vocabulary))?.partner
    }

    static func outline(of document: Document, vocabulary: Vocabulary) -> Outline {
        var builder = OutlineBuilder(vocabulary: vocabulary)
        let tabbed = TabbedPeople(vocabulary: vocabulary).merged(document.blocks)
        let blocks = StatusLines(vocabulary: vocabulary).merged(tabbed)
        for (index, block) in blocks.enumerated() {
            if let name = builder.agencyLine(block, before: blocks.dropFirst(index + 1).first) {
                builder.enterAgency(name)
            } else {
                builder.add(block)
            }
        }
        builder.enter(.header)
        for block in document.headers { builder.add(block) }
        builder.enter(.footer)
        for block in document.footers { builder.add(block) }
        return builder.outline
    }

    private init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        classifier = PartnerClassifier(vocabulary: vocabulary)
        lines = PersonLine(vocabulary: vocabulary)
    }

    private mutating func enter(_ zone: Outline.Zone) {
        self.zone = zone
        section = nil
        agency = nil
        heading = ""
        waiting = nil
        partBeforeList = nil
    }

    mutating func add(_ block: Block) {
        switch block.content {
        case .heading(_, let line):
            leaveAgency()
            let text = line.text.withoutGuidance.withoutLetterSpacing
            if isFormLine(text) {
                addLabelled(text, place: block.place)
            } else {
                addHeading(text, place: block.place)
                waiting = WaitingLabel(text)
            }
        case .paragraph(let line):
            leaveAgency()
            addLine(line, place: block.place, isListItem: false)
        case .listItem(_, let line):
            addLine(line, place: block.place, isListItem: true)
        case .table(let table):
            waiting = nil
            leaveAgency()
            add(table, place: block.place)
        }
    }

    // MARK: Lines

    /// "TYPE: URGENT   VENUE: TELEPHONE": capitals or bold make labels with their values no heading.
    private func isFormLine(_ text: String) -> Bool {
        guard text.contains(":") else { return false }
        let pairs = LabelReader.pairs(in: text, vocabulary: vocabulary)
        return pairs.count >= 2
            && pairs.allSatisfy { !$0.value.isBlank && LabelReader.isFactLabel($0.label.bare) }
    }

    mutating func addLine(_ line: Line, place: String, isListItem: Bool) {
        for piece in line.text.withoutGuidance.split(separator: "\n", omittingEmptySubsequences: true) {
            let whole = piece.trimmed.withoutLetterSpacing.withBoxes
            var text = whole.withoutQuestionNumber
            if section?.evidence != nil {
                text = AnswerInLine(vocabulary: vocabulary).person(in: text) ?? text
            }
            guard !text.isBlank else { continue }
            if takeAsValue(text, place: place) { continue }
            if text.count < whole.count, takeQuestion(text, place: place) { continue }
            if takeClosingLabel(text, place: place) { continue }
            waiting = WaitingLabel(text)
            if looksLikeHeading(line, text, isListItem: isListItem), !isFormLine(text) {
                addHeading(text, place: place)
            } else {
                addLabelled(text, place: place)
                if waiting == nil { waiting = WaitingLabel(goingOnFrom: text, vocabulary: vocabulary) }
            }
        }
    }

    /// The line is the value of the label that stood alone before it.
    private mutating func takeAsValue(_ text: String, place: String) -> Bool {
        guard let label = waiting, label.accepts(text), WaitingLabel(text) == nil,
            LabelReader.pairs(in: text, vocabulary: vocabulary).allSatisfy({ $0.label.isEmpty })
        else { return false }
        record(label: label.text, value: text, place: place)
        append(text, place: place, label: label.text)
        waiting?.isAnswered = true
        if !label.takesMany { waiting = nil }
        return true
    }

    /// A line that may hold labels with values, or an agency's name before what it said.
    mutating func addLabelled(_ text: String, place: String) {
        let pairs = LabelReader.pairs(in: text, vocabulary: vocabulary)
        closeList(before: text, pairs)
        guard !pairs.isEmpty else {
            append(text, place: place)
            return
        }
        for pair in pairs {
            let label = pair.label.withoutNumbering.bare
            if !label.isEmpty, !pair.value.isBlank { record(label: label, value: pair.value, place: place) }
            if label.isEmpty {
                append(pair.value, place: place)
                continue
            }
            // "Minutes: Section 47 strategy discussion" is a title, not who took them.
            let isTitle = Tokens(label).isAll(.recordTitle) && StrategyMention.stands(in: Tokens(pair.value))
            let named = isTitle ? nil : section(named: label, isCertain: false)
            let partner = isTitle ? nil : self.partner(ofLabel: label, before: pair.value)
            if pair.value.isBlank {
                if named != nil || partner != nil { addHeading(label, place: place) }
                continue
            }
            let outer = (section, agency)
            if let named {
                if named.evidence != nil, partBeforeList == nil { partBeforeList = .some(section) }
                section = named
                // Under an agency's heading "Present: DC Platt" names the agency's people.
                if named.evidence == nil || named == .chair || named == .minuteTaker { agency = nil }
            }
            if let partner { agency = partner }
            append(pair.value, place: place, label: label, opens: named != nil)
            // "Present:" with names behind it goes on in the next lines of a list; other labels are done.
            if named?.evidence == nil || named == .chair || named == .minuteTaker {
                (section, agency) = outer
            }
        }
    }

    /// Ends the list that "Present: …" opened when a line follows that is neither a person nor a further list.
    private mutating func closeList(before text: String, _ pairs: [LabelReader.Pair]) {
        guard let part = partBeforeList, !text.hasPrefix("\t") else { return }
        let goesOn =
            pairs.contains { section(named: $0.label.bare, isCertain: false)?.evidence != nil }
            || lines.begins(text)
        guard !goesOn else { return }
        section = part
        partBeforeList = nil
    }

    mutating func append(
        _ text: String,
        place: String,
        isHeading: Bool = false,
        label: String? = nil,
        opens: Bool = false
    ) {
        let text = Choice.said(in: text)
        guard !text.isBlank else { return }
        var passage = Outline.Passage(text, place: place, section: section, agency: agency)
        passage.isHeading = isHeading
        passage.label = label
        passage.labelOpensSection = opens
        passage.heading = heading
        passage.agencyName = agencyName
        passage.zone = zone
        outline.passages.append(passage)
    }

    mutating func record(label: String, value: String, place: String) {
        outline.facts.append(
            Outline.Fact(
                label: label,
                value: value.trimmed,
                place: place,
                section: section,
                agency: agency,
                heading: heading,
                zone: zone
            )
        )
    }
}
