/// Reads the answers to a form's questions about one agency: who came for it, who did not and why, what it sent.
struct QuestionAnswers {
    let people: PersonReader
    private let prose: ProseAttendance
    private let lists: PeopleListReader

    init(people: PersonReader) {
        self.people = people
        prose = ProseAttendance(vocabulary: people.vocabulary)
        lists = PeopleListReader(people: people)
    }

    struct Question {
        var agency: Partner?
        var agencyName: String
        /// The person whom it is about, as in "Was the social worker present?".
        var role = ""
        var items: [Item]
        var place: String
    }

    struct Item {
        var question: String
        var answer: String
    }

    /// What a question asks for.
    private enum Kind {
        case attended
        case invited
        case contributed
        case names
        case reason
    }

    func listed(_ question: Question) -> [Listed] {
        var evidence = Evidence.none
        /// With no evidence of their own until all answers are read.
        var found: [(listed: Listed, evidence: Evidence?)] = []
        let words = question.items.map { "\($0.question) \($0.answer.replacingNewlines)" }.joined(
            separator: " | "
        )
        for item in question.items.flatMap(Self.cut) {
            let kind = kind(of: Tokens(item.question))
            let (isYes, isNo, rest) = Self.yesOrNo(item.answer)
            if isYes { evidence = max(evidence, Self.meaning(kind)) }
            if !isYes, !rest.isEmpty, kind == .attended || kind == .reason,
                let said = people.responses.evidence(of: rest)
            {
                evidence = max(evidence, kind == .reason || isNo ? min(said, .apologies) : said)
            }
            let passage = Outline.Passage(rest, place: question.place, section: .present, agency: nil)
            found += prose.people(in: passage).map { ($0, $0.evidence) }
            let own: Evidence? =
                kind == .contributed ? (isYes ? .contributed : Evidence.none) : whoCame(item, rest, isNo)
            found += persons(in: passage, kind).map { ($0, own) }
        }
        if found.isEmpty, evidence > .none, question.agency != nil, question.role.isEmpty {
            found = [
                (
                    Listed(
                        person: PersonReader.Person(),
                        evidence: evidence,
                        place: question.place,
                        words: words
                    ), nil
                )
            ]
        }
        return found.compactMap { listed, own in
            var listed = listed
            listed.evidence = own ?? listed.person.evidence ?? evidence
            guard listed.evidence > .none else { return nil }
            if listed.person.role.isEmpty { listed.person.role = question.role }
            if listed.person.organisation.isEmpty { listed.person.organisation = question.agencyName }
            listed.agencyName = question.agencyName
            listed.agency = question.agency
            listed.words = words
            return listed
        }
    }

    /// "Who was there from police? – DS Malik, on the phone": whom the answer begins with was there, unless it says more.
    private func whoCame(_ item: Item, _ rest: String, _ isNo: Bool) -> Evidence? {
        let question = Tokens(item.question)
        guard question.words.first?.text == "who", question.containsAny(Self.presence),
            !question.says(.negation),
            let first = rest.sentences.first, !isNo, !prose.isProse(Tokens(first)),
            !Tokens(rest).says(.negation),
            people.person(in: first, allowsRoleOnly: false)?.name.isEmpty == false
        else { return nil }
        let said = rest.sentences.compactMap { people.responses.evidence(of: $0) }.min()
        return said.map { $0 < .contributed ? $0 : .attended } ?? .attended
    }

    private static let presence = ["there", "present", "attended", "took part", "in attendance", "joined"]

    private func persons(in passage: Outline.Passage, _ kind: Kind) -> [Listed] {
        guard !passage.text.isBlank else { return [] }
        return lists.pieces(of: passage).compactMap { piece in
            people.person(in: piece, allowsRoleOnly: kind == .names || kind == .attended).map {
                Listed(person: $0, evidence: .none, place: passage.place, words: piece)
            }
        }
    }

    // MARK: Questions

    private func kind(of question: Tokens) -> Kind {
        if question.isAll(.representativeLabel)
            || question.containsAny(["by whom", "anyone else", "who else", "anybody else"])
            || question.says(.representativeLabel) && !question.says(.agencyQuestion)
        {
            return .names
        }
        if question.containsAny(["why", "reason", "if not"]), !question.contains("report") { return .reason }
        if question.containsAny([
            "report", "information", "contribution", "consulted", "contacted", "another way", "update",
        ]) {
            return .contributed
        }
        return question.contains("invited") ? .invited : .attended
    }

    private static func meaning(_ kind: Kind) -> Evidence {
        switch kind {
        case .attended: .attended
        case .invited: .invited
        case .contributed: .contributed
        case .names, .reason: .none
        }
    }

    /// Cuts what holds several questions with their answers, as "Yes – by whom? DC Platt".
    private static func cut(_ item: Item) -> [Item] {
        var items: [Item] = []
        var question = item.question
        var answer: [String] = []
        for sentence in item.answer.replacingNewlinesByStops.sentences {
            guard sentence.hasSuffix("?") else {
                answer.append(sentence)
                continue
            }
            let (isYes, isNo, rest) = yesOrNo(sentence)
            if isYes || isNo { answer.append(isYes ? "Yes" : "No") }
            items.append(Item(question: question, answer: answer.joined(separator: " ")))
            question = isYes || isNo ? rest : sentence
            answer = []
        }
        items.append(Item(question: question, answer: answer.joined(separator: " ")))
        return items.filter { !$0.answer.isEmpty }
    }

    /// "☐ Yes ☒ No – reason: …": what stands behind the ticked box.
    private static func ticked(_ answer: String) -> String? {
        guard answer.contains("☐"), let box = answer.firstIndex(of: "☒") else { return nil }
        return answer[answer.index(after: box)...].prefix { $0 != "☐" }.trimmed
    }

    /// The yes or no with which an answer begins, and the rest.
    private static func yesOrNo(_ answer: String) -> (isYes: Bool, isNo: Bool, rest: String) {
        let text = ticked(answer) ?? answer.trimmed
        let tokens = Tokens(text)
        guard let first = tokens.words.first else { return (false, false, "") }
        let isYes =
            ["yes", "y", "true"].contains(first.text) || answer.contains("☒") && !answer.contains("☐")
        let isNo = ["no", "n", "none", "false"].contains(first.text)
        guard ["yes", "y", "true", "no", "n", "none", "false"].contains(first.text) else {
            return (isYes, isNo, text)
        }
        return (isYes, isNo, text[first.range.upperBound...].bare)
    }
}

extension String {
    /// Lines as sentences of their own, since a line in a field says one thing.
    fileprivate var replacingNewlinesByStops: String {
        contains("\n") ? split(separator: "\n").map(\.trimmed).joined(separator: "\n") : self
    }
}
