import Foundation
import Minutes
import Reading
import Testing

@Suite struct TemplateTests {
    private static let vocabulary = Vocabulary()
    private static let printed = [
        "social-care": "Children’s social care", "health": "Health", "police": "Police",
        "education": "Education",
    ]

    @Test(arguments: ["strategy-minutes.docx", "strategy-minutes.dotx"])
    func `the empty template is rejected as one`(name: String) throws {
        let read = interpret(try readDocument(FilledTemplate.bytes(name)), vocabulary: Self.vocabulary)

        guard case .notMinutes(let reason) = read else {
            Issue.record("read as minutes: \(read)")
            return
        }
        #expect(reason.contains("empty template"))
    }

    @Test(arguments: TemplateFilling.all.indices)
    func `the filled template is read as it was filled`(number: Int) throws {
        let filling = TemplateFilling.all[number]
        let record = try #require(try Self.record(of: filling))

        #expect(record.meeting.date == filling.date.read)
        #expect(record.meeting.time == filling.time.read)
        #expect(record.meeting.kind == filling.kind)
        #expect(record.meeting.urgency == filling.urgency)
        #expect(record.meeting.status == (filling.isApproved ? .approved : .unstated))
        #expect(record.children == filling.children.map(\.child))
        #expect(
            record.participants.map(Self.line).sorted() == Self.people(of: filling).map(Self.line).sorted()
        )
        #expect(record.markings.isEmpty)
        #expect(record.doubts.isEmpty)
        #expect(record.statements.isEmpty)
        let contents = record.contents
        #expect(contents.chair == "Maya Tattersall")
        #expect(contents.hasThresholdDecision == (number % 2 == 0 || filling.sections["decision"] != nil))
        #expect(contents.hasChildsViews == (filling.sections["views"] != nil))
        #expect(contents.hasContingency == (filling.sections["contingency"] != nil))
        #expect(contents.actions == filling.actions)
    }

    @Test(arguments: [
        ("restricted", MeetingRecord.Marking.Kind.restricted), ("police-sensitive", .policeSensitive),
        ("confidential-address", .confidentialAddress),
    ])
    func `a ticked marking is one`(tag: String, kind: MeetingRecord.Marking.Kind) throws {
        let record = try #require(try Self.record(of: TemplateFilling(number: 0)) { $0.tick(tag) })

        #expect(record.markings.map(\.kind) == [kind])
    }

    @Test func `what an agency said is evidence of it`() throws {
        let record = try #require(
            try Self.record(of: TemplateFilling(number: 3)) {
                $0.type(
                    "The head teacher told the social worker by telephone that Ava was in school on Monday.",
                    into: "education-information"
                )
            }
        )

        #expect(record.statements.map(\.partner) == [.education])
    }

    @Test func `both templates are what their script makes`() throws {
        // Only where Python is: it is a tool of the developers.
        let python = "/usr/bin/python3"
        guard FileManager.default.isExecutableFile(atPath: python) else { return }
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appending(path: "make-templates.py")
        try FileManager.default.copyItem(
            at: FilledTemplate.folder.appending(path: "make-templates.py"),
            to: script
        )

        let process = try Process.run(URL(filePath: python), arguments: [script.path])
        process.waitUntilExit()

        for name in ["strategy-minutes.docx", "strategy-minutes.dotx"] {
            #expect(try Data(contentsOf: folder.appending(path: name)) == Data(FilledTemplate.bytes(name)))
        }
    }

    // MARK: Filling

    private static func record(
        of filling: TemplateFilling,
        change: (inout FilledTemplate) -> Void = { _ in }
    ) throws -> MeetingRecord? {
        var template = try FilledTemplate()
        template.type(filling.date.typed, into: "date")
        template.type(filling.time.typed, into: "time")
        template.tick(filling.kind == .reviewStrategy ? "review" : "strategy")
        if filling.urgency != .unknown { template.tick(filling.urgency.rawValue) }
        template.tick("telephone")
        template.type("Maya Tattersall, team manager", into: "chair")
        template.fill(
            "child",
            filling.children.map { child, born in
                [
                    "child-name": child.name, "child-born": born, "child-reference": child.reference ?? "",
                    "child-setting": child.setting ?? "none",
                ]
            }
        )
        for agency in TemplateFilling.agencies {
            template.fill(agency, filling.people.filter { $0.section == agency }.map(cells))
        }
        for (tag, text) in filling.sections { template.type(text, into: tag) }
        template.fill(
            "actions",
            filling.actions.map { ["action": $0.text, "action-owner": $0.owner, "action-date": $0.due] }
        )
        if filling.isApproved {
            template.tick("met")
            template.type("Maya Tattersall", into: "approved-by")
            template.type(filling.date.typed, into: "approved-on")
        }
        change(&template)
        guard case .minutes(let record) = interpret(try readDocument(template.bytes), vocabulary: vocabulary)
        else { return nil }
        return record
    }

    private static func cells(of row: TemplateFilling.Row) -> [String: String] {
        var cells = [
            "\(row.section)-agency": row.agency, "\(row.section)-name": row.read.name,
            "\(row.section)-role": row.read.role, "\(row.section)-organisation": row.read.organisation,
        ]
        for tick in row.ticks { cells["\(row.section)-\(tick)"] = "✓" }
        return cells
    }

    /// A person without an organisation is of the printed agency; one without a tick had no part.
    private static func people(of filling: TemplateFilling) -> [Participant] {
        filling.people.filter { !$0.ticks.isEmpty }.map { row in
            var person = row.read
            if person.organisation.isEmpty { person.organisation = printed[row.section] ?? row.agency }
            return person
        }
    }

    private static func line(_ person: Participant) -> String {
        [person.name, person.role, person.organisation, person.partner.rawValue, person.evidence.rawValue]
            .joined(separator: " | ")
    }
}
