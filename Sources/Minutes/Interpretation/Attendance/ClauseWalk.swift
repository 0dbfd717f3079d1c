/// The state of a walk through one sentence: which names wait for a verb, and which verb governs the names to come.
struct ClauseWalk {
    let sentence: Tokens
    private(set) var claims: [ClauseReader.Claim] = []
    /// Whom a pronoun means.
    private var antecedents: [Int]
    /// Names since the last verb.
    private var waiting: [Int] = []
    /// Whom the last verb was about: "could not come and sent his apologies".
    private var current: [Int] = []
    private var governing: ClauseVerb?
    /// Where the last name ended.
    var end = 0
    private var lastName: Int?
    private var pronoun: [Int]?
    /// What the verb shows of an office: who chaired, who took the notes.
    private var office: ClauseReader.Office?
    private var mentioned: [Int] = []
    /// Where the last "came" ended, for those whom it brought along.
    private var cameAt: Int?

    init(sentence: Tokens, antecedents: [Int]) {
        self.sentence = sentence
        self.antecedents = antecedents
    }

    /// The people of this sentence, or those before it if it has none.
    var lastMentioned: [Int] { mentioned.isEmpty ? antecedents : mentioned }

    mutating func meet(_ mention: Int, at position: Int) {
        lastName = mention
        pronoun = nil
        if !mentioned.contains(mention) { mentioned.append(mention) }
        if let governing {
            claim(governing, of: [mention], rest: [])
            if governing == .inPlaceOf { self.governing = nil }
        } else if isCompanion(at: position) {
            claim(.came, of: [mention], rest: [])
            return
        }
        waiting.append(mention)
    }

    /// "… came in with her interpreter, Colin Ford", and not "joined with apologies from Dr Li".
    private func isCompanion(at position: Int) -> Bool {
        guard let cameAt, cameAt <= position, position - cameAt <= 8 else { return false }
        let between = sentence.words[cameAt..<position].map(\.text)
        return between.contains("with")
            && !between.contains { ["from", "of", "by", "about", "and"].contains($0) }
    }

    mutating func pass(_ position: Int) {
        switch sentence.words[position].text {
        case "she", "he": pronoun = mentioned.last.map { [$0] } ?? antecedents.last.map { [$0] }
        case "they", "both", "neither": pronoun = mentioned.isEmpty ? antecedents : mentioned
        case "her", "his", "their", "whose":
            // "Her report was read out."
            if Self.isThing(sentence.text(at: position + 1)) || Self.isThing(sentence.text(at: position + 2))
            {
                give(mentioned.last ?? antecedents.last, from: position)
            }
        default: break
        }
    }

    mutating func read(_ verb: ClauseVerb, words: Range<Int>, upTo next: String.Index) {
        guard isAboutMeeting(verb, words) else { return }
        office = Self.office(of: sentence, words)
        if verb == .inPlaceOf {
            replace(words)
            return
        }
        if verb.isBehind {
            if verb == .cameBoth || verb == .represented {
                claim(verb, of: subjects(before: words), rest: [])
            }
            waiting = []
            governing = verb
            return
        }
        let subjects = subjects(before: words)
        governing = nil
        waiting = []
        pronoun = nil
        current = subjects
        let rest = clause(behind: words.upperBound)
        claim(verb, of: subjects, rest: rest, isDenied: isDenied(words))
        cameAt = verb == .came && !subjects.isEmpty && !isDenied(words) ? words.upperBound : nil
        // "TB spoke to Mrs Lomax": whoever of the two did not come was asked.
        if verb == .spoke, !isFailed(rest) { governing = .spoke }
    }

    private mutating func subjects(before words: Range<Int>) -> [Int] {
        if let pronoun { return pronoun }
        if governing != nil, let lastName {
            // "… was chaired by Ann Carter and DC Platt took the notes": the name beside the verb is its subject.
            return words.lowerBound - end <= 3 ? [lastName] : current
        }
        return waiting.isEmpty ? current : waiting
    }

    private mutating func replace(_ words: Range<Int>) {
        let phrase = sentence.words[words].map(\.text)
        if phrase.last.map({ ["of", "for", "in"].contains($0) }) ?? false {
            governing = .inPlaceOf
            waiting = []
            return
        }
        let came = waiting.isEmpty ? current : waiting
        if let replaced = (mentioned + antecedents).last(where: { !came.contains($0) }) {
            claims.append(ClauseReader.Claim(mention: replaced, evidence: .deputised))
        }
        for mention in came { claims.append(ClauseReader.Claim(mention: mention, evidence: .attended)) }
    }

    // MARK: Claims

    private mutating func claim(
        _ verb: ClauseVerb,
        of subjects: [Int],
        rest: [String],
        isDenied: Bool = false
    ) {
        for mention in subjects {
            switch verb {
            case .came, .cameBehind, .cameBoth: add(mention, isDenied ? .invited : .attended)
            case .represented: add(mention, governing == .represented ? .attended : .deputised)
            case .inPlaceOf: add(mention, .deputised)
            case .declined, .declinedBehind: add(mention, .apologies)
            case .silent, .silentBehind: add(mention, .invited)
            case .asked, .askedBehind:
                claims.append(ClauseReader.Claim(mention: mention, evidence: .invited, isOnlyAsked: true))
            case .notAsked: add(mention, .none)
            case .gaveBehind: if !isStillToCome { add(mention, .contributed) }
            case .gave: gave(mention, rest, isDenied)
            case .consulted: if !isDenied { add(mention, .contributed) }
            case .spoke: if !isDenied, !isFailed(rest) { add(mention, .contributed) }
            }
        }
    }

    private mutating func gave(_ mention: Int, _ rest: [String], _ isDenied: Bool) {
        let text = Tokens(rest.joined(separator: " "))
        if text.says(.absenceWord) {
            add(mention, .apologies)
        } else if !isDenied, !text.says(.negation), !text.says(.notYetReceived), Self.tells(text) {
            add(mention, .contributed)
        }
    }

    private mutating func give(_ mention: Int?, from position: Int) {
        let text = Tokens(clause(behind: position).joined(separator: " "))
        guard let mention, !text.says(.negation), !text.says(.notYetReceived), !isStillToCome,
            text.words.contains(where: { Cues.builtIn.words(of: .arrivalWord).contains($0.text) })
        else { return }
        add(mention, .contributed)
    }

    private mutating func add(_ mention: Int, _ evidence: Evidence) {
        claims.append(
            ClauseReader.Claim(
                mention: mention,
                evidence: evidence,
                office: evidence == .attended ? office : nil
            )
        )
    }

    /// "attended the address", "was present when he said it", "the letter was written by" are of something else.
    private func isAboutMeeting(_ verb: ClauseVerb, _ words: Range<Int>) -> Bool {
        guard verb == .came || verb == .cameBehind else { return true }
        let nouns = Cues.builtIn.words(of: .meetingNoun)
        let phrase = sentence.words[words].map(\.text)
        if verb == .cameBehind {
            guard phrase.last == "by",
                !phrase.contains(where: {
                    ["chaired", "attended", "minuted", "clerked", "joined"].contains($0)
                })
            else { return true }
            return sentence.words[..<words.lowerBound].contains { nouns.contains($0.text) }
                || phrase.contains { nouns.contains($0) }
        }
        // An officer arrives at many doors; at the meeting where the line tells the time, or names the meeting.
        if Self.arrivals.contains(phrase.joined(separator: " ")) {
            return beginsWithTime || sentence.words.contains { nouns.contains($0.text) }
        }
        guard let next = sentence.text(at: words.upperBound) else { return true }
        if phrase == ["came"], Self.ways.contains(next) { return false }
        if next == "when" || next == "while"
            || next == "as" && sentence.text(at: words.upperBound + 1) == "he"
        {
            return false
        }
        guard
            ["the", "a", "an", "his", "her", "their", "at", "to", "this", "school", "hospital", "court"]
                .contains(next)
        else { return true }
        let behind = sentence.words[words.upperBound...].prefix(5)
        return behind.contains { nouns.contains($0.text) } || phrase.contains { nouns.contains($0) }
    }

    private var beginsWithTime: Bool {
        let lead = sentence.text.prefix(8)
        return lead.first?.isNumber == true && TimeReader.time(in: String(lead), isLabelled: true) != nil
    }

    private static let arrivals: Set<String> = ["arrived", "came in", "came on", "got in", "entered"]

    private static let ways: Set<String> = [
        "back", "home", "out", "up", "down", "round", "across", "over", "forward", "into",
    ]

    private static func office(of sentence: Tokens, _ words: Range<Int>) -> ClauseReader.Office? {
        let near = sentence.words[max(0, words.lowerBound - 3)..<words.upperBound].map(\.text)
        if near.contains(where: { ["chair", "chaired", "chairing", "chairs", "presided"].contains($0) }) {
            return .chair
        }
        if near.contains(where: { ["minutes", "minuting", "minuted", "minute"].contains($0) }) {
            return .minutes
        }
        if near.contains(where: { ["notes", "note", "record", "recorded", "clerked", "typed"].contains($0) })
        {
            return .notes
        }
        return nil
    }

    private var isStillToCome: Bool {
        sentence.says(.notYetReceived) || sentence.says(.failedContact) && !sentence.says(.contactMade)
    }

    /// A report, or what was told: more than a word.
    private static func tells(_ text: Tokens) -> Bool {
        text.words.contains { Cues.builtIn.words(of: .contributionWord).contains($0.text) }
            || text.words.contains { ["that", "what", "how", "about", "views"].contains($0.text) }
    }

    private static func isThing(_ word: String?) -> Bool {
        word.map { Cues.builtIn.words(of: .contributionWord).contains($0) } ?? false
    }

    private func isFailed(_ rest: [String]) -> Bool {
        let text = Tokens(rest.joined(separator: " "))
        return sentence.says(.failedContact) || text.says(.absenceWord) || sentence.says(.futureContact)
    }

    private func isDenied(_ words: Range<Int>) -> Bool { sentence.isDenied(before: words.lowerBound) }

    /// The words behind the verb up to the clause's end.
    private func clause(behind position: Int) -> [String] {
        guard position < sentence.count else { return [] }
        var words: [String] = []
        for index in position..<sentence.count {
            if index > position {
                let gap = sentence.text[
                    sentence.words[index - 1].range.upperBound..<sentence.words[index].range.lowerBound
                ]
                if gap.contains(";") { break }
            }
            words.append(sentence.words[index].text)
        }
        return words
    }
}
