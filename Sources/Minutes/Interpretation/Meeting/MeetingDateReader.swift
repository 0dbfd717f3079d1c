/// Finds the one day of the meeting, and says so when the document gives none or more than one.
struct MeetingDateReader {
    let outline: Outline

    private struct Candidate {
        var found: DateReader.Found
        var place: String
    }

    func date() -> (CalendarDate?, MeetingRecord.Doubt?) {
        var candidates = labelledDates() + spokenDates()
        if candidates.isEmpty {
            let title = titleDates()
            if Set(title.map(\.found.date)).count == 1 { candidates = title }
        }
        guard let first = candidates.first else {
            return (nil, doubt(.noDate, "The date of the meeting was not found. Add it to the minutes", ""))
        }
        let days = Set(candidates.map(\.found.date))
        if days.count > 1 {
            let places = Set(candidates.map { "\($0.found.date.iso) (\($0.place))" }).sorted()
            let text =
                "The minutes give more than one date for the meeting: \(places.joined(separator: ", ")). Correct them"
            return (nil, doubt(.contradictoryDate, text, first.place))
        }
        if candidates.contains(where: \.found.contradictsWeekday) {
            let text =
                "The weekday written beside the date of the meeting is not the weekday of that date. Correct it"
            return (nil, doubt(.contradictoryDate, text, first.place))
        }
        return (first.found.date, nil)
    }

    private func doubt(_ kind: MeetingRecord.Doubt.Kind, _ text: String, _ source: String)
        -> MeetingRecord.Doubt
    {
        MeetingRecord.Doubt(kind: kind, text: "\(text) and drop the file again.", source: source)
    }

    // MARK: Beside a label

    private func labelledDates() -> [Candidate] {
        outline.facts.compactMap { fact in
            guard fact.zone != .footer, !Self.isElsewhere(fact.section), fact.isMeetingDateLabel,
                let found = DateReader.dates(in: fact.valueTokens).first, !isDayOfSigning(fact)
            else { return nil }
            // "Meeting: the one on 3 May" tells a story; "Meeting: Tuesday 3 May" is the date.
            if ["meeting", "strategy meeting", "strategy discussion", "on", "when"].contains(fact.key),
                found.words.lowerBound > 2
            {
                return nil
            }
            return Candidate(found: found, place: fact.place)
        }
    }

    private static func isElsewhere(_ section: Section?) -> Bool {
        switch section {
        case .nextMeeting, .signOff, .family, .actions, .decision, .timeline: true
        default: false
        }
    }

    /// "Chair: M Tattersall   Approved: yes   Date: 12/08/2026": a bare date beside or after a signature.
    private func isDayOfSigning(_ fact: Outline.Fact) -> Bool {
        guard ["date", "on", "held", "when"].contains(fact.key) else { return false }
        if outline.facts.contains(where: { $0.place == fact.place && $0.labelTokens.says(.signatureNearby) })
        {
            return true
        }
        if outline.passages.contains(where: {
            $0.place == fact.place && $0.label == nil && $0.tokens.says(.signatureNearby)
        }) {
            return true
        }
        guard
            let index = outline.facts.firstIndex(where: { $0.place == fact.place && $0.label == fact.label }),
            index > 0
        else { return false }
        let previous = outline.facts[index - 1]
        return previous.zone == fact.zone && previous.labelTokens.says(.signatureNearby)
    }

    // MARK: In a sentence

    /// "Minutes of the strategy meeting held on Monday 16th November 2026".
    private func spokenDates() -> [Candidate] {
        outline.passages.flatMap { passage -> [Candidate] in
            guard passage.zone != .footer, passage.label != "cell", passage.label == nil || !passage.isHeading
            else {
                return []
            }
            switch passage.section {
            case nil, .reason, .present: break
            default: guard passage.isHeading, passage.section != .nextMeeting else { return [] }
            }
            return passage.sentences.flatMap { sentence in
                DateReader.dates(in: sentence).filter { isHeld(on: $0, in: sentence) }
                    .map { Candidate(found: $0, place: passage.place) }
            }
        }
    }

    private func isHeld(on date: DateReader.Found, in sentence: Tokens) -> Bool {
        let start = date.words.lowerBound
        let before = sentence.words[max(0, start - 22)..<start].map(\.text)
        // "Meeting date 07/12/2026 at 11:15": a label without a colon opens the sentence.
        let opening = Cues.builtIn.phrases(of: .meetingDateLabel).longestMatch(in: sentence, at: 0)
        if opening > 1, start <= opening + 2 { return true }
        guard let held = before.lastIndex(where: { ["held", "convened", "took", "dated"].contains($0) }),
            !before[held...].contains(where: { ["born", "birth", "dob"].contains($0) })
        else { return false }
        let subject = before[...held]
        let isMeeting = subject.contains { ["meeting", "discussion", "strategy"].contains($0) }
        guard isMeeting || sentence.words[0].text == "held" else { return false }
        let others = ["separate", "previous", "earlier", "next", "last", "further", "follow", "review", "be"]
        return !before.contains { others.contains($0) }
            || subject.contains("review") && !before.contains("next")
    }

    /// Last resort: the one date in a title or in the lines before the first part.
    private func titleDates() -> [Candidate] {
        let top = outline.passages.filter { $0.zone != .footer && $0.section == nil && $0.label != "cell" }
            .prefix(8)
        let footers = outline.passages.filter { passage in
            passage.zone == .footer
                && passage.tokens.containsAny(["strategy meeting", "strategy discussion"])
                && !passage.tokens.containsAny(["printed", "approved"])
        }
        return (top + footers).flatMap { passage -> [Candidate] in
            let tokens = passage.tokens
            guard !tokens.containsAny(["dob", "born", "printed", "expected", "invited", "dear"]),
                tokens.containsAny(["strategy", "meeting", "discussion", "minutes"]) || tokens.count <= 6
            else { return [] }
            return DateReader.dates(in: tokens).map { Candidate(found: $0, place: passage.place) }
        }
    }
}
