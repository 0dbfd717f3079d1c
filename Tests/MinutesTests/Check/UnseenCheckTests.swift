import Testing

@testable import Minutes

struct UnseenCheckTests {
    private static let kinds = MeetingRecord.Marking.Kind.allCases.filter(\.isUnseen)

    private func record(_ kinds: [MeetingRecord.Marking.Kind], isCleanable: Bool = true) -> MeetingRecord {
        MeetingRecord(
            meeting: Meeting(date: CalendarDate(iso: "2026-11-19"), kind: .strategy, status: .approved),
            markings: kinds.map {
                MeetingRecord.Marking(
                    kind: $0,
                    words: "3 things",
                    source: "the file",
                    isCleanable: isCleanable
                )
            }
        )
    }

    @Test(arguments: UnseenCheckTests.kinds)
    func `what nobody sees holds by itself, but for properties`(kind: MeetingRecord.Marking.Kind) throws {
        let check = Check(of: record([kind]), rules: Rules())

        let finding = try #require(check.findings.first { $0.code.rawValue == kind.rawValue })
        #expect(finding.severity == (kind == .customProperties ? .note : .hold))
        #expect(check.disposition == (kind == .customProperties ? .distribute : .hold))
        #expect(finding.text.contains("(3 things)"))
        #expect(finding.code.isMendedByCleaning)
    }

    @Test func `a hold says what to do, and offers a cleaned copy where one can be made`() {
        let offered = Check(of: record([.comments]), rules: Rules()).reason
        let notOffered = Check(of: record([.comments], isCleanable: false), rules: Rules()).reason

        #expect(
            offered
                == "Comments were left in the document (3 things). Delete them and drop the file again, or have a copy "
                + "sent without them (`minuted release REF --cleaned`)."
        )
        #expect(
            notOffered
                == "Comments were left in the document (3 things). Delete them and drop the file again."
        )
    }

    @Test func `the rules may let each kind go, which is then only told`() {
        var rules = Rules()
        rules.holds.unseen.trackedChanges = false
        rules.holds.unseen.comments = false
        rules.holds.unseen.hiddenText = false
        rules.holds.unseen.embeddedObjects = false
        rules.holds.unseen.externalContent = false
        rules.holds.unseen.customData = false
        rules.holds.unseen.unknownContent = false

        let check = Check(of: record(UnseenCheckTests.kinds), rules: rules)

        #expect(check.disposition == .distribute)
        #expect(check.reason == "")
        #expect(check.findings.filter { $0.severity == .note }.count == UnseenCheckTests.kinds.count)
    }

    @Test func `the rules may hold properties as well`() {
        var rules = Rules()
        rules.holds.unseen.customProperties = true

        #expect(Check(of: record([.customProperties]), rules: rules).disposition == .hold)
    }

    @Test func `what the page says is not mended by cleaning`() {
        for code in [Finding.Code.restricted, .policeSensitive, .confidentialAddress, .draft, .noDate] {
            #expect(!code.isMendedByCleaning)
        }
    }
}
