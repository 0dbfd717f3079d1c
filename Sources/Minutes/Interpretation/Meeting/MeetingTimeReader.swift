/// Finds the time at which the meeting began.
struct MeetingTimeReader {
    let outline: Outline
    /// What the date of the meeting stands in.
    let beside: [Tokens]

    func time() -> ClockTime? {
        let wanted = outline.facts.filter(isWanted)
        let labelled = wanted.filter { $0.labelTokens.says(.timeLabel) }.compactMap {
            TimeReader.time(in: $0.value, isLabelled: true)
        }
        if let first = labelled.first { return Set(labelled).count == 1 ? first : nil }
        let near = beside.compactMap { TimeReader.time(in: $0.text, isLabelled: false) }
        if let first = near.first { return Set(near).count == 1 ? first : nil }
        return spoken()
    }

    private func isWanted(_ fact: Outline.Fact) -> Bool {
        switch fact.section {
        case .nextMeeting, .signOff, .timeline, .actions, .family, .information, .decision: return false
        default: break
        }
        return fact.zone != .footer && fact.labelTokens.count <= 10 && fact.labelTokens.says(.timeLabel)
            && !fact.labelTokens.says(.otherTime) && !Tokens(fact.heading).says(.anotherMeetingHeading)
    }

    private func spoken() -> ClockTime? {
        for passage in outline.passages where passage.zone != .footer && passage.section != .nextMeeting {
            guard passage.section == nil || passage.section == .reason || passage.section?.evidence != nil
            else { continue }
            for sentence in passage.sentences where sentence.says(.meetingBegan) {
                guard sentence.containsAny(["meeting", "discussion", "held"]),
                    !sentence.says(.anotherMeeting)
                else { continue }
                if let time = TimeReader.time(in: sentence.text, isLabelled: false) { return time }
            }
        }
        return nil
    }
}
