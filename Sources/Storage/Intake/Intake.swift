package import Distribution
package import Minutes

package import struct Foundation.Date

/// Everything that follows from one file that was dropped, for one transaction (`Ledger.takeIn`).
///
/// It is a value: whatever is random or taken from the clock is in it, so that the ledger itself decides nothing.
package struct Intake: Equatable, Sendable {
    /// Identifies the file since it was claimed in the inbox: taking in the same claim again changes nothing.
    package var claim: String
    /// Lower-case hexadecimal.
    package var sha256: String
    package var byteCount: Int
    /// As it was dropped; may hold a child's name.
    package var name: String
    package var verdict: Verdict
    package var alerts: [NewAlert]

    package init(
        claim: String,
        sha256: String,
        byteCount: Int,
        name: String,
        verdict: Verdict,
        alerts: [NewAlert] = []
    ) {
        self.claim = claim
        self.sha256 = sha256
        self.byteCount = byteCount
        self.name = name
        self.verdict = verdict
        self.alerts = alerts
    }

    package enum Verdict: Equatable, Sendable {
        /// Minutes, to be distributed or held.
        case minutes(NewVersion)
        /// Not readable as minutes; a plain sentence.
        case rejected(reason: String)
        /// The same bytes were taken in before, as the file with this id. Makes no alert, version or receipt.
        case duplicate(of: Int64)
    }
}

/// The minutes of one meeting, as read from one file: the first version, or one that replaces another.
package struct NewVersion: Equatable, Sendable {
    /// Identifies the meeting: opaque to the ledger, and without personal data.
    package var meetingKey: String
    /// What `Ledger.meeting(key:)` said when this version was planned; if it says otherwise now, nothing is taken in.
    package var basedOn: MeetingSoFar?
    package var record: MeetingRecord
    /// `true`: nothing leaves before a person has released it.
    package var isHeld: Bool
    /// Why it is held; "" for minutes that are not.
    package var reason: String
    package var findings: [Finding]
    package var partners: [PartnerEvidence]
    package var deliveries: [NewDelivery]
    /// Open alerts of the meeting that this version answers.
    package var settles: [SettledAlert]

    package init(
        meetingKey: String,
        basedOn: MeetingSoFar? = nil,
        record: MeetingRecord,
        isHeld: Bool = false,
        reason: String = "",
        findings: [Finding] = [],
        partners: [PartnerEvidence] = [],
        deliveries: [NewDelivery] = [],
        settles: [SettledAlert] = []
    ) {
        self.meetingKey = meetingKey
        self.basedOn = basedOn
        self.record = record
        self.isHeld = isHeld
        self.reason = reason
        self.findings = findings
        self.partners = partners
        self.deliveries = deliveries
        self.settles = settles
    }
}

/// The strongest evidence that one partner took part, and the words it rests on.
package struct PartnerEvidence: Codable, Equatable, Sendable {
    package var partner: Partner
    package var evidence: Evidence
    package var words: String
    package var source: String

    package init(partner: Partner, evidence: Evidence, words: String = "", source: String = "") {
        self.partner = partner
        self.evidence = evidence
        self.words = words
        self.source = source
    }
}

/// What the ledger knows of a meeting when another version of its minutes arrives.
package struct MeetingSoFar: Codable, Equatable, Sendable {
    package var reference: String
    package var latestVersion: Int
    /// Contacts that an older version may have reached, by id: they are to have the new one as well.
    package var previousRecipients: [PreviousRecipient]

    package init(reference: String, latestVersion: Int, previousRecipients: [PreviousRecipient]) {
        self.reference = reference
        self.latestVersion = latestVersion
        self.previousRecipients = previousRecipients
    }

    package struct PreviousRecipient: Codable, Equatable, Sendable {
        /// The id in the directory.
        package var contact: String
        package var partner: Partner
        package var name: String

        package init(contact: String, partner: Partner, name: String) {
            self.contact = contact
            self.partner = partner
            self.name = name
        }
    }
}

/// An open alert of the meeting that later evidence answers.
package struct SettledAlert: Equatable, Sendable {
    package var code: AlertCode
    package var partner: Partner?
    /// A plain sentence on the later evidence.
    package var why: String

    package init(code: AlertCode, partner: Partner?, why: String) {
        self.code = code
        self.partner = partner
        self.why = why
    }
}

/// What became of a file that was taken in.
package struct TakenFile: Codable, Equatable, Sendable {
    package var fileID: Int64
    package var claim: String
    package var sha256: String
    package var outcome: Outcome
    package var reason: String
    /// Where it lies in the inbox, relative to it; `nil` while the move is still to be made.
    package var place: String?
    package var takenAt: Date
    /// The meeting's reference and the version's number; `nil` for what is not minutes.
    package var reference: String?
    package var version: Int?
    package var duplicateOf: Int64?
    /// As it was dropped; may hold a child's name.
    package var name: String

    package enum Outcome: String, Codable, CaseIterable, Sendable {
        case distribute
        case hold
        case reject
        case duplicate
    }
}
