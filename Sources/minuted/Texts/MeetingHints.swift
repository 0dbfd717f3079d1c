import Distribution
import Minutes
import Storage

/// What a person can do next about a meeting.
struct MeetingHints {
    private let meeting: MeetingModel

    init(_ meeting: MeetingModel) { self.meeting = meeting }

    /// Never empty.
    var hints: [String] {
        guard let latest = meeting.versions.first else { return ["Nothing."] }
        let hints =
            version(latest) + latest.deliveries.compactMap { self.delivery($0, of: latest) }
            + meeting.notices.compactMap { self.delivery($0, of: nil) }
            + meeting.alerts.filter(\.isOpen).map(alert)
        return hints.isEmpty ? ["Nothing."] : hints
    }

    private func version(_ version: VersionModel) -> [String] {
        guard version.isHeld else { return [] }
        let look = """
            Version \(version.number) is held. Look at its findings, then `minuted release \(meeting.reference) --why \
            REASON` or `minuted withdraw \(meeting.reference) --why REASON`.
            """
        guard version.findings.contains(where: { $0.text.contains(UnseenCheck.offer) }) else {
            return [look]
        }
        return [
            look,
            """
            What no page shows is taken out of the copy that `minuted release \(meeting.reference) --cleaned --why REASON` \
            sends; the document itself is kept.
            """,
        ]
    }

    // A notice is of no version.
    private func delivery(_ delivery: DeliveryModel, of version: VersionModel?) -> String? {
        let resend = "`minuted resend \(delivery.id) --why REASON`"
        switch delivery.state {
        case .held where delivery.contact == nil && version != nil:
            return """
                Delivery \(delivery.id) has no recipient: add the missing contact or setting to the partner directory, \
                or `minuted withdraw --delivery \(delivery.id) --why REASON`.
                """
        case .held:
            // What holds the whole version is said once.
            guard let version, !version.isHeld else { return nil }
            return """
                Delivery \(delivery.id) is held: `minuted release \(meeting.reference) --why REASON` or `minuted \
                withdraw --delivery \(delivery.id) --why REASON`.
                """
        case .refused, .bounced, .expired:
            return "Delivery \(delivery.id) is \(delivery.state.rawValue): mend the cause, then \(resend)."
        case .unknown where delivery.dueAt == nil:
            return
                "Delivery \(delivery.id) may have arrived: ask the recipient, and if it has not, \(resend)."
        case .unknown, .queued, .attempting, .deferred, .accepted, .delivered, .relayed, .acknowledged,
            .withdrawn:
            return nil
        }
    }

    private func alert(_ alert: AlertModel) -> String {
        let close = "`minuted alerts close \(alert.id) --why REASON`"
        guard let partner = alert.partner, alert.deliveryID == nil, alert.fileID == nil else {
            return "Alert \(alert.id) is open: see to it, then \(close)."
        }
        return """
            Alert \(alert.id) is open: if \(partner) was consulted after all, `minuted consulted \(meeting.reference) \
            \(partner) --why REASON`; if not, tell them now, then \(close).
            """
    }
}

extension VersionModel {
    /// Nothing of it leaves before a person decides.
    fileprivate var isHeld: Bool {
        disposition == .hold && releasedAt == nil && withdrawnAt == nil && replacedBy == nil
    }
}
