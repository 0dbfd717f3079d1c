/// Reads what the text of the record shows of a partner's part in it, apart from the attendance list.
///
/// A partner's paragraph counts only when it says that something was obtained from the partner for this discussion.
/// What is still to be done, what was tried in vain and what a child said about school do not count.
struct StatementReader {
    let outline: Outline
    let vocabulary: Vocabulary
    private let classifier: PartnerClassifier
    private let reader: AccountReader
    /// The stretches of text that may tell something, prepared once.
    private let accounts: [AccountReader.Account]

    init(outline: Outline, vocabulary: Vocabulary, participants: [Participant], children: [Child]) {
        self.outline = outline
        self.vocabulary = vocabulary
        let classifier = PartnerClassifier(vocabulary: vocabulary)
        let reader = AccountReader(
            vocabulary: vocabulary,
            roster: Roster(participants: participants, children: children)
        )
        self.classifier = classifier
        self.reader = reader
        accounts = outline.passages.compactMap { passage in
            guard passage.zone == .body, !passage.isHeading, Self.isInformation(passage, classifier) else {
                return nil
            }
            return reader.account(of: passage)
        }
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
            guard Self.isPartner(passage.agency), Self.isInformation(passage, classifier) else { continue }
            readMeans(passage, into: &reading)
        }
        for account in accounts {
            if let partner = account.passage.agency {
                if Self.isPartner(partner) { readOwn(account, of: partner, into: &reading) }
            } else {
                readGeneral(account, into: &reading)
            }
        }
        return reading
    }

    /// "School (by phone, 10.15): …", "Education (report from the DSL): …": the label says how it came.
    private func readMeans(_ passage: Outline.Passage, into reading: inout Reading) {
        guard let label = passage.label, let partner = passage.agency, let open = label.firstIndex(of: "(")
        else { return }
        let bracket = Tokens(String(label[open...]))
        let says =
            bracket.says(.meansOfContact)
            || bracket.words.contains { Cues.builtIn.words(of: .contributionWord).contains($0.text) }
        let line = Tokens("\(label): \(passage.text)")
        guard says, !bracket.says(.negation), !line.says(.failedContact), !line.says(.notYetReceived) else {
            return
        }
        add(line, of: partner, passage, into: &reading)
    }

    /// A stretch under the partner's own label or heading: the first sentence that shows it counts.
    private func readOwn(
        _ account: AccountReader.Account,
        of partner: Partner,
        into reading: inout Reading
    ) {
        let passage = account.passage
        let target = AccountReader.Target(partner: partner, isOwn: true)
        var reason: PassedOver.Reason?
        for place in account.places {
            switch reader.verdict(of: account, at: place, for: target) {
            case .contributed:
                add(passage.sentences[place], of: partner, passage, into: &reading)
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

    /// Elsewhere only a plain account of a contact for this meeting counts.
    private func readGeneral(_ account: AccountReader.Account, into reading: inout Reading) {
        for place in account.places {
            for partner in [Partner.education, .health, .police] {
                let target = AccountReader.Target(partner: partner)
                if reader.verdict(of: account, at: place, for: target) == .contributed {
                    add(
                        account.passage.sentences[place],
                        of: partner,
                        account.passage,
                        into: &reading
                    )
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
            else { return participant }
            for account in accounts {
                let target = AccountReader.Target(
                    partner: participant.partner,
                    person: index,
                    isOwn: account.passage.agency == participant.partner
                )
                for place in account.places
                where reader.verdict(of: account, at: place, for: target) == .contributed {
                    var raised = participant
                    raised.evidence = .contributed
                    raised.words += " / " + account.passage.sentences[place].text
                    return raised
                }
            }
            return participant
        }
    }

    // MARK: Where

    private static func isPartner(_ agency: Partner?) -> Bool {
        agency.map { ![.family, .socialCare, .other].contains($0) } ?? false
    }

    private static func isInformation(_ passage: Outline.Passage, _ classifier: PartnerClassifier) -> Bool {
        switch passage.section {
        case .timeline: !isHistory(passage)
        case .information, .consulted, .noResponse, .apologies, .present, .invited, .analysis, nil: true
        // A part for each agency behind the reason for the meeting: its heading is the agency's own.
        case .reason:
            isPartner(passage.agency) && passage.label == nil
                && classifier.partner(ofLabel: passage.heading) == passage.agency
        default: false
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
        let names = MentionReader(people: PersonReader(vocabulary: vocabulary))
        return names.mentions(in: sentence).compactMap { mention in
            let surname = PersonName.core(mention.person.name).last
            guard !reader.roster.participants.contains(where: { PersonName.core($0.name).last == surname }),
                !(surname.map(reader.roster.isChild) ?? false)
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
        let names = MentionReader(people: PersonReader(vocabulary: vocabulary))
        for passage in outline.passages where passage.zone == .body && passage.tokens.contains(surname) {
            for mention in names.mentions(in: passage.text) {
                let core = PersonName.core(mention.person.name)
                if core.count > 1, core.last == surname, !mention.person.role.isEmpty {
                    return mention.person
                }
            }
        }
        return nil
    }
}
