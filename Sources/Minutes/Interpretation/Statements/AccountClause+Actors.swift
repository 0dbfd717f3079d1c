/// Who speaks, sends or is rung in the clause, and who gets it.
extension AccountClause {
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
    func isCalled(_ actor: Actor, _ index: Int) -> Bool {
        guard roster.isSole(index) else { return false }
        if target.partner == .education || target.partner == .police { return true }
        let participant = roster.participants[index]
        let called = words.words[actor.words].map(\.text)
        let known = Tokens("\(participant.role) \(participant.organisation)")
        return called.contains { known.contains($0) }
    }

    func antecedent(of pronoun: Actor) -> Actor? {
        let earlier = before + actors.filter { $0.words.upperBound <= pronoun.words.lowerBound }
        return earlier.last { $0.kind != .pronoun && $0.kind != .meeting }
    }

    /// The subject speaks for the partner; under the partner's own label a sentence without one does, too.
    func isSource(_ subject: Actor?, at verb: Int, receiver: Actor?) -> Bool {
        guard let subject else { return target.isOwn && target.person == nil && verb <= 2 }
        if isTarget(subject) { return true }
        // "Mrs Lomax told TB by telephone": whom no list names counts under the school's label if she was asked for it.
        return subject.kind == .stranger && target.isOwn && target.person == nil
            && (isForTheMeeting || receiver.map { isMeeting($0) || $0.kind == .stranger } ?? false)
    }

    func isGiver(of verb: Int) -> Bool {
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
    func isActive(_ verb: Int, of subject: Actor) -> Bool {
        guard !isPassive(verb) else { return false }
        let end = words.words[subject.words.upperBound - 1].range.upperBound
        return !words.text[end..<words.words[verb].range.lowerBound].contains(",")
    }

    /// "The school’s report", "GP report", "her letter".
    func isAttribute(_ actor: Actor) -> Bool {
        let next = actor.words.upperBound
        return (next..<min(next + 3, words.count)).contains {
            Cues.builtIn.words(of: .contributionWord).contains(words.words[$0].text)
        }
    }

    func isMeeting(_ actor: Actor) -> Bool {
        switch actor.kind {
        case .meeting: true
        case .person(let index):
            roster.participants[index].evidence >= .attended
                && roster.participants[index].partner != target.partner
        default: false
        }
    }

    func isOtherPartner(_ actor: Actor) -> Bool {
        if case .partner(let partner) = actor.kind { return partner != target.partner }
        return false
    }

    func isFamily(_ actor: Actor?) -> Bool {
        guard let actor else { return false }
        if actor.kind == .pronoun { return antecedent(of: actor)?.kind == .family }
        return actor.kind == .family
    }

    func subject(of verb: Int) -> Actor? {
        actors.last { $0.words.upperBound <= verb && $0.words.lowerBound >= verb - 12 }
    }

    func object(of verb: Int, within count: Int) -> Actor? {
        let opening = words.words.indices.first { $0 > verb && Self.openings.contains(words.words[$0].text) }
        return actors.first {
            $0.words.lowerBound > verb && $0.words.lowerBound <= min(verb + count, opening ?? words.count)
        }
    }

    /// Where what is told begins, and with it others than who was told.
    static let openings: Set<String> = [
        "that", "how", "what", "whether", "who", "when", "if", "because",
    ]
}
