package import Distribution
package import Foundation
package import Minutes

/// A delivery that this process may now attempt, with all that a mail or a webhook is made of.
///
/// The intent is committed: whatever becomes of it must be recorded, or is taken for unknown when the lease ends.
package struct ClaimedDelivery: Equatable, Sendable {
    package var deliveryID: Int64
    package var attemptID: Int64
    /// Counted from 1 over the life of the delivery.
    package var attempt: Int
    /// An earlier attempt may have arrived.
    package var isRepeat: Bool
    package var claimedUntil: Date
    package var channel: ChannelKind
    /// As planned from the directory.
    package var address: String
    package var identity: DeliveryIdentity
    package var content: Content

    package enum Content: Equatable, Sendable {
        case minutes(ClaimedMinutes)
        case alerts(ClaimedNotice)
    }
}

/// The minutes that a claimed delivery carries.
package struct ClaimedMinutes: Equatable, Sendable {
    /// The id in the directory.
    package var contact: String
    package var contactName: String
    package var partner: Partner
    package var rendition: Rendition
    package var because: String
    package var reference: String
    package var version: Int
    /// The newest older version that this contact may have.
    package var replaces: Int?
    /// Of the document that is sent: the one that was dropped, or its cleaned copy.
    package var fileSHA256: String
    /// As it was dropped; may hold a child's name.
    package var fileName: String
    package var meetingDate: CalendarDate?
    package var kind: Meeting.Kind
    package var urgency: Meeting.Urgency
    /// The record as JSON, decoded only by who needs it.
    package var recordJSON: Data

    /// The record that was read from the file.
    package func record() throws -> MeetingRecord {
        try JSONDecoder().decode(MeetingRecord.self, from: recordJSON)
    }
}

/// The alerts that a claimed notice tells a person of.
package struct ClaimedNotice: Equatable, Sendable {
    /// The key in `alerts.people`.
    package var person: String
    package var alerts: [AlertModel]
}

/// What came of an attempt that was claimed.
package struct FinishedAttempt: Equatable, Sendable {
    package var attemptID: Int64
    package var result: AttemptResult

    package init(attemptID: Int64, result: AttemptResult) {
        self.attemptID = attemptID
        self.result = result
    }
}

/// What the ledger made of a result, for the log.
package struct RecordedAttempt: Equatable, Sendable {
    package var deliveryID: Int64
    package var attempt: Int
    package var state: DeliveryState
    package var dueAt: Date?
    package var alert: AlertCode?
}

/// A named person's decision, which is kept in the history.
package struct Decision: Equatable, Sendable {
    package var actor: String
    package var why: String
    package var at: Date

    package init(actor: String, why: String, at: Date) {
        self.actor = actor
        self.why = why
        self.at = at
    }
}
