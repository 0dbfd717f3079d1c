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
        if words.says(.notYetReceived), !words.says(.tellingVerb) || isPromise { return .notReceived }
        return nil
    }

    /// "DSL says report will follow by Friday": all that was told is what will come.
    private var isPromise: Bool {
        guard let promise = words.first(.notYetReceived), let told = positions(of: .tellingVerb).first else {
            return false
        }
        return positions(of: .contributionWord).contains { thing in
            thing > told && thing - told <= 4 && abs(promise.lowerBound - thing) <= 3
        }
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

    var isForTheMeeting: Bool { words.says(.forTheMeeting) || words.says(.onTheDay) }

    /// "The DSL told TB that …", "says that" in the school's own paragraph.
    private var tells: Bool {
        positions(of: .tellingVerb).contains { verb in
            guard !isModal(before: verb), !isNoun(verb), !tellsOfAbsence(behind: verb),
                !isDeniedInPart(before: verb)
            else { return false }
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
            guard !isModal(before: verb), !isDeniedInPart(before: verb) else { continue }
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
}
