/// One clause that may say how a partner's information came to the meeting.
struct AccountClause {
    let words: Tokens
    let actors: [Actor]
    /// Who acted before, whom a pronoun may mean.
    let before: [Actor]
    let target: AccountReader.Target
    let roster: Roster
    let vocabulary: Vocabulary

    func verdict(isAnswered: () -> Bool) -> AccountReader.Verdict {
        if let reason = obstacle {
            return actors.contains(where: isTarget) || target.isOwn ? .passedOver(reason) : .silent
        }
        if tells || gives || arrives || calls(isAnswered: isAnswered) { return .contributed }
        if isSentTheOtherWay { return .passedOver(.sentTheOtherWay) }
        if words.says(.futureContact) { return .passedOver(.intention) }
        return .silent
    }

    /// What speaks against the clause as a whole.
    private var obstacle: PassedOver.Reason? {
        if words.says(.failedContact), !words.says(.contactDespite) { return .failedContact }
        if words.says(.anotherOccasion) || isOfAnotherYear, !words.says(.forTheMeeting) {
            return .anotherOccasion
        }
        if words.says(.notYetReceived), !words.says(.tellingVerb) { return .notReceived }
        return nil
    }

    /// "In 2023 the school reported …".
    private var isOfAnotherYear: Bool {
        words.words.indices.contains { index in
            let word = words.words[index].text
            return word.count == 4 && Int(word).map { (1990...2100).contains($0) } ?? false
                && ["in", "since", "during", "summer", "spring", "autumn"].contains(
                    words.text(at: index - 1) ?? ""
                )
        }
    }

    private var isForTheMeeting: Bool { words.says(.forTheMeeting) || words.says(.onTheDay) }

    // MARK: Four ways

    /// "The DSL told TB that …", "says that" in the school's own paragraph.
    private var tells: Bool {
        positions(of: .tellingVerb).contains { verb in
            guard !isModal(before: verb), !isNoun(verb), !tellsOfAbsence(behind: verb) else { return false }
            // "The school was informed", "TB was told by the head".
            if isPassive(verb) {
                guard words.text(at: verb + 1) == "by", let teller = object(of: verb + 1, within: 4) else {
                    return false
                }
                return isTarget(teller)
                    && (target.isOwn || isForTheMeeting || subject(of: verb).map(isMeeting) ?? false)
            }
            guard !Self.written.contains(words.words[verb].text) || saysWhat(behind: verb) else {
                return false
            }
            let subject = subject(of: verb)
            let receiver = object(of: verb, within: 4)
            guard isSource(subject, at: verb, receiver: receiver), !isFamily(receiver) else { return false }
            return target.isOwn || isForTheMeeting || receiver.map(isMeeting) ?? false
        }
    }

    /// "The school sent a chronology", not "the school sent him home" nor "the school was sent the form".
    private var gives: Bool {
        positions(of: .givingVerb).contains { verb in
            guard !isPassive(verb), !isModal(before: verb), !isDenied(before: verb),
                !tellsOfAbsence(behind: verb)
            else { return false }
            let subject = subject(of: verb)
            let receiver = object(of: verb, within: 4)
            // "Letter sent to the GP asking for information".
            if let receiver, isTarget(receiver), !(subject.map(isTarget) ?? false) { return false }
            guard isSource(subject, at: verb, receiver: receiver), !isFamily(receiver) else { return false }
            let isTold = receiver.map(isMeeting) ?? false
            guard hasThing(near: verb) || isTold && words.containsAny(["that", "what"]) else { return false }
            if receiver.map(isOtherPartner) ?? false, !isForTheMeeting { return false }
            return target.isOwn || isForTheMeeting || isTold
        }
    }

    /// "A report was received from the school", "her report was read out".
    private var arrives: Bool {
        (positions(of: .arrivalWord)).contains { verb in
            guard !isModal(before: verb), !isDenied(before: verb),
                hasThing(near: verb) || hasThing(before: verb), !tellsOfAbsence(behind: verb)
            else { return false }
            let isRead = words.words[verb].text == "read"
            guard hasThing(before: verb) || isPassive(verb) || isRead else { return false }
            // "The school received a letter": who received it gave nothing.
            if let subject = subject(of: verb), isTarget(subject), isActive(verb, of: subject),
                !isAttribute(subject)
            {
                return false
            }
            if words.text(at: verb + 1) == "to", let receiver = object(of: verb, within: 4),
                isTarget(receiver)
            {
                return false
            }
            guard isGiver(of: verb) else { return false }
            return target.isOwn || isForTheMeeting
        }
    }

    /// "TB rang the head teacher", and an answer came; "Mrs Mbeki rang MF and told him".
    private func calls(isAnswered: () -> Bool) -> Bool {
        for match in vocabulary.clauses.matches(in: words)
        where match.meaning == .spoke || match.meaning == .consulted {
            let verb = match.words.lowerBound
            guard !isModal(before: verb) else { continue }
            let subject = subject(of: verb)
            let receiver = object(of: match.words.upperBound - 1, within: 8)
            if isFamily(subject) || isFamily(receiver) { continue }
            if match.meaning == .consulted {
                if subject.map(isTarget) ?? target.isOwn {
                    return target.isOwn || isForTheMeeting || isAnswered()
                }
                continue
            }
            if let receiver, isTarget(receiver), !(subject.map(isTarget) ?? false) {
                return target.isOwn || isForTheMeeting || tellsBehind(match.words.upperBound) || isAnswered()
            }
            if target.isOwn, receiver == nil, subject.map(isTarget) ?? false,
                words.words[verb].text == "consulted",
                words.says(.meansOfContact)
            {
                return true
            }
            if let subject, isTarget(subject), !tellsOfAbsence(behind: verb),
                receiver.map({ isMeeting($0) || $0.kind == .stranger }) ?? target.isOwn
            {
                return tellsBehind(match.words.upperBound) || isForTheMeeting && hasThing(near: verb)
                    || isAnswered()
            }
            if target.isOwn, receiver == nil, subject == nil || subject.map(isMeeting) ?? false {
                return true
            }
        }
        // "By phone, see above."
        return target.isOwn && !actors.contains { $0.kind == .family } && opensWithMeans
    }

    private var opensWithMeans: Bool {
        guard let means = words.first(.meansOfContact), means.lowerBound <= 2, !words.says(.negation),
            !isModal(before: means.lowerBound)
        else { return false }
        // "Notified by e-mail."
        return !words.words[..<means.lowerBound].contains {
            ["informed", "notified", "invited", "asked", "requested", "sent", "told", "chased"].contains(
                $0.text
            )
        }
    }

    private var isSentTheOtherWay: Bool {
        positions(of: .givingVerb).contains { isPassive($0) && subject(of: $0).map(isTarget) ?? false }
    }

    // MARK: Who

    /// Whether the actor is of the partner, or the very person asked for.
    func isTarget(_ actor: Actor) -> Bool {
        switch actor.kind {
        case .person(let index):
            return target.person.map { $0 == index } ?? (roster.participants[index].partner == target.partner)
        case .partner(let partner):
            guard partner == target.partner else { return false }
            return target.person.map { isCalled(actor, $0) } ?? true
        case .pronoun: return antecedent(of: actor).map(isTarget) ?? false
        case .family, .meeting, .stranger: return false
        }
    }

    /// "The school" and "the head" for the only listed person of the school, "the GP" for a GP.
    private func isCalled(_ actor: Actor, _ index: Int) -> Bool {
        guard roster.isSole(index) else { return false }
        if target.partner == .education || target.partner == .police { return true }
        let participant = roster.participants[index]
        let called = words.words[actor.words].map(\.text)
        let known = Tokens("\(participant.role) \(participant.organisation)")
        return called.contains { known.contains($0) }
    }

    private func antecedent(of pronoun: Actor) -> Actor? {
        let earlier = before + actors.filter { $0.words.upperBound <= pronoun.words.lowerBound }
        return earlier.last { $0.kind != .pronoun && $0.kind != .meeting }
    }

    /// The subject speaks for the partner; under the partner's own label a sentence without one does, too.
    private func isSource(_ subject: Actor?, at verb: Int, receiver: Actor?) -> Bool {
        guard let subject else { return target.isOwn && target.person == nil && verb <= 2 }
        if isTarget(subject) { return true }
        // "Mrs Lomax told TB by telephone": whom no list names counts under the school's label if she was asked for it.
        return subject.kind == .stranger && target.isOwn && target.person == nil
            && (isForTheMeeting || receiver.map { isMeeting($0) || $0.kind == .stranger } ?? false)
    }

    private func isGiver(of verb: Int) -> Bool {
        let near = max(0, verb - 9)..<min(words.count, verb + 6)
        if let from = near.first(where: { ["from", "by"].contains(words.words[$0].text) }),
            let actor = actors.first(where: { $0.words.lowerBound > from && $0.words.lowerBound <= from + 4 }
            ),
            !isMeeting(actor) || words.words[from].text == "from"
        {
            return isTarget(actor)
        }
        if actors.contains(where: { isTarget($0) && isAttribute($0) }) { return true }
        return target.isOwn && target.person == nil && !actors.contains { $0.kind == .family }
            || target.isOwn && actors.contains(where: isTarget)
    }

    /// "The school received", "had received"; not "a letter from the school, received today".
    private func isActive(_ verb: Int, of subject: Actor) -> Bool {
        guard !isPassive(verb) else { return false }
        let end = words.words[subject.words.upperBound - 1].range.upperBound
        return !words.text[end..<words.words[verb].range.lowerBound].contains(",")
    }

    /// "The school’s report", "GP report", "her letter".
    private func isAttribute(_ actor: Actor) -> Bool {
        let next = actor.words.upperBound
        return (next..<min(next + 3, words.count)).contains {
            Cues.builtIn.words(of: .contributionWord).contains(words.words[$0].text)
        }
    }

    private func isMeeting(_ actor: Actor) -> Bool {
        switch actor.kind {
        case .meeting: true
        case .person(let index):
            roster.participants[index].evidence >= .attended
                && roster.participants[index].partner != target.partner
        default: false
        }
    }

    private func isOtherPartner(_ actor: Actor) -> Bool {
        if case .partner(let partner) = actor.kind { return partner != target.partner }
        return false
    }

    private func isFamily(_ actor: Actor?) -> Bool {
        guard let actor else { return false }
        if actor.kind == .pronoun { return antecedent(of: actor)?.kind == .family }
        return actor.kind == .family
    }

    private func subject(of verb: Int) -> Actor? {
        actors.last { $0.words.upperBound <= verb && $0.words.lowerBound >= verb - 12 }
    }

    private func object(of verb: Int, within count: Int) -> Actor? {
        let opening = words.words.indices.first { $0 > verb && Self.openings.contains(words.words[$0].text) }
        return actors.first {
            $0.words.lowerBound > verb && $0.words.lowerBound <= min(verb + count, opening ?? words.count)
        }
    }

    /// Where what is told begins, and with it others than who was told.
    private static let openings: Set<String> = [
        "that", "how", "what", "whether", "who", "when", "if", "because",
    ]

    // MARK: Words

    private func positions(of cue: Cue) -> [Int] {
        words.words.indices.filter { Cues.builtIn.words(of: cue).contains(words.words[$0].text) }
    }

    private func isModal(before verb: Int) -> Bool {
        words.words[..<verb].suffix(3).contains { Cues.builtIn.words(of: .modalWord).contains($0.text) }
    }

    private func isPassive(_ verb: Int) -> Bool {
        words.words[..<verb].suffix(2).contains {
            ["was", "were", "been", "being", "is", "are"].contains($0.text)
        }
    }

    /// "No police update was received".
    private func isDenied(before verb: Int) -> Bool {
        words.words[..<verb].contains {
            ["no", "nothing", "none", "nobody", "neither", "without", "never", "not", "awaiting"].contains(
                $0.text
            )
        }
    }

    private static let written: Set<String> = ["emailed", "texted", "messaged", "wrote", "report"]

    private func saysWhat(behind verb: Int) -> Bool {
        words.words[(verb + 1)...].prefix(5).contains { ["that", "what", "how", "about"].contains($0.text) }
    }

    /// "The school reports are good".
    private func isNoun(_ verb: Int) -> Bool {
        ["reports", "notes", "updates"].contains(words.words[verb].text)
            && ["are", "were", "from", "of", "show", "for", "have", "had"].contains(
                words.text(at: verb + 1) ?? ""
            )
    }

    private func hasThing(near verb: Int) -> Bool {
        words.words[max(0, verb - 6)..<min(words.count, verb + 9)].contains {
            Cues.builtIn.words(of: .contributionWord).contains($0.text)
        }
    }

    private func hasThing(before verb: Int) -> Bool {
        words.words[max(0, verb - 12)..<verb].contains {
            Cues.builtIn.words(of: .contributionWord).contains($0.text)
        }
    }

    private func tellsBehind(_ position: Int) -> Bool {
        words.words[min(position, words.count)...].contains {
            Cues.builtIn.words(of: .tellingVerb).contains($0.text) || ["who", "and"].contains($0.text)
        } && !tellsOfAbsence(behind: position)
    }

    private func tellsOfAbsence(behind position: Int) -> Bool {
        vocabulary.clauses.matches(in: words).contains {
            $0.words.lowerBound >= position && ($0.meaning == .declined || $0.meaning == .declinedBehind)
        }
            || words.words[min(position, words.count)...].contains {
                ["apologies", "apology"].contains($0.text)
            }
    }
}
