package import Distribution
package import Minutes

package import struct Foundation.Date

/// The state of the work at a glance (`minuted status`), without personal data.
package struct StatusModel: Codable, Equatable, Sendable {
    /// Deliveries of minutes by state; states without any are left out.
    package var deliveries: [String: Int]
    /// Notices to people by state.
    package var notices: [String: Int]
    /// Since when the delivery waits that waits longest.
    package var oldestWaitingSince: Date?
    package var openAlerts: [String: Int]
    /// Files whose minutes a person has to look at.
    package var heldFiles: Int
    package var lastIntakeAt: Date?
    package var lastAcceptedAt: Date?
    package var receiptsDue: Int
}

/// One line of the list of meetings, without personal data.
package struct MeetingLine: Codable, Equatable, Sendable {
    package var reference: String
    package var date: CalendarDate?
    package var kind: Meeting.Kind
    package var urgency: Meeting.Urgency
    package var latestVersion: Int
    package var disposition: Disposition
    package var isReleased: Bool
    package var takenAt: Date
    /// Deliveries of the latest version by state.
    package var deliveries: [String: Int]
    package var openAlerts: Int
}

/// Everything about one meeting (`minuted show`), the names of its files included.
package struct MeetingModel: Codable, Equatable, Sendable {
    package var reference: String
    package var firstTakenAt: Date
    /// Newest first.
    package var versions: [VersionModel]
    /// Newest first, closed ones included.
    package var alerts: [AlertModel]
    /// Deliveries of notices to people.
    package var notices: [DeliveryModel]
    /// Oldest first.
    package var history: [HistoryModel]
}

/// One version of a meeting's minutes.
package struct VersionModel: Codable, Equatable, Sendable {
    package var number: Int
    package var fileID: Int64
    /// As it was dropped; may hold a child's name.
    package var fileName: String
    package var sha256: String
    package var takenAt: Date
    package var date: CalendarDate?
    package var kind: Meeting.Kind
    package var urgency: Meeting.Urgency
    package var disposition: Disposition
    package var reason: String
    package var releasedAt: Date?
    package var releasedBy: String?
    package var withdrawnAt: Date?
    package var replacedBy: Int?
    /// What is sent in place of the document.
    package var cleaned: CleanedCopyModel?
    package var findings: [Finding]
    package var partners: [PartnerEvidence]
    package var deliveries: [DeliveryModel]
}

/// One delivery of minutes or of a notice, with its attempts where the model is a meeting's.
package struct DeliveryModel: Codable, Equatable, Sendable {
    package var id: Int64
    /// `nil` for a notice.
    package var partner: Partner?
    /// The id in the directory; `nil` while undecided, and for a notice.
    package var contact: String?
    /// The contact's name, or the person's key.
    package var name: String?
    package var channel: ChannelKind?
    package var address: String?
    package var rendition: Rendition?
    package var because: String
    package var state: DeliveryState
    package var heldBecause: String?
    /// When it came into its state, and what brought it there.
    package var since: Date
    package var why: String
    package var dueAt: Date?
    package var attempts: [AttemptModel]
}

/// One try of one delivery, word for word.
package struct AttemptModel: Codable, Equatable, Sendable {
    package var number: Int
    package var startedAt: Date
    package var isRepeat: Bool
    /// `nil` while it is under way.
    package var finishedAt: Date?
    package var outcome: AttemptResult.Outcome?
    package var stage: AttemptResult.Stage?
    package var code: Int?
    package var enhancedCode: String?
    package var reply: String?
    package var tls: String?
    package var peer: String?
}

/// Something a named person must know.
package struct AlertModel: Codable, Equatable, Sendable {
    package var id: Int64
    package var code: AlertCode
    package var partner: Partner?
    package var reference: String?
    package var version: Int?
    package var fileID: Int64?
    package var deliveryID: Int64?
    package var text: String
    package var raisedAt: Date
    package var closedAt: Date?
    package var closedBy: String?
    package var closedWhy: String?
    package var isOpen: Bool { closedAt == nil }
}

/// One row of the history.
package struct HistoryModel: Codable, Equatable, Sendable {
    package var at: Date
    /// `minuted`, or a person's name.
    package var actor: String
    package var cause: String
    package var version: Int?
    package var deliveryID: Int64?
    package var alertID: Int64?
    package var from: DeliveryState?
    package var to: DeliveryState?
}

/// What the receipt beside a file says: no child's name, no words of the record.
package struct ReceiptModel: Codable, Equatable, Sendable {
    package var fileID: Int64
    /// Hand it back to `Ledger.receiptWritten` when the receipt is on disk.
    package var revision: Int
    /// Where the file lies, relative to the inbox; `nil` while it is still to be moved.
    package var place: String?
    package var outcome: TakenFile.Outcome
    package var reason: String
    package var takenAt: Date
    package var reference: String?
    package var version: Int?
    /// Of the meeting; `nil` for what is not minutes, or where the record does not say.
    package var date: CalendarDate?
    package var kind: Meeting.Kind?
    package var urgency: Meeting.Urgency?
    package var releasedAt: Date?
    package var withdrawnAt: Date?
    package var replacedBy: Int?
    /// What the copy that is sent has not of the document; `nil` where the document itself is sent.
    package var sentWithout: String?
    package var partners: [Partner: Evidence]
    package var findings: [Line]
    /// Without attempts and addresses.
    package var deliveries: [DeliveryModel]
    package var alerts: [AlertModel]
    package var notices: [DeliveryModel]

    /// One finding, without the words it rests on.
    package struct Line: Codable, Equatable, Sendable {
        package var code: Finding.Code
        package var severity: Finding.Severity
        package var partner: Partner?
        package var text: String
    }
}
