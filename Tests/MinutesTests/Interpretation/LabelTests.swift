import Testing

@testable import Minutes

struct LabelTests {
    private func pairs(_ line: String) -> [String] {
        LabelReader.pairs(in: line, vocabulary: Vocabulary()).map { "\($0.label)=\($0.value)" }
    }

    @Test(arguments: [
        (
            "Name: Niamh Bell   DOB: 11/09/2015   LCS: 410062",
            ["Name=Niamh Bell", "DOB=11/09/2015", "LCS=410062"]
        ),
        ("D.O.B: 12/12/2010      ICS no: 190-227", ["D.O.B=12/12/2010", "ICS no=190-227"]),
        ("Date\tMonday 9 November 2026", ["Date=Monday 9 November 2026"]),
        (
            "Date of strategy meeting  27/11/26          Time  11am",
            ["Date of strategy meeting=27/11/26", "Time=11am"]
        ),
    ])
    func `a line is cut into labels and values`(line: String, expected: [String]) {
        #expect(pairs(line) == expected)
    }

    @Test(arguments: [
        "The meeting began at 10:30.", "Ann Carter\tSocial Worker\tCSC\tattended", "Plain words.",
    ])
    func `these lines hold no labels`(line: String) { #expect(pairs(line).isEmpty) }

    @Test(arguments: [
        ("Urgent", Meeting.Urgency.urgent), ("Planned", .planned), ("Out of hours", .outOfHours),
        ("Not known", .unknown),
    ])
    func `the type field says how urgent it was`(value: String, urgency: Meeting.Urgency) {
        #expect(
            readRecord(minutes(text: "", ending: "Type of meeting: \(value)"))?.meeting.urgency == urgency
        )
    }
}
