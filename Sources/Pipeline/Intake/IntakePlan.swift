import Distribution
import Foundation
import Minutes
import Storage

/// What is to become of a file that was read: pure, but for the identities it is given.
struct IntakePlan {
    let configuration: PipelineConfiguration
    let identities: Identities
    let now: Date

    /// A new version of a meeting's minutes, with its deliveries and alerts.
    func minutes(
        _ record: MeetingRecord,
        sha256: String,
        meeting: MeetingSoFar?
    ) -> (version: NewVersion, alerts: [NewAlert]) {
        let check = Check(of: record, rules: configuration.rules, droppedOn: LondonTime.date(now))
        let isHeld = check.disposition == .hold
        let planner = DistributionPlanner(directory: configuration.directory, rules: configuration.rules)
        let plan = planner.plan(
            for: record,
            check: check,
            previous: (meeting?.previousRecipients ?? []).map { ($0.contact, $0.partner, $0.name) }
        )
        let deliveries = deliveries(of: plan, heldBecause: heldBecause(check, isHeld: isHeld))
        let version = NewVersion(
            meetingKey: MeetingKey.key(for: record, sha256: sha256),
            basedOn: meeting,
            record: record,
            isHeld: isHeld,
            reason: check.reason,
            findings: check.findings,
            partners: check.partners.map {
                PartnerEvidence(
                    partner: $0.partner,
                    evidence: $0.evidence,
                    words: $0.words,
                    source: $0.source
                )
            },
            deliveries: deliveries,
            settles: settled(by: check)
        )
        return (version, alerts(of: check, isHeld: isHeld, deliveries: deliveries))
    }

    func rejection(reason: String) -> [NewAlert] {
        [alert(.fileRejected, .file, text: "A file in the inbox could not be taken in. \(reason)")]
    }

    // MARK: Deliveries

    private func heldBecause(_ check: Check, isHeld: Bool) -> String? {
        if isHeld { return "The minutes are held: \(check.reason)" }
        return configuration.holdsEverything ? "hold_everything is on: release when sending is wanted." : nil
    }

    private func deliveries(of plan: DistributionPlan, heldBecause: String?) -> [NewDelivery] {
        plan.recipients.map { recipient in
            NewDelivery(
                contact: recipient.contact,
                partner: recipient.contact.partner,
                because: recipient.because,
                heldBecause: heldBecause,
                identity: identities.next(at: now),
                dueAt: now
            )
        }
            + plan.undecided.map { undecided in
                NewDelivery(
                    contact: nil,
                    partner: undecided.partner,
                    because: undecided.because,
                    heldBecause: undecided.because,
                    identity: identities.next(at: now),
                    dueAt: now
                )
            }
    }

    // MARK: Alerts

    private func alerts(of check: Check, isHeld: Bool, deliveries: [NewDelivery]) -> [NewAlert] {
        var alerts = check.findings.compactMap { finding -> NewAlert? in
            guard finding.code == .partnerNotConsulted, let partner = finding.partner else { return nil }
            return alert(Self.code(for: partner), .meeting, partner: partner, text: finding.text)
        }
        if isHeld {
            alerts.append(
                alert(
                    .fileHeld,
                    .file,
                    text:
                        "Minutes are held and nobody has them: \(check.reason) Look at them, then release them or drop a corrected file."
                )
            )
        }
        for delivery in deliveries where delivery.contact == nil {
            alerts.append(
                alert(
                    .noAddress,
                    .delivery(token: delivery.identity.token),
                    partner: delivery.partner,
                    text: delivery.because
                )
            )
        }
        return alerts
    }

    private func alert(
        _ code: AlertCode,
        _ subject: NewAlert.Subject,
        partner: Partner? = nil,
        text: String
    ) -> NewAlert {
        NewAlert(
            code: code,
            subject: subject,
            partner: partner,
            text: text,
            notices: configuration.alerts.notices(for: code, raisedAt: now, identities: identities)
        )
    }

    /// Partners that are consulted by now: their open alerts of the meeting are answered.
    ///
    /// An exemption answers an alert as well; "could not tell" does not.
    private func settled(by check: Check) -> [SettledAlert] {
        let gaps = Set(check.alerts)
        return configuration.rules.requirements.map(\.partner).filter { !gaps.contains($0) }.map { partner in
            SettledAlert(
                code: Self.code(for: partner),
                partner: partner,
                why:
                    "a later version of the minutes shows that \(partner.rawValue) was consulted or need not be"
            )
        }
    }

    private static func code(for partner: Partner) -> AlertCode {
        switch partner {
        case .education: .educationNotConsulted
        case .health: .healthNotConsulted
        case .police: .policeNotConsulted
        default: .partnerNotConsulted
        }
    }
}
