/// Checks that every required partner was consulted, whatever the meeting's urgency.
enum ConsultationCheck {
    static func findings(
        record: MeetingRecord,
        evidence: [Check.PartnerEvidence],
        rules: Rules
    ) -> [Finding] {
        var seen: Set<Partner> = []
        return rules.requirements.filter { seen.insert($0.partner).inserted }.compactMap { first in
            guard let requirement = rules.requirement(for: first.partner, meeting: record.meeting),
                let found = evidence.first(where: { $0.partner == first.partner }),
                found.evidence < requirement.evidence
            else { return nil }
            if let exemption = record.exemptions.first(where: { $0.partner == first.partner }) {
                return Finding(
                    code: .partnerExempt,
                    severity: .note,
                    partner: first.partner,
                    text: text(of: exemption),
                    source: exemption.source
                )
            }
            return Finding(
                code: .partnerNotConsulted,
                severity: .alert,
                partner: first.partner,
                text: text(of: found),
                source: found.source
            )
        }
    }

    private static func text(of exemption: MeetingRecord.Exemption) -> String {
        let name = exemption.partner.title
        switch exemption.reason {
        case .unborn: return "\(name) need not be consulted: the child is not born yet."
        case .belowSchoolAgeWithoutSetting:
            return
                "\(name) need not be consulted: the record says that the child is below school age and attends no setting."
        }
    }

    private static func text(of found: Check.PartnerEvidence) -> String {
        let name = found.partner.title
        switch found.evidence {
        case .none:
            return
                "\(name) was not consulted: the record does not show an invitation or any information from \(name.lowercased())."
        case .invited: return "\(name) was not consulted: invited, no response recorded."
        case .apologies:
            return "\(name) was not consulted: apologies were given and no report or information is recorded."
        case .contributed, .deputised, .attended:
            return "\(name) took part, but less than the rules require (\(found.evidence.rawValue))."
        }
    }
}

extension Rules {
    /// What counts for the partner in this meeting: the first requirement that fits; `nil` where none does.
    package func requirement(for partner: Partner, meeting: Meeting) -> Requirement? {
        requirements.first { requirement in
            requirement.partner == partner && requirement.kinds?.contains(meeting.kind) ?? true
                && requirement.urgencies?.contains(meeting.urgency) ?? true
        }
    }
}

extension Partner {
    /// For the beginning of a sentence: "Social care".
    package var title: String {
        let words = rawValue.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
