import Testing

@testable import Minutes

struct AttendanceTests {
    private func people(_ attendance: String) -> [String: Evidence] {
        let participants = readRecord(minutes(attendance: attendance))?.participants ?? []
        return Dictionary(participants.map { ($0.name, $0.evidence) }) { first, _ in first }
    }

    @Test func `a header nobody knows is understood from its rows`() {
        let found = people(
            """
            | Bod | Gizmo | Wotsit |
            | Ann Carter | Team Manager (Chair), Social Care | Attended |
            | Mrs Jo Lomax | Headteacher, Hollin Bank | No reply |
            | DC Bob Platt | Northmere Police | Attended |
            """
        )
        #expect(found["Ann Carter"] == .attended)
        #expect(found["Mrs Jo Lomax"] == .invited)
        #expect(found["DC Bob Platt"] == .attended)
    }

    @Test func `a column of names headed Invited is a column of names`() {
        let found = people(
            """
            | Invited | Role | Agency | Outcome |
            | Ann Carter | Team Manager | Social Care | Attended |
            | Vacancy | Social Worker | Social Care | – |
            | Mrs Jo Lomax | Headteacher | Hollin Bank | Sent deputy |
            | Fay Hunt for Mrs Lomax | Assistant Head | Hollin Bank | Attended |
            """
        )
        #expect(found == ["Ann Carter": .attended, "Mrs Jo Lomax": .deputised, "Fay Hunt": .attended])
    }

    @Test func `crosses mean no where the table has ticks`() {
        let found = people(
            """
            | Name | Role | There? | Apols |
            | Ann Carter | Team Manager | ✓ | |
            | DS Petra Kowal | Police | ✗ | ✓ |
            """
        )
        #expect(found == ["Ann Carter": .attended, "DS Petra Kowal": .apologies])
    }

    @Test func `colours count only with a key`() {
        let table = """
            | Agency | Name | Job | RAG |
            | Social Care | Ann Carter | Team Manager | GREEN |
            | Education | Mrs Jo Lomax | Headteacher | RED |
            """
        let withKey = people(table + "\nGreen: attended. Red: invited, did not attend.")
        #expect(withKey == ["Ann Carter": .attended, "Mrs Jo Lomax": .invited])
        let without = readRecord(minutes(attendance: table))
        #expect(without.map { Check(of: $0, rules: Rules()).disposition } == .hold)
    }

    @Test func `forms may ask about each agency`() {
        let document = minutes(
            attendance: """
                | Were Police invited? | Yes |
                | Did they attend? | Yes |
                | Name and role | DC Bob Platt, detective |
                | Was Education invited? | Yes |
                | Did they attend? | No |
                | Name and role | Mrs Jo Lomax, Headteacher |
                | If not, was a report received? | No |
                """
        )
        #expect(evidence(.police, in: document) == .attended)
        #expect(evidence(.education, in: document) == .invited)
    }

    @Test func `a heading may name who spoke for the agency`() {
        let document = Document(
            lines: """
                # Strategy discussion under section 47
                Ava Sample, born 2.3.15, LCS 123456, pupil of Hollin Bank Primary School. Held on 19.11.26 at 2pm.
                # Children’s Social Care (Ann Carter, Team Manager – chair; Tom Barlow, social worker)
                Known since 2019.
                # Northmere Police (PC Gail Ormond, Response)
                Nothing recorded.
                # Health (Sarah Quigg, School Nurse)
                Seen in June.
                # Education (not present)
                Not contacted.
                # Decision
                Threshold met for section 47, single agency enquiry.
                """
        )
        #expect(evidence(.police, in: document) == .attended)
        #expect(evidence(.health, in: document) == .attended)
        #expect(evidence(.education, in: document) == Evidence.none)
    }
}
