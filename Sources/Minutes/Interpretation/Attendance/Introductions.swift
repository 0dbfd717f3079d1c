/// Completes people who are listed by name only with what another line says of them, such as a signature block.
struct Introductions {
    let outline: Outline
    let vocabulary: Vocabulary

    func completing(_ participants: [Participant]) -> [Participant] {
        participants.map { participant in
            guard isBare(participant), let surname = PersonName.core(participant.name).last,
                PersonName.core(participant.name).count > 1
            else { return participant }
            var completed = participant
            guard let found = introduction(of: participant.name, surname: surname) else { return participant }
            completed.role = found.role
            if completed.organisation.isEmpty { completed.organisation = found.organisation }
            let partner = PartnerClassifier(vocabulary: vocabulary).partner(
                role: completed.role,
                organisation: completed.organisation,
                name: completed.name
            )
            if participant.partner == .other, let partner { completed.partner = partner }
            return completed
        }
    }

    /// Nothing is known of the person but what she or he did in the meeting.
    private func isBare(_ participant: Participant) -> Bool {
        let role = Tokens(participant.role)
        return participant.organisation.isEmpty
            && (role.isEmpty || role.isAll(.officeInMeeting) || role.isAll(.chairInMeeting))
    }

    private func introduction(of name: String, surname: String) -> PersonReader.Person? {
        let reader = PersonReader(vocabulary: vocabulary)
        let core = PersonName.core(name)
        for passage in outline.passages
        where passage.text.utf8.count <= 160 && passage.tokens.contains(surname) {
            guard let person = reader.person(in: passage.text, allowsRoleOnly: false),
                PersonName.core(person.name) == core, !person.role.isEmpty,
                !Tokens(person.role).isAll(.officeInMeeting), !Tokens(person.role).isAll(.chairInMeeting)
            else { continue }
            return person
        }
        return nil
    }
}
