/// Finds people in running text, for minutes without a list: "Joan Ackroyd, specialist midwife, was present".
struct ProseAttendance {
    let vocabulary: Vocabulary

    private static let cues: [(phrase: String, evidence: Evidence)] = [
        ("sent her apologies", .apologies), ("sent his apologies", .apologies),
        ("sent their apologies", .apologies),
        ("sent apologies", .apologies), ("gave apologies", .apologies), ("gave her apologies", .apologies),
        ("gave his apologies", .apologies), ("apologies were received from", .apologies),
        ("apologies had been received from", .apologies), ("apologies from", .apologies),
        ("had apologised", .apologies),
        ("apologised", .apologies), ("apologies for absence", .apologies),
        ("was unable to attend", .apologies),
        ("were unable to attend", .apologies), ("could not attend", .apologies),
        ("couldnt attend", .apologies),
        ("did not reply", .invited), ("had not replied", .invited), ("has not replied", .invited),
        ("did not respond", .invited), ("had not responded", .invited), ("did not attend", .invited),
        ("no reply was received", .invited), ("no response was received", .invited),
        ("was invited but", .invited), ("not on the call", .invited), ("was not present", .invited),
        ("did not join", .invited), ("were not present", .invited), ("was not part of", .invited),
        ("were present", .attended), ("was present", .attended), ("were in attendance", .attended),
        ("was in attendance", .attended), ("attended by", .attended), ("attended the meeting", .attended),
        ("attended on behalf", .attended), ("attended for", .attended), ("also attended", .attended),
        ("attended", .attended), ("taking part", .attended),
        ("took part", .attended), ("chaired by", .attended), ("was chaired", .attended),
        ("in the chair", .attended),
        ("was the chair", .attended), ("chaired the", .attended), ("chaired", .attended),
        ("took the minutes", .attended),
        ("took the notes", .attended), ("took notes", .attended), ("took minutes", .attended),
        ("minutes were taken by", .attended),
        ("notes were taken by", .attended), ("joined by", .attended), ("joined the", .attended),
        ("joined", .attended),
        ("participated", .attended), ("discussion between", .attended), ("held between", .attended),
        ("spoke with", .attended), ("conference call with", .attended), ("those present were", .attended),
        ("present were", .attended), ("represented", .attended),
    ]

    /// Finds people with what the sentence says of them, in the passages that are wanted.
    func listed(in outline: Outline, where isWanted: (Outline.Passage) -> Bool = { _ in true }) -> [Listed] {
        var found: [Listed] = []
        for passage in outline.passages
        where passage.zone == .body && !passage.isHeading && passage.label != "cell" && isWanted(passage) {
            guard passage.section == nil || passage.section?.evidence != nil || passage.section == .reason
            else { continue }
            if passage.section?.evidence == .attended, passage.label != nil { continue }
            for tokens in passage.sentences {
                let sentence = tokens.text
                guard let evidence = evidence(of: tokens) else { continue }
                found += people(in: sentence).map { person, words in
                    Listed(
                        person: person,
                        evidence: person.evidence ?? evidence,
                        place: passage.place,
                        words: words
                    )
                }
            }
        }
        return found
    }

    private func evidence(of tokens: Tokens) -> Evidence? {
        guard !tokens.says(.futureAttendance) else { return nil }
        for cue in Self.cues where tokens.contains(phrase: cue.phrase) {
            if cue.evidence == .apologies, ResponseReader.isNegatedReport(tokens) == false,
                tokens.says(.reportWithApologies)
            {
                return .contributed
            }
            return cue.evidence
        }
        return nil
    }

    /// Names with the role that follows them after a comma or in brackets, or stands before them.
    private func people(in sentence: String) -> [(PersonReader.Person, String)] {
        let reader = PersonReader(vocabulary: vocabulary)
        let spans = Self.nameSpans(in: sentence)
        var found: [(PersonReader.Person, String)] = []
        for (index, span) in spans.enumerated() {
            let end = index + 1 < spans.count ? spans[index + 1].lowerBound : sentence.endIndex
            let tail = Self.cutAtClause(String(sentence[span.upperBound..<end]))
            let name = String(sentence[span])
            var person = PersonReader.Person(name: name)
            let detail = tail.bare
            if !detail.isEmpty, tail.trimmed.hasPrefix(",") || tail.trimmed.hasPrefix("("),
                let parsed = reader.person(
                    in: "\(name), \(Self.spellOrganisation(detail))",
                    allowsRoleOnly: false
                )
            {
                person = parsed
            } else if let organisation = Self.ofOrganisation(tail) {
                person.organisation = organisation
            } else if let role = roleBefore(sentence[..<span.lowerBound]) {
                person.role = role
            }
            if person.role.isEmpty, tail.isEmpty {
                let after = Tokens(String(sentence[span.upperBound..<end]))
                if after.hasPrefix(phrase: "took the notes") || after.hasPrefix(phrase: "took notes") {
                    person.role = "notes"
                }
                if after.hasPrefix(phrase: "took the minutes") || after.hasPrefix(phrase: "took minutes") {
                    person.role = "minutes"
                }
            }
            let isKnown = !person.role.isEmpty || !person.organisation.isEmpty || PersonName.hasTitle(name)
            if isKnown { found.append((person, sentence)) }
        }
        return found
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

    /// "specialist midwife at Rakesfold Royal Hospital" is a role and an organisation.
    private static func spellOrganisation(_ detail: String) -> String {
        let text = detail.trimmingCharactersIn("()")
        for mark in [" at ", " of ", " from ", " for "] {
            guard let range = text.firstRange(ofText: mark) else { continue }
            var rest = String(text[range.upperBound...])
            if rest.hasPrefix("the ") { rest = String(rest.dropFirst(4)) }
            guard rest.first?.isUppercase == true || mark == " from " else { continue }
            let head = String(text[..<range.lowerBound])
            if let inner = rest.firstRange(ofText: " of "), mark == " from ",
                rest[inner.upperBound...].first?.isUppercase == true
            {
                return "\(rest[..<inner.lowerBound]), \(rest[inner.upperBound...])"
            }
            return "\(head), \(rest)"
        }
        return text
    }

    private static func ofOrganisation(_ tail: String) -> String? {
        for mark in [" of ", " from the ", " from ", " for "] where tail.hasPrefix(mark) {
            let rest = String(tail.dropFirst(mark.count)).bare
            if rest.first?.isUppercase == true { return rest }
        }
        return nil
    }

    /// Up to the verb or the next clause: what stands directly behind a name.
    private static func cutAtClause(_ tail: String) -> String {
        var cut = tail
        for mark in [
            " were ", " was ", " had ", " has ", " took ", " attended", " joined", " sent ", " gave ",
            " chaired", " who ", " which ", " and ",
            ";", ". ", " as ", " did ", " is ", " in the chair", " could ", " apologised", " also ",
            " by video", " by phone", " via ", " on behalf",
            " that ", " said ", " participated", " represented",
        ] {
            if let range = cut.firstRange(ofText: mark) { cut = String(cut[..<range.lowerBound]) }
        }
        return cut
    }

    /// Stretches that look like full names, from left to right.
    static func nameSpans(in sentence: String) -> [Range<String.Index>] {
        let words = sentence.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\n" })
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
                guard inner.allSatisfy({ $0.last.map { $0.isLetter || $0 == "." || $0 == "’" } ?? false })
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
