internal import Distribution

/// What an alert about a delivery says to staff: what happened, to what, and what to do.
enum AlertText {
    static func text(_ code: AlertCode, _ delivery: DeliveryRow, _ result: AttemptResult) -> String {
        let answer = [result.code.map(String.init), result.enhancedCode, result.reply]
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        return "\(happened(code, delivery)) The last answer was: \(answer)"
    }

    private static func happened(_ code: AlertCode, _ delivery: DeliveryRow) -> String {
        switch code {
        case .deliveryRefused:
            "Refused for good: \(delivery.title). Check the address in the partner directory, then send it again."
        case .contactDisabled:
            "The endpoint is gone: \(delivery.title). Nothing is sent to it until the contact is mended and enabled."
        case .deliveryExpired:
            "Given up: \(delivery.title). It was never taken; reach the recipient another way, or send it again."
        case .deliveryUnknown:
            "It may or may not have arrived: \(delivery.title). Ask the recipient; send it again if it did not."
        case .deliveryDelayed: "Still not sent: \(delivery.title)."
        case .educationNotConsulted, .healthNotConsulted, .policeNotConsulted, .partnerNotConsulted,
            .fileHeld, .fileRejected, .noAddress:
            "A person must look: \(delivery.title)."
        }
    }
}
