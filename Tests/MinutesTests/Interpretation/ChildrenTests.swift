import Testing

@testable import Minutes

struct ChildrenTests {
    /// Minutes in which a test says who the child is.
    private func children(_ lines: String, text: String = "") -> [Child]? {
        readRecord(
            Document(
                lines: """
                    # Strategy meeting minutes
                    \(lines)
                    Date of meeting: 19/11/2026
                    # Present
                    Ann Carter, Team Manager, Social Care
                    DC Bob Platt, Northmere Police
                    # Family
                    | Name | Relationship | DOB |
                    | Jo Sample | Mother | 04/04/1991 |
                    # Information shared
                    Police: nothing is known. \(text)
                    # Decision
                    Threshold met, section 47 enquiry.
                    """
            )
        )?.children
    }

    @Test(arguments: [
        "Child: Ava Sample", "Child’s Name: AVA SAMPLE", "Re: Ava Sample (dob 02/03/2015)",
        "Name of child/young person: Ava SAMPLE",
        "Child: SAMPLE, Ava", "Subject child: Ava Sample, 02/03/2015, LCS 123456", "Child – Ava Sample",
        "Name\tAva Sample",
        "| Child | Ava Sample |\n| DOB | 02/03/2015 |", "| Surname | SAMPLE | Forename | Ava |",
        "Forename(s): Ava\nSurname: Sample",
        "| Name | DOB |\n| Ava Sample | 02/03/2015 |", "Name of child\nAva Sample",
        "Which child is the meeting about?\nAva Sample",
        "In respect of Ava Sample, born 2 March 2015", "Child ........ Ava Sample",
        "Young person: Ava Sample (F, aged 11)",
        "| First name | Last name | Date of birth |\n| Ava | Sample | 2 March 2015 |",
        "Child's full name: Ava Sample   Gender: F",
        "Strategy meeting concerning Ava Sample\nAva (11) lives with her mother.",
        "Child: Ava Sample – LCS 123456", "Client\tAva Sample\nClient ID\t123456",
        "Q1   Which child?\nAva Sample",
        "NAME: SAMPLE Ava   DOB: 2.3.2015", "Re: (a) Ava Sample, 02.03.2015, LCS 12-7990",
        "# NOTE OF STRATEGY MEETING CONCERNING AVA SAMPLE (d.o.b. 2nd March 2015)",
        "Ava Sample   b. 02-03-2015   SW/23104   Stoke Lane High",
    ])
    func `the child's name is read from any form`(lines: String) {
        #expect(children(lines)?.map(\.name) == ["Ava Sample"])
    }

    @Test(arguments: [
        ("Children: Ava Sample, Tom Sample", ["Ava Sample", "Tom Sample"]),
        ("Children: Ava, Tom and Lily Sample", ["Ava Sample", "Tom Sample", "Lily Sample"]),
        ("Child(ren): Ava Sample (2/3/2015) & Tom Sample (4/5/2017)", ["Ava Sample", "Tom Sample"]),
        ("Children\nAva Sample, 02/03/2015\nTom Sample, 04/05/2017", ["Ava Sample", "Tom Sample"]),
        (
            "Child 1: Ava Sample\nDOB: 02/03/2015\nChild 2: Tom Sample\nDOB: 04/05/2017",
            ["Ava Sample", "Tom Sample"]
        ),
        (
            "| Name | DOB | LCS |\n| Ava Sample | 2/3/15 | 1 |\n| Tom Sample | 4/5/17 | 2 |",
            ["Ava Sample", "Tom Sample"]
        ),
        (
            "| | Child 1 | Child 2 |\n| Name | Ava Sample | Tom Sample |\n| DOB | 2/3/15 | 4/5/17 |",
            ["Ava Sample", "Tom Sample"]
        ),
        ("Child: Ava Sample\nAlso known as: Evie", ["Ava Sample"]),
        ("Child: Ava Sample\nMother: Jo Sample   DOB: 4/4/1991", ["Ava Sample"]),
        ("Child: Unborn Sample (EDD 22/02/2027)", ["Unborn Sample"]),
        ("Unborn baby of: Jo Sample", ["Unborn baby of Jo Sample"]),
        ("Child: Baby Sample (unborn)", ["Baby Sample (unborn)"]),
        ("Child: Mosaic O'Dowd-Paris", ["Mosaic O'Dowd-Paris"]),
        ("Child: Séan Ó Briain", ["Séan Ó Briain"]), ("Child: May Day", ["May Day"]),
        ("Child: Ali bin Yusuf", ["Ali bin Yusuf"]),
    ])
    func `children are counted as the record names them`(lines: String, names: [String]) {
        #expect(children(lines)?.map(\.name) == names)
    }

    @Test(arguments: [
        ("LCS: 123456", "123456"), ("Liquidlogic ID – 5520917", "5520917"),
        ("Mosaic no.: 1183320", "1183320"),
        ("Capita One ref: PM/61120", "PM/61120"), ("Person ID: 1177620", "1177620"),
        ("Child ref: WY-33801", "WY-33801"),
        ("Our ref: RIB/CSC/20931", "RIB/CSC/20931"), ("CYP ID: CYP-70716", "CYP-70716"),
        ("ID No: C0093382", "C0093382"),
        ("Case file number: HB/22/04471", "HB/22/04471"), ("System ref: NM 30-5512", "NM 30-5512"),
        ("Record no. 0071345", "0071345"),
        ("AIS number: 2009114", "2009114"), ("Ref.: CSC 6017742", "CSC 6017742"),
        ("Reference: LCS 123456", "123456"),
        ("ICS no: 190-227 (Area 3)", "190-227"), ("Eclipse: E-40077", "E-40077"),
        ("Unique no: 0773318", "0773318"),
        ("NHS No: 999 012 4477\nUPN: H801200001001\nSocial care no: 30117", "30117"),
        ("Service user no: 99-1204", "99-1204"), ("CareFirst 771 209", "771 209"),
        ("Framework-i number\t211 006", "211 006"), ("CMS 47-7990", "47-7990"),
        ("ContrOCC: 8841207", "8841207"),
        ("Police ref: 20261119-0412\nLCS no: 7712", "7712"), ("Your ref: AB/1\nOur ref: CS/331", "CS/331"),
        ("LADO ref: 26-118\nFile no: 88213", "88213"), ("Protocol number: 1049213", "1049213"),
    ])
    func `the case reference is read under any label`(line: String, reference: String) {
        #expect(children("Child: Ava Sample\n\(line)")?.first?.reference == reference)
    }

    @Test(arguments: [
        "NHS No: 999 012 4477", "UPN: H801200001001", "Crime number: CR/4411/26", "Tel no: 01632 960417",
        "Room no: 12", "Form no: SD2",
        "School URN: 119999", "Meeting no: 3",
    ])
    func `other numbers are never the case's`(line: String) {
        #expect(children("Child: Ava Sample\n\(line)")?.first?.reference == nil)
    }

    @Test(arguments: [
        ("Education: Portlea Grammar School for Girls", "Portlea Grammar School for Girls"),
        (
            "Ava Sample, born 2 March 2009, student at Lowmoor College of Further Education",
            "Lowmoor College of Further Education"
        ),
        ("LCS 90277-B   School St Anne C of E Infants", "St Anne C of E Infants"),
        ("Establishment attended: Fenside Free School", "Fenside Free School"),
        ("Placement / education: Little Acorns", "Little Acorns"),
        (
            "Ava is four and is in the reception class of St Anne's First School, Lowmoor.",
            "St Anne's First School"
        ),
        ("School: Hollin Bank Primary School, Year 4", "Hollin Bank Primary School"),
        ("School: Hollin Bank Primary School (Y4)", "Hollin Bank Primary School"),
        ("School/Year: Moorgate High School Yr 8", "Moorgate High School"),
        ("Attends: Little Acorns Nursery (3 mornings)", "Little Acorns Nursery"),
        ("Education: St. Edmund's R.C. High – Year 9", "St. Edmund's R.C. High"),
        ("Nursery: Tiny Steps Day Nursery; Tues and Weds", "Tiny Steps Day Nursery"),
        ("School: Lower Mead School (special)", "Lower Mead School (special)"),
        ("School: Marsh Lane J.M.I. School", "Marsh Lane J.M.I. School"),
        ("School or college: pupil at Castle Hill High", "Castle Hill High"),
        ("School: Year 6, Fold Lane Juniors", "Fold Lane Juniors"),
        ("Setting: The Grange Pupil Referral Unit", "The Grange Pupil Referral Unit"),
        ("School: Reception, Brook Lane CP School", "Brook Lane CP School"),
        ("Name of school: Ysgol Bryn Glas", "Ysgol Bryn Glas"),
        ("Current education establishment: Ashgrove Park Academy", "Ashgrove Park Academy"),
        ("School nurse: Cath Doyle\nSchool: Weir Bank", "Weir Bank"),
    ])
    func `the setting is read without the year group`(line: String, setting: String) {
        #expect(children("Child: Ava Sample\n\(line)")?.first?.setting == setting)
    }

    @Test(arguments: [
        "School: None", "School: N/A – below school age", "School: Electively home educated",
        "Nursery: not attending", "School: home educated since March",
        "Setting: None. Below school age, not in nursery or with a childminder", "School: awaiting a place",
        "School: -", "School:",
    ])
    func `no setting is none`(line: String) {
        let children = children(
            "Child: Ava Sample\n\(line)",
            text: "Her brother goes to Larkfield Primary School."
        )
        #expect(children?.first?.setting == nil)
    }

    @Test func `children at different schools are not sent together, a child without a school may be`() {
        func kinds(_ second: String) -> [MeetingRecord.Doubt.Kind] {
            let lines =
                "Child 1: Ava Sample\nSchool: Weir Bank School\nChild 2: Tom Sample\nSchool: \(second)"
            let document = minutes(title: "Strategy meeting minutes", text: "", ending: "")
            var blocks = document.blocks
            blocks.replaceSubrange(1..<5, with: Document(lines: lines).blocks)
            return readRecord(Document(format: .text, blocks: blocks))?.doubts.map(\.kind) ?? []
        }
        #expect(kinds("Moorgate High School").contains(.differentSettings))
        #expect(!kinds("Weir Bank School").contains(.differentSettings))
        #expect(!kinds("None, at home with mum").contains(.differentSettings))
    }
}
