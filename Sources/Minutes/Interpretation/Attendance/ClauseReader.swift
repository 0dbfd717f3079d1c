/// Reads what sentences say of people's part in a meeting: who came, declined, was silent, sent something.
///
/// A sentence is walked through from left to right. Names wait for their verb ("A, B and C were present"), follow it
/// ("apologies were received from A and B"), or are meant by a pronoun ("she had sent a report").
struct ClauseReader {
    let vocabulary: Vocabulary

    struct Claim {
        /// The place of the person among the mentions.
        let mention: Int
        let evidence: Evidence
        /// Only that the person was asked, which any other claim outweighs.
        var isOnlyAsked = false
        var office: Office?
    }

    enum Office: String {
        case chair
        case minutes
        case notes
    }

    /// Somebody named in the sentence.
    struct Subject {
        let range: Range<String.Index>
        let mention: Int
    }

    /// What the sentence says of the subjects in it; `before` are those of the sentence before, for pronouns.
    func claims(in sentence: Tokens, subjects: [Subject], before: [Int]) -> (claims: [Claim], last: [Int]) {
        var walk = ClauseWalk(sentence: sentence, antecedents: before)
        let verbs = vocabulary.clauses.matches(in: sentence)
        var position = 0
        var next = 0
        while position < sentence.count {
            if let subject = subjects.indices.contains(next) ? subjects[next] : nil,
                sentence.words[position].range.upperBound > subject.range.lowerBound
            {
                walk.meet(subject.mention, at: position)
                // The verb of a name's own description says nothing of the meeting.
                while position < sentence.count,
                    sentence.words[position].range.lowerBound < subject.range.upperBound
                {
                    position += 1
                }
                walk.end = position
                next += 1
                continue
            }
            if let verb = verbs.first(where: { $0.words.lowerBound == position }),
                !isBracketed(position, in: sentence)
            {
                let until =
                    subjects.indices.contains(next) ? subjects[next].range.lowerBound : sentence.text.endIndex
                walk.read(verb.meaning, words: verb.words, upTo: until)
                position = verb.words.upperBound
                continue
            }
            walk.pass(position)
            position += 1
        }
        return (walk.claims, walk.lastMentioned)
    }

    /// A remark in brackets is of the person before it, and read with that person.
    private func isBracketed(_ position: Int, in sentence: Tokens) -> Bool {
        let before = sentence.text[..<sentence.words[position].range.lowerBound]
        return before.utf8.count { $0 == UInt8(ascii: "(") } > before.utf8.count { $0 == UInt8(ascii: ")") }
    }
}
