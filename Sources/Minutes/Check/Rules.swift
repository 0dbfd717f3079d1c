/// What a council requires of its meetings: the check's configuration, from `rules.yaml` (design sections 5 and 7).
package struct Rules: Codable, Equatable, Sendable {
    /// The first requirement of a partner that fits the meeting counts, so that narrower ones are listed first.
    package var requirements: [Requirement]
    package var holds: Holds
    package var deadlines: [Deadline]
    /// The council's own words on top of the built-in vocabulary; they win over it.
    package var vocabulary: VocabularyExtension

    package init(
        requirements: [Requirement] = Rules.shippedRequirements,
        holds: Holds = Holds(),
        deadlines: [Deadline] = [],
        vocabulary: VocabularyExtension = VocabularyExtension()
    ) {
        self.requirements = requirements
        self.holds = holds
        self.deadlines = deadlines
        self.vocabulary = vocabulary
    }

    /// Health, police and education, at least `contributed`, in every kind of meeting, urgent ones included.
    package static let shippedRequirements: [Requirement] = [.health, .police, .education].map {
        Requirement(partner: $0, evidence: .contributed)
    }

    package struct Requirement: Codable, Equatable, Sendable {
        package var partner: Partner
        /// The weakest evidence that is enough; `none` lifts the requirement for the meetings named.
        package var evidence: Evidence
        /// `nil`: every kind.
        package var kinds: [Meeting.Kind]?
        /// `nil`: every urgency.
        package var urgencies: [Meeting.Urgency]?

        package init(
            partner: Partner,
            evidence: Evidence,
            kinds: [Meeting.Kind]? = nil,
            urgencies: [Meeting.Urgency]? = nil
        ) {
            self.partner = partner
            self.evidence = evidence
            self.kinds = kinds
            self.urgencies = urgencies
        }
    }

    /// Which doubtful things hold the minutes back.
    ///
    /// What design section 5 always holds is not listed here.
    package struct Holds: Codable, Equatable, Sendable {
        package var drafts: Bool
        /// Hold minutes in which no sign-off by the chair is recorded.
        package var notSignedOff: Bool
        package var allegationMeetings: Bool
        package var unseen: Unseen

        package init(
            drafts: Bool = true,
            notSignedOff: Bool = false,
            allegationMeetings: Bool = true,
            unseen: Unseen = Unseen()
        ) {
            self.drafts = drafts
            self.notSignedOff = notSignedOff
            self.allegationMeetings = allegationMeetings
            self.unseen = unseen
        }

        /// Whether each kind of what a reader of the printed page would not see holds the minutes back.
        ///
        /// What does not hold is still told, as a note.
        package struct Unseen: Codable, Equatable, Sendable {
            package var trackedChanges = true
            package var comments = true
            package var hiddenText = true
            package var embeddedObjects = true
            package var externalContent = true
            package var customData = true
            package var unknownContent = true
            package var customProperties = false

            package init() {}
        }
    }

    /// How soon after the meeting the minutes should be dropped.
    package struct Deadline: Codable, Equatable, Sendable {
        package var kinds: [Meeting.Kind]?
        package var urgencies: [Meeting.Urgency]?
        package var within: Period

        package init(kinds: [Meeting.Kind]? = nil, urgencies: [Meeting.Urgency]? = nil, within: Period) {
            self.kinds = kinds
            self.urgencies = urgencies
            self.within = within
        }

        package enum Period: Codable, Equatable, Sendable {
            case hours(Int)
            case workingDays(Int)
        }
    }
}

/// Words that a council adds to the built-in vocabulary: what its offices write, and what it stands for.
package struct VocabularyExtension: Codable, Equatable, Sendable {
    /// Role as written, such as "Family Safeguarding Nurse", to partner.
    package var roles: [String: Partner]
    /// Agency, team or organisation as written to partner.
    package var agencies: [String: Partner]
    /// Attendance code or column heading as written to evidence.
    package var codes: [String: Evidence]
    /// Section heading as written to one of the built-in section names (see `Vocabulary`).
    package var headings: [String: String]

    package init(
        roles: [String: Partner] = [:],
        agencies: [String: Partner] = [:],
        codes: [String: Evidence] = [:],
        headings: [String: String] = [:]
    ) {
        self.roles = roles
        self.agencies = agencies
        self.codes = codes
        self.headings = headings
    }
}
