/// What the rules have to say of one record: findings, and what is to become of the file (design section 5).
package struct Check: Codable, Equatable, Sendable {
    package var partners: [PartnerEvidence]
    package var findings: [Finding]
    package var disposition: Disposition
    /// Why it is held, in a few plain sentences; "" for `distribute`.
    package var reason: String

    /// The strongest evidence of one partner, with the words it rests on.
    package struct PartnerEvidence: Codable, Equatable, Sendable {
        package var partner: Partner
        package var evidence: Evidence
        package var words: String
        package var source: String

        package init(partner: Partner, evidence: Evidence, words: String, source: String) {
            self.partner = partner
            self.evidence = evidence
            self.words = words
            self.source = source
        }
    }

    /// The required partners that an alert is raised for.
    package var alerts: [Partner] {
        findings.filter { $0.code == .partnerNotConsulted }.compactMap(\.partner)
    }

    /// Checks a record against the council's rules.
    ///
    /// - Parameters:
    ///   - record: what was read.
    ///   - rules: what the council requires.
    ///   - droppedOn: the day on which the file was dropped, for the local deadline; `nil` for a dry run.
    package init(of record: MeetingRecord, rules: Rules, droppedOn: CalendarDate? = nil) {
        let evidence = PartnerEvidence.strongest(in: record, rules: rules)
        var findings: [Finding] = []
        findings += ConsultationCheck.findings(record: record, evidence: evidence, rules: rules)
        let holds = HoldCheck.findings(record: record, evidence: evidence, rules: rules)
        findings += holds
        findings += QualityCheck.findings(record: record, rules: rules, droppedOn: droppedOn)
        self.partners = evidence
        self.findings = findings
        let held = holds.filter { $0.severity == .hold }
        disposition = held.isEmpty ? .distribute : .hold
        reason = held.map(\.text).joined(separator: " ")
    }
}

extension Check.PartnerEvidence {
    /// One entry for each required partner and each partner somebody takes part for.
    static func strongest(in record: MeetingRecord, rules: Rules) -> [Check.PartnerEvidence] {
        var partners = rules.requirements.map(\.partner)
        partners += record.participants.map(\.partner) + record.statements.map(\.partner)
        var seen: Set<Partner> = []
        return partners.filter { seen.insert($0).inserted }.map { partner in
            var best = Check.PartnerEvidence(partner: partner, evidence: .none, words: "", source: "")
            for participant in record.participants
            where participant.partner == partner && participant.evidence > best.evidence {
                best = Check.PartnerEvidence(
                    partner: partner,
                    evidence: participant.evidence,
                    words: participant.words,
                    source: participant.source
                )
            }
            for statement in record.statements
            where statement.partner == partner && statement.evidence > best.evidence {
                best = Check.PartnerEvidence(
                    partner: partner,
                    evidence: statement.evidence,
                    words: statement.words,
                    source: statement.source
                )
            }
            return best
        }
    }
}
