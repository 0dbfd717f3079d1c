/// A part of a record, whatever its heading is called.
package enum Section: String, CaseIterable, Sendable {
    case present
    case apologies
    case noResponse = "no-response"
    case invited
    case notInvited = "not-invited"
    case consulted
    case minuteTaker = "minute-taker"
    case chair
    case distribution
    case information
    case reason
    case family
    case analysis
    case decision
    case actions
    case views
    case contingency
    case nextMeeting = "next-meeting"
    case signOff = "sign-off"
    case timeline
    case agenda

    /// What being listed under the heading shows of a person; `nil` where it shows nothing.
    var evidence: Evidence? {
        switch self {
        case .present, .chair, .minuteTaker: .attended
        case .apologies: .apologies
        case .noResponse, .invited: .invited
        case .consulted: .contributed
        case .notInvited, .distribution, .information, .reason, .family, .analysis, .decision, .actions,
            .views,
            .contingency, .nextMeeting, .signOff, .timeline, .agenda:
            nil
        }
    }
}
