/// A label of the day of the meeting, such as "Date held" or "When did the discussion take place?".
enum MeetingDateLabel {
    static func matches(_ label: Tokens) -> Bool {
        if label.isAll(.meetingDateLabel) { return true }
        guard label.count <= 12, !label.says(.otherDate) else { return false }
        return label.words.allSatisfy { words.contains($0.text) }
            && label.words.contains { ["date", "when", "day", "held"].contains($0.text) }
    }

    private static let words = Cues.builtIn.words(of: .meetingDateWord)
}
