/// Reads what kind of meeting it was, from titles and from fields that choose it.
struct MeetingKindReader {
    private let outline: Outline
    private let titles: MeetingTitles

    init(outline: Outline) {
        self.outline = outline
        titles = MeetingTitles(outline: outline)
    }

    func kind() -> Meeting.Kind {
        if titles.say(.allegationMeeting) || hasAllegationCase { return .allegation }
        if titles.say(.complexMeeting) || chosen.contains(where: { $0.says(.complexMeeting) }) {
            return .complexStrategy
        }
        if isReview { return .reviewStrategy }
        if titles.lines.contains(where: { StrategyMention.stands(in: $0) || $0.says(.strategyTitle) })
            || outline.facts.contains(where: { $0.labelTokens.says(.strategyTitle) })
        {
            return .strategy
        }
        let opening = outline.bodyPassages.prefix(16)
        return opening.contains { StrategyMention.stands(in: $0.tokens) } ? .strategy : .other
    }

    /// What fields such as "Type of meeting" choose.
    private var chosen: [Tokens] {
        outline.facts.filter { fact in
            (TypeLabel.matches(fact.labelTokens) || fact.labelTokens.isAll(.loneMeetingLabel))
                && fact.section?.evidence == nil && fact.section != .nextMeeting
        }
        .compactMap { Choice.chosen(in: $0.value) }.map { Tokens($0) }.filter { $0.count <= 14 }
    }

    /// "LADO case: 26-118" at the top; a person who is the LADO makes no allegation meeting.
    private var hasAllegationCase: Bool {
        outline.facts.contains { fact in
            fact.zone == .body && fact.section == nil && fact.labelTokens.isAll(.allegationLabel)
                && !fact.value.isBlank && !fact.valueTokens.isAll(.denial)
        }
    }

    private var isReview: Bool {
        if titles.say(.reviewMeeting) || chosen.contains(where: { $0.says(.reviewWord) }) { return true }
        // "Is this a review strategy discussion? Yes", "Initial or review? Review".
        return outline.facts.contains { fact in
            fact.labelTokens.contains("review") && StrategyMention.stands(in: fact.labelTokens)
                && ["yes", "review", "y"].contains(fact.valueTokens.words.first?.text ?? "")
        }
    }
}
