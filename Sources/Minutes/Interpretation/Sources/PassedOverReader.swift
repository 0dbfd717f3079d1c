/// Finds the lines about required partners that show nothing, and says why, where nothing else shows that they were asked.
struct PassedOverReader {
    let outline: Outline
    let vocabulary: Vocabulary
    /// Partners of which something shows that they were consulted.
    let consulted: Set<Partner>

    private static let partners: [Partner] = [.health, .police, .education]
    private static let mostLines = 4

    /// `weighed` are those that the reading of accounts has refused; what is found here says more of the same line.
    func lines(beside weighed: [PassedOver]) -> [PassedOver] {
        let wanted = Set(Self.partners).subtracting(consulted)
        guard !wanted.isEmpty else { return [] }
        var found: [PassedOver] = []
        for passage in outline.passages
        where passage.zone == .body && !passage.isHeading && passage.label != "cell" {
            for sentence in passage.sentences {
                guard let partner = partner(of: sentence, in: passage), wanted.contains(partner),
                    found.count(where: { $0.partner == partner }) < Self.mostLines,
                    let judgement = judgement(of: sentence, isOwnPart: isPart(passage, of: partner))
                else { continue }
                found.append(
                    PassedOver(
                        partner: partner,
                        words: Outline.Finding(words: sentence.text, place: "").words,
                        source: passage.place,
                        reason: judgement.reason,
                        cue: judgement.cue
                    )
                )
            }
        }
        return found
            + weighed.filter { line in
                wanted.contains(line.partner)
                    && !found.contains { $0.partner == line.partner && $0.source == line.source }
            }
    }

    private func partner(of sentence: Tokens, in passage: Outline.Passage) -> Partner? {
        if let agency = passage.agency, Self.partners.contains(agency) { return agency }
        let named = vocabulary.roles.matches(in: sentence) + vocabulary.agencies.matches(in: sentence)
        return named.first { Self.partners.contains($0.meaning) }?.meaning
    }

    /// The stretch is what the partner's heading or label opens, and not the child's school in a form.
    private func isPart(_ passage: Outline.Passage, of partner: Partner) -> Bool {
        passage.agency == partner && passage.label.map { ChildLabel(Tokens($0)) == nil } ?? true
    }

    private typealias Judgement = (reason: PassedOver.Reason, cue: String)

    /// `nil` for what does not look like an account of a contact at all.
    private func judgement(of sentence: Tokens, isOwnPart: Bool) -> Judgement? {
        if let plan = plan(in: sentence) { return (.intention, phrase(plan, in: sentence)) }
        if let cue = words(.notAsked, in: sentence) { return (.notInvited, cue) }
        if let cue = words(.failedContact, in: sentence) { return (.failedContact, cue) }
        if let message = sentence.words.firstIndex(where: { $0.text == "message" }),
            let left = sentence.words.lastIndex(where: { $0.text == "left" }), left > message
        {
            return (.failedContact, cue(message..<left + 1, in: sentence))
        }
        if let cue = sentence.first(.notYetReceived) { return (.notReceived, phrase(cue, in: sentence)) }
        // "Once" may as well mean one time.
        if let cue = sentence.first(.futureContact), self.cue(cue, in: sentence).lowercased() != "once" {
            return (.intention, phrase(cue, in: sentence))
        }
        if sentence.says(.reportingVerb) || isOwnPart, let cue = words(.anotherOccasion, in: sentence) {
            return (.anotherOccasion, cue)
        }
        if let cue = words(.sentTheOtherWay, in: sentence) { return (.sentTheOtherWay, cue) }
        return isOwnPart && sentence.count >= 4 ? (.noContact, "") : nil
    }

    private func words(_ cue: Cue, in sentence: Tokens) -> String? {
        sentence.first(cue).map { self.cue($0, in: sentence) }
    }

    /// The cue with the word behind it: "to be" alone says little.
    private func phrase(_ range: Range<Int>, in sentence: Tokens) -> String {
        cue(range.lowerBound..<min(range.upperBound + 1, sentence.count), in: sentence)
    }

    private func cue(_ range: Range<Int>, in sentence: Tokens) -> String {
        String(sentence.original(range)).replacingNewlines
    }

    /// "School to be contacted", "will ring the head teacher".
    private func plan(in sentence: Tokens) -> Range<Int>? {
        guard let verb = sentence.first(.contactVerb) else { return nil }
        let start = max(0, verb.lowerBound - 3)
        return (start..<verb.lowerBound).first { index in
            ["to", "will", "should", "must", "shall"].contains(sentence.words[index].text)
        }.map { $0..<verb.upperBound }
    }
}
