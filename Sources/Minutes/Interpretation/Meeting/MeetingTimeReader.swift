/// Finds the time at which the meeting began.
struct MeetingTimeReader {
    let outline: Outline

    func time() -> ClockTime? {
        let wanted = outline.facts.filter(isWanted)
        let labelled = wanted.filter { $0.labelTokens.says(.timeLabel) }.compactMap {
            TimeReader.time(in: $0.value, isLabelled: true)
        }
        if let first = labelled.first { return Set(labelled).count == 1 ? first : nil }
        let beside = wanted.compactMap { TimeReader.time(in: $0.value, isLabelled: false) }
        if let first = beside.first { return Set(beside).count == 1 ? first : nil }
        return spoken()
    }

    private func isWanted(_ fact: Outline.Fact) -> Bool {
        guard fact.zone != .footer, fact.section != .nextMeeting, fact.section != .signOff,
            fact.section != .timeline,
            fact.section != .actions, fact.section != .family
        else { return false }
        guard fact.labelTokens.says(.timeLabel) || fact.isMeetingDateLabel else { return false }
        return !fact.labelTokens.says(.otherTime)
    }

    private func spoken() -> ClockTime? {
        for passage in outline.passages where passage.zone != .footer && passage.section != .nextMeeting {
            guard passage.section == nil || passage.section == .reason else { continue }
            for sentence in passage.sentences where sentence.says(.meetingBegan) {
                guard sentence.containsAny(["meeting", "discussion", "held"]) else { continue }
                if let time = TimeReader.time(in: sentence.text, isLabelled: false) { return time }
            }
        }
        return nil
    }
}
