/// What was read from one minutes file (design section 3): nothing in it is guessed.
package struct MeetingRecord: Codable, Equatable, Sendable {
    package var meeting: Meeting
    package var children: [Child]
    package var participants: [Participant]
    /// What the text, apart from the attendance part, says about a partner.
    package var statements: [Statement]
    /// Why a partner need not be consulted, where the record says so in words.
    package var exemptions: [Exemption]
    /// What the document says of itself that forbids plain distribution.
    package var markings: [Marking]
    /// What could not be decided, each a reason for a person to look.
    package var doubts: [Doubt]
    package var contents: Contents
    /// Where each field was read, and how surely; a field may have none in records of before they were kept.
    package var readings: [FieldReading]
    /// Lines about partners that show nothing.
    package var passedOver: [PassedOver]
    /// NHS numbers, UPNs and URNs, for the check that they can be right.
    package var identifiers: [Identifier]

    package init(
        meeting: Meeting = Meeting(),
        children: [Child] = [],
        participants: [Participant] = [],
        statements: [Statement] = [],
        exemptions: [Exemption] = [],
        markings: [Marking] = [],
        doubts: [Doubt] = [],
        contents: Contents = Contents(),
        readings: [FieldReading] = [],
        passedOver: [PassedOver] = [],
        identifiers: [Identifier] = []
    ) {
        self.meeting = meeting
        self.children = children
        self.participants = participants
        self.statements = statements
        self.exemptions = exemptions
        self.markings = markings
        self.doubts = doubts
        self.contents = contents
        self.readings = readings
        self.passedOver = passedOver
        self.identifiers = identifiers
    }

    /// Evidence for a partner that rests on the text of the record.
    package struct Statement: Codable, Equatable, Sendable {
        package var partner: Partner
        package var evidence: Evidence
        package var words: String
        package var source: String

        package init(partner: Partner, evidence: Evidence, words: String, source: String) {
            self.partner = partner
            self.evidence = evidence
            self.words = words
            self.source = source
        }
    }

    package struct Exemption: Codable, Equatable, Sendable {
        package var partner: Partner
        package var reason: Reason
        package var words: String
        package var source: String

        package init(partner: Partner, reason: Reason, words: String, source: String) {
            self.partner = partner
            self.reason = reason
            self.words = words
            self.source = source
        }

        package enum Reason: String, Codable, Sendable {
            case unborn
            case belowSchoolAgeWithoutSetting = "below-school-age-without-setting"
        }
    }

    package struct Marking: Codable, Equatable, Sendable {
        package var kind: Kind
        package var words: String
        package var source: String
        /// It is in a file of which a copy without it can be made.
        package var isCleanable: Bool

        package init(kind: Kind, words: String, source: String, isCleanable: Bool = false) {
            self.kind = kind
            self.words = words
            self.source = source
            self.isCleanable = isCleanable
        }

        package enum Kind: String, Codable, CaseIterable, Sendable {
            case restricted
            case policeSensitive = "police-sensitive"
            case confidentialAddress = "confidential-address"
            case trackedChanges = "tracked-changes"
            case comments
            case hiddenText = "hidden-text"
            case embeddedObject = "embedded-object"
            case externalContent = "external-content"
            case customData = "custom-data"
            case unknownContent = "unknown-content"
            case customProperties = "custom-properties"

            /// It is in the file and not on the page, as against what the page says.
            package var isUnseen: Bool {
                switch self {
                case .restricted, .policeSensitive, .confidentialAddress: false
                case .trackedChanges, .comments, .hiddenText, .embeddedObject, .externalContent, .customData,
                    .unknownContent, .customProperties:
                    true
                }
            }
        }
    }

    package struct Doubt: Codable, Equatable, Sendable {
        package var kind: Kind
        /// A plain sentence for the person who must look.
        package var text: String
        package var source: String
        /// Whose part in the meeting is in doubt; `nil` for what concerns the whole record.
        package var partner: Partner?

        package init(kind: Kind, text: String, source: String, partner: Partner? = nil) {
            self.kind = kind
            self.text = text
            self.source = source
            self.partner = partner
        }

        package enum Kind: String, Codable, CaseIterable, Sendable {
            case noAttendance = "no-attendance"
            case noDate = "no-date"
            case contradictoryDate = "contradictory-date"
            case noChild = "no-child"
            case differentSettings = "different-settings"
            case severalMeetings = "several-meetings"
            case unclearEvidence = "unclear-evidence"
            case unclearPartner = "unclear-partner"
            case unclearText = "unclear-text"
        }
    }

    /// What the quality findings look at, and what the `actions` rendition shows.
    package struct Contents: Codable, Equatable, Sendable {
        package var chair: String?
        package var decisions: [String]
        package var hasThresholdDecision: Bool
        package var hasChildsViews: Bool
        package var hasContingency: Bool
        package var actions: [Action]

        package init(
            chair: String? = nil,
            decisions: [String] = [],
            hasThresholdDecision: Bool = false,
            hasChildsViews: Bool = false,
            hasContingency: Bool = false,
            actions: [Action] = []
        ) {
            self.chair = chair
            self.decisions = decisions
            self.hasThresholdDecision = hasThresholdDecision
            self.hasChildsViews = hasChildsViews
            self.hasContingency = hasContingency
            self.actions = actions
        }
    }

    package struct Action: Codable, Equatable, Sendable {
        package var text: String
        /// "" where the record does not say.
        package var owner: String
        package var due: String

        package init(text: String, owner: String, due: String) {
            self.text = text
            self.owner = owner
            self.due = due
        }
    }
}
