/// Reads how urgently the meeting was called, as far as the document says it of the meeting.
struct MeetingUrgencyReader {
    let outline: Outline
    /// What the date of the meeting stands in.
    let beside: [Tokens]

    func urgency() -> Meeting.Urgency {
        let titles = MeetingTitles(outline: outline)
        if titles.lines.contains(where: { line in
            line.count <= 12 && line.says(.outOfHoursTitle) && !line.says(.sentenceWord)
                && Choice.chosen(in: line.text) != nil
        }) {
            return .outOfHours
        }
        let fields = outline.facts.filter { !isOfAnotherMeeting($0) && TypeLabel.matches($0.labelTokens) }
        for fact in fields {
            if let urgency = chosen(in: fact) { return urgency }
        }
        if let ticked { return ticked }
        let held = beside + outline.facts.filter(isAboutHolding).map(\.valueTokens)
        if held.contains(where: { $0.count <= 40 && $0.says(.outOfHoursMeeting) }) { return .outOfHours }
        if let urgency = held.lazy.filter({ $0.count <= 40 }).compactMap(Self.plain).first { return urgency }
        return spoken(titles)
    }

    // MARK: Fields

    private func isOfAnotherMeeting(_ fact: Outline.Fact) -> Bool {
        fact.section == .nextMeeting || fact.section?.evidence != nil
            || Tokens(fact.heading).says(.anotherMeetingHeading)
    }

    /// A place where dates and venues are of something else.
    private func isElsewhere(_ fact: Outline.Fact) -> Bool {
        switch fact.section {
        case .actions, .decision, .signOff, .timeline, .contingency, .family: true
        default: fact.zone == .footer || isOfAnotherMeeting(fact)
        }
    }

    private func chosen(in fact: Outline.Fact) -> Meeting.Urgency? {
        guard let value = Choice.chosen(in: fact.value) else { return nil }
        let tokens = Tokens(value)
        guard tokens.count <= 40, let first = tokens.words.first?.text else { return nil }
        let label = fact.labelTokens
        let answers = ["yes": true, "y": true, "no": false, "n": false]
        guard let isYes = answers[first] else { return Self.field(tokens) }
        let asksUrgent = label.says(.urgentWord)
        let asksPlanned = label.says(.plannedWord)
        guard asksUrgent != asksPlanned || label.says(.outOfHours) else { return Self.field(tokens) }
        if isYes { return label.says(.outOfHours) ? .outOfHours : asksUrgent ? .urgent : .planned }
        return asksUrgent && !label.says(.outOfHours) ? .planned : Self.field(tokens)
    }

    /// What the value of a field says that is about nothing but the kind of meeting.
    private static func field(_ tokens: Tokens) -> Meeting.Urgency? {
        if tokens.says(.outOfHours) { return .outOfHours }
        return one(isUrgent: tokens.says(.urgentWord), isPlanned: tokens.says(.plannedWord), in: tokens)
    }

    /// What a line about time and place says; there "emergency" may be a department.
    private static func plain(_ tokens: Tokens) -> Meeting.Urgency? {
        one(isUrgent: tokens.says(.urgentPlain), isPlanned: tokens.says(.plannedPlain), in: tokens)
    }

    private static func one(isUrgent: Bool, isPlanned: Bool, in tokens: Tokens) -> Meeting.Urgency? {
        let isDenied = tokens.containsAny(["not urgent", "non urgent"])
        let isUrgent = isUrgent && !isDenied
        let isPlanned = isPlanned || isDenied
        return isUrgent == isPlanned ? nil : isUrgent ? .urgent : .planned
    }

    /// Boxes beside the words of a choice, wherever they stand: "Urgent ☒ | Planned ☐ | Out of hours ☐".
    private var ticked: Meeting.Urgency? {
        outline.bodyPassages.filter { $0.text.contains { "☒✓✔☑".contains($0) } && $0.tokens.count <= 16 }
            .filter { $0.section == nil || $0.section == .reason || $0.label != nil }
            .compactMap { Choice.chosen(in: $0.text) }.lazy.compactMap { Self.field(Tokens($0)) }.first
    }

    /// Where and when: "16/12/2026   10:00-10:40   Planned", "conference call, same day – urgent".
    private func isAboutHolding(_ fact: Outline.Fact) -> Bool {
        guard !isElsewhere(fact) else { return false }
        return fact.labelTokens.isAll(.holdingLabel) || MeetingDateLabel.matches(fact.labelTokens)
            || fact.labelTokens.says(.timeLabel) && !fact.labelTokens.says(.otherTime)
    }

    // MARK: Sentences

    private func spoken(_ titles: MeetingTitles) -> Meeting.Urgency {
        let named = titles.lines.filter { StrategyMention.stands(in: $0) && $0.count <= 24 }
        if let urgency = named.lazy.compactMap(Self.plain).first { return urgency }
        let opening = titles.lines + openingSentences
        if opening.contains(where: { $0.says(.outOfHoursMeeting) || opens($0, .outOfHours) }) {
            return .outOfHours
        }
        let isUrgent = opening.contains { $0.says(.urgentMeeting) || opens($0, .urgentPlain) }
        let isPlanned = opening.contains { $0.says(.plannedMeeting) || opens($0, .plannedPlain) }
        return isUrgent == isPlanned ? .unknown : isUrgent ? .urgent : .planned
    }

    /// The sentence is the word alone or opens with it: "Urgent – there was no time to bring people together".
    private func opens(_ sentence: Tokens, _ cue: Cue) -> Bool {
        guard let place = sentence.first(cue), place.lowerBound == 0 else { return false }
        return sentence.count == place.count
            || ["–", "-", "—", ":", ","].contains(sentence.between(place.upperBound - 1).trimmed)
    }

    private var openingSentences: [Tokens] {
        let opening = outline.bodyPassages.filter { passage in
            passage.section == nil || passage.section == .reason || passage.section == .present
                || passage.isHeading
        }
        return Array(opening.flatMap { $0.sentences.prefix(8) }.prefix(60))
    }
}
