/// A national number that the record gives: kept apart from the case reference and never shown.
package struct Identifier: Codable, Equatable, Sendable {
    package var kind: Kind
    /// The number has the length and check character of its kind.
    package var isValid: Bool
    /// Where it stands.
    package var source: String

    package init(kind: Kind, isValid: Bool, source: String) {
        self.kind = kind
        self.isValid = isValid
        self.source = source
    }

    package enum Kind: String, Codable, CaseIterable, Sendable {
        case nhsNumber = "nhs-number"
        case uniquePupilNumber = "unique-pupil-number"
        /// The URN of a school or other setting.
        case settingNumber = "setting-number"

        /// What people call it.
        package var title: String {
            switch self {
            case .nhsNumber: "NHS number"
            case .uniquePupilNumber: "UPN"
            case .settingNumber: "URN of a school"
            }
        }
    }
}
