/// Reads when the meeting was, what kind it was, how urgently it was called and whether its record is signed off.
struct MeetingReader {
    let outline: Outline
    let document: Document

    struct Reading {
        var meeting: Meeting
        var doubts: [MeetingRecord.Doubt]
    }

    func read() -> Reading {
        var doubts: [MeetingRecord.Doubt] = []
        let date = date(&doubts)
        return Reading(
            meeting: Meeting(date: date, time: time(), kind: kind(), urgency: urgency(), status: SignOffReader(outline: outline).status()),
            doubts: doubts)
    }

    // MARK: Date

    private struct Candidate {
        var found: DateReader.Found
        var place: String
        var rank: Int
    }

    /// Labels whose dates are of something else.
    private static let otherDates = [
        "birth", "dob", "born", "print", "printed", "sign", "signed", "signature", "next", "review", "approved", "approval", "authorised", "authorisation",
        "referral", "referred", "received", "circulated", "sent", "distributed", "completed", "due", "expected", "edd", "typed", "version", "reviewed",
        "previous", "last", "incident", "agreed", "checked", "started", "created", "issued", "uploaded", "conference", "icpc", "invited", "arrest", "template", "form", "revised",
    ]

    private static let dateLabels: Set<String> = [
        "date", "date of meeting", "meeting date", "date of discussion", "date of strategy meeting", "date of strategy discussion", "date of the meeting",
        "date and time", "date time", "date and time of meeting", "date and time of discussion", "date time and venue", "when", "held", "held on", "discussion held",
        "meeting held", "date held", "date of strategy discussion meeting", "day and date", "date time venue", "date and venue", "strategy meeting date",
        "date of the discussion", "discussion date", "date of this meeting", "strategy discussion date", "date time of meeting", "date of meeting discussion", "meeting", "strategy meeting", "strategy discussion", "date of strategy", "date time of discussion", "on", "date of strategy meeting discussion", "date and start time",
    ]

    private func date(_ doubts: inout [MeetingRecord.Doubt]) -> CalendarDate? {
        let labelled = labelledDates()
        let spoken = spokenDates()
        let candidates = labelled + spoken
        guard let first = candidates.first else {
            let title = titleDates()
            if let only = title.first, Set(title.map(\.found.date)).count == 1, !only.found.contradictsWeekday {
                return only.found.date
            }
            doubts.append(
                MeetingRecord.Doubt(
                    kind: .noDate, text: "The date of the meeting was not found. Add it to the minutes and drop the file again.", source: ""))
            return nil
        }
        let days = Set(candidates.map(\.found.date))
        if days.count > 1 {
            let places = candidates.map { "\($0.found.date.iso) (\($0.place))" }
            doubts.append(
                MeetingRecord.Doubt(
                    kind: .contradictoryDate,
                    text: "The minutes give more than one date for the meeting: \(Set(places).sorted().joined(separator: ", ")). Correct them and drop the file again.",
                    source: first.place))
            return nil
        }
        if candidates.contains(where: \.found.contradictsWeekday) {
            doubts.append(
                MeetingRecord.Doubt(
                    kind: .contradictoryDate,
                    text: "The weekday written beside the date of the meeting is not the weekday of that date. Correct it and drop the file again.",
                    source: first.place))
            return nil
        }
        return first.found.date
    }

    private func labelledDates() -> [Candidate] {
        outline.facts.compactMap { fact in
            guard fact.zone != .footer, fact.section != .nextMeeting, fact.section != .signOff, fact.section != .family,
                fact.section != .actions, fact.section != .decision, fact.section != .timeline
            else { return nil }
            let label = Tokens(fact.label)
            let key = label.key
            guard Self.dateLabels.contains(key) || isMeetingDateLabel(label) else { return nil }
            guard let found = DateReader.dates(in: Tokens(fact.value)).first, !isNearSignature(fact) else { return nil }
            if ["meeting", "strategy meeting", "strategy discussion", "on", "when"].contains(key), found.words.lowerBound > 2 { return nil }
            return Candidate(found: found, place: fact.place, rank: 0)
        }
    }

    private func isMeetingDateLabel(_ label: Tokens) -> Bool {
        guard label.contains("date") || label.contains("when") || label.contains("held"), label.count <= 8 else { return false }
        return label.containsAny(["meeting", "discussion", "held", "strategy"]) && !label.words.contains { Self.otherDates.contains($0.text) }
    }

    /// "Chair: M Tattersall   Approved: yes   Date: 12/08/2026" on one line is the date of signing.
    private func isNearSignature(_ fact: Outline.Fact) -> Bool {
        guard fact.key == "date" else { return false }
        let siblings = outline.facts.filter { $0.place == fact.place && $0.label != fact.label }
        return siblings.contains { sibling in
            Tokens(sibling.label).words.contains { ["approved", "signed", "signature", "agreed", "authorised", "checked", "approval"].contains($0.text) }
        } || outline.passages.contains { passage in
            passage.place == fact.place && passage.label == nil
                && Tokens(passage.text).containsAny(["signed", "approve", "approved", "agreed", "accurate record", "checked by"])
        } || isAfterSignature(fact)
    }

    /// A bare "Date" in the row or line after a signature.
    private func isAfterSignature(_ fact: Outline.Fact) -> Bool {
        guard let index = outline.facts.firstIndex(where: { $0.place == fact.place && $0.label == fact.label }), index > 0 else { return false }
        let previous = outline.facts[index - 1]
        return previous.group == fact.group || previous.zone == fact.zone
            ? Tokens(previous.label).words.contains { ["signed", "signature", "approved", "authorised", "agreed"].contains($0.text) } : false
    }

    /// "Minutes of the strategy meeting held on Monday 16th November 2026".
    private func spokenDates() -> [Candidate] {
        var found: [Candidate] = []
        for passage in outline.passages.filter({ $0.zone != .footer && $0.section != .nextMeeting && $0.label != "cell" }) {
            guard passage.section == nil || passage.section == .reason || passage.section == .present || passage.isHeading else { continue }
            for sentence in passage.text.sentences {
                let tokens = Tokens(sentence)
                for date in DateReader.dates(in: tokens) {
                    let before = tokens.words[max(0, date.words.lowerBound - 22)..<date.words.lowerBound].map(\.text)
                    guard let held = before.lastIndex(where: { $0 == "held" || $0 == "convened" || $0 == "took" || $0 == "dated" }) else { continue }
                    let subject = before[...held]
                    let isMeeting = subject.contains { ["meeting", "discussion", "strategy"].contains($0) }
                    let startsWithHeld = tokens.words.first?.text == "held" || passage.text.lowercased().hasPrefix("held")
                    guard isMeeting || startsWithHeld,
                        !before.contains(where: { ["separate", "previous", "earlier", "next", "last", "further", "follow", "review", "be"].contains($0) } ) || subject.contains("review") && !before.contains("next"),
                        !before[held...].contains(where: { ["born", "birth", "dob"].contains($0) })
                    else { continue }
                    found.append(Candidate(found: date, place: passage.place, rank: 1))
                }
            }
        }
        return found
    }

    /// Last resort: the one date in a title or the lines before the first part.
    private func titleDates() -> [Candidate] {
        let top = outline.passages.filter { $0.zone != .footer && $0.section == nil }.prefix(8)
            + outline.passages.filter { $0.zone == .footer && Tokens($0.text).containsAny(["strategy meeting", "strategy discussion"]) && !Tokens($0.text).containsAny(["printed", "approved"]) }
        return top.flatMap { passage -> [Candidate] in
            let tokens = Tokens(passage.text)
            guard !tokens.words.contains(where: { ["dob", "born", "printed", "expected", "invited", "dear"].contains($0.text) }),
                tokens.containsAny(["strategy", "meeting", "discussion", "minutes"]) || tokens.count <= 6
            else { return [] }
            return DateReader.dates(in: tokens).map { Candidate(found: $0, place: passage.place, rank: 2) }
        }
    }

    // MARK: Time

    private func time() -> ClockTime? {
        let wanted = outline.facts.filter { fact in
            let label = Tokens(fact.label)
            guard fact.section != .nextMeeting, fact.section != .signOff, fact.section != .timeline, fact.zone != .footer else { return false }
            guard label.contains("time") || label.contains("start") || label.contains("started") || Self.dateLabels.contains(label.key) || isMeetingDateLabel(label)
            else { return false }
            return !label.words.contains { ["end", "ended", "finish", "finished", "closed", "timescale", "timescales", "birth", "next", "review", "printed", "signed"].contains($0.text) }
        }
        for fact in wanted where Tokens(fact.label).words.contains(where: { ["time", "start", "started"].contains($0.text) }) {
            if let time = TimeReader.time(in: fact.value, isLabelled: !Self.dateLabels.contains(fact.key) || fact.key.contains("time")) { return time }
        }
        for fact in wanted { if let time = TimeReader.time(in: fact.value, isLabelled: false) { return time } }
        for passage in outline.passages where passage.zone != .footer && passage.section != .nextMeeting {
            guard passage.section == nil || passage.section == .reason else { continue }
            for sentence in passage.text.sentences {
                let tokens = Tokens(sentence)
                guard tokens.containsAny(["held", "strategy meeting was", "started at", "starting at", "began at", "commenced"]),
                    tokens.containsAny(["meeting", "discussion", "held"])
                else { continue }
                if let time = TimeReader.time(in: sentence, isLabelled: false) { return time }
            }
        }
        return nil
    }

    // MARK: Kind and urgency

    private var titles: [Tokens] {
        let top = outline.passages.filter { $0.zone == .body }.prefix(6).map(\.text)
            + outline.passages.filter { $0.zone != .body || $0.isHeading }.map(\.text)
        return top.map { Tokens($0) }
    }

    private var typeFacts: [String] {
        outline.facts.filter { fact in
            ["type", "type of meeting", "meeting type", "meeting", "type of discussion", "kind", "kind of meeting", "discussion type", "planned urgent", "planned or urgent", "urgent planned", "urgency", "nature of meeting", "category", "is this", "type of strategy discussion", "type of strategy meeting", "priority", "basis", "urgent or planned", "how convened", "convened", "called", "urgent"]
                .contains(fact.key) || fact.key.contains("type of") || fact.key.contains("urgent")
        }.map(\.value)
    }

    private func kind() -> Meeting.Kind {
        let titles = titles
        func says(_ phrases: [String]) -> Bool { titles.contains { $0.containsAny(phrases) } }
        if says(["lado", "allegation management", "managing allegations", "allegations management", "position of trust", "allegation strategy", "allegations against", "allegation meeting", "allegations meeting", "local authority designated officer"]) {
            return .allegation
        }
        if says(["complex strategy", "complex multi agency", "complex abuse", "organised abuse", "complex safeguarding strategy", "complex child exploitation strategy", "historical abuse strategy"]) {
            return .complexStrategy
        }
        let ticked = typeFacts.compactMap(Self.chosen)
        if says(["review strategy", "follow up strategy", "second strategy", "third strategy", "reconvened strategy", "strategy review", "strategy meeting review", "strategy discussion review", "subsequent strategy", "review of strategy", "review s47 strategy"])
            || ticked.contains(where: { Tokens($0).containsAny(["review", "follow up", "reconvened", "second"]) })
        {
            return .reviewStrategy
        }
        if says(["strategy", "section 47 discussion", "s47 discussion", "s47 meeting", "section 47 meeting"]) { return .strategy }
        let body = outline.bodyPassages.prefix(12).map { Tokens($0.text) }
        return body.contains { $0.containsAny(["strategy meeting", "strategy discussion"]) } ? .strategy : .other
    }

    private func urgency() -> Meeting.Urgency {
        var chosen = typeFacts.compactMap(Self.chosen).map { Tokens($0) }
        chosen += outline.facts.filter { ["venue", "date time and venue", "date and time", "place", "how held", "location", "meeting"].contains($0.key) }.map { Tokens($0.value) }
        for fact in outline.facts where Tokens(fact.label).containsAny(["urgent", "out of hours"]) && !Tokens(fact.label).contains("planned") {
            if Tokens(fact.value).words.first?.text == "yes" { return fact.key.contains("hours") ? .outOfHours : .urgent }
        }
        func says(_ phrases: [String], _ tokens: [Tokens]) -> Bool { tokens.contains { $0.containsAny(phrases) } }
        let outOfHours = ["out of hours", "emergency duty team", "edt", "out of office hours"]
        if says(["out of hours", "emergency duty team strategy discussion"], titles) || says(outOfHours, chosen) { return .outOfHours }
        for tokens in chosen {
            let urgent = tokens.containsAny(["urgent", "immediate", "emergency", "unplanned", "same day"]) && !tokens.containsAny(["not urgent", "non urgent"])
            let planned = tokens.containsAny(["planned", "scheduled", "routine", "non urgent", "not urgent"]) && !tokens.contains("unplanned")
            if urgent != planned { return urgent ? .urgent : .planned }
        }
        let opening = titles + outline.bodyPassages.filter { $0.section == nil || $0.section == .reason || $0.isHeading || $0.section == .present }.flatMap { $0.text.sentences.prefix(4) }.prefix(40).map { Tokens($0) }
        let urgentWords = [
            "urgent strategy", "immediate strategy", "emergency strategy", "convened urgently", "called urgently", "urgently convened", "urgently called", "held urgently",
            "convened as an urgent", "called as an urgent", "urgent discussion", "urgent telephone", "convened at short notice as urgent", "meeting was urgent", "discussion was urgent", "called at short notice", "convened at short notice", "arranged urgently", "urgent meeting", "urgent s47", "urgent section 47", "urgent pre birth strategy", "urgent virtual strategy", "urgent multi agency",
        ]
        let plannedWords = ["planned strategy", "planned meeting", "scheduled strategy", "planned discussion", "planned pre birth strategy", "planned review", "planned multi agency", "planned virtual", "was planned"]
        let isUrgent = says(urgentWords, opening)
        let isPlanned = says(plannedWords, opening)
        if isUrgent != isPlanned { return isUrgent ? .urgent : .planned }
        return .unknown
    }

    /// What a field of alternatives chooses: the words behind the ticked box, or all of them if there are no boxes.
    static func chosen(_ text: String) -> String? {
        let value = text.withoutGuidance
        if value.isBlank { return nil }
        guard value.contains(where: { "☒☐✓".contains($0) }) else {
            // "Urgent / planned / review" with nothing struck out chooses nothing.
            let parts = value.parts { $0 == "/" }
            let words = parts.filter { Tokens($0).containsAny(["urgent", "planned", "review"]) }
            return words.count >= 2 ? nil : value
        }
        var chosen: [String] = []
        let characters = Array(value)
        var index = 0
        // Boxes stand before their words, unless the text begins with words.
        let boxFirst = value.trimmed.first.map { "☒☐✓".contains($0) } ?? true
        if boxFirst {
            while index < characters.count {
                if "☒✓".contains(characters[index]) {
                    let rest = String(characters[(index + 1)...].prefix { !"☒☐✓".contains($0) })
                    chosen.append(rest.trimmed)
                }
                index += 1
            }
        } else {
            var current = ""
            for character in characters {
                if "☒✓".contains(character) { chosen.append(current.trimmed) }
                if "☒☐✓".contains(character) { current = "" } else { current.append(character) }
            }
        }
        return chosen.isEmpty ? nil : chosen.joined(separator: ", ")
    }
}
