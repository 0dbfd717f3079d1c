/// Collects what claims to be the day of the meeting, the surest kinds of claim first.
struct MeetingDateFinder {
    struct Candidate {
        var found: DateReader.Found
        var place: String
        /// The value or sentence that it stands in.
        var tokens: Tokens
    }

    let outline: Outline
    let year: YearGuess

    /// Groups of candidates; all of the first group that is not empty must name the same day.
    func candidates() -> [[Candidate]] {
        let titles = titleDates()
        let (labelled, letters) = labelledDates()
        return [labelled + spokenDates() + titles.filter(\.isCertain).map(\.candidate)]
            + [
                letters, reviewDates(), openingDates(), titles.map(\.candidate), timedDates(),
                spokenDates(anywhere: true),
            ]
    }

    /// A label of the meeting's date has a day and month behind it, but no year could be told.
    var hasYearlessDate: Bool {
        outline.facts.contains { fact in
            MeetingDateLabel.matches(fact.labelTokens)
                && !DateReader.dates(in: fact.valueTokens, year: { _ in 2024 }).isEmpty
        }
    }

    private func dates(in tokens: Tokens) -> [DateReader.Found] {
        DateReader.dates(in: tokens, year: year.year)
    }

    // MARK: Beside a label

    /// What labels say, and apart from it the date of a letter that the minutes are.
    private func labelledDates() -> (meeting: [Candidate], letters: [Candidate]) {
        let heads = Set(outline.facts.filter { $0.labelTokens.isAll(.letterheadLabel) }.map(\.place))
        func isLetter(_ fact: Outline.Fact) -> Bool {
            fact.labelTokens.isAll(.bareDateLabel) && heads.contains(fact.place)
        }
        return (
            dates { MeetingDateLabel.matches($0.labelTokens) && !isLetter($0) },
            dates { MeetingDateLabel.matches($0.labelTokens) && isLetter($0) }
        )
    }

    /// "Date of review meeting": in the record of a review the meeting itself, in others the next one.
    private func reviewDates() -> [Candidate] {
        guard outline.bodyPassages.prefix(4).contains(where: { $0.tokens.says(.reviewMeeting) }) else {
            return []
        }
        return dates { fact in
            fact.labelTokens.contains("date") && fact.labelTokens.contains("review")
                && !fact.labelTokens.says(.anotherMeeting)
        }
    }

    private func dates(where isWanted: (Outline.Fact) -> Bool) -> [Candidate] {
        outline.facts.compactMap { fact in
            guard fact.zone != .footer, !Self.isElsewhere(fact.section), isWanted(fact),
                !Tokens(fact.heading).says(.anotherMeetingHeading), !isDayOfSigning(fact)
            else { return nil }
            guard let found = dates(in: fact.valueTokens).first else { return nil }
            // "Meeting: the one on 3 May" tells a story; "Meeting: Tuesday 3 May" is the date.
            if fact.labelTokens.isAll(.loneMeetingLabel), found.words.lowerBound > 2 {
                return isHeld(on: found, in: fact.valueTokens)
                    ? Candidate(found: found, place: fact.place, tokens: fact.valueTokens) : nil
            }
            return Candidate(found: found, place: fact.place, tokens: fact.valueTokens)
        }
    }

    private static func isElsewhere(_ section: Section?) -> Bool {
        switch section {
        case .nextMeeting, .signOff, .family, .actions, .decision, .timeline, .distribution: true
        default: false
        }
    }

    /// "Chair: M Tattersall   Approved: yes   Date: 12/08/2026": a bare date beside or after a signature.
    private func isDayOfSigning(_ fact: Outline.Fact) -> Bool {
        guard fact.labelTokens.isAll(.bareDateLabel) else { return false }
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

    /// "Minutes of the strategy meeting held on Monday 16th November 2026", "We met on 5 November".
    ///
    /// In the story only "this meeting" is the one recorded, unless nothing else tells the day.
    private func spokenDates(anywhere: Bool = false) -> [Candidate] {
        outline.passages.flatMap { passage -> [Candidate] in
            guard passage.zone != .footer, passage.label != "cell",
                passage.label == nil || !passage.isHeading,
                passage.section != .nextMeeting
            else { return [] }
            let isStory =
                !passage.isHeading && passage.section != nil && passage.section?.evidence == nil
                && passage.section != .distribution
            if isStory, anywhere, passage.section != .reason { return [] }
            return passage.sentences.flatMap { sentence -> [Candidate] in
                if isStory, !anywhere, !sentence.containsAny(["this meeting", "this discussion"]) {
                    return []
                }
                return dates(in: sentence).filter { isHeld(on: $0, in: sentence) }
                    .map { Candidate(found: $0, place: passage.place, tokens: sentence) }
            }
        }
    }

    private func isHeld(on date: DateReader.Found, in sentence: Tokens) -> Bool {
        let start = date.words.lowerBound
        let before = sentence.words[max(0, start - 22)..<start].map(\.text)
        // "Meeting date 07/12/2026 at 11:15": a label without a colon opens the sentence.
        let opening = Cues.builtIn.phrases(of: .meetingDateLabel).longestMatch(in: sentence, at: 0)
        if opening > 1, start <= opening + 2 { return true }
        let lead = Tokens(before.joined(separator: " "))
        // "We met on Friday 13 November 2026", "Meeting on Wednesday 7th October".
        if lead.says(.anotherMeeting) || sentence.says(.anotherOccasion) { return false }
        if start <= 8, lead.says(.weMet) { return true }
        if let name = lead.first(.meetingOn), name.lowerBound == 0, start <= name.upperBound + 8 {
            return true
        }
        guard let held = before.lastIndex(where: { Cues.builtIn.words(of: .heldWord).contains($0) }),
            !before[held...].contains(where: { ["born", "birth", "dob"].contains($0) })
        else { return false }
        let subject = before[...held]
        let isMeeting = subject.contains { ["meeting", "discussion", "strategy", "mtg"].contains($0) }
        guard isMeeting || sentence.words[0].text == "held" else { return false }
        // "Review strategy meeting held on" is this one; "the next meeting will be held on" is not.
        return !before.contains("be")
    }

    // MARK: In titles and opening lines

    private struct Title {
        var candidate: Candidate
        /// The title consists of the name of the meeting and its date.
        var isCertain: Bool
    }

    private func titleDates() -> [Title] {
        let top = outline.passages.filter { $0.zone != .footer && $0.section == nil && $0.label != "cell" }
            .prefix(8)
        let footers = outline.passages.filter { $0.zone == .footer && StrategyMention.stands(in: $0.tokens) }
        return (top + footers).flatMap { passage -> [Title] in
            let tokens = passage.tokens
            guard tokens.says(.meetingWord), tokens.count <= 30, !tokens.says(.otherDate),
                !tokens.says(.anotherMeeting)
            else { return [] }
            return dates(in: tokens).map { found in
                Title(
                    candidate: Candidate(found: found, place: passage.place, tokens: tokens),
                    isCertain: passage.zone != .footer && isTitle(tokens, to: found.words.lowerBound)
                )
            }
        }
    }

    /// Nothing but the name of the meeting stands before its date.
    private func isTitle(_ tokens: Tokens, to date: Int) -> Bool {
        guard let name = StrategyMention.place(in: tokens), name.lowerBound < date else { return false }
        return tokens.count <= 14 || date <= name.upperBound + 3
    }

    /// A line among the first that holds a day and a time of day, whatever else it holds.
    private func timedDates() -> [Candidate] {
        outline.top.filter { $0.section == nil || $0.isHeading }.flatMap { passage in
            passage.sentences.flatMap { sentence -> [Candidate] in
                guard sentence.count <= 30, !sentence.says(.otherDate),
                    !sentence.says(.anotherMeeting),
                    TimeReader.time(in: sentence.text, isLabelled: false) != nil
                else { return [] }
                return dates(in: sentence).prefix(1)
                    .map { Candidate(found: $0, place: passage.place, tokens: sentence) }
            }
        }
    }

    /// The lines before the first part that begin with a date: "Mon 14/9/26 @ 1030hrs via Teams".
    private func openingDates() -> [Candidate] {
        let lines = outline.top.prefix { $0.section == nil || $0.isHeading }.filter { $0.label == nil }
        let found = lines.flatMap { passage in
            passage.sentences.compactMap { sentence -> Candidate? in
                guard sentence.count <= 24, !sentence.says(.birthLabel),
                    let found = dates(in: sentence).first,
                    found.words.lowerBound <= 2, !sentence.says(.otherDate),
                    sentence.words[..<found.words.lowerBound].allSatisfy({ Self.mayOpenLine($0.text) })
                else { return nil }
                return Candidate(found: found, place: passage.place, tokens: sentence)
            }
        }
        // Of two lines the one with a time is the meeting's, the other when it was typed.
        let timed = found.filter { TimeReader.time(in: $0.tokens.text, isLabelled: false) != nil }
        return timed.isEmpty ? found : timed
    }

    private static func mayOpenLine(_ word: String) -> Bool {
        CalendarWords.weekdays[word] != nil || word == "on" || word == "the"
    }
}

extension Outline {
    /// The first lines of the body, what stands in tables apart.
    fileprivate var top: ArraySlice<Passage> { bodyPassages.filter { $0.label != "cell" }.prefix(20) }
}
