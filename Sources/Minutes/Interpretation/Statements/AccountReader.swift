/// Weighs whether a sentence says that information was obtained from a partner for the meeting.
///
/// Somebody of the partner must have told, sent or been asked, and those who hold the meeting must have got it: what a
/// child said at school, what the school wrote to a parent, and what is still to be done show nothing.
struct AccountReader {
    let vocabulary: Vocabulary
    let roster: Roster
    private let actors: ActorReader

    init(vocabulary: Vocabulary, roster: Roster) {
        self.vocabulary = vocabulary
        self.roster = roster
        actors = ActorReader(vocabulary: vocabulary, roster: roster)
    }

    /// Who should have been asked: a partner, or one participant of it.
    struct Target {
        let partner: Partner
        var person: Int?
        /// The sentence stands under the partner's own label or heading.
        var isOwn = false
    }

    enum Verdict: Equatable {
        case contributed
        case passedOver(PassedOver.Reason)
        /// Nothing in it is about the partner's being asked.
        case silent
    }

    /// What `sentences[index]` shows, the others being those of the same stretch of text.
    func verdict(_ sentences: [Tokens], at index: Int, of target: Target) -> Verdict {
        var verdict = Verdict.silent
        var before =
            index > 0 ? actors.actors(in: sentences[index - 1], own: target.isOwn ? target.partner : nil) : []
        let answers = sentences[(index + 1)...].prefix(2)
        for clause in Self.clauses(of: sentences[index]) {
            let acting = actors.actors(in: clause, own: target.isOwn ? target.partner : nil)
            let account = AccountClause(
                words: clause,
                actors: acting,
                before: before,
                target: target,
                roster: roster,
                vocabulary: vocabulary
            )
            switch account.verdict(isAnswered: { isAnswered(answers, account) }) {
            case .contributed: return .contributed
            case .passedOver(let reason): verdict = .passedOver(reason)
            case .silent: break
            }
            before += acting
        }
        return verdict
    }

    /// "She said …", "Mrs Pitt told LM that …" behind a call.
    private func isAnswered(_ sentences: ArraySlice<Tokens>, _ call: AccountClause) -> Bool {
        sentences.contains { sentence in
            guard !sentence.says(.failedContact), let verb = sentence.first(.tellingVerb),
                verb.lowerBound <= 5
            else {
                return false
            }
            let acting = actors.actors(in: sentence, own: call.target.isOwn ? call.target.partner : nil)
            guard let subject = acting.last(where: { $0.words.upperBound <= verb.lowerBound }) else {
                return false
            }
            return subject.kind == .pronoun || call.isTarget(subject)
        }
    }

    /// Pieces that say one thing each, so that "could not reach the head but spoke to the deputy" says both.
    private static func clauses(of sentence: Tokens) -> [Tokens] {
        let pieces = sentence.text.parts { $0 == ";" }.flatMap { part -> [String] in
            let halves = part.components(by: " but ")
            // "TB rang the head but there was no answer" is one thing.
            return halves.last.map { Tokens($0).says(.failedContact) } ?? false ? [part] : halves
        }
        return pieces.count < 2 ? [sentence] : pieces.map { Tokens($0) }
    }
}
