import Testing

@testable import Minutes

/// One sentence of the text, the partner it is about, and the line of the list of those who could not come.
struct Told: CustomTestStringConvertible {
    let partner: Partner
    let sentence: String
    let listed: String?

    init(_ partner: Partner, _ sentence: String, listed: String? = nil) {
        self.partner = partner
        self.sentence = sentence
        self.listed = listed
    }

    var testDescription: String { sentence }

    /// What the record shows of the partner, of whom nobody came.
    var evidence: Evidence? {
        let parts = listed?.parts { $0 == "," } ?? []
        let row = parts.isEmpty ? "" : "| \(parts.joined(separator: " | ")) | Apologies |"
        let document = minutes(
            attendance: """
                | Name | Role | Agency | Attended |
                | Ann Carter | Team Manager (Chair) | Social Care | Yes |
                | Tom Barlow (TB) | Social Worker | Social Care | Yes |
                \(row)
                """,
            text: sentence
        )
        return readRecord(document).map { record in
            Check(of: record, rules: Rules()).partners.first { $0.partner == partner }?.evidence ?? .none
        }
    }
}

struct StatementTests {
    @Test(arguments: [
        Told(.education, "Education: the DSL sent a written report, which was read out."),
        Told(.education, "School: Mrs Lomax told TB by telephone before the meeting that attendance is 92%."),
        Told(.education, "Hollin Bank’s DSL, Mrs Jo Lomax, e-mailed the chronology for use today."),
        Told(.education, "Education: information was received from the school office by e-mail."),
        Told(.education, "School: the head told Tom this morning that Ava was tearful on Monday."),
        Told(.education, "School (by phone, 10.15): attendance 92%, no earlier concerns."),
        Told(.education, "Education: TB spoke to the head teacher at 9.10. She said that Ava has been late."),
        Told(.education, "School: report from the DSL dated 18 November was tabled."),
        Told(.education, "The school's report was read out by the chair."),
        Told(.education, "Tom had spoken to the nursery this morning; the manager said that Ava was clingy."),
        Told(.education, "Before the meeting the chair rang the head, who said that Ava had been well."),
        Told(.education, "Education: written update received from Miss Corrigan (class teacher)."),
        Told(.education, "Education: school report that Ava has been sleepy in class."),
        Told(.education, "Information had been obtained from school by telephone prior to the meeting."),
        Told(.education, "Education: the office at Hollin Bank confirmed by phone that Ava is in today."),
        Told(
            .education,
            "Education – Mrs Lomax (DSL) e-mailed that attendance is good and that mum always rings in."
        ),
        Told(
            .education,
            "School: Mrs Pitt could not leave the school. She rang TB at 8.30 this morning and told him that Ava missed five days.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "School: Mrs Pitt's letter of 12 November was read out.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "School: the letter from school was read out by Tom.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .health,
            "Health: Dr Rao's letter was read to the meeting.",
            listed: "Dr Amit Rao, GP, Weir Surgery"
        ),
        Told(.health, "Health: the health visitor told TB by phone today that Ava missed two appointments."),
        Told(.health, "Health: the GP's summary was circulated."),
        Told(.police, "Police: an e-mail from DC Stout was read out: nothing held."),
        Told(.police, "Police: PNC check provided by the MASH police by email."),
        Told(
            .police,
            "DS Kerr sent an update for the meeting, which the chair read out.",
            listed: "DS Jim Kerr, PPU, Northmere Police"
        ),
        Told(
            .police,
            "Police: DS Qureshi was called away to court. His e-mail of 12.20pm was read out: partner in custody.",
            listed: "DS Amir Qureshi, Child Protection Team, Northmere Police"
        ),
        Told(.education, "Education: Miss Corrigan, class teacher, told Tom that Ava has been late."),
        Told(.education, "Nursery (manager Shirley Kemp, by telephone at 9.40): Ava attends three mornings."),
        Told(.education, "School: Headteacher consulted by telephone: attendance 94%."),
        Told(
            .education,
            "School – phone call to Mrs Pitt at 8.50. Ava is in school.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "The chair read out an e-mail from the head, Mrs Pitt, received this morning.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "Tom summarised what Mrs Pitt told him on the phone before the meeting.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .health,
            "Dr Rao had sent a two-page letter, which was read out.",
            listed: "Dr Amit Rao, GP, Weir Surgery"
        ),
        Told(.health, "Health: a telephone update was given by the ward sister at 11am."),
        Told(.police, "Police: DC Stout provided checks by e-mail this morning."),
        Told(.education, "Education: TB was told by the head that Ava was late on Monday."),
        Told(
            .health,
            "Health: Tom had a telephone conversation with the health visitor who is worried about Ava's weight."
        ),
        Told(.education, "School: Ava was not in today, the head told Tom by phone."),
        Told(.education, "Education: the head told Tom that Ava is often late; a full report will follow."),
    ])
    func `the text shows that the partner was asked`(told: Told) {
        #expect(told.evidence == .contributed)
    }

    @Test(arguments: [
        Told(.education, "School to be contacted."),
        Told(.education, "Education: nobody was asked or spoken to."),
        Told(.education, "Education: the school was not rung and did not ring."),
        Told(.education, "Education: neither the head nor the DSL was consulted."),
        Told(.education, "School: Tom hasn’t spoken to the head."),
        Told(.education, "Education: no one from school has been contacted by phone."),
        Told(.education, "Education: it was not possible to speak to school."),
        Told(.education, "The school was not consulted for this meeting."),
        Told(.education, "Education: message left for the head teacher."),
        Told(.education, "Education: the school could not be reached."),
        Told(.education, "Education: TB to ring the head teacher tomorrow."),
        Told(.education, "Education: report requested from the school, not yet received."),
        Told(.education, "School: Ava told her mother that she likes school."),
        Told(.education, "Education: the school rang the front door on Monday and made the referral."),
        Told(.education, "Education: at the last meeting the head teacher reported good attendance."),
        Told(.education, "Ava told her netball coach at school what happened."),
        Told(.education, "The social worker will speak to the school before the conference."),
        Told(.education, "Education: no report was received."),
        Told(.education, "TB sent the school the form for this meeting."),
        Told(.education, "The head teacher was sent the papers for the meeting."),
        Told(.education, "TB rang the head teacher for this discussion but there was no answer."),
        Told(.education, "Education: nobody from the school was invited."),
        Told(.education, "Education: attends Hollin Bank Primary School, Year 5."),
        Told(.education, "Education: attendance 92%. No concerns known."),
        Told(.education, "Education: nothing available."),
        Told(.education, "Education: not represented."),
        Told(.education, "Education: –"),
        Told(.education, "School: mum spoke to the teacher on Monday about the bullying."),
        Told(.education, "School: Ava gave a note to her friend."),
        Told(.education, "School: dad sent an e-mail to the school last week saying that Ava was ill."),
        Told(.education, "School: the school received a letter from mum's solicitor."),
        Told(.education, "School: the school sent Ava home on Friday."),
        Told(.education, "School: they phoned mum, who did not answer."),
        Told(.education, "School: staff told mum about the nits."),
        Told(.education, "School: school reports are good."),
        Told(.education, "School: the head teacher will send a report by Friday."),
        Told(.education, "School: a report has been asked for."),
        Told(.education, "School: the DSL was on a course and the office would not give information."),
        Told(.education, "School: social care records show that school raised worries in 2023."),
        Told(.education, "School: in 2024 the school reported two bruises."),
        Told(.education, "School: referred on 16 November; nobody has spoken to them since."),
        Told(
            .education,
            "School: Mrs Pitt rang to say that she could not come.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "School: Jane’s message said only that she cannot make it because of staffing. Nothing else from school.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "Nothing was sent by Mrs Pitt.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "Mrs Pitt has been asked for a report.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "Mrs Pitt told police on Monday what Ava had said at lunch.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "Mum told Mrs Pitt that she would collect Ava.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "Tom will ring Mrs Pitt and tell her the outcome.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(.education, "Ava told a dinner lady that her dad hits her."),
        Told(.education, "School: Ava said in class that dad hits her."),
        Told(.education, "School: she told her teacher that she was hungry."),
        Told(.education, "Education: Tom has not been able to speak to anybody at the school."),
        Told(.education, "Education: e-mail sent to the head at 11.20, no reply so far."),
        Told(.education, "Education: minutes to be sent to school."),
        Told(.education, "Education: information to be obtained from school by Tom."),
        Told(.health, "Health: GP not contacted. Records to be checked."),
        Told(.health, "Health: mum told the GP that she was low."),
        Told(.health, "Health: the practice has not replied to Cath's e-mail about mum."),
        Told(.health, "Health: seen by GP in June with a cough."),
        Told(.health, "Health: letter sent to GP asking for information."),
        Told(.police, "Police: to provide PNC checks by tomorrow."),
        Told(.police, "Police: mum rang 999 in June and officers attended."),
        Told(.police, "Police: officer in the case not known, message left with the control room."),
        Told(.police, "Police: grandmother told officers that dad had been drinking."),
        Told(.education, "Education: Tom e-mailed the school at 10 and has heard nothing."),
        Told(.education, "Education: closed for half term."),
        Told(.education, "Education: school holidays, head's voicemail full."),
        Told(
            .education,
            "Mrs Pitt's letter about the trip was found in the house.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(.education, "School sent a letter home about attendance in October."),
        Told(.education, "Education: a letter home about attendance was sent in October."),
        Told(.education, "Education: Ava's report was shared with her mother at parents' evening."),
        Told(.education, "The school counsellor has seen Ava twice."),
        Told(.education, "Education: Tom will obtain the school's chronology."),
        Told(.education, "Education: the school has been informed of the meeting."),
        Told(
            .education,
            "Education: Mrs Pitt was informed that the meeting would take place.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(
            .education,
            "Education: e-mail received from school office: head is at a conference and cannot attend.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(.education, "Education: out of office reply received from the DSL."),
        Told(.education, "Education: Mum said that school rang her about the bruise."),
        Told(
            .education,
            "Education: Ava said that Mrs Pitt is kind.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(.health, "Health: the midwife was sent the referral."),
        Told(.health, "Health: Mum shared that she has been to the GP."),
        Told(.health, "Health: information from the GP to be requested."),
        Told(.police, "Police: report made by neighbour on 3 November."),
        Told(.police, "Police: log 214 of 3 November, neighbour reported shouting."),
        Told(.police, "Police: dad reported to police that his car was damaged."),
        Told(.police, "Mum gave a statement to police on Monday."),
        Told(.police, "Police informed of the concerns by Tom."),
        Told(.police, "Police: notified by e-mail."),
        Told(.education, "Education: Tom told the head that a meeting would be held."),
        Told(
            .education,
            "Tom told Mrs Pitt about the meeting on Monday.",
            listed: "Mrs Jane Pitt, Headteacher, Hollin Bank Primary School"
        ),
        Told(.education, "The police told the school that dad had been arrested."),
        Told(.education, "Education: DSL says report will follow by Friday."),
        Told(.education, "Education: the head told Tom that her chronology is still to come."),
    ])
    func `the text does not show that the partner was asked`(told: Told) {
        #expect(told.evidence.map { $0 < .contributed } == true)
    }
}
