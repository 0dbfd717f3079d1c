import Distribution
import Foundation
import Minutes
import TestSupport
import Testing

@testable import minuted

/// What `minuted check --explain` shows of one document.
@Suite(.timeLimit(.minutes(2)))
struct ExplainTests {
    private static func paragraph(_ number: Int, _ text: String, removed: String = "") -> Block {
        Block(place: "paragraph \(number)", content: .paragraph(Line(text, removed: removed)))
    }

    private static func heading(_ number: Int, _ text: String) -> Block {
        Block(place: "paragraph \(number)", content: .heading(level: 1, Line(text)))
    }

    private static func table(_ number: Int, _ rows: [[String]]) -> Block {
        let table = Table(
            rows: rows.enumerated().map { row, texts in
                Table.Row(
                    cells: texts.enumerated().map { column, text in
                        let place = "table \(number), row \(row + 1)"
                        return Table.Cell(
                            column: column,
                            blocks: text.isEmpty ? [] : [Block(place: place, content: .paragraph(Line(text)))]
                        )
                    }
                )
            }
        )
        return Block(place: "table \(number)", content: .table(table))
    }

    private static let document = Document(
        format: .docx,
        blocks: [
            heading(1, "Strategy discussion – record"),
            table(
                1,
                [
                    ["Date of discussion", "Thursday 19 November 2026"], ["Time", "2.00 pm"],
                    ["Child", "Ava Sample"], ["Date of birth", "02/03/2015"], ["LCS reference", "418801"],
                    ["School", "Hollin Bank Primary School"], ["Urgent or planned", "☒ Urgent  ☐ Planned"],
                ]
            ),
            heading(2, "Attendance"),
            table(
                2,
                [
                    ["Name", "Role", "Agency", "Response"],
                    ["Maya Tattersall", "Team manager (chair)", "Children's social care", "P"],
                    ["Siân O’Connor", "Health visitor", "0-19 service", "A"],
                    ["DS Dev Patel", "Detective sergeant", "Northmere Police", "P"],
                ]
            ),
            paragraph(3, "Key: P = present, A = apologies"),
            heading(4, "Information"),
            heading(5, "Education"),
            paragraph(6, "The school is to be contacted tomorrow.", removed: "The school rang back."),
            heading(7, "Decision"),
            paragraph(8, "The threshold for a section 47 enquiry is met. A joint enquiry begins today."),
            paragraph(9, "Police-sensitive information: the address of the uncle is not to be shared."),
        ],
        headers: [
            Block(
                place: "page header, paragraph 1",
                content: .paragraph(Line("OFFICIAL-SENSITIVE", isBold: true))
            )
        ],
        quoted: [Block(place: "quoted mail, paragraph 1", content: .paragraph(Line("From: duty team")))],
        traces: [.init(kind: .comments, count: 2, detail: "2 comments")]
    )

    private static func report(of document: Document = ExplainTests.document) -> ExplainReport {
        let explanation = explain(document)
        let report =
            switch explanation.interpretation {
            case .minutes(let record):
                CheckReport(
                    file: "Strategy\u{1B}[2J minutes.docx",
                    sha256: "00",
                    record: record,
                    rules: Rules(),
                    directory: PartnerDirectory()
                )
            case .notMinutes(let reason):
                CheckReport(file: "x.docx", sha256: "00", rejected: reason, rules: Rules())
            }
        return ExplainReport(report: report, explanation: explanation, rules: Rules())
    }

    @Test func `a document is shown with what was taken from where, and each rule with its place`() throws {
        try assertSnapshot(of: ExplainText.text(Self.report()), named: "explain.txt")
    }

    @Test func `a program gets the same as JSON`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(Self.report()), as: UTF8.self)

        try assertSnapshot(of: json + "\n", named: "explain.json")
    }

    @Test func `what is no minutes is shown as well, with the reason`() throws {
        let invoice = Document(
            format: .text,
            blocks: [Self.heading(1, "Invoice 17"), Self.paragraph(2, "For the hire of a room.")]
        )

        let text = ExplainText.text(Self.report(of: invoice))

        #expect(text.contains("cannot be taken in"))
        #expect(text.contains("[paragraph 2] For the hire of a room."))
    }

    @Test func `nothing that was read is left without a place in the explanation`() throws {
        let report = Self.report()
        guard case .minutes(let record) = explain(Self.document).interpretation else {
            Issue.record("not read as minutes")
            return
        }

        let notes = report.lines.flatMap(\.notes) + report.elsewhere

        for person in record.participants {
            #expect(notes.contains { $0.text.hasPrefix(person.name) }, "\(person.name)")
        }
        for reading in record.readings {
            #expect(notes.contains { $0.text.hasPrefix(reading.field.title) }, "\(reading.field)")
        }
        #expect(notes.contains { $0.text.contains("“to be contacted” tells of something still to be done") })
    }

    @Test(arguments: [
        (Finding.Code.partnerNotConsulted, Meeting.Kind.strategy, "at least information or a report"),
        (.partnerExempt, .strategy, "always: a child without school or nursery"),
        (.draft, .strategy, "holds: drafts in rules.yaml"),
        (.embeddedObject, .strategy, "holds: embedded_objects in rules.yaml"),
        (.restricted, .strategy, "always: marked minutes are held"),
        (.restricted, .complexStrategy, "always: minutes of complex strategy meetings are held"),
        (.noChildsViews, .strategy, "always a warning, which never stops the minutes"),
    ])
    func `each finding names the rule that spoke`(code: Finding.Code, kind: Meeting.Kind, rule: String) {
        let severity: Finding.Severity = code == .noChildsViews ? .warning : .hold
        let finding = Finding(code: code, severity: severity, partner: .education, text: "")

        let text = RuleText.rule(behind: finding, rules: Rules(), meeting: Meeting(kind: kind))

        #expect(text.contains(rule))
    }

    @Test func `an exception in the rules is named with what it is for`() {
        let rules = Rules(
            requirements: [
                .init(partner: .education, evidence: .invited, urgencies: [.outOfHours])
            ] + Rules.shippedRequirements
        )
        let finding = Finding(
            code: .partnerNotConsulted,
            severity: .alert,
            partner: .education,
            text: ""
        )

        let text = RuleText.rule(behind: finding, rules: rules, meeting: Meeting(urgency: .outOfHours))

        #expect(
            text == "exceptions in rules.yaml: Education: at least an invitation if out-of-hours"
        )
    }

    @Test func `the command explains a file in both forms and ends as check does`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "minutes.docx")
            try MinutesFile().bytes.write(to: file)

            let text = try await MinutedBinary.run(["check", "--explain", file.path], folder: folder)
            let json = try await MinutedBinary.run(
                ["check", "--explain", "--json", file.path],
                folder: folder
            )

            #expect(text.status == .code(0), "\(text.errors)")
            #expect(text.output.contains("WHAT THE DOCUMENT SAYS, AND WHAT WAS READ FROM IT"))
            #expect(json.status == .code(0))
            let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            #expect(object?["lines"] is [Any])
            #expect(object?["disposition"] as? String == "distribute")
        }
    }
}
