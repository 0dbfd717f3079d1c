/// What a document turned out to be.
package enum Interpretation: Codable, Equatable, Sendable {
    case minutes(MeetingRecord)
    /// Not minutes; the reason is a plain sentence without the document's own words.
    case notMinutes(reason: String)
}

/// Reads a document's blocks as the record of a meeting.
///
/// Total: whatever comes in, something honest comes out.
package func interpret(_ document: Document, vocabulary: Vocabulary = Vocabulary()) -> Interpretation {
    let outline = OutlineBuilder.outline(of: document, vocabulary: vocabulary)
    let children = ChildrenReader(outline: outline).children()
    let settings = Set(children.compactMap(\.setting))
    let joiner = ParticipantJoiner(
        vocabulary: vocabulary,
        setting: settings.count == 1 ? settings.first : nil,
        emergencyTeam: EmergencyTeam.name(in: outline)
    )

    var listed = AttendanceReader(outline: outline, vocabulary: vocabulary).listed()
    let told = ProseAttendance(vocabulary: vocabulary).listed(in: outline)
    // Where lists tell who came, sentences add only what stands among them, such as why somebody was not on the call.
    let isToldInLists = listed.filter { $0.evidence == .attended }.count > 1
    listed += isToldInLists ? told.filter(\.isAmongLists) : told
    let subjects = Set(children.map { PersonName.core($0.name) })
    listed.removeAll { $0.isBareName && subjects.contains(PersonName.core($0.person.name)) }
    var participants = joiner.participants(from: listed)
    let hasAttendance = !participants.isEmpty
    let statementReader = StatementReader(outline: outline, vocabulary: vocabulary)
    let (statements, consulted) = statementReader.read(participants: participants)
    participants += joiner.participants(from: consulted.map(\.fromText)).filter { new in
        !participants.contains { PersonName.core($0.name).last == PersonName.core(new.name).last }
    }
    participants = statementReader.raising(participants)
    participants = Introductions(outline: outline, vocabulary: vocabulary).completing(participants)

    let contents = ContentsReader(outline: outline, vocabulary: vocabulary).contents(
        participants: participants
    )
    if let reason = MinutesRecognition(outline: outline).refusal(
        participants: participants,
        children: children,
        contents: contents
    ) {
        return .notMinutes(reason: reason)
    }
    let reading = MeetingReader(outline: outline).read()
    var doubts = reading.doubts
    if !hasAttendance {
        doubts.append(
            MeetingRecord.Doubt(
                kind: .noAttendance,
                text:
                    "No attendance was found in the minutes. Add who was invited and who came, and drop the file again.",
                source: ""
            )
        )
    }
    doubts += doubtsAbout(children: children, outline: outline)
    doubts += participants.compactMap { participant in
        participant.doubt.map {
            MeetingRecord.Doubt(
                kind: .unclearEvidence,
                text: $0,
                source: participant.source,
                partner: participant.partner
            )
        }
    }
    return .minutes(
        MeetingRecord(
            meeting: reading.meeting,
            children: children,
            participants: participants,
            statements: statements,
            exemptions: ExemptionReader(outline: outline).exemptions(
                children: children,
                meeting: reading.meeting
            ),
            markings: MarkingReader(outline: outline, document: document).markings(),
            doubts: doubts,
            contents: contents
        )
    )
}

private func doubtsAbout(children: [Child], outline: Outline) -> [MeetingRecord.Doubt] {
    var doubts: [MeetingRecord.Doubt] = []
    if children.isEmpty {
        doubts.append(
            MeetingRecord.Doubt(
                kind: .noChild,
                text: "The minutes do not say which child they are about, or it could not be read.",
                source: ""
            )
        )
    }
    let settings = children.map { Tokens($0.setting ?? "").key }
    if children.count > 1, Set(settings).count > 1 {
        doubts.append(
            MeetingRecord.Doubt(
                kind: .differentSettings,
                text:
                    "The minutes are about children at different schools or settings. No school may be sent another school's child: split the minutes, one file a school, and drop them again.",
                source: ""
            )
        )
    }
    let starts = outline.bodyPassages.filter { passage in
        let tokens = passage.tokens
        return passage.isHeading && tokens.count <= 12
            && tokens.containsAny(["strategy meeting", "strategy discussion"])
            && tokens.containsAny(["minutes", "record", "notes", "strategy discussion meeting"])
            && !tokens.says(.partOfMinutes)
    }
    let dates = outline.facts.filter {
        $0.zone == .body
            && $0.labelTokens.containsAny(["date of meeting", "date of discussion", "meeting date"])
            && !$0.labelTokens.contains("next")
    }
    let days = Set(dates.compactMap { DateReader.firstDate(in: $0.value) })
    if starts.count > 1 && days.count > 1 || starts.filter({ !$0.place.contains("header") }).count > 2 {
        doubts.append(
            MeetingRecord.Doubt(
                kind: .severalMeetings,
                text:
                    "The file seems to hold the minutes of more than one meeting. Put each meeting in a file of its own and drop them again.",
                source: starts.last?.place ?? ""
            )
        )
    }
    return doubts
}
