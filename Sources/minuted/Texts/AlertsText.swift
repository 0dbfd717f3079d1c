import Distribution
import Minutes
import Pipeline
import Storage

/// `minuted alerts`: what named persons must know, and how to close it.
struct AlertsText {
    private let alerts: [AlertModel]
    private let limit: Int

    /// Takes how many were asked for: with as many, there may be more.
    init(_ alerts: [AlertModel], limit: Int) {
        self.alerts = alerts
        self.limit = limit
    }

    var text: String {
        guard !alerts.isEmpty else { return Screen.paragraph("No open alerts.") }
        var screen = Screen()
        screen.paragraph(Wording.count(alerts.count, "open alert") + ", the oldest first")
        for alert in alerts {
            screen.heading("Alert \(alert.id)")
            Self.add(alert, to: &screen)
        }
        screen.heading("What to do")
        screen.item("- ", "See the whole story: `minuted show REFERENCE`.")
        screen.item("- ", "Close one with a reason: `minuted alerts close NUMBER --why REASON`.")
        if alerts.count == limit { screen.item("- ", "There may be more: give a larger --limit.") }
        return screen.text
    }

    /// One alert without its number.
    static func add(_ alert: AlertModel, to screen: inout Screen, indent: Int = 2) {
        screen.paragraph(alert.text, indent: indent)
        let subject = [
            alert.reference.map { $0 + (alert.version.map { ", version \($0)" } ?? "") },
            alert.partner.map { "partner \($0)" },
            alert.deliveryID.map { "delivery \($0)" },
            alert.reference == nil ? alert.fileID.map { "file \($0)" } : nil,
        ]
        let words = [alert.code.rawValue] + subject.compactMap { $0 }
        screen.paragraph(
            "\(words.joined(separator: "; ")); raised on \(LondonTime.stamp(alert.raisedAt))",
            indent: indent
        )
        if let closed = alert.closedAt {
            let who = alert.closedBy.map { " by \($0)" } ?? ""
            screen.paragraph(
                "Closed on \(LondonTime.stamp(closed))\(who)\(Wording.ended(alert.closedWhy ?? ""))",
                indent: indent
            )
        }
    }
}
