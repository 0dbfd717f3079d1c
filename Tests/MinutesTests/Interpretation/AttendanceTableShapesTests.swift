import Testing

@testable import Minutes

/// Tables of attendance in the shapes that offices give them; each must be read in the same way.
struct AttendanceTableShapesTests {
    private struct Shape: CustomTestStringConvertible {
        var name: String
        var table: String
        var expected: [String: Evidence]
        var testDescription: String { name }
    }

    private static let shapes: [Shape] = [
        Shape(
            name: "role first, yes and no columns",
            table: """
                | Designation | Agency/Service | Attendee | How invited | In attendance? | Apols rec'd | Info provided Y/N |
                | Team Manager | Children's Services | Ann Carter | n/a | Y | | |
                | GP | Mill Surgery | Dr Ian Day | Email 3/11 | N | Y | N |
                | Head Teacher | Hollin Bank | Mrs Jo Lomax | Phone 3/11 | N | Y | Y |
                """,
            expected: ["Ann Carter": .attended, "Dr Ian Day": .apologies, "Mrs Jo Lomax": .contributed]
        ),
        Shape(
            name: "people across, questions down",
            table: """
                | | 1 | 2 | 3 |
                | Name | Ann Carter | DS Bob Platt | Mrs Jo Lomax |
                | Job | Team Manager | MASH police | Head Teacher |
                | Asked to come | Yes | Yes | Yes |
                | Was there | Yes | Yes | No |
                | Sent apologies | | | Yes |
                """,
            expected: ["Ann Carter": .attended, "DS Bob Platt": .attended, "Mrs Jo Lomax": .apologies]
        ),
        Shape(
            name: "names under what they did",
            table: """
                | | Here | Not here – apologies | Not here – nothing heard |
                | Social work | Ann Carter (Team Manager, chair) | | |
                | Police | | DC Bob Platt (Child Protection) | |
                | School | | | Mrs Jo Lomax (Head) |
                """,
            expected: ["Ann Carter": .attended, "DC Bob Platt": .apologies, "Mrs Jo Lomax": .invited]
        ),
        Shape(
            name: "two lists side by side",
            table: """
                | Attended | Agency | Apologies | Agency |
                | Ann Carter, Team Manager | Social Care | Dr Ivor Penn, GP | Market Surgery |
                | Mrs Jo Lomax, Headteacher | Hollin Bank Primary | | |
                """,
            expected: ["Ann Carter": .attended, "Mrs Jo Lomax": .attended, "Dr Ivor Penn": .apologies]
        ),
        Shape(
            name: "a signature shows who came",
            table: """
                | Print name | Role and agency | Signature |
                | Ann Carter | Team Manager, CSC | A Carter |
                | DC Bob Platt | Exploitation Team, Northmere Police | B. Platt |
                | Mrs Jo Lomax | DSL, Hollin Bank School | Apologies given |
                | Keith Allard | Hostel Manager, Beacon Housing | Did not attend, no message |
                """,
            expected: [
                "Ann Carter": .attended, "DC Bob Platt": .attended, "Mrs Jo Lomax": .apologies,
                "Keith Allard": .invited,
            ]
        ),
        Shape(
            name: "deputies in the remarks",
            table: """
                | Agency | Name | Post | Here | Remarks |
                | Children's Social Work | Ann Carter | Group Manager | ✓ | |
                | Police | DS Emeka Obi | Protecting Vulnerable People | | At Crown Court. Sent DC Tess Hulme in his place. |
                | NHS | Dr Ruth Abel | Paediatrician | | Unable to come, letter of 23 Nov tabled. |
                | Hollin Bank School | Mr Dale Kitch | Head Teacher | | Ms Anya Petrov, pastoral lead, came on his behalf. |
                | Legal | Rupert Day | Solicitor | | Dialled in for item 4 only. Treated as present. |
                """,
            expected: [
                "Ann Carter": .attended, "DS Emeka Obi": .deputised, "DC Tess Hulme": .attended,
                "Dr Ruth Abel": .contributed, "Mr Dale Kitch": .deputised, "Ms Anya Petrov": .attended,
                "Rupert Day": .attended,
            ]
        ),
        Shape(
            name: "how they joined",
            table: """
                | Organisation | Who | In the room | On Teams | On phone | Apologies |
                | Social Care | Ann Carter (chair), Team Manager | X | | | |
                | Police | DC Bob Platt, Child Protection | | X | | |
                | Hollin Bank School | Mrs Jo Lomax, head of school | | | X | |
                | Transport | Mick Deakin, coordinator | | | | X |
                """,
            expected: [
                "Ann Carter": .attended, "DC Bob Platt": .attended, "Mrs Jo Lomax": .attended,
                "Mick Deakin": .apologies,
            ]
        ),
        Shape(
            name: "several people and answers in a cell",
            table: """
                | Agency | Representative | There? |
                | NHS | Deb Nwach (Health Visitor); Dr Ros Sykes (GP) | D. Nwach: yes / Dr Sykes: apologies |
                | Police | DC Al Parry | yes |
                """,
            expected: ["Deb Nwach": .attended, "Dr Ros Sykes": .apologies, "DC Al Parry": .attended]
        ),
        Shape(
            name: "not invited is no participant",
            table: """
                | Person | Post held | Organisation | Attendance |
                | Ann Carter | Service Manager | Children and Families | Attended in person |
                | Mrs Jo Lomax | Assistant Principal (DSL) | Hollin Bank Academy | Apols – report recd 12/11 |
                | Imran Hussain | Father | Family | Not invited |
                """,
            expected: ["Ann Carter": .attended, "Mrs Jo Lomax": .contributed]
        ),
        Shape(
            name: "a log of what each did",
            table: """
                | Time | Who | From | Did what |
                | 1950 | Ras Thomas | EDT Social Worker | Referral logged |
                | 2215 | Bev Nuttall | EDT Manager (chair) | DISCUSSION: on the call |
                | 2215 | Ras Thomas | EDT Social Worker | DISCUSSION: on the call |
                | 2215 | Insp. Kate Steel | Duty Inspector, Northmere Police | DISCUSSION: on the call |
                """,
            expected: ["Bev Nuttall": .attended, "Ras Thomas": .attended, "Insp. Kate Steel": .attended]
        ),
        Shape(
            name: "rows without a name",
            table: """
                | Agency | Representative | Took part |
                | Social care | Ann Carter, Team Manager | Yes |
                | Police | Duty Sergeant (name not taken) | Yes |
                | Education | Head teacher, Brook Lane School | Message left at 17:20, not returned |
                | Housing | | |
                """,
            expected: ["Ann Carter": .attended, "~Duty Sergeant": .attended, "~Head teacher": .invited]
        ),
        Shape(
            name: "represented by",
            table: """
                | Invitee | Agency | Accepted | Attended | Represented by |
                | Anita Patel, Team Manager | Children's Services | Y | Y | |
                | DS Colin Farr | Northshire Police | Y | N | DC Joy Ames |
                | Mrs K Lowther, DSL | Hollin Bank Primary | N | N | |
                """,
            expected: [
                "Anita Patel": .attended, "DS Colin Farr": .deputised, "DC Joy Ames": .attended,
                "Mrs K Lowther": .invited,
            ]
        ),
        Shape(
            name: "names in two columns",
            table: """
                | Surname | Forename | Role | Organisation | Sig. |
                | PATEL | Anita | Team Manager | Children's Services | A Patel |
                | LOWTHER | Kate | Headteacher | Hollin Bank Primary | apologies |
                """,
            expected: ["Anita Patel": .attended, "Kate Lowther": .apologies]
        ),
        Shape(
            name: "names under present, apologies and absent",
            table: """
                | Agency | Present | Apologies | Absent |
                | Social Care | Anita Patel (TM), Lee Moss (SW) | | |
                | Health | Fran Oduya (HV) | Dr Bell (GP) | |
                | Education | | | Mrs K Lowther (HT) |
                """,
            expected: [
                "Anita Patel": .attended, "Lee Moss": .attended, "Fran Oduya": .attended,
                "Dr Bell": .apologies,
                "Mrs K Lowther": .invited,
            ]
        ),
        Shape(
            name: "codes with a remark",
            table: """
                | Who | P / A / D |
                | Anita Patel, Team Manager, Children's Services (Chair) | P |
                | DS Colin Farr, CAIT, Northshire Police | D - DC Joy Ames came |
                | Mrs Kate Lowther, Headteacher, Hollin Bank Primary | A |
                """,
            expected: [
                "Anita Patel": .attended, "DS Colin Farr": .deputised, "DC Joy Ames": .attended,
                "Mrs Kate Lowther": .apologies,
            ]
        ),
        Shape(
            name: "no header at all",
            table: """
                | Team Manager (chair) | Anita Patel | present |
                | Police | DC Joy Ames | present by phone |
                | Health Visitor | Fran Oduya | apologies, report sent |
                | Headteacher | Mrs Kate Lowther | no response to two calls |
                """,
            expected: [
                "Anita Patel": .attended, "DC Joy Ames": .attended, "Fran Oduya": .contributed,
                "Mrs Kate Lowther": .invited,
            ]
        ),
        Shape(
            name: "agencies asked and not asked",
            table: """
                | Partner agency | Invited | Attended Y/N | Name and role | Information shared if not attending |
                | Police | Yes | Y | DC Joy Ames, CAIT | |
                | Education | Yes | N | Mrs Lowther, head | Report e-mailed 9.30am |
                | Probation | No | N | | |
                | CSC | Yes | Y | Anita Patel TM; Lee Moss SW | |
                """,
            expected: [
                "DC Joy Ames": .attended, "Mrs Lowther": .contributed, "Anita Patel": .attended,
                "Lee Moss": .attended,
            ]
        ),
        Shape(
            name: "an invitation by phone is no information",
            table: """
                | Agency | Who | Consulted? | Present on the day | Views received |
                | Social care | Jill Tutbury, Service Manager | - | Y | - |
                | Police | DS Gail Repton | Y | Y | - |
                | Education | Mrs Olwen Dean, Head | Invited by e-mail 27/11 | N | N |
                | Health | Pat Hilton, SN | not invited | - | - |
                """,
            expected: ["Jill Tutbury": .attended, "DS Gail Repton": .attended, "Mrs Olwen Dean": .invited]
        ),
        Shape(
            name: "an earlier meeting's column",
            table: """
                | Who | 1st mtg 24/11 | THIS MTG 04/12 |
                | Mina Laven – ATM (chair) | P | P |
                | PC Abdi Stoke – Police PVP | P | A |
                | Mr J Caven – HT, Stoke High | A | P |
                """,
            expected: ["Mina Laven": .attended, "PC Abdi Stoke": .apologies, "Mr J Caven": .attended]
        ),
    ]

    @Test(arguments: shapes.indices) func `attendance is read from a table of this shape`(index: Int) {
        let shape = Self.shapes[index]
        let record = readRecord(minutes(attendance: shape.table))
        let found = Dictionary(
            (record?.participants ?? []).map { ($0.name.isEmpty ? "~\($0.role)" : $0.name, $0.evidence) }
        ) { first, _ in first }
        #expect(found == shape.expected, "\(shape.name)")
    }

    @Test(arguments: [
        """
        | Action | Owner | By |
        | Visit today | Ann Carter | 5 Nov |
        | Attend school meeting | Mrs Jo Lomax | 6 Nov |
        """,
        """
        | Household | Relation | Age |
        | Ellen Marsh | Mother | 24 |
        | Luca Marsh | Father | 27 |
        """,
        """
        | Name | Post | Organisation | Send to | Version |
        | Mr Piers North | Headteacher | Ashgrove School | head@ashgrove.example | Full |
        | Dr Lucy Amos | GP | Bridge Street Practice | gp@bridge.example | Decisions only |
        """,
        """
        | Child | Date of birth | Record | School |
        | Jas Ellwood | 22 Aug 2012 | TP/5581 | Tarnside High School |
        | Sam Ellwood | 22 Aug 2014 | TP/5582 | Tarnside High School |
        """,
    ])
    func `a table of something else holds no participants`(table: String) {
        let record = readRecord(minutes(text: "\n" + table))
        #expect(record?.participants.map(\.name) == ["Ann Carter", "DC Bob Platt", "Cath Doyle"])
    }

    @Test func `codes are read by the document's own key`() {
        let document = minutes(
            attendance: """
                P – present     R – sent report, not present     S – substitute came     A – apologies only     X – invited, no answer
                | No. | Name | Job | Employer | P/R/S/A/X | Substitute or comment |
                | 1 | Ann Carter | Manager (chair) | Children's Services | P | |
                | 2 | Jan Barlow | Reviewing Officer | Children's Services | R | |
                | 3 | DI Martin Cope | Detective Inspector | Northmere Police | S | DS Lucy Ikin, Missing Team |
                | 4 | Celeste Amad | Advocate | Voice Up | X | |
                """
        )
        let found = Dictionary(
            (readRecord(document)?.participants ?? []).map { ($0.name, $0.evidence) }
        ) { first, _ in first }
        #expect(
            found == [
                "Ann Carter": .attended, "Jan Barlow": .contributed, "DI Martin Cope": .deputised,
                "DS Lucy Ikin": .attended, "Celeste Amad": .invited,
            ]
        )
    }

    @Test func `an invitation list and a list of those present are one`() {
        let document = minutes(
            attendance: """
                # INVITED
                | | Name | Role | Agency |
                | 1 | Mrs Dilys Pember | Independent Chair | Children's Services |
                | 2 | Jacqueline Frost | IDVA | Haven |
                | 3 | Dr Prak Venkat | GP | Mill Surgery |
                # PRESENT
                | Initials | Attendee |
                | DP | Pember, Dilys (chairing) |
                | JF | Frost, Jacqui |
                """
        )
        let found = Dictionary(
            (readRecord(document)?.participants ?? []).map { ($0.name, $0.evidence) }
        ) { first, _ in first }
        #expect(
            found == [
                "Mrs Dilys Pember": .attended, "Jacqueline Frost": .attended, "Dr Prak Venkat": .invited,
            ]
        )
    }

    @Test func `a doubt about one person holds only where the answer would settle something`() {
        let table = """
            | Name | Role | Agency | Attended |
            | Ann Carter | Team Manager | Social Care | Yes |
            | DC Bob Platt | Detective | Northmere Police | Yes |
            | Cath Doyle | School Nurse | NHS Trust | Yes |
            | Mrs Jo Lomax | Headteacher | Hollin Bank School | %@ |
            | Zed Quill | Housing Officer | Fell Homes | wibble |
            """
        func disposition(_ word: String) -> Disposition? {
            readRecord(minutes(attendance: table.replacing("%@", with: word)))
                .map { Check(of: $0, rules: Rules()).disposition }
        }
        #expect(disposition("Yes") == .distribute)
        #expect(disposition("wobble") == .hold)
    }
}
