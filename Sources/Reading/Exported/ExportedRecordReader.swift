import Minutes

/// Reads the record of a meeting that a program wrote in the shape of `minuted check --json` (design section 6).
///
/// Keys that are not known are left alone; a value that cannot be is an error that says where it stands. What held
/// the minutes back where the record was made holds them back here.
struct ExportedRecordReader {
    let root: JSONPart
    private let limits: ReadingLimits

    /// Bytes of a record; the largest real one has some ten thousand.
    private static let mostBytes = 5_000_000

    static func document(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
        guard bytes.count <= mostBytes else { throw .tooLarge("The record is larger than any real one.") }
        let root = try root(TextDecoding.text(bytes))
        guard root["meeting"].isObject else {
            throw .unsupported("a JSON file that is no record of a meeting")
        }
        let reader = ExportedRecordReader(root: root, limits: limits)
        let record = try reader.record()
        return Document(format: .json, blocks: ExportedRecordBlocks.blocks(of: record), exported: record)
    }

    /// The one object of the file, which may be the one line or the one entry of a list.
    private static func root(_ text: String) throws(ReadingError) -> JSONPart {
        do throws(ReadingError) {
            let root = try JSONPart.root(text)
            guard !root.isObject else { return root }
            let entries = try root.entries()
            guard entries.count <= 1 else { throw several(entries.count) }
            return entries.first ?? root
        } catch {
            // One record a line, as `minuted check --json` prints of several files.
            let lines = text.split(separator: "\n").filter { $0.first == "{" }
            var records = 0
            for line in lines.prefix(1000) where (try? JSONPart.root(String(line)).isObject) == true {
                records += 1
            }
            throw records > 1 ? several(records) : error
        }
    }

    private static func several(_ count: Int) -> ReadingError {
        ReadingError(
            .severalDocuments,
            "The file has \(count) records in it. Put each in a file of its own and drop them one at a time."
        )
    }

    private func record() throws(ReadingError) -> MeetingRecord {
        if try root["disposition"].word(Disposition.self) == .reject {
            throw ReadingError(
                .unsupported,
                "The record says that its file could not be taken in as minutes. Drop the minutes themselves."
            )
        }
        var record = MeetingRecord(meeting: try meeting())
        record.children = try children(before: record.meeting.date)
        record.participants = try participants()
        record.statements = try statements(beyond: record.participants)
        try addFindings(to: &record)
        return record
    }

    private func meeting() throws(ReadingError) -> Meeting {
        let part = root["meeting"]
        var meeting = Meeting(date: try date(part["date"]))
        if let text = try part["time"].text() {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
                let minute = Int(parts[1]), let time = ClockTime(hour: hour, minute: minute)
            else { throw part["time"].mistake("a time like 14:00") }
            meeting.time = time
        }
        meeting.kind = try part["kind"].word(Meeting.Kind.self) ?? .other
        meeting.urgency = try part["urgency"].word(Meeting.Urgency.self) ?? .unknown
        meeting.status = try part["status"].word(Meeting.Status.self) ?? .unstated
        return meeting
    }

    private func date(_ part: JSONPart) throws(ReadingError) -> CalendarDate? {
        guard let text = try part.text() else { return nil }
        guard let date = CalendarDate(iso: text) else { throw part.mistake("a date like 2026-11-19") }
        return date
    }

    func entries(_ part: JSONPart) throws(ReadingError) -> [JSONPart] {
        let entries = try part.entries()
        guard entries.count <= limits.blocks else {
            throw .tooLarge("The record has more entries than any real one.")
        }
        return entries
    }

    private func children(before day: CalendarDate?) throws(ReadingError) -> [Child] {
        var children: [Child] = []
        for part in try entries(root["children"]) {
            guard let name = try part["name"].text(), !name.isEmpty else {
                throw part["name"].mistake("a name")
            }
            let born = try date(part["dateOfBirth"])
            if let born, let day, born > day {
                throw part["dateOfBirth"].mistake(
                    "a day before the meeting; leave it out for an unborn child"
                )
            }
            children.append(
                Child(
                    name: name,
                    dateOfBirth: born,
                    reference: try part["reference"].text().flatMap { $0.isEmpty ? nil : $0 },
                    setting: try part["setting"].text().flatMap { $0.isEmpty ? nil : $0 }
                )
            )
        }
        return children
    }

    private func participants() throws(ReadingError) -> [Participant] {
        var participants: [Participant] = []
        for part in try entries(root["participants"]) {
            let name = try part["name"].text() ?? ""
            let role = try part["role"].text() ?? ""
            guard !name.isEmpty || !role.isEmpty else { throw part["name"].mistake("a name, or else a role") }
            guard let evidence = try part["evidence"].word(Evidence.self) else {
                throw part["evidence"].mistake(
                    "one of " + Evidence.allCases.map(\.rawValue).joined(separator: ", ")
                )
            }
            let organisation = try part["organisation"].text() ?? ""
            let source = try part["source"].text() ?? ""
            participants.append(
                Participant(
                    name: name,
                    role: role,
                    organisation: organisation,
                    partner: try partner(part["partner"]),
                    evidence: evidence,
                    source: source.isEmpty ? part.path : source,
                    words: [name, role, organisation, evidence.rawValue].filter { !$0.isEmpty }
                        .joined(separator: " | ")
                )
            )
        }
        return participants
    }

    func partner(_ part: JSONPart) throws(ReadingError) -> Partner {
        guard let text = try part.text(), let partner = Partner(rawValue: text) else {
            throw part.mistake("a partner, such as health or social-care")
        }
        return partner
    }

    /// What the record says of a partner and none of its people shows.
    private func statements(beyond people: [Participant]) throws(ReadingError) -> [MeetingRecord.Statement] {
        let partners = root["partners"]
        var statements: [MeetingRecord.Statement] = []
        for name in try partners.keys() {
            guard let partner = Partner(rawValue: name) else {
                // The key may be anything, and is not said.
                throw partners.mistake("a partner, such as health or social-care, as each key")
            }
            guard let evidence = try partners[name].word(Evidence.self), evidence > .none else { continue }
            let shown = people.filter { $0.partner == partner }.map(\.evidence).max() ?? .none
            guard evidence > shown else { continue }
            statements.append(
                MeetingRecord.Statement(
                    partner: partner,
                    evidence: evidence,
                    words: "\(name): \(evidence.rawValue)",
                    source: partners[name].path
                )
            )
        }
        return statements
    }
}
