import Distribution
import Foundation
import Pipeline
import Storage
import Website

/// `minuted status`: one screen, without personal data.
struct StatusText {
    private let status: StatusAnswer
    private let now: Date

    init(_ status: StatusAnswer, now: Date) {
        self.status = status
        self.now = now
    }

    var text: String {
        var screen = Screen()
        screen.paragraph("Minuted on \(LondonTime.stamp(now))")
        screen.heading("Daemon")
        daemon(on: &screen)
        screen.field(
            "Last taken in",
            status.ledger.lastIntakeAt.map { LondonTime.stamp($0) } ?? "nothing yet"
        )
        screen.field("Last accepted", lastAccepted)
        if let oldest = status.ledger.oldestWaitingSince {
            screen.field("Oldest waiting", "to be sent since \(LondonTime.stamp(oldest))")
        }
        if status.ledger.receiptsDue > 0 {
            screen.field(
                "Receipts",
                Wording.count(status.ledger.receiptsDue, "receipt") + " still to be written"
            )
        }
        deliveries("Deliveries of minutes", status.ledger.deliveries, on: &screen)
        deliveries("Notices to staff", status.ledger.notices, on: &screen)
        alerts(on: &screen)
        screen.heading("What to do")
        for hint in hints { screen.item("- ", hint) }
        return screen.text
    }

    private var lastAccepted: String {
        guard let accepted = status.ledger.lastAcceptedAt else { return "nothing yet" }
        return "\(LondonTime.stamp(accepted)), by the relay or a partner's system; accepted is not received"
    }

    private func daemon(on screen: inout Screen) {
        guard let daemon = status.daemon else {
            return screen.field("Running", "NO. Nothing is taken in, and nothing is sent.")
        }
        screen.field("Running", "since \(LondonTime.stamp(daemon.runningSince))")
        screen.field(
            "Sending",
            daemon.holdsEverything ? "OFF: hold_everything is on, so that nothing leaves" : "on"
        )
        screen.field("Inbox", inbox(daemon.inbox))
        screen.field("Relay", relay(daemon.relay))
    }

    private func inbox(_ inbox: DaemonState.Inbox) -> String {
        guard let looked = inbox.lookedAt.map({ LondonTime.stamp($0) }) else { return "not looked into yet" }
        guard !inbox.isMissing else { return "MISSING: the folder could not be found on \(looked)" }
        let waiting = inbox.waitingFiles
        return
            (waiting == 0 ? "no file is waiting" : Wording.count(waiting, "file") + " waiting to be taken in")
            + "; last look \(looked)"
    }

    private func relay(_ relay: DaemonState.Relay) -> String {
        let since = relay.since.map { " since \(LondonTime.stamp($0))" } ?? ""
        switch relay.state {
        case .unknown: return "nothing is known of it; see what was last accepted"
        case .answering: return "answering" + since
        case .failing: return "FAILING" + since + Wording.ended(relay.words)
        }
    }

    private func deliveries(_ heading: String, _ tally: [String: Int], on screen: inout Screen) {
        screen.heading(heading)
        let rows = DeliveryState.allCases.compactMap { state -> [String]? in
            guard let count = tally[state.rawValue], count > 0 else { return nil }
            return [state.rawValue, "\(count)", Wording.meaning(state)]
        }
        guard !rows.isEmpty else { return screen.paragraph("none") }
        screen.table(["STATE", "NUMBER", "MEANS"], rows)
    }

    private func alerts(on screen: inout Screen) {
        screen.heading("Open alerts")
        let open = status.ledger.openAlerts.sorted { $0.key < $1.key }
        guard !open.isEmpty else { return screen.paragraph("none") }
        screen.table(["ALERT", "NUMBER"], open.map { code, count in [code, "\(count)"] })
    }

    private var hints: [String] {
        let ledger = status.ledger
        func number(_ states: DeliveryState...) -> Int {
            states.reduce(0) { $0 + (ledger.deliveries[$1.rawValue] ?? 0) }
        }
        var hints: [String] = []
        if status.daemon == nil { hints.append("Start the daemon: `systemctl start minuted`.") }
        if let daemon = status.daemon {
            if daemon.inbox.isMissing { hints.append("Bring the inbox folder back; nothing else is needed.") }
            if daemon.relay.state == .failing {
                hints.append("Look after the mail relay; what waits is sent by itself when it answers.")
            }
            if daemon.holdsEverything {
                hints.append("Turn `hold_everything` off in the configuration when the minutes may leave.")
            }
        }
        if ledger.heldFiles > 0 {
            let files = Wording.count(ledger.heldFiles, "file is", "files are")
            hints.append("\(files) held: see `minuted list`, then release or withdraw.")
        }
        let failed = number(.refused, .bounced, .expired)
        if failed > 0 {
            let deliveries = Wording.count(failed, "delivery", "deliveries")
            hints.append("\(deliveries) failed: see `minuted alerts`, mend the cause, then `minuted resend`.")
        }
        if !ledger.openAlerts.isEmpty { hints.append("See the open alerts: `minuted alerts`.") }
        return hints.isEmpty ? ["Nothing."] : hints
    }
}
