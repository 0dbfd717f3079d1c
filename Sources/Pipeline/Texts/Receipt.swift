package import Distribution
package import Foundation
package import Minutes

/// What the text files beside a document tell, as values.
///
/// There is no place in it for a child's name, nor for the file's own name, which often holds one.
package struct Receipt: Equatable, Sendable {
    package var outcome: Outcome
    package var council: String
    /// `nil` where the file was rejected before a meeting was found in it.
    package var meeting: MeetingLine?
    /// When the file was claimed.
    package var takenIn: Date
    /// When this is true; states change.
    package var writtenAt: Date
    package var partners: [PartnerLine]
    package var recipients: [RecipientLine]
    /// Deliveries that nobody can be named for, each with what to do, in plain sentences.
    package var missing: [String]
    /// What the copy that is sent has not of the document, such as "1 comment"; `nil` where the document itself is sent.
    package var sentWithout: String?
    package var warnings: [String]
    package var told: [ToldLine]
    /// Who may release, resend and withdraw, such as "the safeguarding lead".
    package var decider: String

    package init(
        outcome: Outcome,
        council: String,
        meeting: MeetingLine? = nil,
        takenIn: Date,
        writtenAt: Date,
        partners: [PartnerLine] = [],
        recipients: [RecipientLine] = [],
        missing: [String] = [],
        sentWithout: String? = nil,
        warnings: [String] = [],
        told: [ToldLine] = [],
        decider: String
    ) {
        self.outcome = outcome
        self.council = council
        self.meeting = meeting
        self.takenIn = takenIn
        self.writtenAt = writtenAt
        self.partners = partners
        self.recipients = recipients
        self.missing = missing
        self.sentWithout = sentWithout
        self.warnings = warnings
        self.told = told
        self.decider = decider
    }

    package enum Outcome: Equatable, Sendable {
        case accepted
        /// A person must look first; one reason at least.
        case held([HoldReason])
        /// Not readable as minutes; a plain sentence that says why and what to do.
        case rejected(String)
    }

    package struct HoldReason: Equatable, Sendable {
        package var code: Finding.Code
        /// The finding's own sentence.
        package var text: String

        package init(code: Finding.Code, text: String) {
            self.code = code
            self.text = text
        }
    }

    package struct MeetingLine: Equatable, Sendable {
        /// Such as `M-2026-000123`.
        package var reference: String
        package var version: Int
        package var meeting: Meeting

        package init(reference: String, version: Int, meeting: Meeting) {
            self.reference = reference
            self.version = version
            self.meeting = meeting
        }
    }

    package struct PartnerLine: Equatable, Sendable {
        package var partner: Partner
        package var evidence: Evidence
        package var standing: Standing
        /// The person who was told of the gap, such as "the safeguarding lead"; `nil` where nobody was.
        package var told: String?

        package init(partner: Partner, evidence: Evidence, standing: Standing, told: String? = nil) {
            self.partner = partner
            self.evidence = evidence
            self.standing = standing
            self.told = told
        }

        package enum Standing: Equatable, Sendable {
            /// The rules want this partner consulted, and it was.
            case met
            /// The rules want this partner consulted, and the minutes do not show it.
            case gap
            /// The rules want it, and the minutes say in words why it does not apply.
            case exempt
            case notRequired
        }
    }

    package struct RecipientLine: Equatable, Sendable {
        /// The contact's name in the partner directory.
        package var name: String
        package var partner: Partner
        package var channel: ChannelKind
        package var rendition: Rendition
        package var state: DeliveryState
        /// When the state was entered.
        package var since: Date
        package var nextTry: Date?
        /// Why it is held, refused and so on; the other side's words, or ours.
        package var reason: String

        package init(
            name: String,
            partner: Partner,
            channel: ChannelKind,
            rendition: Rendition,
            state: DeliveryState,
            since: Date,
            nextTry: Date? = nil,
            reason: String = ""
        ) {
            self.name = name
            self.partner = partner
            self.channel = channel
            self.rendition = rendition
            self.state = state
            self.since = since
            self.nextTry = nextTry
            self.reason = reason
        }
    }

    package struct ToldLine: Equatable, Sendable {
        /// Such as "safeguarding lead".
        package var person: String
        /// What of, as a plain sentence.
        package var about: String
        /// `nil` while the message to the person has not been sent yet.
        package var at: Date?

        package init(person: String, about: String, at: Date?) {
            self.person = person
            self.about = about
            self.at = at
        }
    }
}
