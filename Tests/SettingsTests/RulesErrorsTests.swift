import Testing

struct RulesErrorsTests {
    @Test(arguments: [
        Mistake(
            old: "health: contributed",
            new: "helth: contributed",
            key: "required.helth",
            text: "did you mean 'health'?"
        ),
        Mistake(
            old: "health: contributed",
            new: "health: present",
            key: "required.health",
            text: "one of none, invited"
        ),
        Mistake(old: "drafts: true", new: "draft: true", key: "holds.draft", text: "did you mean 'drafts'?"),
        Mistake(
            old: "exceptions: []",
            new: "exceptions: [{partner: education, evidence: none}]",
            key: "exceptions[1]",
            text: "for every meeting"
        ),
        Mistake(
            old: "exceptions: []",
            new: "exceptions: [{partner: education, evidence: none, kinds: [review]}]",
            key: "exceptions[1].kinds[1]",
            text: "one of strategy"
        ),
        Mistake(
            old: "deadlines: []",
            new: "deadlines: [{within: 5 days}]",
            key: "deadlines[1].within",
            text: "`N working days`"
        ),
        Mistake(
            old: "roles: {}",
            new: "roles: {Coast guard: coastguard}",
            key: "vocabulary.roles.Coast guard",
            text: "declare a partner of your own"
        ),
        Mistake(
            old: "codes: {}",
            new: "codes: {Y: yes}",
            key: "vocabulary.codes.Y",
            text: "found 'yes'"
        ),
    ])
    func `a mistake in the rules is one error at its key`(mistake: Mistake) throws {
        try mistake.check(in: "rules.yaml")
    }
}
