import Distribution
import Minutes

/// What `minuted check --json` prints of one file (design section 6): every key is always there.
struct CheckReport: Encodable {
    var file: String
    var sha256: String
    var meeting: MeetingPart
    var children: [ChildPart]
    var participants: [ParticipantPart]
    var partners: [String: Evidence]
    var alerts: [Partner]
    var findings: [FindingPart]
    var recipients: [RecipientPart]
    var disposition: Disposition
    var reason: String

    struct MeetingPart: Encodable {
        var meeting = Meeting()

        private enum Key: String, CodingKey { case date, time, kind, urgency, status }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(meeting.date, forKey: .date)
            try container.encode(meeting.time, forKey: .time)
            try container.encode(meeting.kind, forKey: .kind)
            try container.encode(meeting.urgency, forKey: .urgency)
            try container.encode(meeting.status, forKey: .status)
        }
    }

    struct ChildPart: Encodable {
        var child: Child

        private enum Key: String, CodingKey { case name, dateOfBirth, reference, setting }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(child.name, forKey: .name)
            try container.encode(child.dateOfBirth, forKey: .dateOfBirth)
            try container.encode(child.reference, forKey: .reference)
            try container.encode(child.setting, forKey: .setting)
        }
    }

    struct ParticipantPart: Encodable {
        var name: String
        var role: String
        var organisation: String
        var partner: Partner
        var evidence: Evidence
        var source: String
    }

    struct FindingPart: Encodable {
        var finding: Finding

        private enum Key: String, CodingKey { case code, severity, partner, text, source }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(finding.code, forKey: .code)
            try container.encode(finding.severity, forKey: .severity)
            try container.encode(finding.partner, forKey: .partner)
            try container.encode(finding.text, forKey: .text)
            try container.encode(finding.source, forKey: .source)
        }
    }

    struct RecipientPart: Encodable {
        /// The contact's id; null where nobody can be decided.
        var contact: String?
        var partner: Partner
        var channel: ChannelKind?
        var rendition: Rendition?
        var because: String

        private enum Key: String, CodingKey { case contact, partner, channel, rendition, because }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(contact, forKey: .contact)
            try container.encode(partner, forKey: .partner)
            try container.encode(channel, forKey: .channel)
            try container.encode(rendition, forKey: .rendition)
            try container.encode(because, forKey: .because)
        }
    }
}

extension CheckReport {
    /// For a file that is not readable as minutes.
    init(file: String, sha256: String, rejected reason: String, rules: Rules) {
        self.init(
            file: file,
            sha256: sha256,
            meeting: MeetingPart(),
            children: [],
            participants: [],
            partners: Dictionary(rules.requirements.map { ($0.partner.rawValue, Evidence.none) }) {
                first,
                _ in first
            },
            alerts: [],
            findings: [],
            recipients: [],
            disposition: .reject,
            reason: reason
        )
    }

    init(file: String, sha256: String, record: MeetingRecord, rules: Rules, directory: PartnerDirectory) {
        let check = Check(of: record, rules: rules)
        let plan = DistributionPlanner(directory: directory, rules: rules).plan(for: record, check: check)
        let required = Set(rules.requirements.map(\.partner))
        self.init(
            file: file,
            sha256: sha256,
            meeting: MeetingPart(meeting: record.meeting),
            children: record.children.map { ChildPart(child: $0) },
            participants: record.participants.map {
                ParticipantPart(
                    name: $0.name,
                    role: $0.role,
                    organisation: $0.organisation,
                    partner: $0.partner,
                    evidence: $0.evidence,
                    source: $0.source
                )
            },
            partners: Dictionary(
                check.partners.filter { required.contains($0.partner) }.map {
                    ($0.partner.rawValue, $0.evidence)
                }
            ) { first, _ in first },
            alerts: check.alerts,
            findings: check.findings.map { FindingPart(finding: $0) },
            recipients: plan.recipients.map {
                RecipientPart(
                    contact: $0.contact.id,
                    partner: $0.contact.partner,
                    channel: $0.contact.channel.kind,
                    rendition: $0.contact.receives,
                    because: $0.because
                )
            } + plan.undecided.map { RecipientPart(partner: $0.partner, because: $0.because) },
            disposition: check.disposition,
            reason: check.reason
        )
    }
}
