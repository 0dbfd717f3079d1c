/// Recognises the account of a contact that was made for the meeting: who was rung, and that an answer came.
struct ContactSentence {
    let vocabulary: Vocabulary

    /// Whether `sentences[index]` says that somebody of the partner was spoken to, and what was learned.
    ///
    /// Who rings must be the meeting's side: a school that rang to refer the child was not consulted thereby.
    func tellsOfAnswer(_ sentences: [Tokens], at index: Int, from partner: Partner, surnames: Set<String>)
        -> Bool
    {
        let sentence = sentences[index]
        guard let verb = sentence.first(.contactVerb), !sentence.says(.failedContact),
            !sentence.says(.anotherOccasion)
        else { return false }
        guard isObject(after: verb.upperBound, in: sentence, of: partner, surnames: surnames) else {
            return false
        }
        let before = (max(0, verb.lowerBound - 3)..<verb.lowerBound).map { sentence.words[$0].text }
        guard
            !before.contains(where: {
                ["to", "will", "should", "not", "must", "may", "can", "didnt"].contains($0)
            })
        else { return false }
        if sentence.says(.forTheMeeting) { return true }
        let answers = sentences[(index + 1)...].prefix(2)
        return answers.contains { isAnswer($0, surnames: surnames) }
    }

    /// "rang the deputy head", "spoke to Mrs Lomax", "had rung her".
    private func isObject(after index: Int, in sentence: Tokens, of partner: Partner, surnames: Set<String>)
        -> Bool
    {
        let range = index..<min(sentence.count, index + 8)
        guard let next = range.first else { return false }
        if ["her", "him", "them"].contains(sentence.words[next].text) { return !surnames.isEmpty }
        return range.contains { position in
            surnames.contains(sentence.words[position].text)
                || vocabulary.roles.match(in: sentence, at: position)?.meaning == partner
                || vocabulary.agencies.match(in: sentence, at: position)?.meaning == partner
        }
    }

    /// "She said …", "Mrs Pitt told LM that …".
    private func isAnswer(_ sentence: Tokens, surnames: Set<String>) -> Bool {
        guard !sentence.says(.failedContact), let verb = sentence.first(.reportingVerb), verb.lowerBound <= 5
        else { return false }
        let before = sentence.words[..<verb.lowerBound].map(\.text)
        return before.first.map { ["she", "he", "they"].contains($0) } ?? false
            || before.contains { surnames.contains($0) }
    }
}
