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
                letters, reviewDates(), openingDates(), namedDates(), titles.map(\.candidate), timedDates(),
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

    /// The days in the text, without birthdays and days from which the meeting was moved.
    private func dates(in tokens: Tokens) -> [DateReader.Found] {
        DateReader.dates(in: tokens, year: year.year).filter { found in
            let before = tokens.words[max(0, found.words.lowerBound - 4)..<found.words.lowerBound]
                .map(\.text)
            let lead = Tokens(before.joined(separator: " "))
            return !lead.says(.birthLabel) && !lead.says(.movedFrom)
                && !before.suffix(2).contains { $0 == "b" || $0 == "aged" }
        }
    }

    /// The days in one sentence of the passage; the words that tell a birthday may end the sentence before.
    private func dates(in sentence: Tokens, of passage: Outline.Passage) -> [DateReader.Found] {
        let all = passage.sentences.count == 1 ? nil : Set(dates(in: passage.tokens).map(\.date))
        return dates(in: sentence).filter { all?.contains($0.date) ?? true }
    }

    /// "Review strategy meeting" is the name of the meeting, not the day of a review.
    private func isOfAnotherDate(_ tokens: Tokens) -> Bool {
        guard tokens.says(.otherDate), let name = tokens.first(.reviewMeeting) else {
            return tokens.says(.otherDate)
        }
        let rest = tokens.words[..<name.lowerBound] + tokens.words[name.upperBound...]
        return Tokens(rest.map(\.text).joined(separator: " ")).says(.otherDate)
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

    /// "Second meeting in this enquiry: Fri 4 Dec 2026, 14:00": a label of its own words before day and time.
    private func namedDates() -> [Candidate] {
        dates { fact in
            fact.zone == .body && fact.section == nil && fact.labelTokens.says(.meetingWord)
                && !fact.labelTokens.says(.anotherMeeting) && !isOfAnotherDate(fact.labelTokens)
                && fact.valueTokens.count <= 20
                && dates(in: fact.valueTokens).first.map { $0.words.lowerBound <= 1 } == true
        }
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
        outline.facts.flatMap { fact -> [Candidate] in
            // In a page footer only the name of the meeting makes a date the meeting's.
            let isNamed = StrategyMention.stands(in: fact.labelTokens) && !fact.labelTokens.says(.dateOfFile)
            guard fact.zone != .footer || isNamed, !Self.isElsewhere(fact.section), isWanted(fact),
                !Tokens(fact.heading).says(.anotherMeetingHeading), !isDayOfSigning(fact)
            else { return [] }
            let days = MeetingDays.joined(dates(in: fact.valueTokens), in: fact.valueTokens)
            guard let found = days.first else { return [] }
            // "Meeting: the one on 3 May" tells a story; "Meeting: Tuesday 3 May" is the date.
            if fact.labelTokens.isAll(.loneMeetingLabel),
                found.words.lowerBound > 2 || fact.valueTokens.count > 40
            {
                guard isHeld(on: found, in: fact.valueTokens) else { return [] }
            }
            return days.map { Candidate(found: $0, place: fact.place, tokens: fact.valueTokens) }
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
                if passage.zone != .body, sentence.says(.dateOfFile) { return [] }
                if isStory, !anywhere, !sentence.containsAny(["this meeting", "this discussion"]) {
                    return []
                }
                return dates(in: sentence, of: passage).filter { isHeld(on: $0, in: sentence) }
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
        let words: Set = ["meeting", "discussion", "strategy", "mtg"]
        // "I convened this meeting for half past nine on Monday 14 December".
        let isMeeting =
            subject.contains(where: words.contains)
            || before[held] == "convened" && before[held...].prefix(5).contains(where: words.contains)
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
        let margins = outline.passages.filter { $0.zone != .body }
        return (top + margins).flatMap { passage -> [Title] in
            // In a margin "Strategy meeting – Ava Sample – 12/11/2026" may be cut into a label and its value.
            let isMargin = passage.zone != .body
            let tokens =
                isMargin ? Tokens("\(passage.label ?? "") \(passage.text)".trimmed) : passage.tokens
            guard !isMargin || StrategyMention.stands(in: tokens), tokens.says(.meetingWord),
                tokens.count <= 30, !isOfAnotherDate(tokens),
                !tokens.says(.anotherMeeting)
            else { return [] }
            return dates(in: tokens).map { found in
                Title(
                    candidate: Candidate(found: found, place: passage.place, tokens: tokens),
                    isCertain: isTitle(tokens, to: found.words.lowerBound)
                        && !(isMargin && tokens.says(.dateOfFile))
                )
            }
        } + announced()
    }

    /// "1130 STRATEGY DISCUSSION (28 October, by phone)": a line of a log that names the meeting in capitals.
    private func announced() -> [Title] {
        outline.bodyPassages.compactMap { passage -> Title? in
            let tokens = passage.tokens
            guard passage.label != "cell", !Self.isElsewhere(passage.section), tokens.count <= 40,
                let name = StrategyMention.place(in: tokens), !tokens.says(.anotherMeeting),
                tokens.original(name).filter(\.isLetter).allSatisfy(\.isUppercase),
                let found = dates(in: tokens).first(where: { $0.words.lowerBound >= name.upperBound }),
                found.words.lowerBound <= name.upperBound + 1,
                "([–-,:".contains(where: { tokens.between(name.upperBound - 1).contains($0) })
            else { return nil }
            let candidate = Candidate(found: found, place: passage.place, tokens: tokens)
            return Title(candidate: candidate, isCertain: true)
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
                guard sentence.count <= 30, !isOfAnotherDate(sentence),
                    !sentence.says(.anotherMeeting),
                    TimeReader.time(in: sentence.text, isLabelled: false) != nil
                else { return [] }
                return dates(in: sentence, of: passage).prefix(1)
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
                    let found = dates(in: sentence, of: passage).first,
                    found.words.lowerBound <= 2, !isOfAnotherDate(sentence),
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
