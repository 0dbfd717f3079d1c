import Testing

@testable import Minutes

struct KindAndUrgencyTests {
    /// Minutes with a line at the top, where the form of the meeting stands.
    private func record(_ top: String, title: String = "Strategy meeting minutes") -> MeetingRecord? {
        readRecord(
            Document(
                lines: """
                    # \(title)
                    Child: Ava Sample
                    DOB: 02/03/2015
                    Date of meeting: 19/11/2026
                    \(top)
                    # Present
                    Ann Carter, Team Manager, Social Care
                    DC Bob Platt, Northmere Police
                    # Information shared
                    Health: an urgent appointment was planned for Friday. The urgent referral was routine.
                    # Decision
                    Threshold met, section 47 enquiry.
                    """
            )
        )
    }

    @Test(arguments: [
        ("Urgent / Planned: Urgent", Meeting.Urgency.urgent), ("Type: ☒ Urgent ☐ Planned", .urgent),
        ("Type: Urgent ☐ Planned ☒", .planned), ("Was this discussion urgent? Yes", .urgent),
        ("Planned?: Yes – arranged last week", .planned), ("Urgency: same day", .urgent),
        ("Nature of meeting: planned", .planned),
        ("The meeting was convened at short notice.", .urgent), ("This was a planned meeting.", .planned),
        ("How convened: Emergency", .urgent), ("Venue: Teams (planned)", .planned),
        ("Out of hours: Yes", .outOfHours),
        ("| Urgent ☐ | Planned ☒ | Out of hours ☐ |", .planned), ("Urgent/Planned/Out of hours", .unknown),
        ("Urgent / Planned (delete as appropriate)", .unknown), ("Meeting type: Strategy meeting", .unknown),
        ("Urgent – called the same day after the medical.", .urgent),
        ("Called as an urgent telephone discussion.", .urgent),
        ("The discussion was held out of hours by the emergency duty team.", .outOfHours),
        ("Was the meeting planned or urgent? Planned", .planned),
        ("Reason: mum asked for an urgent appointment.", .unknown),
        ("Venue: Emergency Department, Rakesfold Royal", .unknown), ("Priority: Routine", .planned),
        ("Timing: Unplanned", .urgent), ("Out of hours. Held by telephone.", .outOfHours),
        ("# TYPE: URGENT   VENUE: TELEPHONE", .urgent),
        ("The day team will see the out of hours log.", .unknown),
        ("☐ planned   ☒ urgent   ☐ review", .urgent),
    ])
    func `how urgent it was is read where the document says it of the meeting`(
        top: String,
        urgency: Meeting.Urgency
    ) {
        #expect(record(top)?.meeting.urgency == urgency)
    }

    @Test(arguments: [
        ("Urgent strategy discussion", Meeting.Urgency.urgent), ("PLANNED STRATEGY MEETING", .planned),
        ("Out of Hours Strategy Discussion", .outOfHours), ("Strategy discussion (urgent)", .urgent),
        ("EDT strategy discussion", .outOfHours), ("Strategy meeting", .unknown),
        ("Immediate strategy discussion", .urgent),
    ])
    func `a title may say how urgent it was`(title: String, urgency: Meeting.Urgency) {
        #expect(record("", title: title)?.meeting.urgency == urgency)
    }

    @Test(arguments: [
        ("Record of Strategy Discussion", Meeting.Kind.strategy), ("Strategy Meeting pro forma", .strategy),
        ("S47 strategy mtg", .strategy),
        ("Strat. disc. record", .strategy), ("Strategy Discussion Teleconference", .strategy),
        ("STRATEGY MEETING DECISION SHEET", .strategy),
        ("S T R A T E G Y   M E E T I N G", .strategy), ("Section 47 Strategy Meeting Minutes", .strategy),
        ("Review Strategy Discussion", .reviewStrategy), ("Follow up strategy meeting", .reviewStrategy),
        ("Second strategy meeting minutes", .reviewStrategy), ("Strategy meeting (review)", .reviewStrategy),
        ("Reconvened strategy meeting", .reviewStrategy), ("Complex Strategy Meeting", .complexStrategy),
        ("Complex Multi-Agency Strategy Meeting", .complexStrategy),
        ("Complex abuse strategy meeting", .complexStrategy),
        ("Allegation Management Strategy Meeting", .allegation),
        ("Managing Allegations strategy meeting", .allegation),
        ("Position of Trust Strategy Meeting", .allegation), ("LADO strategy meeting", .allegation),
    ])
    func `the title says what kind of meeting it was`(title: String, kind: Meeting.Kind) {
        #expect(record("", title: title)?.meeting.kind == kind)
    }

    @Test(arguments: [
        ("Meeting type: Review", Meeting.Kind.reviewStrategy),
        ("Initial or review strategy meeting? Review", .reviewStrategy),
        ("Is this a review strategy discussion? No", .strategy),
        ("Type of meeting: ☐ Initial ☒ Review ☐ Complex", .reviewStrategy),
        ("Date of review strategy meeting: 26/11/2026", .strategy), ("LADO consulted: Yes", .strategy),
        ("Type of meeting: Complex strategy", .complexStrategy),
        ("Next: review strategy meeting on 26/11/2026", .strategy),
    ])
    func `a field may say what kind of meeting it was`(top: String, kind: Meeting.Kind) {
        #expect(record(top)?.meeting.kind == kind)
    }
}
