import Testing

@testable import Minutes

struct SignOffTests {
    @Test(arguments: [
        "Approved by chair 6.11.26", "Agreed as a true record: C. Beddoes 23/10",
        "Approved by: Ann Carter, Team Manager",
        "Chair's signature: A Carter", "Signed (Chair): A. Carter   Date: 20/11/2026",
        "Minutes agreed AC 20/11/26",
        "Approved by the Chair – Ann Carter – 20 November 2026",
        "Authorised by Ann Carter (Team Manager) 20/11/2026 16:40",
        "The chair has read and approved these minutes.",
        "These minutes were approved by the chair on 20 November 2026.",
        "Chair sign-off: ☒", "Minutes approved by chair ☒ Name: A Carter Date: 20/11/26",
        "☒ Approved by chair  ☐ Not approved",
        "I confirm that this is an accurate record. Ann Carter (Chair)",
        "Record checked and agreed: A Carter, chair",
        "Chair: A Carter – agreed 20/11", "Electronically signed by Ann Carter, Chair, 20/11/2026",
        "| Chair's approval | A Carter | Date | 20/11/2026 |\n| Circulated | Yes | Date | 21/11/2026 |",
        "| Approved by | Signature | Date |\n| Ann Carter | A Carter | 20/11/2026 |",
        "Manager's authorisation: A Carter 20/11/26",
        "# Chair's sign off\nA Carter 20/11/2026", "Approved: Yes   Chair: A Carter   Date: 20/11/2026",
        "Chair happy with these - A Carter 20.11.26", "chair oked these 20/11/26",
        "Chair's approval given by e-mail to PMW on 20.11.26 (A Carter)",
        "Record status: COMPLETED – authorised by A Carter 20 Nov 2026",
        "# 9. Sign off\n| Chair | A Carter | Date | 20.11.26 |",
        "Q9   Manager name and date if agreed\nA Carter   20.11.26",
        "Signed off by A Carter on 20.11.26", "Agreed with chair by email 20/11/26 (AC)",
        "Ann Carter has approved this record",
        "Ratified by the chair, A Carter, 20/11/2026", "Date approved by chair: 20/11/2026",
    ])
    func `the chair's recorded sign-off approves`(line: String) {
        #expect(readRecord(minutes(ending: line))?.meeting.status == .approved)
    }

    @Test(arguments: [
        "Approved by chair: ______________  Date: ________", "Signed: ........................ (Chair)",
        "Chair's signature:",
        "Approved by chair: ☐", "Chair sign off: not yet", "Agreed: mum will stay with gran until 20/11/26",
        "Approved by:",
        "G. Chair sign off", "# G. CHAIR SIGN OFF\nName     Signed     Date",
        "Record status: COMPLETED 20 Nov 2026 by P Whiteside", "# Sign off\n| Chair | | Date | |",
        "All agreed that the threshold is met.", "Dad signed the safety plan on 20/11/26.",
        "Minutes to be signed by chair",
        "| Approved by | Signature | Date |\n| | | |", "Approved premises: Hope House", "Agreed actions",
        "The previous minutes were approved by the chair on 2 November 2026.",
        "Signed by parent: J Sample 20/11/26",
        "| Action | Who | When |\n| Sign off minutes | AC | 20/11/26 |", "Approved by chair: [name]",
        "Manager's authorisation: pending",
        "Minutes typed by: P Whiteside 20/11/26", "Chair: A Carter   Date: 20/11/2026",
        "Once approved by the chair these will be circulated.",
        "Agreed by chair: tbc", "Written agreement signed by K Bell 20/11/26",
    ])
    func `an empty or foreign signature does not`(line: String) {
        #expect(readRecord(minutes(ending: line))?.meeting.status == .unstated)
    }

    @Test(arguments: [
        "DRAFT", "DRAFT v0.2", "These minutes are in draft and have not yet been agreed.", "Status: Draft",
        "Draft minutes – subject to approval by the chair", "Version 0.3",
        "Minutes status: awaiting approval", "Draft – for comment",
        "DRAFT MINUTES", "Not yet approved by the chair",
        "DRAFT - not to go out till you have been through them please",
        "These notes have not been checked by anyone yet.", "Strategy meeting minutes v0.2",
        "Awaiting amendments from the police before finalising.", "Minutes yet to be agreed",
    ])
    func `minutes that call themselves a draft are one`(line: String) {
        #expect(readRecord(minutes(ending: "# \(line)"))?.meeting.status == .draft)
        #expect(
            readRecord(minutes(ending: "Approved by chair: A Carter 20/11/26\n# \(line)"))?.meeting.status
                == .draft
        )
    }

    @Test(arguments: [
        "School records have not been checked.", "DRAFT care plan shared with mum",
        "A draft care plan was shared.", "DC Platt will draft a statement.",
        "Mum had drafted a letter to the school.",
        "The draft safety plan was agreed with mum.", "The window lets in a draught.",
        "Draft chronology to be sent by 20/11.",
        "The school's policy is still in draft.", "There is a draft order before the court.",
    ])
    func `a draft of something else makes none`(line: String) {
        #expect(readRecord(minutes(text: line))?.meeting.status == .unstated)
    }
}
