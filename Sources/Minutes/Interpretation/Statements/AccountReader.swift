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

    /// A stretch of text whose sentences are cut into clauses and whose actors are known.
    struct Account {
        let passage: Outline.Passage
        fileprivate let sentences: [[Clause]]

        /// The sentences that may tell of information that came.
        var places: [Int] { sentences.indices.filter { sentences[$0].contains(where: \.mayTell) } }
    }

    struct Clause {
        let words: Tokens
        let actors: [Actor]
        let mayTell: Bool
    }

    /// Prepares a passage once for all partners and people that it is asked about; `nil` where it cannot tell anything.
    func account(of passage: Outline.Passage) -> Account? {
        let may = passage.sentences.map(mayTell)
        guard may.contains(true) else { return nil }
        let own = passage.agency
        let sentences = passage.sentences.enumerated().map { index, sentence -> [Clause] in
            // Actors of the sentence before are whom a pronoun means, those behind say whether a call was answered.
            let isNear = may[index] || index + 1 < may.count && may[index + 1]
            guard isNear else { return [] }
            return Self.clauses(of: sentence).map {
                Clause(words: $0, actors: actors.actors(in: $0, own: own), mayTell: may[index] && mayTell($0))
            }
        }
        return Account(passage: passage, sentences: sentences)
    }

    private func mayTell(_ words: Tokens) -> Bool {
        words.says(.tellingVerb) || words.says(.givingVerb) || words.says(.arrivalWord)
            || words.says(.contactVerb)
            || words.says(.meansOfContact) || words.says(.failedContact) || words.says(.futureContact)
    }

    /// What a sentence of the account shows.
    func verdict(of account: Account, at index: Int, for target: Target) -> Verdict {
        var verdict = Verdict.silent
        var before = index > 0 ? account.sentences[index - 1].flatMap(\.actors) : []
        for clause in account.sentences[index] {
            let read = AccountClause(
                words: clause.words,
                actors: clause.actors,
                before: before,
                target: target,
                roster: roster,
                vocabulary: vocabulary
            )
            switch read.verdict(isAnswered: { isAnswered(account, behind: index, read) }) {
            case .contributed: return .contributed
            case .passedOver(let reason): verdict = .passedOver(reason)
            case .silent: break
            }
            before += clause.actors
        }
        return verdict
    }

    /// "She said …", "Mrs Pitt told LM that …" behind a call.
    private func isAnswered(_ account: Account, behind index: Int, _ call: AccountClause) -> Bool {
        account.sentences[(index + 1)...].prefix(2).contains { clauses in
            guard let clause = clauses.first, !clause.words.says(.failedContact),
                let verb = clause.words.first(.tellingVerb), verb.lowerBound <= 5,
                let subject = clause.actors.last(where: { $0.words.upperBound <= verb.lowerBound })
            else { return false }
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
