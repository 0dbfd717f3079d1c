import Distribution
import Minutes
import Pipeline
import Storage

/// `minuted show`: everything that is known of one meeting, with the words it rests on.
struct MeetingText {
    private let meeting: MeetingModel

    init(_ meeting: MeetingModel) { self.meeting = meeting }

    var text: String {
        var screen = Screen()
        let latest = meeting.versions.first
        let kind = latest.map { Wording.meeting($0.kind, $0.urgency) } ?? "no version"
        screen.paragraph("\(meeting.reference): \(kind), met on: \(Wording.date(latest?.date))")
        screen.paragraph("First taken in on \(LondonTime.stamp(meeting.firstTakenAt))")
        for version in meeting.versions { add(version, isLatest: version == latest, to: &screen) }
        alerts(on: &screen)
        screen.heading("Notices to staff")
        if meeting.notices.isEmpty { screen.paragraph("none", indent: 2) }
        for notice in meeting.notices { DeliveryText(notice).add(to: &screen, indent: 2) }
        history(on: &screen)
        screen.heading("What to do")
        for hint in MeetingHints(meeting).hints { screen.item("- ", hint) }
        return screen.text
    }

    private func add(_ version: VersionModel, isLatest: Bool, to screen: inout Screen) {
        screen.heading("Version \(version.number)" + (isLatest ? ", the latest" : ""))
        screen.field("File", version.fileName, indent: 2)
        screen.field("SHA-256", version.sha256, indent: 2)
        screen.field("Taken in", LondonTime.stamp(version.takenAt), indent: 2)
        screen.field("Stands", standing(version), indent: 2)
        if let copy = version.cleaned {
            screen.field(
                "Sent",
                "A cleaned copy, made on \(LondonTime.stamp(copy.madeAt)) by \(copy.madeBy), without \(copy.removed). Its "
                    + "SHA-256 is \(copy.sha256). The document is kept as it was dropped.",
                indent: 2
            )
        }
        screen.subheading("Partners, as the minutes have it")
        if version.partners.isEmpty { screen.paragraph("none", indent: 4) }
        for partner in version.partners { add(partner, to: &screen) }
        screen.subheading("Findings")
        if version.findings.isEmpty { screen.paragraph("none", indent: 4) }
        for finding in version.findings {
            screen.item(
                "\(finding.severity.rawValue): ",
                "\(finding.text) (\(finding.code.rawValue))",
                indent: 4
            )
            if !finding.source.isEmpty { screen.paragraph("rests on: \(finding.source)", indent: 6) }
        }
        screen.subheading("Deliveries")
        if version.deliveries.isEmpty { screen.paragraph("none", indent: 4) }
        for delivery in version.deliveries { DeliveryText(delivery).add(to: &screen, indent: 4) }
    }

    private func standing(_ version: VersionModel) -> String {
        var words: [String] = []
        switch version.disposition {
        case .distribute: words.append("Goes to the contacts below.")
        case .hold where version.releasedAt == nil: words.append("HELD" + Wording.ended(version.reason))
        case .hold: words.append("Was held" + Wording.ended(version.reason))
        case .reject: words.append("Rejected" + Wording.ended(version.reason))
        }
        if let released = version.releasedAt {
            let who = version.releasedBy.map { " by \($0)" } ?? ""
            words.append("Released on \(LondonTime.stamp(released))\(who).")
        }
        if let withdrawn = version.withdrawnAt {
            words.append("Withdrawn on \(LondonTime.stamp(withdrawn)).")
        }
        if let newer = version.replacedBy { words.append("Replaced by version \(newer).") }
        return words.joined(separator: " ")
    }

    private func add(_ partner: PartnerEvidence, to screen: inout Screen) {
        screen.item(
            "\(partner.partner): ",
            "\(partner.evidence.rawValue) (\(Wording.evidence(partner.evidence)))",
            indent: 4
        )
        if !partner.words.isEmpty { screen.quote(partner.words, indent: 6) }
        if !partner.source.isEmpty { screen.paragraph("in \(partner.source)", indent: 6) }
    }

    private func alerts(on screen: inout Screen) {
        screen.heading("Alerts")
        if meeting.alerts.isEmpty { screen.paragraph("none", indent: 2) }
        for alert in meeting.alerts {
            screen.paragraph("Alert \(alert.id), \(alert.isOpen ? "OPEN" : "closed")", indent: 2)
            AlertsText.add(alert, to: &screen, indent: 4)
        }
    }

    private func history(on screen: inout Screen) {
        screen.heading("History")
        let rows = meeting.history.map { row in
            let about = [
                row.version.map { "version \($0)" }, row.deliveryID.map { "delivery \($0)" },
                row.alertID.map { "alert \($0)" },
            ]
            let states = [row.from, row.to].compactMap { $0?.rawValue }.joined(separator: " to ")
            let words = (about.compactMap { $0 } + (states.isEmpty ? [] : [states])).joined(separator: ", ")
            return [
                LondonTime.stamp(row.at), row.actor, row.cause + (words.isEmpty ? "" : " (\(words))"),
            ]
        }
        guard !rows.isEmpty else { return screen.paragraph("none", indent: 2) }
        screen.table(["WHEN", "WHO", "WHAT"], rows, indent: 2)
    }
}
