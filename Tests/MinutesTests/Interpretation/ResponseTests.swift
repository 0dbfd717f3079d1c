import Testing

@testable import Minutes

struct ResponseTests {
    private let reader = ResponseReader(vocabulary: Vocabulary())

    @Test(arguments: [
        ("Attended by phone", Evidence.attended), ("Yes", .attended), ("Sent deputy", .deputised),
        ("DC Wendy Stout attended on behalf of DS Benali", .deputised),
        ("Apologies – report sent", .contributed), ("Apologies, no report", .apologies),
        ("Apologies – report to follow", .apologies), ("Declined – surgery", .apologies),
        ("Message left, no call back", .invited), ("Invited, did not attend, no reply", .invited),
        ("Not invited", Evidence.none), ("to be contacted", Evidence.none),
        ("didn’t come, sent apologies", .apologies), ("E-mailed 26/11, no reply", .invited),
        ("☐ attending   ☒ apologies", .apologies),
    ])
    func `a response shows no more than it says`(text: String, evidence: Evidence) {
        #expect(reader.evidence(of: text) == evidence)
    }

    @Test(arguments: ["RED", "Teacher", "", "see below"])
    func `what says nothing is not understood`(text: String) { #expect(reader.evidence(of: text) == nil) }

    @Test(arguments: [
        ("Key: Y = attended  N = invited, did not attend  A = apologies", "n", Evidence.invited),
        ("Green: attended. Amber: sent apologies. Red: invited, nothing heard.", "amber", .apologies),
        ("* P present, A apologies, D deputy sent", "d", .deputised),
        ("ATTENDANCE (P = present, Ap = apologies, St = statement sent)", "st", .contributed),
    ])
    func `a document explains its own codes`(text: String, code: String, evidence: Evidence) {
        let passage = Outline.Passage(text, place: "", section: nil, agency: nil)
        #expect(CodeKey(vocabulary: Vocabulary()).codes(in: passage)[code] == evidence)
    }

    @Test func `ordinary sentences are no key`() {
        let passage = Outline.Passage(
            "A police officer attended. No injuries were seen.",
            place: "",
            section: nil,
            agency: nil
        )
        #expect(CodeKey(vocabulary: Vocabulary()).codes(in: passage).isEmpty)
    }

    @Test(arguments: [
        ("☒ Urgent   ☐ Planned", "Urgent"), ("Urgent ☐   Planned ☒", "Planned"), ("Planned", "Planned"),
    ])
    func `a choice is what stands beside the tick`(text: String, chosen: String) {
        #expect(Choice.chosen(in: text) == chosen)
    }

    @Test(arguments: ["Urgent / planned", "☐ Urgent  ☐ Planned", ""])
    func `nothing is chosen`(text: String) { #expect(Choice.chosen(in: text)?.isEmpty ?? true) }
}
