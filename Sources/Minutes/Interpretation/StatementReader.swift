/// Reads what the text of the record shows of a partner's part in it, apart from the attendance list.
///
/// A partner's paragraph counts only when it says that something was obtained from the partner for this discussion.
/// What is still to be done, what was tried in vain and what a child said about school do not count.
struct StatementReader {
    let outline: Outline
    let vocabulary: Vocabulary
    let classifier: PartnerClassifier
    private let contact: ContactSentence
    private let direct: DirectContact

    init(outline: Outline, vocabulary: Vocabulary) {
        self.outline = outline
        self.vocabulary = vocabulary
        classifier = PartnerClassifier(vocabulary: vocabulary)
        contact = ContactSentence(vocabulary: vocabulary)
        direct = DirectContact(vocabulary: vocabulary)
    }

    /// Statements for the partners whose information the text reports, and people whom it names as their source.
    func read(participants: [Participant]) -> (statements: [MeetingRecord.Statement], consulted: [Listed]) {
        var statements: [MeetingRecord.Statement] = []
        var consulted: [Listed] = []
        for passage in outline.passages where passage.zone == .body && !passage.isHeading {
            guard let partner = passage.agency, partner != .family, partner != .socialCare, partner != .other,
                isInformation(passage.section)
            else { continue }
            let names = participants.filter { $0.partner == partner }.compactMap {
                PersonName.core($0.name).last
            }
            let isAboutContact = passage.tokens.says(.contactVerb)
            let surnames = isAboutContact ? Set(names).union(titledNames(in: passage)) : []
            for (index, tokens) in passage.sentences.enumerated() {
                let sentence = tokens.text
                guard
                    Self.reports(tokens, sentence: sentence, speaker: isSpeaker(of: partner, names: names))
                        || contact.tellsOfAnswer(
                            passage.sentences,
                            at: index,
                            from: partner,
                            surnames: surnames
                        )
                else { continue }
                statements.append(
                    MeetingRecord.Statement(
                        partner: partner,
                        evidence: .contributed,
                        words: sentence,
                        source: passage.place
                    )
                )
                consulted += namedSources(
                    in: sentence,
                    partner: partner,
                    place: passage.place,
                    participants: participants
                )
                break
            }
        }
        for passage in outline.passages
        where passage.zone == .body && !passage.isHeading && passage.agency == nil {
            guard passage.section == nil || isInformation(passage.section) else { continue }
            for tokens in passage.sentences {
                let sentence = tokens.text
                guard let (partner, person) = direct.contact(in: tokens, participants: participants) else {
                    continue
                }
                statements.append(
                    MeetingRecord.Statement(
                        partner: partner,
                        evidence: .contributed,
                        words: sentence,
                        source: passage.place
                    )
                )
                if let person {
                    consulted.append(
                        Listed(
                            person: person,
                            evidence: .contributed,
                            agency: partner,
                            place: passage.place,
                            words: sentence
                        )
                    )
                }
            }
        }
        return (statements, consulted)
    }

    /// Raises people who did not come but of whom the text says that their report or message was received.
    func raising(_ participants: [Participant]) -> [Participant] {
        participants.map { participant in
            guard participant.evidence < .contributed, let surname = PersonName.core(participant.name).last
            else {
                return participant
            }
            var raised = participant
            for passage in outline.passages
            where passage.zone == .body && !passage.isHeading && passage.section != .actions {
                let sentences = passage.sentences
                for (index, tokens) in sentences.enumerated() {
                    let sentence = tokens.text
                    let names = tokens.words.contains { $0.text == surname }
                    let previous = index > 0 ? sentences[index - 1] : tokens
                    let isPronoun =
                        previous.words.contains { $0.text == surname }
                        && ["his", "her", "their"].contains(tokens.words.first?.text ?? "")
                    let answered =
                        (names || previous.words.contains { $0.text == surname })
                        && contact.tellsOfAnswer(
                            sentences,
                            at: index,
                            from: participant.partner,
                            surnames: [surname]
                        )
                    guard (names || isPronoun) && Self.isReceipt(tokens) || answered else { continue }
                    raised.evidence = .contributed
                    raised.words += " / " + sentence
                }
            }
            return raised
        }
    }

    private func isInformation(_ section: Section?) -> Bool {
        switch section {
        case .information, .consulted, .noResponse, .present, .invited, .analysis, .timeline, nil: true
        default: false
        }
    }

    /// Surnames behind a title: "rang Miss Corrigan".
    private func titledNames(in passage: Outline.Passage) -> Set<String> {
        Set(
            ProseAttendance.nameSpans(in: passage.text).map { String(passage.text[$0]) }
                .filter(PersonName.hasTitle).compactMap { PersonName.core($0).last }
        )
    }

    // MARK: Sentences

    /// The sentence says that the partner gave information for this discussion.
    static func reports(_ tokens: Tokens, sentence: String, speaker: (Int, Tokens) -> Bool) -> Bool {
        // What the partner said when it referred the child, or at another meeting, was not asked for now.
        if tokens.says(.anotherOccasion), !tokens.says(.forTheMeeting) { return false }
        if isReceipt(tokens) { return true }
        guard !tokens.says(.failedContact), !isPromise(tokens) else { return false }
        for (index, word) in tokens.words.enumerated()
        where Cues.builtIn.words(of: .reportingVerb).contains(word.text) {
            guard speaker(index, tokens) else { continue }
            let before = (max(0, index - 3)..<index).map { tokens.words[$0].text }
            if before.contains(where: {
                ["to", "will", "should", "not", "must", "may", "can", "didnt", "never"].contains($0)
            }) {
                continue
            }
            return true
        }
        return false
    }

    /// "DSL says report will follow by Friday": nothing was told so far.
    private static func isPromise(_ tokens: Tokens) -> Bool {
        tokens.says(.notYetReceived)
            && tokens.words.contains { Cues.builtIn.words(of: .contributionWord).contains($0.text) }
    }

    /// Something arrived: "a written report was read out", "sent information by e-mail", "telephone call with the DSL".
    static func isReceipt(_ tokens: Tokens) -> Bool {
        guard !tokens.says(.failedContact), !tokens.says(.notYetReceived) else {
            return false
        }
        let things = [
            "report", "reports", "email", "emails", "letter", "update", "information", "statement",
            "chronology", "summary", "note", "response", "details",
        ]
        let arrived = [
            "sent", "received", "read", "provided", "submitted", "supplied", "emailed", "shared", "obtained",
            "given", "tabled", "circulated", "forwarded",
        ]
        let hasThing = tokens.words.contains { things.contains($0.text) }
        let hasArrived = tokens.words.contains { arrived.contains($0.text) }
        if hasThing, hasArrived, !tokens.says(.sentTheOtherWay) {
            return true
        }
        return tokens.says(.contactMade)
    }

    /// Whether the word before a reporting verb is somebody of the partner.
    private func isSpeaker(of partner: Partner, names: [String]) -> (Int, Tokens) -> Bool {
        { index, tokens in
            let before = (max(0, index - 5)..<index).map { tokens.words[$0] }
            // Under the partner's own label the first words of the sentence speak for it, unless they are a child's.
            if before.contains(where: {
                names.contains($0.text)
                    || [
                        "school", "nursery", "college", "academy", "head", "headteacher", "dsl", "senco",
                        "setting", "teacher", "staff", "manager", "childminder", "tutor", "officer", "nurse",
                        "visitor", "gp", "midwife", "police", "practitioner", "office", "paediatrician",
                        "education", "health",
                    ].contains($0.text)
            }) {
                return !before.contains {
                    ["his", "her", "their", "child", "mum", "mother", "dad", "father"].contains($0.text)
                } || before.last.map { ["school", "head", "dsl", "staff"].contains($0.text) } ?? false
            }
            if let last = before.last {
                return Self.isInitials(tokens.text[last.range])
                    || before.dropLast().last.map { PersonName.titles.contains($0.text) } ?? false
            }
            return false
        }
    }

    private static func isInitials(_ text: Substring) -> Bool {
        (2...4).contains(text.count) && text.allSatisfy { $0.isUppercase || $0 == "-" }
    }

    // MARK: People

    /// "Telephone call, ZC to Mrs Gillian Sharrock (Designated Safeguarding Lead)".
    private func namedSources(
        in sentence: String,
        partner: Partner,
        place: String,
        participants: [Participant]
    ) -> [Listed] {
        let reader = PersonReader(vocabulary: vocabulary)
        return ProseAttendance.nameSpans(in: sentence).compactMap { span in
            let name = String(sentence[span])
            let surname = PersonName.core(name).last
            if participants.contains(where: { PersonName.core($0.name).last == surname }) { return nil }
            let tail = String(sentence[span.upperBound...])
            var person = introduced(surname, name: name) ?? PersonReader.Person(name: name)
            if tail.trimmed.hasPrefix("("), let close = tail.firstIndex(of: ")"),
                let parsed = reader.person(in: name + String(tail[...close]), allowsRoleOnly: false)
            {
                person = parsed
            } else if tail.hasPrefix(", "),
                let part = tail.dropFirst(2).parts(by: { ",.;".contains($0) }).first,
                reader.isRole(part)
            {
                person.role = part
            } else if person.role.isEmpty,
                let role = ProseAttendance(vocabulary: vocabulary).roleBefore(
                    sentence[..<span.lowerBound].withoutLastComma
                )
            {
                person.role = role
            }
            guard !person.role.isEmpty,
                classifier.partner(
                    role: person.role,
                    organisation: person.organisation,
                    name: name,
                    agency: partner
                ) == partner
            else { return nil }
            person.evidence = nil
            return Listed(
                person: person,
                evidence: .contributed,
                agencyName: "",
                agency: partner,
                place: place,
                words: sentence
            )
        }
    }

    /// The full name and role with which another passage introduces the person: "Miss Niamh Corrigan, Year 3 teacher".
    private func introduced(_ surname: String?, name: String) -> PersonReader.Person? {
        guard let surname, PersonName.core(name).count == 1 else { return nil }
        for passage in outline.passages where passage.zone == .body && passage.tokens.contains(surname) {
            for span in ProseAttendance.nameSpans(in: passage.text) {
                let full = String(passage.text[span])
                let tail = passage.text[span.upperBound...]
                guard PersonName.core(full).count > 1, PersonName.core(full).last == surname,
                    tail.hasPrefix(", "),
                    let role = String(tail.dropFirst(2)).parts(by: { ",.;".contains($0) }).first,
                    PersonReader(vocabulary: vocabulary).isRole(role)
                else { continue }
                return PersonReader.Person(name: full, role: role)
            }
        }
        return nil
    }
}

extension Substring {
    /// "the deputy head, " as the words before a name that a comma sets off.
    var withoutLastComma: Substring {
        let text = self.dropLastSpaces
        return text.last == "," ? text.dropLast() : self
    }

    private var dropLastSpaces: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
