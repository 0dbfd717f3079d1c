import Testing

@testable import Minutes

/// Attendance in forms that are no plain table: typed tables, boxes, cards, bars, and lists without a word on who came.
struct AttendanceFormsTests {
    struct Form: CustomTestStringConvertible {
        var name: String
        /// What stands in place of the attendance.
        var text: String
        var expected: [String: Evidence]
        var testDescription: String { name }
    }

    private static let forms: [Form] = [
        Form(
            name: "dotted leaders from people to what they did",
            text: """
                Ann Carter, Team Manager, chair ........................ came
                DC Bob Platt, Northmere Police ......................... joined by phone
                Dr Ivor Penn, GP ....................................... could not come, sent a report
                Mrs Jo Lomax, Headteacher .............................. no answer
                """,
            expected: [
                "Ann Carter": .attended, "DC Bob Platt": .attended, "Dr Ivor Penn": .contributed,
                "Mrs Jo Lomax": .invited,
            ]
        ),
        Form(
            name: "tabs from people to what they did",
            text: """
                Ann Carter, Team Manager\tcame
                DC Bob Platt, Northmere Police\tcame
                Mrs Jo Lomax, Headteacher\tcould not come, sent apologies
                """,
            expected: ["Ann Carter": .attended, "DC Bob Platt": .attended, "Mrs Jo Lomax": .apologies]
        ),
        Form(
            name: "boxes for yes and for no",
            text: """
                | Attendee | Designation | Agency | Yes | No | Apologies |
                | Ann Carter | Team Manager | Social Care | Yes | | |
                | DC Bob Platt | Detective | Northmere Police | Yes | | |
                | Mrs Jo Lomax | Headteacher | Hollin Bank | | No | |
                """,
            expected: ["Ann Carter": .attended, "DC Bob Platt": .attended, "Mrs Jo Lomax": .invited]
        ),
        Form(
            name: "surname before first name",
            text: """
                | Surname, first name | Role | Agency | Attended (Y/N) |
                | CARTER, Ann | Team Manager | Social Care | Y |
                | PLATT, DC Bob | Detective | Northmere Police | Y |
                | LOMAX, Mrs Jo | Headteacher | Hollin Bank | N |
                """,
            expected: ["Ann Carter": .attended, "DC Bob Platt": .attended, "Mrs Jo Lomax": .invited]
        ),
        Form(
            name: "numbers with a key",
            text: """
                | | Person | Capacity | Service |
                | 1 | Ann Carter | Team Manager | Social Care |
                | 1 | DC Bob Platt | Detective | Northmere Police |
                | 2 | Mrs Jo Lomax | Headteacher | Hollin Bank |
                Key: 1 = present; 2 = apologies; 3 = report sent
                """,
            expected: ["Ann Carter": .attended, "DC Bob Platt": .attended, "Mrs Jo Lomax": .apologies]
        ),
        Form(
            name: "bars across the table",
            text: """
                | Name | Designation | Representing |
                | IN THE ROOM | IN THE ROOM | IN THE ROOM |
                | Ann Carter | Team Manager | Social Care |
                | BY TELEPHONE | BY TELEPHONE | BY TELEPHONE |
                | DC Bob Platt | Detective | Northmere Police |
                | COULD NOT BE HERE | COULD NOT BE HERE | COULD NOT BE HERE |
                | Mrs Jo Lomax | Headteacher | Hollin Bank |
                """,
            expected: ["Ann Carter": .attended, "DC Bob Platt": .attended, "Mrs Jo Lomax": .apologies]
        ),
        Form(
            name: "how they took part in a column for contributions",
            text: """
                | Involvement type | Involved person | Contribution |
                | Team Manager | Ann Carter | In person |
                | Police Officer | DC Bob Platt | By telephone |
                | Head Teacher | Mrs Jo Lomax | Written statement |
                """,
            expected: ["Ann Carter": .attended, "DC Bob Platt": .attended, "Mrs Jo Lomax": .contributed]
        ),
        Form(
            name: "another meeting's column beside today's",
            text: """
                | Name | Title / organisation | First meeting | Today |
                | Ann Carter | Team Manager, Social Care | Yes | Yes |
                | DC Bob Platt | Northmere Police | No | Yes |
                | Mrs Jo Lomax | Headteacher, Hollin Bank | Yes | Apologies |
                """,
            expected: ["Ann Carter": .attended, "DC Bob Platt": .attended, "Mrs Jo Lomax": .apologies]
        ),
        Form(
            name: "representatives under one heading",
            text: """
                | Organisation | Represented by |
                | Social Care | Ann Carter (Team Manager) |
                | Northmere Police | DC Bob Platt (Child Abuse Investigation) |
                """,
            expected: ["Ann Carter": .attended, "DC Bob Platt": .attended]
        ),
        Form(
            name: "ticks under words that nobody knows",
            text: """
                | Name | Role | Agency | Attended | Zzyx |
                | Ann Carter | Team Manager | Social Care | ✓ | ✓ |
                | Mrs Jo Lomax | Headteacher | Hollin Bank | ✗ | ✓ |
                """,
            expected: ["Ann Carter": .attended, "Mrs Jo Lomax": .invited]
        ),
    ]

    @Test(arguments: forms)
    func `people are read with what each did`(form: Form) {
        let document = minutes(attendance: form.text)
        let found = Dictionary(
            (readRecord(document)?.participants ?? []).map { ($0.name, $0.evidence) }
        ) { first, _ in first }
        for (name, evidence) in form.expected { #expect(found[name] == evidence, "\(name) in \(found)") }
    }

    @Test func `each cell may be somebody's card with a box`() {
        let rows = [
            ["☒ Ann Carter\nTeam Manager\nSocial Care", "☒ DC Bob Platt\nDetective\nNorthmere Police"],
            ["☐ Dr Ivor Penn\nGP\napologies – on leave", "☐ Mrs Jo Lomax\nHeadteacher\nHollin Bank"],
        ]
        let grid = Outline.Grid(
            table: Table(rows: rows.map(Table.Row.init(texts:))),
            place: "table 1",
            section: nil,
            agency: nil,
            heading: "People"
        )
        let cards = CardCells(
            people: PersonReader(vocabulary: .builtIn),
            classifier: PartnerClassifier(vocabulary: .builtIn)
        )
        let found = cards.people(in: grid)
        #expect(found.map(\.person.name) == ["Ann Carter", "DC Bob Platt", "Dr Ivor Penn", "Mrs Jo Lomax"])
        #expect(found.map(\.evidence) == [.attended, .attended, .apologies, .invited])
    }

    @Test func `a list of people who may be rung is no attendance`() {
        let document = Document(
            lines: """
                # Strategy meeting minutes
                Child: Ava Sample
                Date of meeting: 19/11/2026
                # Attendance
                | Name | Role | Agency | Attended |
                | Ann Carter | Team Manager | Social Care | Yes |
                # Professional network (for information)
                | Name | Role | Agency |
                | Mrs Jo Lomax | Headteacher | Hollin Bank Primary School |
                """
        )
        #expect(readRecord(document)?.participants.map(\.name) == ["Ann Carter"])
    }

    @Test func `misspelt labels are understood and names stay as they are`() {
        let document = Document(
            lines: """
                # STRATERGY METTING MINUETS
                Childs Name: Ava Sample
                Date of Metting: 19/11/2026
                # Attendence
                | Name | Roll | Agancy |
                | Ann Carter | Team Manger | Socail Care |
                | Mrs Jo Brith | Headteacher | Hollin Bank Primary Shcool |
                """
        )
        let people = readRecord(document)?.participants ?? []
        #expect(people.map(\.name) == ["Ann Carter", "Mrs Jo Brith"])
        #expect(people.map(\.partner) == [.socialCare, .education])
    }
}
