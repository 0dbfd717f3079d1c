/// Finds people in running text, for minutes that tell who came in sentences: "Joan Ackroyd, specialist midwife, was
/// present; the head, Mrs Lomax, could not come but had sent a report".
struct ProseAttendance {
    let vocabulary: Vocabulary
    private let reader: MentionReader
    private let clauses: ClauseReader

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        reader = MentionReader(people: PersonReader(vocabulary: vocabulary))
        clauses = ClauseReader(vocabulary: vocabulary)
    }

    /// The people of the body's running text.
    func listed(in outline: Outline) -> [Listed] {
        /// The heading of the stretch in which sentences tell who came.
        var toldUnder: String?
        return outline.passages.flatMap { passage -> [Listed] in
            guard passage.zone == .body, !passage.isHeading, passage.label != "cell" else { return [] }
            if passage.section?.evidence != nil { return people(in: passage) }
            switch passage.section {
            case nil, .reason, .information: break
            default: return []
            }
            guard passage.label == nil || passage.section == nil else { return [] }
            let goesOn = passage.section == nil && toldUnder == passage.heading && tellsOfAttendance(passage)
            guard goesOn || passage.tokens.says(.accountOfAttendance) else { return [] }
            // Outside the attendance part one person who "attended" may be a constable at a house.
            let found = people(in: passage)
            guard isAccount(found, passage) else { return [] }
            if found.count(where: { $0.evidence == .attended }) > 1 { toldUnder = passage.heading }
            return found
        }
    }

    /// Behind the sentences that tell who came: a line with its time, or why somebody did not come.
    private func tellsOfAttendance(_ passage: Outline.Passage) -> Bool {
        let lead = passage.text.prefix(8)
        if lead.first?.isNumber == true, TimeReader.time(in: String(lead), isLabelled: true) != nil {
            return true
        }
        return vocabulary.clauses.matches(in: passage.tokens).contains { match in
            switch match.meaning {
            case .declined, .declinedBehind, .represented, .inPlaceOf, .asked: true
            default: false
            }
        }
    }

    private func isAccount(_ found: [Listed], _ passage: Outline.Passage) -> Bool {
        let names = Set(found.map { PersonName.core($0.person.name) })
        return names.count > 1 || passage.section == nil || found.contains { $0.isOffice }
    }

    /// What the passage's sentences say of the people in them.
    func people(in passage: Outline.Passage) -> [Listed] {
        guard (vocabulary.clauses.firstMatch(in: passage.tokens) as PhraseTable<ClauseVerb>.Match?) != nil
        else {
            return []
        }
        var mentions: [PersonMention] = []
        var claims: [Int: [ClauseReader.Claim]] = [:]
        var words: [Int: [String]] = [:]
        var before: [Int] = []
        for sentence in passage.sentences where !isElsewhere(sentence) && !isList(sentence) {
            let found = reader.mentions(in: sentence.text)
            let subjects = found.enumerated().map { offset, mention in
                ClauseReader.Subject(range: mention.range, mention: mentions.count + offset)
            }
            mentions += found
            let told = clauses.claims(in: sentence, subjects: subjects, before: before)
            before = told.last
            for claim in told.claims {
                claims[claim.mention, default: []].append(claim)
                words[claim.mention, default: []].append(sentence.text)
            }
        }
        let replaced = mentions.indices.first { Self.evidence(of: claims[$0] ?? []) == .deputised }
        return mentions.indices.compactMap { index in
            guard var found = listed(mentions[index], claims[index] ?? [], words[index] ?? [], passage) else {
                return nil
            }
            if let replaced, found.evidence == .attended, found.isOffice == false,
                Set(words[replaced] ?? []).isSuperset(of: words[index] ?? [])
            {
                completeDeputy(&found, of: mentions[replaced].person)
            }
            return found
        }
    }

    /// Who comes in somebody's place is of the same agency, unless the sentence says otherwise.
    private func completeDeputy(_ deputy: inout Listed, of replaced: PersonReader.Person) {
        guard deputy.person.organisation.isEmpty else { return }
        deputy.person.organisation = replaced.organisation
        deputy.agency = reader.people.classifier.partner(
            role: replaced.role,
            organisation: replaced.organisation,
            name: replaced.name
        )
        if deputy.person.role.isEmpty, deputy.words.contains("deputy, \(deputy.person.name)") {
            deputy.person.role = "deputy"
        }
    }

    private func listed(
        _ mention: PersonMention,
        _ claims: [ClauseReader.Claim],
        _ words: [String],
        _ passage: Outline.Passage
    ) -> Listed? {
        guard let evidence = Self.evidence(of: claims), evidence > .none else { return nil }
        var person = mention.person
        let office = claims.lazy.compactMap(\.office).first
        let isBare = person.role.isEmpty && person.organisation.isEmpty
        if isBare, let office, office != .chair { person.role = office.rawValue }
        var listed = Listed(person: person, evidence: evidence, place: passage.place, words: unique(words))
        listed.isOffice = office != nil
        listed.isAmongLists = passage.section?.evidence != nil
        if isBare, office != nil { listed.agency = .socialCare }
        if let own = person.evidence, own != .attended { listed.evidence = own }
        return listed
    }

    private func unique(_ words: [String]) -> String {
        var seen: [String] = []
        for word in words where !seen.contains(word) { seen.append(word) }
        return seen.joined(separator: " ")
    }

    static func evidence(of claims: [ClauseReader.Claim]) -> Evidence? {
        let told = Set(claims.filter { !$0.isOnlyAsked }.map(\.evidence))
        if told.isEmpty { return claims.isEmpty ? nil : .invited }
        return ResponseReader.settle(told)
    }

    /// Sentences about other meetings, and about what is still to come.
    private func isElsewhere(_ sentence: Tokens) -> Bool {
        sentence.says(.futureAttendance) || sentence.says(.otherMeeting)
    }

    /// "A Carter, TM; T Barlow, SW; Dr Rao, GP – sent apologies": the remark is of the last one only.
    func isList(_ sentence: Tokens) -> Bool {
        // Columns made with tabs.
        if sentence.text.withoutNumbering.contains("\t") { return true }
        let pieces = sentence.text.parts { $0 == ";" }
        return pieces.count > 1
            && pieces.allSatisfy { piece in
                let text = piece.hasPrefixWord("and") ? String(piece.dropFirst(4)) : piece
                guard let name = Self.nameSpans(in: text).first?.lowerBound else {
                    return isUnnamed(text) || AuthorReader.isAuthor(text)
                }
                return name == text.startIndex || isRoleLabel(text[..<name])
            }
    }

    /// "SW – " before the name.
    private func isRoleLabel(_ lead: Substring) -> Bool {
        guard let mark = lead.trimmed.last, ":–—-".contains(mark) else { return false }
        return [.role, .team, .organisation].contains(reader.people.pieces.kind(of: lead.bare))
    }

    /// "BSO – Dee": a role, and a single name behind a dash.
    private func isUnnamed(_ text: String) -> Bool {
        let lead = text.prefixBeforeDash
        guard lead.count < text.count else { return false }
        return reader.people.pieces.kind(of: String(lead).bare) == .role
    }

    /// Whether a sentence tells in verbs what its people did.
    func isProse(_ sentence: Tokens) -> Bool {
        guard !isList(sentence), !vocabulary.clauses.matches(in: sentence).isEmpty else { return false }
        let mentions = reader.mentions(in: sentence.text)
        let subjects = mentions.enumerated().map { ClauseReader.Subject(range: $1.range, mention: $0) }
        guard let first = mentions.first,
            !clauses.claims(in: sentence, subjects: subjects, before: []).claims.isEmpty
        else { return false }
        if first.range.lowerBound > sentence.text.startIndex { return true }
        // "Mr S Pomfret – head – call with KM, 3pm": a line about one person, whoever else it names.
        let behind = sentence.text[first.nameRange.upperBound...].drop(while: \.isWhitespace).first ?? " "
        if "-–—:\t|".contains(behind) { return false }
        if mentions.count > 1 { return true }
        // "Hodan Warsame, advocate – sent a letter" is a line about one person with a remark.
        return sentence.text[first.range.upperBound...].drop(while: \.isWhitespace).first?.isLetter == true
    }

    func roleBefore(_ text: Substring) -> String? {
        let words = Tokens(String(text))
        guard words.count > 0 else { return nil }
        // "The headteacher, Mrs Lomax,": a comma stands between only where the role opens the sentence.
        if text.trimmed.last?.isLetter != true {
            guard text.trimmed.last == ",", words.count <= 5, ["the", "our"].contains(words.words[0].text)
            else { return nil }
        }
        for match in (vocabulary.roles.matches(in: words) + vocabulary.weakRoles.matches(in: words))
        where match.words.upperBound == words.count {
            return String(words.original(match.words))
        }
        return nil
    }

    /// Stretches that look like full names, from left to right.
    static func nameSpans(in sentence: String) -> [Range<String.Index>] {
        let words = sentence.split(whereSeparator: {
            $0 == " " || $0 == "\u{A0}" || $0.isNewline || $0 == "\t"
        })
        var spans: [Range<String.Index>] = []
        var index = 0
        while index < words.count {
            guard words[index].first?.isUppercase == true else {
                index += 1
                continue
            }
            var best: Range<String.Index>?
            var bestEnd = index
            for length in stride(from: min(6, words.count - index), through: 1, by: -1) {
                let slice = words[index..<(index + length)]
                guard let first = slice.first, let last = slice.last else { continue }
                // Punctuation inside a stretch ends the name, except after initials and titles.
                let inner = slice.dropLast()
                guard
                    inner.allSatisfy({
                        $0.last.map { $0.isLetter || $0 == "." || $0 == "’" } ?? false && !$0.hasSuffix("’s")
                            && !$0.hasSuffix("'s")
                    })
                else { continue }
                let start = first.startIndex
                var end = last.endIndex
                while end > start, !sentence[sentence.index(before: end)].isLetter {
                    end = sentence.index(before: end)
                }
                let text = sentence[start..<end]
                let isPossessive = text.hasSuffix("’s") || text.hasSuffix("'s")
                if PersonName.isFull(text), !isPossessive {
                    best = start..<end
                    bestEnd = index + length
                    break
                }
            }
            if let best {
                spans.append(best)
                index = bestEnd
            } else {
                index += 1
            }
        }
        return spans
    }
}
