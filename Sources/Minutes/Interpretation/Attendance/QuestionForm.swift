/// Reads forms that ask about each agency in turn: "Were Police invited? Did they attend? Name and role", whether
/// question and answer are label and value, heading and paragraph, or stand in one sentence.
struct QuestionForm {
    let outline: Outline
    let people: PersonReader
    private let classifier: PartnerClassifier
    private let answers: QuestionAnswers

    init(outline: Outline, people: PersonReader) {
        self.outline = outline
        self.people = people
        classifier = PartnerClassifier(vocabulary: people.vocabulary)
        answers = QuestionAnswers(people: people)
    }

    func listed() -> [Listed] { (labelled() + headed()).flatMap(answers.listed) }

    // MARK: Labels and values

    private func labelled() -> [QuestionAnswers.Question] {
        var questions: [QuestionAnswers.Question] = []
        var isOpen = false
        for fact in outline.facts where fact.zone == .body {
            let match = agency(in: fact.labelTokens)
            let isAsked = Tokens(fact.heading).says(.agencyQuestion) && Self.isYesOrNo(fact.valueTokens)
            if fact.labelTokens.says(.agencyQuestion)
                || isAsked && classifier.partner(ofLabel: fact.label) != nil, let match
            {
                questions.append(
                    QuestionAnswers.Question(
                        agency: match.meaning,
                        agencyName: String(fact.labelTokens.original(match.words)),
                        items: [item(fact)],
                        place: fact.place
                    )
                )
                isOpen = true
            } else if isOpen, fact.labelTokens.says(.followUpQuestion), match == nil {
                questions[questions.count - 1].items.append(item(fact))
            } else {
                isOpen = false
            }
        }
        return questions
    }

    private func item(_ fact: Outline.Fact) -> QuestionAnswers.Item {
        QuestionAnswers.Item(question: fact.label, answer: fact.value)
    }

    // MARK: Headings and paragraphs

    private func headed() -> [QuestionAnswers.Question] {
        var questions: [QuestionAnswers.Question] = []
        var asked: Outline.Passage?
        var open: QuestionAnswers.Question?
        func close() {
            if let question = open, !question.items.isEmpty { questions.append(question) }
            open = nil
        }
        for passage in outline.bodyPassages where passage.label != "cell" {
            let line = passage.label.map { "\($0): \(passage.text)" } ?? passage.text
            if passage.isHeading {
                close()
                asked = isQuestion(passage) ? passage : nil
                open = asked.flatMap(question)
            } else if asked != nil, passage.label == nil, let name = agencyAlone(passage) {
                close()
                open = QuestionAnswers.Question(
                    agency: classifier.partner(ofLabel: name),
                    agencyName: name,
                    items: [],
                    place: passage.place
                )
            } else if let asked, open != nil {
                // A further list, such as "Apologies: …", is read as such.
                if passage.labelOpensSection { continue }
                open?.items.append(QuestionAnswers.Item(question: asked.text, answer: line))
            }
        }
        close()
        return questions
    }

    private func isQuestion(_ passage: Outline.Passage) -> Bool {
        guard passage.tokens.says(.agencyQuestion), passage.tokens.count <= 14 else { return false }
        return passage.text.trimmed.hasSuffix("?")
            || ["was", "were", "did", "has", "have"].contains(passage.tokens.words[0].text)
    }

    /// Whom a heading asks about; `nil` where it asks for all agencies, which the lines below name.
    private func question(_ passage: Outline.Passage) -> QuestionAnswers.Question? {
        let agency = agency(in: passage.tokens)
        let role = people.vocabulary.roles.matches(in: passage.tokens).first
        let isOpen = passage.tokens.containsAny([
            "any other", "anyone else", "anybody else", "other services", "other agencies",
        ])
        guard agency != nil || role != nil || isOpen else { return nil }
        let isRole = role.map { $0.words.count > (agency?.words.count ?? 0) } ?? false
        return QuestionAnswers.Question(
            agency: isRole ? role?.meaning : agency?.meaning,
            agencyName: isRole || agency == nil
                ? "" : String(passage.tokens.original(agency?.words ?? 0..<1)),
            role: isRole ? role.map { String(passage.tokens.original($0.words)) } ?? "" : "",
            items: [],
            place: passage.place
        )
    }

    /// The agency asked about: "Chair has checked that education took part" is of education.
    private func agency(in question: Tokens) -> PhraseTable<Partner>.Match? {
        let matches = people.vocabulary.agencies.matches(in: question)
        return matches.first { $0.meaning != .socialCare }
            ?? matches.first { !question.original($0.words).hasPrefix("Chair") }
    }

    /// A line that is the name of an agency and nothing else.
    private func agencyAlone(_ passage: Outline.Passage) -> String? {
        let text = passage.text.bare
        guard passage.tokens.count <= 5, classifier.partner(ofLabel: text) != nil else { return nil }
        return text
    }

    static func isYesOrNo(_ tokens: Tokens) -> Bool {
        ["yes", "no", "y", "n"].contains(tokens.words.first?.text ?? "")
    }
}
