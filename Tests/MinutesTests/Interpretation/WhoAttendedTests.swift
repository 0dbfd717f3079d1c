import Testing

@testable import Minutes

/// Who attended where it stands in labelled lines, lists sorted by agency, agency paragraphs and sentences.
struct WhoAttendedTests {
    private static let head = """
        # Strategy meeting minutes
        Child: Ava Sample
        DOB: 02/03/2015
        School: Hollin Bank Primary School
        Date of meeting: 19/11/2026
        """

    private func people(_ text: String) -> [String] {
        (readRecord(Document(lines: "\(Self.head)\n\(text)"))?.participants ?? []).map {
            "\($0.name)|\($0.role)|\($0.partner.rawValue)|\($0.evidence.rawValue)"
        }
    }

    private func evidence(of partner: Partner, _ text: String) -> Evidence? {
        MinutesTests.evidence(partner, in: Document(lines: "\(Self.head)\n\(text)"))
    }

    @Test func `a label that only a wide gap divides from the people behind it opens their list`() {
        let text = """
            Attending  TM/chair – L. Oakes; SW – Jo Penn; HT – Mrs Reed; Police – DS M. Tarn, CAIT; BSO – Kit.
            Not answering  School nurse – Ada Finch.
            # Decision
            Threshold met, s47 joint.
            """
        #expect(
            people(text) == [
                "L. Oakes|TM/chair|social-care|attended", "Jo Penn|SW|social-care|attended",
                "Mrs Reed|HT|education|attended", "DS M. Tarn|CAIT|police|attended",
                "Kit|BSO|social-care|attended", "Ada Finch|School nurse|health|invited",
            ]
        )
    }

    @Test func `the key of a table's codes is no list of people although gaps divide it`() {
        let text = """
            # Attendance
            P – present     R – sent report     X – invited, no answer
            | Name | Role | Agency | P/R/X |
            | Lena Oakes | Team Manager (chair) | Social Care | P |
            | DC Max Tarn | Detective | Northmere Police | X |
            """
        #expect(evidence(of: .police, text) == .invited)
    }

    @Test
    func `a line that names an agency is no participant and opens no part where its people stand below`() {
        let text = """
            # Attendees
            Children's Social Care
            - Lena Oakes (Team Manager) – Chair
            Northmere Police
            - DC Max Tarn (Child Protection)
            Education
            - Mr Hal Reed (Headteacher, Hollin Bank Primary School)
            # Apologies
            Health
            - Ada Finch (School Nurse)
            # Education
            - Ava is at 92 %.
            """
        #expect(
            people(text) == [
                "Lena Oakes|Team Manager – Chair|social-care|attended",
                "DC Max Tarn|Child Protection|police|attended",
                "Mr Hal Reed|Headteacher|education|attended", "Ada Finch|School Nurse|health|apologies",
            ]
        )
    }

    @Test func `agency paragraphs say who took part where no list does`() {
        let text = """
            Thursday 19 November 2026, 10am. Chair Lena Oakes (PM). Notes by Kit.
            Police (DC Tarn on Teams): nothing is known of the family.
            School nursing (Ms Ada Finch, dialled in late): Ava was seen in May.
            Hollin Bank Primary (Mrs Reed, DSL; Mr Hale, class teacher, was there for ten minutes): attendance is 95 %.
            GP Dr Rowe: invited, nothing back.
            Decision: s47 joint.
            """
        let found = people(text)
        #expect(found.contains("DC Tarn||police|attended"))
        #expect(found.contains("Ms Ada Finch||health|attended"))
        #expect(found.contains("Mrs Reed|DSL|education|attended"))
        #expect(found.contains("Mr Hale|class teacher|education|attended"))
        #expect(found.contains("Dr Rowe|GP|health|invited"))
        #expect(found.contains("Lena Oakes|PM|social-care|attended"))
        #expect(found.contains("Kit|notes|social-care|attended"))
    }

    @Test(arguments: [
        "Police (DC Tarn, invited): no reply was received.",
        "Police (DC Tarn): no answer, message left.",
        "Police: no one on the call, no reply to the request.",
    ])
    func `an agency's paragraph that tells of silence shows nobody`(line: String) {
        let text = """
            Chair Lena Oakes (PM). Notes by Kit.
            School nursing (Ms Ada Finch, on the phone): Ava was seen in May.
            \(line)
            Decision: s47 joint.
            """
        #expect((evidence(of: .police, text) ?? .none) < .contributed)
    }

    @Test func `where a list tells who came a name in an agency's label adds nobody`() {
        let text = """
            # Present
            Lena Oakes, Team Manager (chair)
            DC Max Tarn, Northmere Police
            # Information
            School (Mrs Reed): to be asked for her report.
            # Decision
            Threshold met.
            """
        #expect((evidence(of: .education, text) ?? .none) < .contributed)
    }

    @Test func `lines with times go on telling who came`() {
        let text = """
            10.00  In the room were Lena Oakes (Practice Manager, who chaired), Jo Penn (Social Worker) and Mrs Reed (DSL, Hollin Bank Primary School). Kit Dale took the notes.
            10.05  DC Max Tarn from the police child abuse team came on by phone.
            10.10  Ada Finch, school nurse, arrived. With her was Bo Lind, student nurse.
            10.20  Ava's mother, Dora Sample, came in with her interpreter, Pia Sand.
            # Decision
            Threshold met, s47 joint.
            """
        #expect(evidence(of: .police, text) == .attended)
        #expect(evidence(of: .health, text) == .attended)
        #expect(people(text).contains { $0.hasPrefix("Bo Lind|") && $0.hasSuffix("|attended") })
        #expect(people(text).contains { $0.hasPrefix("Pia Sand|") && $0.hasSuffix("|attended") })
    }

    @Test(arguments: [
        "Ava was at home when DC Max Tarn arrived and took her to hospital.",
        "DC Max Tarn came in through the back door of the house.",
        "On Monday DC Max Tarn got in by the window.",
    ])
    func `an officer who came to a house did not come to the meeting`(line: String) {
        let text = """
            The meeting was chaired by Lena Oakes (Practice Manager). Jo Penn (Social Worker) and Mrs Reed (DSL) were present.
            \(line)
            # Decision
            Threshold met.
            """
        #expect((evidence(of: .police, text) ?? .none) < .contributed)
    }

    @Test func `a deputy of whom a sentence tells came and the head was represented`() {
        let text = """
            The meeting was chaired by Lena Oakes (Practice Manager). DC Max Tarn and Ada Finch (school nurse) were present.
            Ms Reed, headteacher of Hollin Bank Primary School, could not come and had nominated her deputy, Mr Hal Moss, who came in her place.
            Dr Rowe, general practitioner, had been invited. He declined.
            # Decision
            Threshold met.
            """
        let found = people(text)
        #expect(found.contains { $0.hasPrefix("Dr Rowe|") && $0.hasSuffix("|health|apologies") })
        #expect(found.contains { $0.hasPrefix("Mr Hal Moss|") && $0.hasSuffix("|education|attended") })
        #expect(found.contains { $0.hasPrefix("Ms Reed|") && $0.hasSuffix("|education|deputised") })
    }

    @Test func `a question sheet says who was there and who was not`() {
        let text = """
            Q1  Who led it?
            Lena Oakes, TM
            Q2  Who was there from police?
            Sgt Max Tarn, on phone
            Q3  Who was there from health?
            Ada Finch, HV. On the phone.
            Q4  Who was there from education?
            No one. School had shut, a message was left.
            # Decision
            Threshold met.
            """
        #expect(evidence(of: .police, text) == .attended)
        #expect(evidence(of: .health, text) == .attended)
        #expect((evidence(of: .education, text) ?? .none) < .contributed)
    }

    @Test(arguments: [
        "Nobody. Mrs Reed, DSL, was asked.", "Mrs Reed, DSL, was invited but did not come.",
        "Mrs Reed, DSL. No reply.", "Mrs Reed (DSL) could not be reached.",
    ])
    func `a question sheet's answer that names an absent person shows nobody`(answer: String) {
        let text = """
            Q1  Who led it?
            Lena Oakes, TM
            Q2  Who was there from education?
            \(answer)
            # Decision
            Threshold met.
            """
        #expect((evidence(of: .education, text) ?? .none) < .contributed)
    }

    @Test func `a label at the end of a log's line opens the list below, and the writer names herself in it`()
    {
        let text = """
            0040\t*** STRATEGY DISCUSSION (by phone) *** on the line:
            - me, Lena Oakes, EDT manager
            - Sgt Max Tarn, Northmere Police
            # Decision
            Threshold met.
            """
        #expect(people(text).contains("Lena Oakes|EDT manager|social-care|attended"))
        #expect(evidence(of: .police, text) == .attended)
        #expect((evidence(of: .education, text) ?? .none) < .contributed)
    }

    @Test func `a print of a case system says behind each person how she or he joined`() {
        let text = """
            # Professionals
            - OAKES, Lena – Team Manager How joined: room
            - TARN, Max (DS) – Northmere Police How joined: did not join
            - FINCH, Ada – School Nurse How joined: Teams
            # Decision
            Threshold met.
            """
        #expect(evidence(of: .health, text) == .attended)
        #expect((evidence(of: .police, text) ?? .none) < .contributed)
    }

    @Test func `a short no behind a person of the list is said of that person`() {
        let text = """
            Present: Lena Oakes, Team Manager (chair); DC Max Tarn, Northmere Police; Mrs Reed, DSL. No reply.
            # Decision
            Threshold met.
            """
        #expect((evidence(of: .education, text) ?? .none) < .contributed)
        #expect(evidence(of: .police, text) == .attended)
    }
}
