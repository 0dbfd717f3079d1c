/// Finds plain accounts of a contact outside a partner's own paragraph: "The head teacher's report was read out".
struct DirectContact {
    let vocabulary: Vocabulary
    private let classifier: PartnerClassifier

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        classifier = PartnerClassifier(vocabulary: vocabulary)
    }

    /// Outside a partner's own paragraph only a plain account of a contact counts.
    func contact(
        in tokens: Tokens,
        participants: [Participant]
    ) -> (Partner, PersonReader.Person?)? {
        let sentence = tokens.text
        guard tokens.says(.contactReported), !tokens.says(.failedContact), !tokens.says(.futureContact) else {
            return nil
        }
        guard tokens.says(.forTheMeeting) else { return nil }
        let reader = PersonReader(vocabulary: vocabulary)
        let match = partnerNamed(in: tokens)
        guard let match, isGiver(match, in: tokens) else { return nil }
        for span in ProseAttendance.nameSpans(in: sentence) {
            let name = String(sentence[span])
            guard
                !participants.contains(where: { PersonName.core($0.name).last == PersonName.core(name).last })
            else { continue }
            let tail = String(sentence[span.upperBound...])
            if let role = ProseAttendance(vocabulary: vocabulary).roleBefore(
                sentence[..<span.lowerBound].withoutLastComma
            ),
                classifier.partner(role: role, organisation: "") == match.meaning
            {
                return (match.meaning, PersonReader.Person(name: name, role: role))
            }
            guard tail.trimmed.hasPrefix("(") || tail.hasPrefix(","),
                let part = tail.trimmingCharactersIn("(,) ").parts(by: { ",;)(".contains($0) }).first,
                reader.isRole(part),
                classifier.partner(role: part, organisation: "") == match.meaning
            else { continue }
            return (match.meaning, PersonReader.Person(name: name, role: part))
        }
        return (match.meaning, nil)
    }

    private func partnerNamed(in tokens: Tokens) -> PhraseTable<Partner>.Match? {
        let required: Set<Partner> = [.education, .health, .police]
        return vocabulary.roles.matches(in: tokens).first { required.contains($0.meaning) }
            ?? vocabulary.agencies.matches(in: tokens).first { required.contains($0.meaning) }
    }

    /// Who sends must be the partner: a form that was sent to the school came from nobody there.
    private func isGiver(_ match: PhraseTable<Partner>.Match, in tokens: Tokens) -> Bool {
        guard let verb = tokens.first(.contactReported),
            ["sent", "emailed", "provided", "forwarded"].contains(tokens.words[verb.lowerBound].text)
        else { return true }
        guard match.words.lowerBound < verb.lowerBound else { return false }
        let before = verb.lowerBound > 0 ? tokens.words[verb.lowerBound - 1].text : ""
        return !["was", "were", "been", "be", "being"].contains(before)
    }
}
