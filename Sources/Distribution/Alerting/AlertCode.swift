/// Why a named person must know something (design sections 5, 7 and 9).
package enum AlertCode: String, Codable, CaseIterable, Sendable {
    case educationNotConsulted = "education-not-consulted"
    case healthNotConsulted = "health-not-consulted"
    case policeNotConsulted = "police-not-consulted"
    /// A required partner that the council added.
    case partnerNotConsulted = "partner-not-consulted"
    case fileHeld = "file-held"
    case fileRejected = "file-rejected"
    /// A delivery that is held because the directory has no address, or two that match equally.
    case noAddress = "no-address"
    case deliveryRefused = "delivery-refused"
    case deliveryExpired = "delivery-expired"
    case deliveryDelayed = "delivery-delayed"
    case deliveryUnknown = "delivery-unknown"
    /// An endpoint answered 410 and is not used any more.
    case contactDisabled = "contact-disabled"
}
