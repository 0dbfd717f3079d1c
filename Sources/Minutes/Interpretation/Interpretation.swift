/// What a document turned out to be.
package enum Interpretation: Codable, Equatable, Sendable {
    case minutes(MeetingRecord)
    /// Not minutes; the reason is a plain sentence without the document's own words.
    case notMinutes(reason: String)
}

/// Reads a document's blocks as the record of a meeting.
///
/// Total: whatever comes in, something honest comes out. Minutes that a mail only quotes or forwards are read too, so
/// that their alerts are seen, but held: what would leave is the note above them.
package func interpret(_ document: Document, vocabulary: Vocabulary = Vocabulary()) -> Interpretation {
    if let exported = document.exported {
        return .minutes(ExportedRecord.withDoubts(exported, traces: document.traces))
    }
    let written = interpretBody(of: document, vocabulary: vocabulary)
    guard case .notMinutes = written, !document.quoted.isEmpty else { return written }
    var older = document
    older.blocks = document.quoted
    older.quoted = []
    guard case .minutes(var record) = interpretBody(of: older, vocabulary: vocabulary) else { return written }
    record.doubts.append(
        MeetingRecord.Doubt(
            kind: .unclearText,
            text:
                "The minutes stand in an older mail that this one forwards or quotes. Save them as a document of their own and drop that.",
            source: document.quoted.first?.place ?? ""
        )
    )
    return .minutes(record)
}

private func interpretBody(of original: Document, vocabulary: Vocabulary) -> Interpretation {
    let document = original.asWritten
    let outline = OutlineBuilder.outline(of: document, vocabulary: vocabulary)
    let childrenRead = ChildrenReader(outline: outline).read()
    let children = childrenRead.children
    let settings = Set(children.compactMap(\.setting))
    let joiner = ParticipantJoiner(
        vocabulary: vocabulary,
        setting: settings.count == 1 ? settings.first : nil,
        emergencyTeam: EmergencyTeam.name(in: outline)
    )

    var listed = AttendanceReader(outline: outline, vocabulary: vocabulary).listed()
    let told = ProseAttendance(vocabulary: vocabulary).listed(in: outline)
        .map { $0.resting(on: "a sentence says so", .likely) }
    // Where lists tell who came, sentences add only what stands among them, such as why somebody was not on the call.
    let isToldInLists = listed.filter { $0.evidence == .attended }.count > 1
    listed += isToldInLists ? told.filter(\.isAmongLists) : told
    if !isToldInLists, told.filter({ $0.evidence == .attended }).count < 2 {
        let people = PersonReader(vocabulary: vocabulary)
        listed += AgencySpeakers(outline: outline, people: people).listed()
    }
    let subjects = Set(children.map { PersonName.core($0.name) })
    listed.removeAll { $0.isBareName && subjects.contains(PersonName.core($0.person.name)) }
    var participants = joiner.participants(from: listed)
    let hasAttendance = !participants.isEmpty
    let statementReader = StatementReader(
        outline: outline,
        vocabulary: vocabulary,
        participants: participants,
        children: children
    )
    let said = statementReader.read()
    participants = zip(participants, statementReader.raising(participants)).map { before, after in
        var raised = after
        if after.evidence > before.evidence, after.doubt == nil {
            raised.confidence = .likely("the text says that something came from them")
        }
        return raised
    }
    let consulted = said.consulted.map {
        $0.fromText.resting(on: "the text says what was learned", .likely)
    }
    participants += joiner.participants(from: consulted).filter { new in
        !participants.contains { PersonName.core($0.name).last == PersonName.core(new.name).last }
    }
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
    doubts += ChildDoubts(reading: childrenRead, kind: reading.meeting.kind).doubts
    doubts += SeveralMeetings(outline: outline).doubts
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
    let readings = reading.readings + ChildSources(outline: outline, children: children).readings()
    doubts += readings.compactMap(doubt(about:))
    let shown =
        participants.filter { $0.evidence >= .contributed }.map(\.partner) + said.statements.map(\.partner)
    let passedOver = PassedOverReader(outline: outline, vocabulary: vocabulary, consulted: Set(shown))
    return .minutes(
        MeetingRecord(
            meeting: reading.meeting,
            children: children,
            participants: participants,
            statements: said.statements,
            exemptions: ExemptionReader(outline: outline).exemptions(
                children: children,
                meeting: reading.meeting
            ),
            markings: MarkingReader(outline: outline, document: document).markings(),
            doubts: doubts,
            contents: contents,
            readings: readings,
            passedOver: passedOver.lines(beside: said.passedOver),
            identifiers: IdentifierReader(outline: outline).identifiers()
        )
    )
}

/// A field of a child that decides who gets the minutes, and that is not sure; `nil` for all others.
///
/// Day and kind of the meeting and missing names have doubts of their own.
private func doubt(about reading: FieldReading) -> MeetingRecord.Doubt? {
    guard reading.confidence.level == .doubtful, reading.field.decidesDistribution, reading.child != nil
    else {
        return nil
    }
    return MeetingRecord.Doubt(
        kind: .unclearText,
        text: "It is not certain that the \(reading.field.title) is “\(reading.value)”: "
            + "\(reading.confidence.reason). Correct the minutes and drop the file again.",
        source: reading.source
    )
}
