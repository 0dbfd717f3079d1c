/// Finds who acts in a sentence, from left to right.
struct ActorReader {
    let vocabulary: Vocabulary
    let roster: Roster
    private let classifier: PartnerClassifier
    private let mentions: MentionReader

    init(vocabulary: Vocabulary, roster: Roster) {
        self.vocabulary = vocabulary
        self.roster = roster
        classifier = PartnerClassifier(vocabulary: vocabulary)
        mentions = MentionReader(people: PersonReader(vocabulary: vocabulary))
    }

    /// `own` is the partner under whose label the sentence stands, so that "the head" and "staff" are its people.
    func actors(in sentence: Tokens, own: Partner?) -> [Actor] {
        let named = introduced(in: sentence)
        var actors: [Actor] = []
        var position = 0
        while position < sentence.count {
            let actor =
                named.first { $0.words.lowerBound == position }
                ?? self.actor(at: position, in: sentence, own: own)
            if let actor {
                actors.append(actor)
                position = max(actor.words.upperBound, position + 1)
            } else {
                position += 1
            }
        }
        return actors
    }

    private func actor(at position: Int, in sentence: Tokens, own: Partner?) -> Actor? {
        let word = sentence.words[position]
        let title = position > 0 && PersonName.titles.contains(sentence.words[position - 1].text)
        if let index = roster.participant(word, in: sentence.text, titled: title) {
            return Actor(kind: .person(index), words: position..<position + 1)
        }
        if roster.isChild(word.text) || Cues.builtIn.words(of: .familyWord).contains(word.text) {
            return Actor(kind: .family, words: position..<position + 1)
        }
        if let match = trade(at: position, in: sentence) { return match }
        if own != nil, Cues.builtIn.words(of: .staffWord).contains(word.text), let own {
            return Actor(kind: .partner(own), words: position..<position + 1)
        }
        switch word.text {
        case "we", "us", "i", "me", "meeting": return Actor(kind: .meeting, words: position..<position + 1)
        case "head"
        where ["the", "our", "acting", "deputy", "assistant"].contains(sentence.text(at: position - 1) ?? ""):
            return Actor(kind: .partner(.education), words: position..<position + 1)
        case "she", "he", "they", "her", "him", "them", "his", "their", "whose":
            return Actor(kind: .pronoun, words: position..<position + 1)
        default: break
        }
        // "Mrs Lomax" and "TB", whom no list names.
        let written = sentence.text[word.range]
        let isInitials = (2...3).contains(written.count) && written.allSatisfy(\.isUppercase) && word.id == 0
        guard title && written.first?.isUppercase == true || isInitials else { return nil }
        return Actor(kind: .stranger, words: position..<position + 1)
    }

    /// The longest phrase for a trade or agency at the place.
    private func trade(at position: Int, in sentence: Tokens) -> Actor? {
        let found = [
            vocabulary.roles.match(in: sentence, at: position),
            vocabulary.agencies.match(in: sentence, at: position),
        ].compactMap { $0 }.max { $0.words.count < $1.words.count }
        guard let found else { return nil }
        switch found.meaning {
        case .family: return Actor(kind: .family, words: found.words)
        case .socialCare: return Actor(kind: .meeting, words: found.words)
        default: return Actor(kind: .partner(found.meaning), words: found.words)
        }
    }

    /// People whom the sentence introduces: "the DSL, Mrs Jo Lomax, …", "Miss Corrigan (class teacher)".
    private func introduced(in sentence: Tokens) -> [Actor] {
        mentions.mentions(in: sentence.text).compactMap { mention in
            let words = sentence.words.indices.filter { mention.range.overlaps(sentence.words[$0].range) }
            guard let first = words.first, let last = words.last else { return nil }
            let person = mention.person
            let core = PersonName.core(person.name)
            // Whom the roster or the child's name knows is found by the word itself.
            guard !core.contains(where: roster.isChild),
                !person.role.isEmpty || !person.organisation.isEmpty
                    || classifier.rank(inName: person.name) != nil,
                !words.contains(where: {
                    roster.participant(sentence.words[$0], in: sentence.text, titled: false) != nil
                }),
                let partner = classifier.partner(
                    role: person.role,
                    organisation: person.organisation,
                    name: person.name
                )
            else { return nil }
            let range = first..<last + 1
            switch partner {
            case .family: return Actor(kind: .family, words: range)
            case .socialCare: return Actor(kind: .meeting, words: range)
            default: return Actor(kind: .partner(partner), words: range)
            }
        }
    }
}
