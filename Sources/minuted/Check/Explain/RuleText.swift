import Minutes

/// Names the rule behind a finding, and where the council sets it.
enum RuleText {
    static func rule(behind finding: Finding, rules: Rules, meeting: Meeting) -> String {
        switch finding.code {
        case .partnerNotConsulted:
            return finding.partner.flatMap { rules.requirement(for: $0, meeting: meeting) }.map(text)
                ?? "required and exceptions in rules.yaml"
        case .partnerExempt: return "always: a child without school or nursery needs no word from education"
        case .draft: return "holds: drafts in rules.yaml"
        case .notSignedOff: return "holds: not_signed_off in rules.yaml"
        case .allegationMeeting: return "holds: allegation_meetings in rules.yaml"
        case .minutesLate: return "deadlines in rules.yaml"
        case .trackedChanges, .comments, .hiddenText, .embeddedObject, .externalContent, .customData,
            .unknownContent, .customProperties:
            let key =
                finding.code == .embeddedObject
                ? "embedded_objects" : finding.code.rawValue.replacing("-", with: "_")
            return "holds: \(key) in rules.yaml"
        case .noAttendance, .noDate, .contradictoryDate, .noChild, .differentSettings, .severalMeetings,
            .unclear:
            return "always: what is unclear about who, when or which child is held"
        case .restricted where meeting.kind == .complexStrategy && finding.source.isEmpty:
            return "always: minutes of complex strategy meetings are held"
        case .restricted, .policeSensitive, .confidentialAddress:
            return "always: marked minutes are held"
        default:
            return finding.severity == .hold ? "always" : "always a warning, which never stops the minutes"
        }
    }

    private static func text(_ requirement: Rules.Requirement) -> String {
        let asked = "\(requirement.partner.title): \(Wording.asked(requirement.evidence))"
        let kinds = requirement.kinds.map {
            " in meetings of kind \($0.map(\.rawValue).joined(separator: ", "))"
        }
        let urgencies = requirement.urgencies.map { " if \($0.map(\.rawValue).joined(separator: ", "))" }
        guard kinds != nil || urgencies != nil else {
            return "required in rules.yaml: \(asked), in every meeting"
        }
        return "exceptions in rules.yaml: \(asked)\(kinds ?? "")\(urgencies ?? "")"
    }
}
