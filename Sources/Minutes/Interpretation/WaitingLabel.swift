/// A label or question that stands alone in its line: "Date of meeting", "Which school does the child attend?".
struct WaitingLabel {
    let text: String
    private let tokens: Tokens
    private let asked: [ChildLabel]

    /// `nil` where the line is no label that a value of its own follows.
    init?(_ line: String) {
        text = line.withoutNumbering.bare
        tokens = Tokens(text)
        asked = ChildLabel.all(in: tokens).filter { $0 != .otherIdentifier }
        guard
            !asked.isEmpty || tokens.isAll(.meetingHeading) || MeetingDateLabel.matches(tokens)
                || MeetingTimeLabel.matches(tokens)
                || TypeLabel.matches(tokens) || isSignOff(line)
        else { return nil }
    }

    /// "Children: Kai Holt – 04/06/2014", after which each line may hold a further child.
    init?(goingOnFrom line: String, vocabulary: Vocabulary) {
        let pairs = LabelReader.pairs(in: line, vocabulary: vocabulary)
        guard pairs.count == 1, let pair = pairs.first, !pair.value.isBlank,
            let label = WaitingLabel(pair.label), label.asked.contains(.name), label.accepts(pair.value)
        else { return nil }
        self = label
        isFurther = true
    }

    /// A value has stood on the label's own line.
    private var isFurther = false

    /// "Approved and finalised by", or a question such as whether the manager agrees the record.
    private func isSignOff(_ line: String) -> Bool {
        guard tokens.count <= 12, tokens.says(.approvalVerb), !tokens.says(.notApprovalLabel) else {
            return false
        }
        return line.trimmed.hasSuffix("?") || tokens.words.last?.text == "by" || tokens.says(.chairWord)
    }

    /// Several lines may follow: a child a line, or day, time and place.
    var takesMany: Bool { asked.contains(.name) || tokens.isAll(.meetingHeading) }
    /// A line was taken as the value already.
    var isAnswered = false

    /// Whether the line is what was asked for; a sentence that happens to come next is not.
    func accepts(_ line: String) -> Bool {
        let value = Tokens(line)
        guard !value.isEmpty, value.count <= 40 else { return false }
        if let first = asked.first {
            switch first {
            case .name:
                guard let (_, rest) = ChildName.leading(in: line) else { return false }
                if isFurther, DateReader.dates(in: value).isEmpty || value.says(.otherPersonLabel) {
                    return false
                }
                return rest.isBlank || rest.first.map { ",(;–-/:".contains($0) } == true
                    || value.count <= 15 && rest.contains(where: \.isNumber)
            case .surname, .forename: return value.count <= 4
            case .dateOfBirth: return !DateReader.dates(in: value).isEmpty
            case .reference: return value.count <= 8 && CaseReference.value(in: line) != nil
            case .setting: return value.count <= 14 && (value.says(.settingWord) || value.says(.noSetting))
            case .otherIdentifier: return false
            }
        }
        if tokens.isAll(.meetingHeading), isAnswered { return value.count <= 10 && !line.hasSuffix(".") }
        if MeetingDateLabel.matches(tokens) {
            return !DateReader.dates(in: value, year: { _ in 2024 }).isEmpty
        }
        if MeetingTimeLabel.matches(tokens) { return TimeReader.time(in: line, isLabelled: true) != nil }
        return value.count <= 16
    }
}
