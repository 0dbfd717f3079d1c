import Website

/// What a person's decision has led to.
struct DecisionText {
    private let request: ControlRequest
    private let deliveries: Int
    private let without: String
    private let isDaemonRunning: Bool

    /// `without`: what a cleaned copy has not.
    init(_ request: ControlRequest, deliveries: Int, without: String = "", isDaemonRunning: Bool) {
        self.request = request
        self.deliveries = deliveries
        self.without = without
        self.isDaemonRunning = isDaemonRunning
    }

    var text: String {
        let person = request.grounds.map { " Recorded as decided by \($0.actor)." } ?? ""
        return Screen.paragraph(effect + person)
    }

    private var effect: String {
        switch request {
        case .release(let reference, _), .releaseCleaned(let reference, _, _):
            let look = "See `minuted show \(reference)` for what is still held."
            guard deliveries > 0 else {
                return "\(reference) is released\(cleaned), but no delivery could be queued. \(look)"
            }
            let queued = Wording.count(deliveries, "delivery is", "deliveries are")
            return "\(reference) is released\(cleaned): \(queued) queued.\(waiting) \(look)"
        case .resend(let delivery, _): return "Delivery \(delivery) is queued to be sent again.\(waiting)"
        case .withdrawMeeting(let reference, _):
            let stopped = Wording.count(deliveries, "delivery", "deliveries")
            return """
                \(reference) is withdrawn: \(stopped) that waited will not be sent. What has left, or is being sent \
                now, cannot be taken back here: ask the recipients.
                """
        case .withdrawDelivery(let delivery, _):
            return
                "Delivery \(delivery) is withdrawn. If an earlier try of it may have arrived, ask the recipient."
        case .noteConsulted(let reference, let partner, _):
            return """
                The alerts that \(partner) was not consulted about \(reference) are closed. Nothing is sent to it by this.
                """
        case .closeAlert(let alert, _): return "Alert \(alert) is closed."
        case .status, .meetings, .meeting, .alerts: return ""
        }
    }

    private var cleaned: String {
        without.isEmpty
            ? "" : " as a cleaned copy, without \(without) (the document is kept as it was dropped)"
    }

    private var waiting: String {
        isDaemonRunning ? "" : " No daemon is running: nothing is sent before one is started."
    }
}
