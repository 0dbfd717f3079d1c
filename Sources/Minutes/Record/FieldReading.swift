/// Where one field of a record was read, from which words and how surely.
package struct FieldReading: Codable, Equatable, Sendable {
    package var field: Field
    /// Which of the record's children, counted from 0; `nil` for a field of the meeting.
    package var child: Int?
    /// As the record has it, such as "2026-11-19"; "" where nothing was found.
    package var value: String
    /// The words it was read from.
    package var words: String
    /// The place of those words, such as "table 1, row 2"; "" where the field rests on something that is not there.
    package var source: String
    package var confidence: Confidence

    package init(
        _ field: Field,
        child: Int? = nil,
        value: String,
        words: String,
        source: String,
        confidence: Confidence
    ) {
        self.field = field
        self.child = child
        self.value = value
        self.words = words
        self.source = source
        self.confidence = confidence
    }

    package enum Field: String, Codable, CaseIterable, Sendable {
        case date
        case time
        case kind
        case urgency
        case status
        case childName = "child-name"
        case dateOfBirth = "date-of-birth"
        case reference
        case setting

        /// For the middle of a sentence: "date of birth".
        package var title: String {
            switch self {
            case .date: "date of the meeting"
            case .time: "time of the meeting"
            case .kind: "kind of meeting"
            case .urgency: "urgency"
            case .status: "status"
            case .childName: "name of the child"
            case .dateOfBirth: "date of birth"
            case .reference: "reference"
            case .setting: "school or setting"
            }
        }

        /// A wrong one sends the minutes to the wrong people, or as those of another meeting.
        package var decidesDistribution: Bool {
            switch self {
            case .date, .kind, .childName, .setting: true
            case .time, .urgency, .status, .dateOfBirth, .reference: false
            }
        }
    }
}
