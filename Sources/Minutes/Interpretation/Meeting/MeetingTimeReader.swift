/// Finds the time at which the meeting began.
struct MeetingTimeReader {
    let outline: Outline
    /// What the date of the meeting stands in.
    let beside: [Tokens]

    func time() -> ClockTime? {
        let wanted = outline.facts.filter(isWanted)
        let labelled = wanted.compactMap { TimeReader.time(in: $0.value, isLabelled: true) }
        if let first = labelled.first { return Set(labelled).count == 1 ? first : nil }
        let under = outline.facts.filter {
            $0.labelTokens.isAll(.meetingHeading) && $0.valueTokens.count <= 12
        }
        // "Met: as per the invitation, half past nine, on Teams" tells the time and no day.
        let dayless = outline.facts.filter {
            $0.zone == .body && $0.section == nil && MeetingDateLabel.matches($0.labelTokens)
                && $0.valueTokens.count <= 16
        }
        let near = (beside + under.map(\.valueTokens) + dayless.map(\.valueTokens)).compactMap {
            TimeReader.time(behindDateIn: $0) ?? TimeReader.time(in: $0.text, isLabelled: false)
        }
        if let logged { return logged }
        if let first = near.first { return Set(near).count == 1 ? first : nil }
        return spoken()
    }

    /// "1130   STRATEGY DISCUSSION (28 October, by phone)": a line of a log begins with the time.
    private var logged: ClockTime? {
        beside.lazy.compactMap { tokens -> ClockTime? in
            guard let name = StrategyMention.place(in: tokens), (1...2).contains(name.lowerBound),
                tokens.words[0].range.lowerBound == tokens.text.startIndex
            else { return nil }
            return TimeReader.time(in: String(tokens.original(0..<name.lowerBound)), isLabelled: true)
        }.first
    }

    private func isWanted(_ fact: Outline.Fact) -> Bool {
        guard fact.zone != .footer, MeetingTimeLabel.matches(fact.labelTokens),
            !fact.labelTokens.says(.otherTime), !Tokens(fact.heading).says(.anotherMeetingHeading)
        else { return false }
        switch fact.section {
        case .nextMeeting, .signOff, .timeline, .actions, .family: return false
        case .information, .decision:
            // A heading such as "Discussion" may stand over the form of the meeting.
            return outline.facts.contains {
                $0.heading == fact.heading && MeetingDateLabel.matches($0.labelTokens)
                    && !DateReader.dates(in: $0.valueTokens).isEmpty
            }
        default: return true
        }
    }

    private func spoken() -> ClockTime? {
        for passage in outline.passages where passage.zone != .footer && passage.section != .nextMeeting {
            guard passage.section == nil || passage.section == .reason || passage.section?.evidence != nil
            else { continue }
            for sentence in passage.sentences where sentence.says(.meetingBegan) {
                guard sentence.says(.meetingWord) || sentence.contains("held") || sentence.contains("call"),
                    !sentence.says(.anotherMeeting)
                else { continue }
                if let time = TimeReader.time(in: sentence.text, isLabelled: false) { return time }
            }
        }
        return nil
    }
}
