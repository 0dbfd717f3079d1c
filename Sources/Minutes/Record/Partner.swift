/// An agency type that has a part in protecting a child, such as `health` (design section 3).
///
/// A value and not an enumeration, because a council adds partners in its configuration.
package struct Partner: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    /// Takes lower-case letters, digits and hyphens only, so that a partner can stand in file, key and column names.
    package init?(rawValue: String) {
        let allowed = rawValue.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
        guard !rawValue.isEmpty, allowed else { return nil }
        self.rawValue = rawValue
    }

    private init(known: String) { rawValue = known }

    package static let health = Partner(known: "health")
    package static let police = Partner(known: "police")
    package static let education = Partner(known: "education")
    package static let socialCare = Partner(known: "social-care")
    package static let earlyHelp = Partner(known: "early-help")
    package static let legal = Partner(known: "legal")
    package static let probation = Partner(known: "probation")
    package static let housing = Partner(known: "housing")
    package static let voluntary = Partner(known: "voluntary")
    package static let family = Partner(known: "family")
    package static let other = Partner(known: "other")

    /// The partners that every council has, in the order in which people list them.
    package static let builtIn: [Partner] = [
        .health, .police, .education, .socialCare, .earlyHelp, .legal, .probation, .housing, .voluntary,
        .family,
        .other,
    ]
}

extension Partner: Codable, CustomStringConvertible, CodingKeyRepresentable {
    package var description: String { rawValue }
}
