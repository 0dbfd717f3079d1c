import Minutes
import Pipeline

/// What was read from a document and decided about it, by place.
struct ExplainNotes {
    typealias Note = ExplainReport.Note

    private static let holds = "holds the minutes: "
    private var notes: [(place: String, note: Note)] = []

    init(_ explanation: Explanation, record: MeetingRecord?, findings: [Finding]) {
        for table in explanation.tables { add(Note(Self.text(of: table)), at: table.place) }
        for key in explanation.keys {
            let codes = key.codes.sorted { $0.key < $1.key }
                .map { "\($0.key.uppercased()) = \(Self.word($0.value))" }
            add(Note("a key of codes: \(codes.joined(separator: ", "))"), at: key.place)
        }
        if let record { add(record) }
        for finding in findings where finding.severity == .hold && !finding.source.isEmpty {
            add(Note(Self.holds + finding.text), at: finding.source)
        }
    }

    /// The notes of these places, which are gone then.
    mutating func take(_ places: [String]) -> [Note] {
        let taken = notes.filter { places.contains($0.place) }.map(\.note)
        if !taken.isEmpty { notes.removeAll { places.contains($0.place) } }
        return taken
    }

    /// What belongs to no line of the document; what holds the minutes is told with its rule.
    var left: [Note] {
        notes.filter { !$0.note.text.hasPrefix(Self.holds) }
            .map { $0.place.isEmpty ? $0.note : $0.note.at($0.place) }
    }

    private mutating func add(_ note: Note, at place: String) {
        if !notes.contains(where: { $0 == (place, note) }) { notes.append((place, note)) }
    }

    private mutating func add(_ record: MeetingRecord) {
        for reading in record.readings {
            add(
                Note("\(reading.field.title): \(Self.value(of: reading))", reading.confidence),
                at: reading.source
            )
        }
        for person in record.participants {
            let who = person.name.isEmpty ? person.role : person.name
            add(
                Note(
                    "\(who), \(Self.name(person.partner)): \(Self.word(person.evidence))",
                    person.confidence
                ),
                at: person.source
            )
        }
        for statement in record.statements {
            let text =
                "shows that \(Self.name(statement.partner)) \(Self.word(statement.evidence)): “\(statement.words)”"
            add(Note(text), at: statement.source)
        }
        for exemption in record.exemptions {
            add(
                Note("\(Self.name(exemption.partner)) need not be consulted: “\(exemption.words)”"),
                at: exemption.source
            )
        }
        for marking in record.markings where !marking.kind.isUnseen {
            let kind = marking.kind.rawValue.replacing("-", with: " ")
            add(Note("marked: \(kind) (“\(marking.words)”)"), at: marking.source)
        }
        for line in record.passedOver {
            add(
                Note("does not count for \(Self.name(line.partner)): \(Self.reason(line))"),
                at: line.source
            )
        }
    }

    // MARK: Words

    /// As people say it: "19 Nov 2026", "not stated".
    private static func value(of reading: FieldReading) -> String {
        switch reading.field {
        case _ where reading.value.isEmpty: return "not found"
        case .date, .dateOfBirth:
            guard let date = CalendarDate(iso: reading.value) else { return reading.value }
            return LondonTime.stamp(date)
        case .status: return reading.value == Meeting.Status.unstated.rawValue ? "not stated" : reading.value
        case .kind, .urgency: return reading.value.replacing("-", with: " ")
        case .time, .childName, .reference, .setting: return reading.value
        }
    }

    private static func name(_ partner: Partner) -> String { partner.rawValue.replacing("-", with: " ") }

    private static func word(_ evidence: Evidence) -> String {
        switch evidence {
        case .none: "nothing"
        case .invited: "invited, no response"
        case .apologies: "sent apologies"
        case .contributed: "gave information or a report"
        case .deputised: "somebody came instead"
        case .attended: "attended"
        }
    }

    private static func reason(_ line: PassedOver) -> String {
        let words = line.cue.isEmpty ? "it" : "“\(line.cue)”"
        return switch line.reason {
        case .intention: "\(words) tells of something still to be done"
        case .failedContact: "\(words) is no sign that anything came from them"
        case .notReceived: "\(words) tells of something still to come or to be done"
        case .anotherOccasion: "\(words) is about another occasion than this meeting"
        case .sentTheOtherWay: "\(words) tells of what was sent to them, not by them"
        case .notInvited: "\(words) tells of what was not asked for or not needed"
        case .noContact: "it does not say that they were asked for this meeting"
        }
    }

    private static func text(of table: ExplainedTable) -> String {
        let columns = table.columns.map { column in
            column.heading.isEmpty ? column.meaning : "“\(column.heading)” = \(column.meaning)"
        }
        switch table.kind {
        case .attendance: return "a list of people: \(columns.joined(separator: ", "))"
        case .children: return "a list of children: \(columns.joined(separator: ", "))"
        case .text: return "no list of people: its words are read as text"
        }
    }
}

extension ExplainReport.Note {
    /// The same with the place, for a note that stands on its own.
    fileprivate func at(_ place: String) -> ExplainReport.Note {
        var note = self
        note.text += " (\(place))"
        return note
    }
}
