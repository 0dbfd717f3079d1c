/// What a column of an attendance table holds.
enum ColumnKind: String, CaseIterable, Sendable {
    case name
    case nameAndRole = "name-role"
    /// The parts of a name in columns of their own.
    case surname
    case forename
    case title
    case role
    case roleAndOrganisation = "role-organisation"
    case organisation
    case invited
    case attended
    case apologies
    case noResponse = "no-response"
    case deputy
    case report
    case response
    case remarks
    /// Signed by whoever came.
    case signature
    /// Who of the meeting's side made a call.
    case caller
    case ignored

    var isPerson: Bool { self == .name || self == .nameAndRole || self == .surname }
    /// What standing under the heading shows, where names and not marks stand under it.
    var evidence: Evidence? {
        switch self {
        case .attended: .attended
        case .apologies: .apologies
        case .noResponse, .invited: .invited
        case .report: .contributed
        default: nil
        }
    }

    /// The heading is enough; what stands below need not be looked at.
    var isTold: Bool {
        switch self {
        case .name, .nameAndRole, .surname, .forename, .title, .role, .roleAndOrganisation, .caller, .ignored,
            .signature:
            true
        default: false
        }
    }
    var isMark: Bool {
        switch self {
        case .invited, .attended, .apologies, .noResponse, .deputy, .report: true
        case .name, .nameAndRole, .surname, .forename, .title, .role, .roleAndOrganisation, .organisation,
            .response, .remarks, .signature,
            .caller, .ignored:
            false
        }
    }
}
