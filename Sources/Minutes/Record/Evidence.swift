/// How strongly a record shows that somebody took part, weakest first (design section 5).
package enum Evidence: String, Codable, CaseIterable, Comparable, Sendable {
    /// Nothing in the record.
    case none
    /// Invited; no response is recorded.
    case invited
    /// Declined, and nothing was sent.
    case apologies
    /// Did not come, but a report was sent or information was obtained from them.
    case contributed
    /// Somebody came in the person's place.
    case deputised
    /// Took part.
    case attended

    package static func < (left: Evidence, right: Evidence) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .invited: 1
        case .apologies: 2
        case .contributed: 3
        case .deputised: 4
        case .attended: 5
        }
    }
}
