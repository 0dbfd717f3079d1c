/// A label of the time at which the meeting began, such as "Meeting time" or "Started at".
enum MeetingTimeLabel {
    static func matches(_ label: Tokens) -> Bool {
        if label.isAll(.timeLabel) { return true }
        guard label.count <= 10, label.says(.timeLabel), !label.says(.otherTime) else { return false }
        return label.words.allSatisfy { words.contains($0.text) }
    }

    private static let words = Cues.builtIn.words(of: .meetingDateWord)
}
