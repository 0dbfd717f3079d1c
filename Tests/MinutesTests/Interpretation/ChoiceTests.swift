import Testing

@testable import Minutes

@Suite struct ChoiceTests {
    @Test(arguments: [
        ("☐ Planned  ☒ Urgent  ☐ Out of hours", "☒ Urgent"),
        ("☐ Met  ☐ Not met", ""),
        ("Planned ☐ Urgent ☒", "Urgent ☒"),
        ("Restricted circulation ☐", ""),
        ("Restricted circulation: ☐", ""),
        ("Restricted circulation: ☐ Yes  ☒ No", "Restricted circulation: ☒ No"),
        ("☒ Urgent ☒ By phone", "☒ Urgent ☒ By phone"),
        ("Restricted circulation", "Restricted circulation"),
        ("☐ Planned\nRestricted circulation", "Restricted circulation"),
    ])
    func `what is not ticked is not said`(text: String, said: String) {
        #expect(Choice.said(in: text) == said)
    }

    @Test func `a line in which a box may belong to either side stays as it is`() {
        let line = "RESTRICTED MINUTES ☐ copy sent to the file"

        #expect(Choice.said(in: line) == line)
    }
}
