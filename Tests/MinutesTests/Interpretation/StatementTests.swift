import Testing

@testable import Minutes

struct StatementTests {
    @Test(arguments: [
        "Education: the DSL sent a written report, which was read out.",
        "Education: for the purposes of this discussion TB rang the head teacher and went through the checklist.",
        "School: Mrs Lomax told TB by telephone before the meeting that attendance is 92%.",
        "Education: information was received from the school office by e-mail.",
    ])
    func `the text shows that the school was asked`(sentence: String) {
        #expect(evidence(.education, in: minutes(text: sentence)) == .contributed)
    }

    @Test(arguments: [
        "School to be contacted.",
        "Education: message left for the head teacher.",
        "Education: the school could not be reached.",
        "Education: TB to ring the head teacher tomorrow.",
        "Education: report requested from the school, not yet received.",
        "School: Ava told her mother that she likes school.",
        "Education: the school rang the front door on Monday and made the referral.",
        "Education: at the last meeting the head teacher reported good attendance.",
        "Ava told her netball coach at school what happened.",
        "The social worker will speak to the school before the conference.",
        "Education: no report was received.",
        "Education: nobody from the school was invited.",
    ])
    func `the text does not show that the school was asked`(sentence: String) {
        let found = evidence(.education, in: minutes(text: sentence))
        #expect(found.map { $0 < .contributed } == true)
    }
}
