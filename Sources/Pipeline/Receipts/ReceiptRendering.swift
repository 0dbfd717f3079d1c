import Distribution
import Foundation
import Minutes
import Storage

/// Turns what the ledger knows of a file into what its receipt says; pure.
enum ReceiptRendering {
    static func receipt(
        _ model: ReceiptModel,
        configuration: PipelineConfiguration,
        at now: Date
    ) -> Receipt {
        let people = told(model, now: now)
        return Receipt(
            outcome: outcome(model),
            council: configuration.council,
            meeting: meeting(model),
            takenIn: model.takenAt,
            writtenAt: now,
            partners: partners(model, rules: configuration.rules, told: people),
            recipients: model.deliveries.compactMap(recipient),
            missing: model.deliveries.filter { $0.contact == nil && $0.state == .held }.map {
                $0.heldBecause ?? $0.because
            },
            sentWithout: model.sentWithout,
            warnings: model.findings.filter { $0.severity == .warning }.map(\.text),
            told: people,
            decider: decider(configuration)
        )
    }

    private static func outcome(_ model: ReceiptModel) -> Receipt.Outcome {
        switch model.outcome {
        case .distribute, .duplicate: return .accepted
        case .reject: return .rejected(model.reason)
        case .hold:
            guard model.releasedAt == nil else { return .accepted }
            return .held(
                model.findings.filter { $0.severity == .hold }.map {
                    Receipt.HoldReason(code: $0.code, text: $0.text)
                }
            )
        }
    }

    private static func meeting(_ model: ReceiptModel) -> Receipt.MeetingLine? {
        guard let reference = model.reference, let version = model.version else { return nil }
        return Receipt.MeetingLine(
            reference: reference,
            version: version,
            meeting: Meeting(date: model.date, kind: model.kind ?? .other, urgency: model.urgency ?? .unknown)
        )
    }

    private static func partners(
        _ model: ReceiptModel,
        rules: Rules,
        told: [Receipt.ToldLine]
    ) -> [Receipt.PartnerLine] {
        let gaps = Set(model.findings.filter { $0.code == .partnerNotConsulted }.compactMap(\.partner))
        let exempt = Set(model.findings.filter { $0.code == .partnerExempt }.compactMap(\.partner))
        let required = rules.requirements.map(\.partner)
        var seen: Set<Partner> = []
        let order = (required + Partner.builtIn + model.partners.keys.sorted { $0.rawValue < $1.rawValue })
            .filter { seen.insert($0).inserted }
        return order.compactMap { partner in
            guard let evidence = model.partners[partner] else { return nil }
            let standing: Receipt.PartnerLine.Standing =
                gaps.contains(partner)
                ? .gap
                : exempt.contains(partner) ? .exempt : required.contains(partner) ? .met : .notRequired
            let alerts = Set(model.alerts.filter { $0.partner == partner }.map(\.id))
            let person = alerts.isEmpty ? nil : told.first { $0.at != nil }.map { "the \($0.person)" }
            return Receipt.PartnerLine(
                partner: partner,
                evidence: evidence,
                standing: standing,
                told: standing == .gap ? person : nil
            )
        }
    }

    private static func recipient(_ delivery: DeliveryModel) -> Receipt.RecipientLine? {
        guard let name = delivery.name, let partner = delivery.partner, let channel = delivery.channel,
            let rendition = delivery.rendition
        else { return nil }
        return Receipt.RecipientLine(
            name: name,
            partner: partner,
            channel: channel,
            rendition: rendition,
            state: delivery.state,
            since: delivery.since,
            nextTry: delivery.dueAt,
            reason: delivery.heldBecause ?? delivery.why
        )
    }

    private static func told(_ model: ReceiptModel, now: Date) -> [Receipt.ToldLine] {
        model.notices.compactMap { notice in
            guard let person = notice.name, notice.state != .withdrawn else { return nil }
            let isSent = [.accepted, .delivered, .relayed, .acknowledged].contains(notice.state)
            // A notice for later is not news yet.
            guard isSent || (notice.dueAt ?? now) <= now.addingTimeInterval(60) else { return nil }
            return Receipt.ToldLine(
                person: words(person),
                about: "what is open about these minutes",
                at: isSent ? notice.since : nil
            )
        }
    }

    private static func decider(_ configuration: PipelineConfiguration) -> String {
        "the " + words(configuration.alerts.fallback.first?.to ?? "service manager")
    }

    private static func words(_ key: String) -> String {
        key.split(whereSeparator: { $0 == "-" || $0 == "_" }).joined(separator: " ")
    }
}
