/// Finds what keeps minutes back until a person has looked, and what of it the rules only want told.
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
        for marking in record.markings {
            if let finding = UnseenCheck.finding(marking, holds: rules.holds.unseen) {
                findings.append(finding)
            } else {
                hold(code(of: marking.kind), text(of: marking.kind), marking.source)
            }
        }
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
        guard let requirement = rules.requirement(for: partner, meeting: meeting),
            let found = evidence.first(where: { $0.partner == partner })
        else { return false }
        return found.evidence < requirement.evidence
    }

    private static func code(of kind: MeetingRecord.Marking.Kind) -> Finding.Code {
        Finding.Code(rawValue: kind.rawValue) ?? .unclear
    }

    private static func text(of kind: MeetingRecord.Marking.Kind) -> String {
        switch kind {
        case .policeSensitive: "The minutes hold information marked as police-sensitive."
        case .confidentialAddress: "The minutes are marked with a confidential address or placement."
        default: "The minutes are marked as restricted."
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
