import Testing

@testable import Minutes

struct TablePartsTests {
    /// A table in which a row with one text runs across.
    private func table(_ rows: [[String]]) -> Table {
        let width = rows.map(\.count).max() ?? 1
        return Table(
            rows: rows.map { texts in
                guard texts.count == 1 else { return Table.Row(texts: texts) }
                let block = Block(place: "", content: .paragraph(Line(texts[0])))
                return Table.Row(cells: [Table.Cell(column: 0, columnSpan: width, blocks: [block])])
            }
        )
    }

    @Test func `a record in one table is read by its bars`() {
        let whole = table([
            ["Child’s details"], ["Name", "Ava Sample", "DOB", "02/03/2015"],
            ["LCS", "123456", "School", "Hollin Bank Primary School"],
            ["Date of meeting", "19/11/2026", "Time", "2pm"],
            ["Attendance"], ["Name", "Role", "Agency", "Attended"],
            ["Ann Carter", "Team Manager", "Social Care", "Yes"],
            ["DC Bob Platt", "Detective", "Northmere Police", "Yes"],
            ["Mrs Jo Lomax", "Headteacher", "Hollin Bank Primary School", "No reply"],
            ["Family members"], ["Name", "Relationship", "Address", "Attended"],
            ["Pat Sample", "Mother", "at home", ""],
            ["Decision"], ["Threshold met for section 47, joint enquiry with police today."],
        ])
        let title = Block(place: "paragraph 1", content: .heading(level: 1, Line("Strategy meeting minutes")))
        let document = Document(
            format: .docx,
            blocks: [title, Block(place: "table 1", content: .table(whole))]
        )
        let record = readRecord(document)
        #expect(record?.participants.map(\.name) == ["Ann Carter", "DC Bob Platt", "Mrs Jo Lomax"])
        #expect(record?.participants.map(\.evidence) == [.attended, .attended, .invited])
        #expect(record?.children.first?.name == "Ava Sample")
        #expect(record?.meeting.date == CalendarDate(year: 2026, month: 11, day: 19))
    }

    @Test func `a list of people with bars stays one list`() {
        let list = table([
            ["Name", "Role", "Agency"], ["Present"], ["Ann Carter", "Team Manager", "Social Care"],
            ["Apologies"], ["Dr Bell", "GP", "Mill Surgery"],
        ])
        #expect(TableParts.parts(of: list) { $0 == "Present" || $0 == "Apologies" ? false : nil } == nil)
    }
}
