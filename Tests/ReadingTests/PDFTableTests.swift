import Minutes
import Reading
import Testing

/// Tables of a PDF, by their ruling lines or by where the words stand.
struct PDFTableTests {
    private func tables(_ pages: String...) throws -> [Table] {
        var file = PDFTestFile()
        file.pages = pages
        return try readDocument(file.bytes).tables
    }

    private let intro = words(72, 780, "These are the minutes of the strategy meeting of 3 December 2026.")

    @Test func `a missing line between cells merges them, across and down`() throws {
        let lines =
            grid([72, 200, 300, 400], [700, 600]) + line(72, 680, 400, 680) + line(200, 660, 400, 660)
            + line(72, 640, 400, 640) + line(72, 620, 400, 620)
        // The head goes over the last two columns: its line is only drawn below.
        let head = lines.replacing(line(300, 700, 300, 600), with: line(300, 680, 300, 600))
        let table = try #require(
            try tables(
                head + words(78, 686, "Agency") + words(206, 686, "Who") + words(78, 666, "Police")
                    + words(206, 666, "DC Platt") + words(306, 666, "came") + words(206, 646, "DS Hull")
                    + words(306, 646, "did not") + words(78, 626, "Health")
            ).first
        )

        #expect(
            table.rows.map(\.text) == [
                "Agency | Who", "Police | DC Platt | came", "Police | DS Hull | did not", "Health |  | ",
                " |  | ",
            ]
        )
        #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
        #expect(table.rows[2].cells.map(\.isContinuation) == [true, false, false])
    }

    @Test func `a table in a cell stays in the cell`() throws {
        let table = try #require(
            try tables(
                grid([72, 160, 500], [700, 600]) + words(78, 686, "Present")
                    + grid([166, 300, 494], [694, 674, 654]) + words(172, 680, "Jo Blogs")
                    + words(306, 680, "Health visitor") + words(172, 660, "Sam Hull")
                    + words(306, 660, "Police")
            ).first
        )

        #expect(table.rows.count == 1)
        guard case .table(let inner) = table.rows[0].cells[1].blocks.first?.content else {
            Issue.record("there is no table in the cell")
            return
        }
        #expect(inner.rows.map(\.text) == ["Jo Blogs | Health visitor", "Sam Hull | Police"])
        #expect(inner.rows[1].cells[1].blocks[0].place == "table 1, row 1, inner table 1, row 2")
    }

    @Test func `columns without lines are columns, and wrapped cells belong to their row`() throws {
        let rows = [
            ("Name", "Role", "Agency"), ("Jo Blogs", "Health visitor for the", "Example NHS Trust"),
            ("", "north of the county", ""), ("Sam Hull", "Detective constable", "Police"),
        ]
        var content = intro
        var y = 700.0
        for row in rows {
            content += words(72, y, row.0) + words(200, y, row.1) + words(380, y, row.2)
            y -= 14
        }

        #expect(
            try tables(content).map { $0.rows.map(\.text) } == [
                [
                    "Name | Role | Agency",
                    "Jo Blogs | Health visitor for the north of the county | Example NHS Trust",
                    "Sam Hull | Detective constable | Police",
                ]
            ]
        )
    }

    @Test func `bands of colour and open sides make tables too`() throws {
        var bands = intro
        for row in 0..<3 {
            for (x, width) in [(72.0, 100.0), (174, 150), (326, 100)] {
                bands += "0.9 g \(x) \(680 - row * 20) \(width) 18 re f 0 g\n"
            }
            bands +=
                words(76, 686 - Double(row) * 20, "a\(row)") + words(178, 686 - Double(row) * 20, "b\(row)")
                + words(330, 686 - Double(row) * 20, "c\(row)")
        }
        var open = intro
        for y in [700.0, 680, 660] { open += line(72, y, 400, y) }
        open +=
            line(200, 700, 200, 660) + words(78, 686, "Date") + words(206, 686, "3 May")
            + words(78, 666, "Time") + words(206, 666, "10.00")

        let rows = try tables(bands).first?.rows.map(\.text)
        #expect(rows == ["a0 | b0 | c0", "a1 | b1 | c1", "a2 | b2 | c2"])
        #expect(try tables(open).first?.rows.map(\.text) == ["Date | 3 May", "Time | 10.00"])
    }

    @Test func `a table that goes on over the page is one, its head is said once and its cut row is whole`()
        throws
    {
        let head = words(78, 686, "Who", font: "F2") + words(206, 686, "What", font: "F2")
        let first =
            grid([72, 200, 500], [700, 680, 660, 640]) + head + words(78, 666, "Police")
            + words(206, 666, "came")
            + words(78, 646, "School") + words(206, 646, "said that the child had not been seen since the")
        let second =
            grid([72, 200, 500], [700, 680, 660, 640]) + head + words(206, 666, "end of the holidays")
            + words(78, 646, "Health") + words(206, 646, "sent a report")
        let tables = try tables(intro + first, second)

        #expect(
            tables.map { $0.rows.map(\.text) } == [
                [
                    "Who | What", "Police | came",
                    "School | said that the child had not been seen since the end of the holidays",
                    "Health | sent a report",
                ]
            ]
        )
        #expect(tables.first?.rows.map(\.isHeader) == [true, false, false, false])
    }

    @Test func `words on their side in a cell are its text`() throws {
        let content =
            intro + grid([72, 200, 230], [700, 620, 600]) + words(78, 640, "Name") + words(78, 606, "Jo")
            + "q 0 1 -1 0 218 626 cm " + words(0, 0, "Attended") + "Q\n" + words(210, 606, "Y")

        let rows = try tables(content).first?.rows.map(\.text)
        #expect(rows == ["Name | Attended", "Jo | Y"])
    }

    @Test func `the style that draws every second row only has the same columns in all`() throws {
        let content =
            line(72, 700, 400, 700) + line(72, 680, 400, 680) + line(72, 660, 400, 660)
            + line(72, 640, 400, 640)
            + line(72, 700, 72, 640) + line(400, 700, 400, 640) + line(200, 680, 200, 660)
            + words(78, 686, "Who") + words(206, 686, "What") + words(78, 666, "Jo") + words(206, 666, "came")
            + words(78, 646, "Sam") + words(206, 646, "did not")

        #expect(try tables(content).first?.rows.map(\.text) == ["Who | What", "Jo | came", "Sam | did not"])
    }

    @Test func `a frame round a page is no table`() throws {
        #expect(try tables(intro + "30 30 535 782 re S\n") == [])
    }
}
