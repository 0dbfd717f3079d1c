/// Finds what keeps minutes back until a person has looked.
enum HoldCheck {
    static func findings(
        record: MeetingRecord,
        evidence: [Check.PartnerEvidence],
        rules: Rules
    ) -> [Finding] {
        var findings: [Finding] = []
        func hold(_ code: Finding.Code, _ text: String, _ source: String = "") {
            findings.append(Finding(code: code, severity: .hold, text: text, source: source))
        }
        switch record.meeting.status {
        case .draft where rules.holds.drafts: hold(.draft, "The minutes are a draft.")
        case .unstated where rules.holds.notSignedOff:
            hold(.notSignedOff, "The chair's sign-off is not recorded.")
        case .draft, .unstated, .approved: break
        }
        switch record.meeting.kind {
        case .allegation where rules.holds.allegationMeetings:
            hold(.allegationMeeting, "It is an allegation meeting: its minutes go to named people only.")
        case .complexStrategy:
            hold(.restricted, "It is a complex strategy meeting: its minutes go to named people only.")
        case .other: hold(.unclear, "It could not be told what kind of meeting the minutes are of.")
        case .allegation, .strategy, .reviewStrategy: break
        }
        for marking in record.markings { hold(code(of: marking.kind), text(of: marking), marking.source) }
        for doubt in record.doubts where matters(doubt, evidence, record.meeting, rules) {
            hold(code(of: doubt.kind), doubt.text, doubt.source)
        }
        return findings
    }

    /// A doubt about one person matters where the answer would settle whether a required partner was consulted.
    private static func matters(
        _ doubt: MeetingRecord.Doubt,
        _ evidence: [Check.PartnerEvidence],
        _ meeting: Meeting,
        _ rules: Rules
    ) -> Bool {
        guard doubt.kind == .unclearEvidence, let partner = doubt.partner else { return true }
        guard let requirement = ConsultationCheck.requirement(for: partner, meeting: meeting, rules: rules),
            let found = evidence.first(where: { $0.partner == partner })
        else { return false }
        return found.evidence < requirement.evidence
    }

    private static func code(of kind: MeetingRecord.Marking.Kind) -> Finding.Code {
        switch kind {
        case .restricted: .restricted
        case .policeSensitive: .policeSensitive
        case .confidentialAddress: .confidentialAddress
        case .trackedChanges: .trackedChanges
        case .comments: .comments
        case .hiddenText: .hiddenText
        case .embeddedObject: .embeddedObject
        }
    }

    private static func text(of marking: MeetingRecord.Marking) -> String {
        switch marking.kind {
        case .restricted: "The minutes are marked as restricted."
        case .policeSensitive: "The minutes hold information marked as police-sensitive."
        case .confidentialAddress: "The minutes are marked with a confidential address or placement."
        case .trackedChanges: "Tracked changes were left in the document (\(marking.words))."
        case .comments: "Comments were left in the document (\(marking.words))."
        case .hiddenText: "The document holds hidden text (\(marking.words))."
        case .embeddedObject: "The document holds an embedded file or object (\(marking.words))."
        }
    }

    private static func code(of kind: MeetingRecord.Doubt.Kind) -> Finding.Code {
        switch kind {
        case .noAttendance: .noAttendance
        case .noDate: .noDate
        case .contradictoryDate: .contradictoryDate
        case .noChild: .noChild
        case .differentSettings: .differentSettings
        case .severalMeetings: .severalMeetings
        case .unclearEvidence, .unclearPartner, .unclearText: .unclear
        }
    }
}
