import Distribution
import Minutes
import Pipeline
import Storage

/// One delivery with its attempts, word for word.
struct DeliveryText {
    private let delivery: DeliveryModel

    init(_ delivery: DeliveryModel) { self.delivery = delivery }

    func add(to screen: inout Screen, indent: Int) {
        screen.item("\(delivery.id)  ", recipient, indent: indent)
        let inner = indent + 4
        screen.paragraph(Wording.standing(delivery), indent: inner)
        // Of a delivery without a recipient the standing says it already.
        if delivery.name != nil, !delivery.because.isEmpty {
            screen.paragraph("goes there because: \(delivery.because)", indent: inner)
        }
        for attempt in delivery.attempts {
            screen.paragraph(Self.line(attempt), indent: inner)
            if let reply = attempt.reply, !reply.isEmpty { screen.quote(reply, indent: inner + 2) }
        }
    }

    private var recipient: String {
        let name = delivery.name ?? "no recipient yet"
        let channel: String? =
            switch delivery.channel {
            case .mail: "by e-mail"
            case .webhook: "to their system"
            case nil: nil
            }
        let rendition: String? =
            switch delivery.rendition {
            case .full: "the whole document"
            case .actions: "decisions and actions only"
            case .notice: "a notice without content"
            case nil: nil
            }
        let details = [delivery.partner?.rawValue, channel, rendition].compactMap { $0 }.joined(
            separator: ", "
        )
        return name + (details.isEmpty ? "" : " (\(details))") + (delivery.address.map { ", \($0)" } ?? "")
    }

    private static func line(_ attempt: AttemptModel) -> String {
        let code = [attempt.code.map(String.init), attempt.enhancedCode].compactMap { $0 }.joined(
            separator: " "
        )
        let result =
            attempt.outcome.map { outcome in
                outcome.rawValue + (attempt.stage.map { " at stage \($0.rawValue)" } ?? "")
                    + (code.isEmpty ? "" : ", code \(code)")
            } ?? "under way"
        let details = [attempt.peer.map { "with \($0)" }, attempt.tls].compactMap { $0 }
        return "attempt \(attempt.number) on \(LondonTime.stamp(attempt.startedAt))"
            + (attempt.isRepeat ? " (a repeat of what may have arrived)" : "") + ": "
            + ([result] + details).joined(separator: ", ")
    }
}
