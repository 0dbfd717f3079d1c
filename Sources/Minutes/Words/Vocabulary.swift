/// The words of the field, as data: the built-in file and what a council adds to it.
package struct Vocabulary: Sendable {
    var roles = PhraseTable<Partner>()
    var weakRoles = PhraseTable<Partner>()
    var agencies = PhraseTable<Partner>()
    var ranks = PhraseTable<Partner>()
    var headings = PhraseTable<Section>()
    var columns = PhraseTable<ColumnKind>()
    var responses = PhraseTable<Evidence>()

    /// The built-in vocabulary with a council's own words on top, which win.
    package init(adding local: VocabularyExtension = VocabularyExtension()) {
        read(String(decoding: PackageResources.vocabulary_txt, as: UTF8.self))
        for (phrase, partner) in local.roles { roles.add(phrase, partner) }
        for (phrase, partner) in local.agencies { agencies.add(phrase, partner) }
        for (phrase, evidence) in local.codes { responses.add(phrase, evidence) }
        for (phrase, name) in local.headings {
            if let section = Section(rawValue: name) { headings.add(phrase, section) }
        }
    }

    private mutating func read(_ file: String) {
        var add: ((inout Vocabulary, String) -> Void)?
        for line in file.split(separator: "\n") {
            if line.hasPrefix("#") { continue }
            if line.hasPrefix("[") {
                add = Self.adder(forHeading: line.dropFirst().dropLast())
            } else if let add {
                add(&self, String(line))
            }
        }
    }

    private static func adder(forHeading heading: Substring) -> ((inout Vocabulary, String) -> Void)? {
        let words = heading.split(separator: " ")
        guard let meaning = words.last.map(String.init) else { return nil }
        switch words.dropLast().joined(separator: " ") {
        case "role":
            return Partner(rawValue: meaning).map { partner in { $0.roles.add($1, partner) } }
        case "weak role":
            return Partner(rawValue: meaning).map { partner in { $0.weakRoles.add($1, partner) } }
        case "agency":
            return Partner(rawValue: meaning).map { partner in { $0.agencies.add($1, partner) } }
        case "rank":
            return Partner(rawValue: meaning).map { partner in { $0.ranks.add($1, partner) } }
        case "heading":
            return Section(rawValue: meaning).map { section in { $0.headings.add($1, section) } }
        case "column":
            return ColumnKind(rawValue: meaning).map { kind in { $0.columns.add($1, kind) } }
        case "response":
            return Evidence(rawValue: meaning).map { evidence in { $0.responses.add($1, evidence) } }
        default:
            return nil
        }
    }
}

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
        case .notInvited, .distribution, .information, .reason, .family, .analysis, .decision, .actions, .views,
            .contingency, .nextMeeting, .signOff, .timeline, .agenda:
            nil
        }
    }
}

/// What a column of an attendance table holds.
enum ColumnKind: String, CaseIterable, Sendable {
    case name
    case nameAndRole = "name-role"
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
    case ignored

    var isPerson: Bool { self == .name || self == .nameAndRole }
    var isMark: Bool {
        switch self {
        case .invited, .attended, .apologies, .noResponse, .deputy, .report: true
        case .name, .nameAndRole, .role, .roleAndOrganisation, .organisation, .response, .remarks, .ignored: false
        }
    }
}
