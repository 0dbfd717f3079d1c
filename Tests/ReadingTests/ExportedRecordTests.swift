import Minutes
import Reading
import Testing

/// Records in the shape of `minuted check --json`.
struct ExportedRecordTests {
    private static let whole = """
        {"file": "x.docx", "sha256": "00", "surprise": [1, {"a": null}],
         "meeting": {"date": "2026-11-19", "time": "14:00", "kind": "strategy", "urgency": "urgent",
          "status": "approved"},
         "children": [{"name": "Ava Sample", "dateOfBirth": "2015-03-02", "reference": "LCS 123456",
          "setting": "Hollin Bank Primary School"}],
         "participants": [
          {"name": "P. Tester", "role": "Health visitor", "organisation": "Trust", "partner": "health",
           "evidence": "attended", "source": "table 1, row 3"},
          {"name": "", "role": "Duty officer", "partner": "police", "evidence": "apologies"}],
         "partners": {"health": "attended", "police": "contributed", "education": "none"},
         "alerts": ["education"], "findings": [], "recipients": [], "disposition": "distribute", "reason": ""}
        """

    private func record(_ json: String) throws -> MeetingRecord {
        let document = try readDocument(Array(json.utf8))
        guard case .minutes(let record) = interpret(document) else {
            Issue.record("not minutes")
            return MeetingRecord()
        }
        return record
    }

    private func changed(_ from: String, _ to: String) -> String {
        let json = ExportedRecordTests.whole.replacing(from, with: to)
        #expect(json != ExportedRecordTests.whole)
        return json
    }

    @Test func `a record is read as it is`() throws {
        let record = try record("\u{FEFF}\r\n" + ExportedRecordTests.whole)

        #expect(record.meeting.date?.iso == "2026-11-19")
        #expect(record.meeting.time?.description == "14:00")
        #expect(record.meeting.kind == .strategy)
        #expect(record.meeting.status == .approved)
        #expect(record.children.first?.setting == "Hollin Bank Primary School")
        #expect(record.participants.map(\.source) == ["table 1, row 3", "participants, entry 2"])
        #expect(record.participants.map(\.evidence) == [.attended, .apologies])
        #expect(record.doubts == [])
        #expect(record.contents.hasThresholdDecision)
    }

    @Test func `line breaks in a name are blanks`() throws {
        let record = try record(changed("P. Tester", "P.\\r\\nBcc: x\\u0000\\u2028Tester"))

        #expect(record.participants.first?.name == "P.  Bcc: x  Tester")
    }

    @Test func `a key that nobody knows is not said`() {
        let json = changed("\"police\": \"contributed\"", "\"Quazzlewick\": \"contributed\"")

        #expect(throws: ReadingError.self) { try readDocument(Array(json.utf8)) }
        #expect(refusal(Array(json.utf8))?.sentence.contains("Quazzlewick") == false)
    }

    @Test func `partners that no person shows are evidence by themselves`() throws {
        let record = try record(ExportedRecordTests.whole)
        let check = Check(of: record, rules: Rules())

        #expect(record.statements.map(\.partner) == [.police])
        #expect(record.statements.map(\.source) == ["partners, police"])
        #expect(check.alerts == [.education])
        #expect(check.disposition == .distribute)
    }

    @Test(arguments: [
        (#""2026-11-19""#, "null", MeetingRecord.Doubt.Kind.noDate),
        (
            #""name": "Ava Sample", "dateOfBirth": "2015-03-02", "reference": "LCS 123456","#,
            #""name": "A"},{"name": "B","#, .differentSettings
        ),
        (#""participants": ["#, #""participants": [], "p": ["#, .noAttendance),
        (#""children": ["#, #""c": ["#, .noChild),
        (
            #""findings": []"#, #""findings": [{"code": "several-meetings", "severity": "hold"}]"#,
            .severalMeetings
        ),
        (
            #""findings": []"#, #""findings": [{"code": "new-code", "severity": "hold", "text": "Look."}]"#,
            .unclearText
        ),
        (#""distribute", "reason": """#, #""hold", "reason": "Something.""#, .unclearText),
    ])
    func `what would hold the minutes holds the record`(
        from: String,
        to: String,
        kind: MeetingRecord.Doubt.Kind
    ) throws {
        let record = try record(changed(from, to))

        #expect(record.doubts.map(\.kind) == [kind])
        #expect(Check(of: record, rules: Rules()).disposition == .hold)
    }

    @Test func `markings, drafts and exemptions are taken over`() throws {
        let record = try record(
            changed(
                #""findings": []"#,
                #""findings": [{"code": "police-sensitive", "severity": "hold"}, {"code": "draft", "severity": "hold"}, "#
                    + #"{"code": "partner-exempt", "severity": "note", "partner": "education", "text": "unborn"}, "#
                    + #"{"code": "no-contingency", "severity": "warning"}]"#
            )
        )

        #expect(record.markings.map(\.kind) == [.policeSensitive])
        #expect(record.meeting.status == .draft)
        #expect(record.exemptions.map(\.reason) == [.unborn])
        #expect(!record.contents.hasContingency)
        #expect(record.contents.hasChildsViews)
    }

    @Test(arguments: [
        (#""2026-11-19""#, #""19/11/2026""#, "meeting, date"),
        (#""2026-11-19""#, "20261119", "meeting, date"),
        (#""14:00""#, #""25:00""#, "meeting, time"), (#""14:00""#, #""2pm""#, "meeting, time"),
        (#""kind": "strategy""#, #""kind": "party""#, "meeting, kind"),
        (#""evidence": "attended""#, #""evidence": "there""#, "participants, entry 1, evidence"),
        (#""evidence": "apologies""#, #""evidence": null"#, "participants, entry 2, evidence"),
        (#""partner": "police""#, #""partner": "Police!""#, "participants, entry 2, partner"),
        (#""Duty officer""#, #""""#, "participants, entry 2, name"),
        (#""Ava Sample""#, "7", "children, entry 1, name"),
        (#""2015-03-02""#, #""2026-12-02""#, "children, entry 1, dateOfBirth"),
        (#""education": "none""#, #""education": true"#, "partners, education"),
        (#""children": [{"#, #""children": {"x":[{"#, ""),
    ])
    func `what cannot be is refused with its place and without its words`(
        from: String,
        to: String,
        place: String
    ) {
        let error = refusal(Array(changed(from, to).utf8))

        #expect(error?.code == .damaged)
        #expect(error?.sentence.contains(place) == true)
        #expect(error?.sentence.contains("Ava") == false)
    }

    @Test func `other data, several records and what was rejected are told apart`() {
        let line = ExportedRecordTests.whole.replacing("\n", with: " ")

        #expect(refusal(Array("{\"invoice\": 7}".utf8))?.code == .unsupported)
        #expect(refusal(Array("[{\"meeting\": 7}]".utf8))?.code == .unsupported)
        #expect(refusal(Array("[\(line)]".utf8)) == nil)
        #expect(refusal(Array("[\(line),\(line)]".utf8))?.code == .severalDocuments)
        #expect(refusal(Array("\(line)\n\(line)\n".utf8))?.code == .severalDocuments)
        #expect(refusal(Array(line.dropLast(5).utf8))?.code == .damaged)
        #expect(refusal(Array(changed(#""distribute""#, #""reject""#).utf8))?.code == .unsupported)
    }

    @Test func `deep, long and odd data is refused or read in no time`() {
        let deep = String(repeating: "{\"a\":[", count: 100_000)
        let list =
            "{\"meeting\": {}, \"children\": [" + String(repeating: "{\"name\":\"x\"},", count: 200_000)
            + "{\"name\":\"x\"}]}"

        #expect(refusal(Array(deep.utf8))?.code == .damaged)
        #expect(refusal(Array(list.utf8))?.code == .tooLarge)
        #expect(refusal(Array("{\"meeting\": {}, \"meeting\": {\"date\": 1e999}}".utf8)) != nil)
    }

    @Test func `people can see what the record holds`() throws {
        let document = try readDocument(Array(ExportedRecordTests.whole.utf8))

        #expect(document.format == .json)
        #expect(document.tables.count == 4)
        #expect(document.text.contains("Ava Sample | 2015-03-02 | LCS 123456 | Hollin Bank Primary School"))
    }
}
