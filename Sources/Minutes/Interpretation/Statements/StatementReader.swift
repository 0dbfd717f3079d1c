/// Reads what the text of the record shows of a partner's part in it, apart from the attendance list.
///
/// A partner's paragraph counts only when it says that something was obtained from the partner for this discussion.
/// What is still to be done, what was tried in vain and what a child said about school do not count.
struct StatementReader {
    let outline: Outline
    let vocabulary: Vocabulary
    private let classifier: PartnerClassifier
    private let accounts: AccountReader

    init(outline: Outline, vocabulary: Vocabulary, participants: [Participant], children: [Child]) {
        self.outline = outline
        self.vocabulary = vocabulary
        classifier = PartnerClassifier(vocabulary: vocabulary)
        accounts = AccountReader(
            vocabulary: vocabulary,
            roster: Roster(participants: participants, children: children)
        )
    }

    struct Reading {
        var statements: [MeetingRecord.Statement] = []
        /// People whom the text names as the source of what was obtained.
        var consulted: [Listed] = []
        var passedOver: [PassedOver] = []
    }

    /// What the text shows of each partner.
    func read() -> Reading {
        var reading = Reading()
        for passage in outline.passages where passage.zone == .body && !passage.isHeading {
            if let partner = passage.agency, ![.family, .socialCare, .other].contains(partner) {
                if isInformation(passage) { readOwn(passage, of: partner, into: &reading) }
            } else if isGeneral(passage) {
                readGeneral(passage, into: &reading)
            }
        }
        return reading
    }

    /// A stretch under the partner's own label or heading: the first sentence that shows it counts.
    private func readOwn(_ passage: Outline.Passage, of partner: Partner, into reading: inout Reading) {
        let target = AccountReader.Target(partner: partner, isOwn: true)
        var reason: PassedOver.Reason?
        if let label = passage.label, tellsOfMeans(label) {
            let line = Tokens("\(label): \(passage.text)")
            if !line.says(.failedContact), !line.says(.notYetReceived) {
                add(line, of: partner, passage, into: &reading)
                return
            }
        }
        for index in passage.sentences.indices {
            switch accounts.verdict(passage.sentences, at: index, of: target) {
            case .contributed:
                add(passage.sentences[index], of: partner, passage, into: &reading)
                return
            case .passedOver(let found): reason = reason ?? found
            case .silent: break
            }
        }
        guard [.education, .health, .police].contains(partner), passage.section?.evidence == nil,
            reason != nil || passage.section != nil
        else { return }
        reading.passedOver.append(
            PassedOver(
                partner: partner,
                words: passage.text,
                source: passage.place,
                reason: reason ?? .noContact
            )
        )
    }

    /// "School (by phone, 10.15)", "Education (report from the DSL)".
    private func tellsOfMeans(_ label: String) -> Bool {
        guard let open = label.firstIndex(of: "(") else { return false }
        let bracket = Tokens(String(label[open...]))
        return bracket.says(.meansOfContact)
            || bracket.words.contains { Cues.builtIn.words(of: .contributionWord).contains($0.text) }
                && !bracket.says(.negation)
    }

    /// Elsewhere only a plain account of a contact for this meeting counts.
    private func readGeneral(_ passage: Outline.Passage, into reading: inout Reading) {
        for index in passage.sentences.indices {
            let sentence = passage.sentences[index]
            guard sentence.says(.tellingVerb) || sentence.says(.arrivalWord) || sentence.says(.contactVerb)
            else { continue }
            for partner in [Partner.education, .health, .police] {
                let target = AccountReader.Target(partner: partner)
                if accounts.verdict(passage.sentences, at: index, of: target) == .contributed {
                    add(sentence, of: partner, passage, into: &reading)
                }
            }
        }
    }

    private func add(
        _ sentence: Tokens,
        of partner: Partner,
        _ passage: Outline.Passage,
        into reading: inout Reading
    ) {
        reading.statements.append(
            MeetingRecord.Statement(
                partner: partner,
                evidence: .contributed,
                words: sentence.text,
                source: passage.place
            )
        )
        reading.consulted += sources(in: sentence.text, of: partner, place: passage.place)
    }

    // MARK: Participants

    /// Raises people who did not come but of whom the text says that their report or message was received.
    func raising(_ participants: [Participant]) -> [Participant] {
        participants.enumerated().map { index, participant in
            guard participant.evidence < .contributed, participant.partner != .family,
                !participant.name.isEmpty
            else {
                return participant
            }
            for passage in outline.passages where passage.zone == .body && !passage.isHeading {
                guard isInformation(passage) || isGeneral(passage) else { continue }
                let target = AccountReader.Target(
                    partner: participant.partner,
                    person: index,
                    isOwn: passage.agency == participant.partner
                )
                for place in passage.sentences.indices
                where accounts.verdict(passage.sentences, at: place, of: target) == .contributed {
                    var raised = participant
                    raised.evidence = .contributed
                    raised.words += " / " + passage.sentences[place].text
                    return raised
                }
            }
            return participant
        }
    }

    // MARK: Where

    private func isInformation(_ passage: Outline.Passage) -> Bool {
        switch passage.section {
        case .timeline: return !Self.isHistory(passage)
        case .information, .consulted, .noResponse, .apologies, .present, .invited, .analysis, nil:
            return true
        // A part for each agency behind the reason for the meeting: its heading is the agency's own.
        case .reason:
            return passage.label == nil && classifier.partner(ofLabel: passage.heading) == passage.agency
        default: return false
        }
    }

    private func isGeneral(_ passage: Outline.Passage) -> Bool {
        guard passage.agency == nil else { return false }
        switch passage.section {
        case .timeline: return !Self.isHistory(passage)
        case .information, .consulted, .noResponse, .apologies, .present, .invited, .analysis, nil:
            return true
        default: return false
        }
    }

    /// A chronology's line begins with its day or year; that of a discussion held in calls with the time.
    private static func isHistory(_ passage: Outline.Passage) -> Bool {
        let first = passage.tokens.words.first?.text ?? ""
        let isTime = TimeReader.time(in: String(passage.text.prefix(8)), isLabelled: true) != nil
        return !isTime || first.count == 4 && Int(first).map { (1990...2100).contains($0) } ?? false
    }

    // MARK: Sources

    /// "Telephone call, ZC to Mrs Gillian Sharrock (Designated Safeguarding Lead)".
    private func sources(in sentence: String, of partner: Partner, place: String) -> [Listed] {
        let reader = MentionReader(people: PersonReader(vocabulary: vocabulary))
        return reader.mentions(in: sentence).compactMap { mention in
            let surname = PersonName.core(mention.person.name).last
            guard !accounts.roster.participants.contains(where: { PersonName.core($0.name).last == surname }),
                !(surname.map(accounts.roster.isChild) ?? false)
            else { return nil }
            var person = mention.person
            if let known = introduced(surname, name: person.name) { person = known }
            guard !person.role.isEmpty,
                classifier.partner(
                    role: person.role,
                    organisation: person.organisation,
                    name: person.name,
                    agency: partner
                ) == partner
            else { return nil }
            person.evidence = nil
            return Listed(
                person: person,
                evidence: .contributed,
                agency: partner,
                place: place,
                words: sentence
            )
        }
    }

    /// The full name and role with which another passage introduces the person: "Miss Niamh Corrigan, Year 3 teacher".
    private func introduced(_ surname: String?, name: String) -> PersonReader.Person? {
        guard let surname, PersonName.core(name).count == 1 else { return nil }
        let reader = MentionReader(people: PersonReader(vocabulary: vocabulary))
        for passage in outline.passages where passage.zone == .body && passage.tokens.contains(surname) {
            for mention in reader.mentions(in: passage.text) {
                let core = PersonName.core(mention.person.name)
                if core.count > 1, core.last == surname, !mention.person.role.isEmpty {
                    return mention.person
                }
            }
        }
        return nil
    }
}
