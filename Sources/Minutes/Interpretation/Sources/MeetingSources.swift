/// Says of each field of the meeting where it was read, and how surely.
struct MeetingSources {
    let outline: Outline
    let meeting: Meeting
    let day: MeetingDateReader.Reading
    let signOff: SignOffReader.Reading

    func readings() -> [FieldReading] { [date, time, kind, urgency, status] }

    // MARK: Day and time

    private var date: FieldReading {
        let value = meeting.date?.iso ?? ""
        guard let source = day.source else {
            return FieldReading(
                .date,
                value: value,
                found: nil,
                .doubtful("no date of the meeting was found")
            )
        }
        let found = Outline.Finding(words: source.tokens.text, place: source.place)
        guard meeting.date != nil else {
            return FieldReading(
                .date,
                value: value,
                found: found,
                .doubtful("the dates contradict each other")
            )
        }
        let confidence: Confidence =
            day.isPlain
            ? .certain("the words say that it is the day of the meeting")
            : .likely("it is the only date among the first lines or beside a time")
        return FieldReading(.date, value: value, found: found, confidence)
    }

    private var time: FieldReading {
        guard let time = meeting.time else {
            return FieldReading(
                .time,
                value: "",
                found: nil,
                .likely("no one time of the beginning was found")
            )
        }
        let labelled = outline.facts.first {
            MeetingTimeLabel.matches($0.labelTokens)
                && TimeReader.time(in: $0.value, isLabelled: true) == time
        }
        if let labelled {
            let found = Outline.Finding(labelled)
            return FieldReading(.time, value: "\(time)", found: found, .certain("beside “\(labelled.label)”"))
        }
        let beside = day.source.flatMap { source in
            TimeReader.time(in: source.tokens.text, isLabelled: false) == time
                ? Outline.Finding(words: source.tokens.text, place: source.place) : nil
        }
        let spoken = outline.firstPassage { TimeReader.time(in: $0.text, isLabelled: false) == time }
        return FieldReading(
            .time,
            value: "\(time)",
            found: beside ?? spoken,
            .likely("beside the date, or in a sentence")
        )
    }

    // MARK: Kind, urgency, status

    private var kind: FieldReading {
        let cue: Cue? =
            switch meeting.kind {
            case .allegation: .allegationMeeting
            case .complexStrategy: .complexMeeting
            case .reviewStrategy: .reviewWord
            case .strategy, .other: nil
            }
        let value = meeting.kind.rawValue
        guard meeting.kind != .other else {
            return FieldReading(
                .kind,
                value: value,
                found: nil,
                .doubtful("no words name the kind of meeting")
            )
        }
        func says(_ tokens: Tokens) -> Bool {
            cue.map { tokens.says($0) } ?? (StrategyMention.stands(in: tokens) || tokens.says(.strategyTitle))
        }
        if let passage = outline.passages.first(where: { says($0.tokens) && isTitle($0) }) {
            let found = Outline.Finding(words: passage.text, place: passage.place)
            return FieldReading(.kind, value: value, found: found, .certain("a title says so"))
        }
        if let fact = outline.facts.first(where: { says($0.labelTokens) || says($0.valueTokens) }) {
            let found = Outline.Finding(fact)
            return FieldReading(.kind, value: value, found: found, .certain("the words of a field say so"))
        }
        let found = outline.firstPassage { says($0.tokens) }
        return FieldReading(.kind, value: value, found: found, .likely("the first lines say so"))
    }

    /// A heading, a page header, or a short line of its own.
    private func isTitle(_ passage: Outline.Passage) -> Bool {
        passage.isHeading || passage.zone != .body || passage.label == nil && passage.tokens.count <= 14
    }

    private var urgency: FieldReading {
        let cues: [Cue] =
            switch meeting.urgency {
            case .urgent: [.urgentWord]
            case .planned: [.plannedWord]
            case .outOfHours: [.outOfHours, .outOfHoursMeeting, .outOfHoursTitle]
            case .unknown: []
            }
        guard !cues.isEmpty else {
            return FieldReading(
                .urgency,
                value: "unknown",
                found: nil,
                .likely("nothing says how it was called")
            )
        }
        let value = meeting.urgency.rawValue
        if meeting.urgency == .outOfHours,
            let title = outline.passages.first(where: { isTitle($0) && $0.tokens.says(.outOfHoursTitle) })
        {
            let found = Outline.Finding(words: title.text, place: title.place)
            return FieldReading(.urgency, value: value, found: found, .certain("a title says so"))
        }
        let field = outline.facts.first { fact in
            guard fact.zone == .body, ChildLabel(fact.labelTokens) == nil else { return false }
            let line = Tokens("\(fact.label) \(Choice.chosen(in: fact.value) ?? "")")
            return line.count <= 40 && cues.contains { line.says($0) }
        }
        let found = field.map { Outline.Finding($0) }
        return FieldReading(
            .urgency,
            value: value,
            found: found ?? outline.firstPassage { passage in cues.contains { passage.tokens.says($0) } },
            field == nil ? .likely("a title or sentence says so") : .certain("a field of the form says so")
        )
    }

    private var status: FieldReading {
        let found = signOff.place.isEmpty ? nil : Outline.Finding(words: signOff.words, place: signOff.place)
        let confidence: Confidence =
            switch signOff.status {
            case .approved: .certain("the chair's sign-off is recorded")
            case .draft: .certain("the document calls itself a draft")
            case .unstated: .likely("no sign-off is recorded, and nothing calls it a draft")
            }
        return FieldReading(.status, value: signOff.status.rawValue, found: found, confidence)
    }
}
