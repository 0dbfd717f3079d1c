/// Reads what kind of meeting it was and how urgently it was called, from titles, fields of choices and the opening.
struct MeetingTypeReader {
    private let titles: [Tokens]
    /// What fields such as "Type of meeting" choose.
    private let chosen: [Tokens]
    private let outline: Outline

    init(outline: Outline) {
        self.outline = outline
        let body = outline.bodyPassages.filter { $0.label != "cell" }
        titles =
            body.prefix(6).map(\.tokens)
            + outline.passages.filter { $0.zone != .body || $0.isHeading }.map(\.tokens)
        chosen = outline.facts.filter { $0.labelTokens.says(.typeLabel) && $0.section?.evidence == nil }
            .compactMap { Choice.chosen(in: $0.value) }.map { Tokens($0) }
    }

    // MARK: Kind

    func kind() -> Meeting.Kind {
        if isTitle(.allegationMeeting) { return .allegation }
        if isTitle(.complexMeeting) { return .complexStrategy }
        if isTitle(.reviewMeeting) || chosen.contains(where: { $0.says(.reviewWord) }) || answersReview {
            return .reviewStrategy
        }
        if isTitle(.strategyTitle) || outline.facts.contains(where: { $0.labelTokens.says(.strategyTitle) }) {
            return .strategy
        }
        return outline.bodyPassages.prefix(12).contains { $0.tokens.says(.strategyMention) }
            ? .strategy : .other
    }

    private func isTitle(_ cue: Cue) -> Bool { titles.contains { $0.says(cue) } }

    /// "Is this a review strategy discussion? Yes".
    private var answersReview: Bool {
        outline.facts.contains { fact in
            fact.labelTokens.says(.reviewMeeting) && fact.valueTokens.words.first?.text == "yes"
        }
    }

    // MARK: Urgency

    func urgency() -> Meeting.Urgency {
        if isTitle(.outOfHoursTitle) { return .outOfHours }
        let fields = chosen + tickedWords + outline.facts.filter(isAboutHolding).map(\.valueTokens)
        if fields.contains(where: { $0.says(.outOfHours) }) { return .outOfHours }
        if let answered { return answered }
        for tokens in fields {
            if let urgency = Self.urgency(tokens, urgent: .urgentWord, planned: .plannedWord) {
                return urgency
            }
        }
        let opening = titles + openingSentences
        let isUrgent = opening.contains { $0.says(.urgentMeeting) }
        let isPlanned = opening.contains { $0.says(.plannedMeeting) }
        if isUrgent != isPlanned { return isUrgent ? .urgent : .planned }
        return .unknown
    }

    private static func urgency(_ tokens: Tokens, urgent: Cue, planned: Cue) -> Meeting.Urgency? {
        let isDenied = tokens.containsAny(["not urgent", "non urgent"])
        let isUrgent = tokens.says(urgent) && !isDenied
        let isPlanned = tokens.says(planned) || isDenied
        return isUrgent == isPlanned ? nil : isUrgent ? .urgent : .planned
    }

    /// "Was this discussion urgent (same day)? Yes".
    private var answered: Meeting.Urgency? {
        for fact in outline.facts
        where fact.labelTokens.says(.urgencyQuestion) && !fact.labelTokens.contains("planned") {
            guard fact.valueTokens.words.first?.text == "yes" else { continue }
            return fact.labelTokens.says(.outOfHours) ? .outOfHours : .urgent
        }
        return nil
    }

    /// Boxes beside the words of a choice, wherever they stand: "Urgent ☒ | Planned ☐ | Out of hours ☐".
    private var tickedWords: [Tokens] {
        outline.bodyPassages.filter { $0.text.contains("☒") || $0.text.contains("✓") }
            .filter {
                $0.tokens.says(.urgentWord) || $0.tokens.says(.plannedWord) || $0.tokens.says(.outOfHours)
            }
            .filter { $0.tokens.count <= 14 }
            .compactMap { Choice.chosen(in: $0.text) }.map { Tokens($0) }
    }

    /// Where and when: "16/12/2026   10:00-10:40   Planned", "conference call, same day – urgent".
    private func isAboutHolding(_ fact: Outline.Fact) -> Bool {
        switch fact.section {
        case .nextMeeting, .actions, .decision, .signOff, .timeline, .contingency: return false
        default: break
        }
        guard fact.zone != .footer, fact.value.count <= 120 else { return false }
        return fact.labelTokens.isAll(.holdingLabel) || MeetingDateLabel.matches(fact.labelTokens)
            || fact.labelTokens.says(.timeLabel) && !fact.labelTokens.says(.otherTime)
    }

    private var openingSentences: [Tokens] {
        let opening = outline.bodyPassages.filter { passage in
            passage.section == nil || passage.section == .reason || passage.section == .present
                || passage.isHeading
        }
        return Array(opening.flatMap { $0.sentences.prefix(4) }.prefix(40))
    }
}
