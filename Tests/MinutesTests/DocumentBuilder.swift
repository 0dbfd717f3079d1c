@testable import Minutes

/// Small documents in code, a line for each block.
extension Document {
    /// `# ` opens a heading, `- ` a list item, `| a | b |` a row of a table; anything else is a paragraph.
    init(lines text: String, traces: [Trace] = []) {
        var blocks: [Block] = []
        var rows: [Table.Row] = []
        func closeTable(_ rows: inout [Table.Row]) {
            guard !rows.isEmpty else { return }
            blocks.append(Block(place: "table \(blocks.count + 1)", content: .table(Table(rows: rows))))
            rows = []
        }
        for line in text.split(separator: "\n").map(String.init) {
            if line.hasPrefix("|") {
                rows.append(
                    Table.Row(texts: line.dropFirst().dropLast().split(separator: "|").map(\.trimmed))
                )
                continue
            }
            closeTable(&rows)
            let place = "paragraph \(blocks.count + 1)"
            if line.hasPrefix("# ") {
                blocks.append(
                    Block(place: place, content: .heading(level: 1, Line(String(line.dropFirst(2)))))
                )
            } else if line.hasPrefix("- ") {
                blocks.append(
                    Block(place: place, content: .listItem(level: 0, Line(String(line.dropFirst(2)))))
                )
            } else {
                blocks.append(Block(place: place, content: .paragraph(Line(line))))
            }
        }
        closeTable(&rows)
        self.init(format: .text, blocks: blocks, traces: traces)
    }
}

extension Table.Row {
    init(texts: [String]) {
        self.init(
            cells: texts.enumerated().map { column, text in
                Table.Cell(column: column, blocks: [Block(place: "", content: .paragraph(Line(text)))])
            }
        )
    }
}

/// Minutes of an ordinary meeting, with places where a test puts its own words.
func minutes(
    title: String = "Strategy meeting minutes",
    attendance: String = """
    | Name | Role | Agency | Attended |
    | Ann Carter | Team Manager (Chair) | Social Care | Yes |
    | DC Bob Platt | Detective | Northmere Police | Yes |
    | Cath Doyle | School Nurse | Harrowdale NHS Trust | Yes |
    """,
    text: String = "",
    ending: String = ""
) -> Document {
    Document(
        lines: """
            # \(title)
            Child: Ava Sample
            DOB: 02/03/2015
            LCS: 123456
            School: Hollin Bank Primary School
            Date of meeting: 19/11/2026
            Time: 2pm
            # Attendance
            \(attendance)
            # Information shared
            Social care: the family is known from an earlier assessment.
            \(text)
            # Decision
            Threshold met for section 47, joint enquiry.
            \(ending)
            """
    )
}

/// The record, or `nil` if the document is not read as minutes.
func readRecord(_ document: Document) -> MeetingRecord? {
    guard case .minutes(let record) = interpret(document) else { return nil }
    return record
}

func evidence(_ partner: Partner, in document: Document) -> Evidence? {
    readRecord(document).flatMap { record in
        Check(of: record, rules: Rules()).partners.first { $0.partner == partner }?.evidence
    }
}
