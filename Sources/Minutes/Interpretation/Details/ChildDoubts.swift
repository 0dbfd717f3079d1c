/// What a person must look at because of the children that the minutes are about.
struct ChildDoubts {
    let reading: ChildrenReader.Reading
    let kind: Meeting.Kind

    var doubts: [MeetingRecord.Doubt] {
        if reading.children.isEmpty {
            // A meeting about an adult need not name a child.
            guard kind != .allegation else { return [] }
            return [
                MeetingRecord.Doubt(
                    kind: .noChild,
                    text: "The minutes do not say which child they are about, or it could not be read.",
                    source: ""
                )
            ]
        }
        guard reading.children.count > 1, settings.count > 1 else { return [] }
        return [
            MeetingRecord.Doubt(
                kind: .differentSettings,
                text:
                    "The minutes are about children at different schools or settings. No school may be sent another school's child: split the minutes, one file a school, and drop them again.",
                source: ""
            )
        ]
    }

    /// The settings of all children, "" for one that is not known; a child who has none shares every other's.
    private var settings: Set<String> {
        Set(
            reading.children.filter { !reading.withoutSetting.contains($0.name) }
                .map { Tokens($0.setting ?? "").key }
        )
    }
}
