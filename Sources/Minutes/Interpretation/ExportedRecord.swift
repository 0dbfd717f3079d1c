/// A record that a program wrote down as such: there is nothing to interpret, but the same doubts hold it back.
enum ExportedRecord {
    /// The record with the doubts and markings that interpretation would have added to the like of it.
    static func withDoubts(_ record: MeetingRecord, traces: [Document.Trace]) -> MeetingRecord {
        var record = record
        for trace in traces {
            guard let kind = MeetingRecord.Marking.Kind(rawValue: trace.kind.rawValue) else { continue }
            record.markings.append(MeetingRecord.Marking(kind: kind, words: trace.detail, source: "the file"))
        }
        func add(_ kind: MeetingRecord.Doubt.Kind, _ text: String) {
            guard !record.doubts.contains(where: { $0.kind == kind }) else { return }
            record.doubts.append(MeetingRecord.Doubt(kind: kind, text: text, source: ""))
        }
        if record.meeting.date == nil {
            add(
                .noDate,
                "The record does not say on what day the meeting was. Add it and drop the file again."
            )
        }
        if record.participants.isEmpty {
            add(
                .noAttendance,
                "The record names nobody who was invited or came. Add them and drop the file again."
            )
        }
        if record.children.isEmpty { add(.noChild, "The record does not say which child it is about.") }
        let settings = Set(record.children.map { Tokens($0.setting ?? "").key })
        if settings.count > 1 {
            add(
                .differentSettings,
                "The record is about children at different schools or settings. No school may be sent another school's "
                    + "child: split the record, one file a school, and drop them again."
            )
        }
        return record
    }
}
