package import Distribution
package import Foundation
package import Minutes

/// The memory of the daemon: what was taken in, what left, what came back, and who decided what.
///
/// Each method is one whole transaction that is on disk when it returns, also in a cancelled task. A change that breaks
/// a promise of the schema is refused by the database itself.
package struct Ledger: Sendable {
    /// Opens or makes the ledger in `folder`, which only this process may then use, until the last copy is gone.
    ///
    /// - Throws: `LedgerError` when another process owns it, or it cannot be used safely.
    package init(folder: URL) throws {}

    /// Proves that the ledger answers and could be written: for the watchdog.
    package func check() throws { throw LedgerError.meetingChanged }

    // Intake

    /// What became of the file that was claimed under `claim`, if it was taken in.
    package func takenFile(claim: String) throws -> TakenFile? { nil }

    /// The file with these bytes that was taken in as minutes, if there is one; rejected ones may be dropped again.
    package func takenFile(sha256: String) throws -> TakenFile? { nil }

    /// What is known of the meeting with this key, if it is known.
    package func meeting(key: String) throws -> MeetingSoFar? { nil }

    /// Takes in one file with everything that follows from it; a claim that was taken in before is returned unchanged.
    ///
    /// - Throws: `LedgerError.meetingChanged` when it must be planned again, `.alreadyTaken` for a duplicate.
    package func takeIn(_ intake: Intake, at now: Date) throws -> TakenFile {
        throw LedgerError.meetingChanged
    }

    /// Files that were taken in, but not yet moved to where they belong: after a crash, the move is made again.
    package func unplacedFiles() throws -> [TakenFile] { [] }

    /// Notes where a file was moved to, relative to the inbox.
    package func notePlaced(file: Int64, at path: String) throws {}

    // Deliveries

    /// Claims what is due over one channel, oldest first, for `lease` seconds in the name of `owner`.
    package func claimDue(
        at now: Date,
        channel: ChannelKind,
        limit: Int,
        lease: TimeInterval,
        by owner: String
    ) throws -> [ClaimedDelivery] { [] }

    /// When the next delivery over one channel is due; `nil` when nothing waits.
    package func nextDue(channel: ChannelKind) throws -> Date? { nil }

    /// Records what came of attempts, with all that follows.
    package func record(
        _ finished: [FinishedAttempt],
        at now: Date,
        policy: SendingPolicy,
        notices: NoticePlan
    ) throws -> [RecordedAttempt] { [] }

    /// Takes attempts whose lease has passed (or all under way, if `everything`) for unknown: their process died.
    package func rescue(
        at now: Date,
        everything: Bool,
        policy: SendingPolicy,
        notices: NoticePlan
    ) throws -> [RecordedAttempt] { [] }

    /// Raises `delivery-delayed`, once, for what waits longer than `warnDelay` seconds; the number of alerts raised.
    package func raiseDelayed(at now: Date, after warnDelay: TimeInterval, notices: NoticePlan) throws -> Int
    { 0 }

    // People

    /// Lets what is held of a meeting's latest version go, as far as it has a recipient; the number of deliveries.
    package func release(_ reference: String, _ decision: Decision) throws -> Int { 0 }

    /// Gives a delivery that was held for want of a recipient one, and queues it unless its version is held.
    package func decide(delivery: Int64, contact: Contact, _ decision: Decision) throws {}

    /// Held deliveries without a recipient, for when the directory has more contacts.
    package func undecided() throws -> [DeliveryModel] { [] }

    /// Sends a delivery again that is refused, bounced, expired or unknown: a new series, the same identity.
    package func resend(delivery: Int64, _ decision: Decision) throws {}

    /// Takes back what still waits of a meeting; the number of deliveries.
    package func withdraw(_ reference: String, _ decision: Decision) throws -> Int { 0 }

    /// Takes back one delivery that still waits.
    package func withdraw(delivery: Int64, _ decision: Decision) throws {}

    /// Closes an alert.
    package func close(alert: Int64, _ decision: Decision) throws {}

    /// Closes a meeting's open alerts that `partner` was not consulted: a person knows that it was.
    package func noteConsulted(_ reference: String, partner: Partner, _ decision: Decision) throws {}

    /// Lets a contact be used again whose endpoint had said that it is gone.
    package func enable(contact: String, _ decision: Decision) throws {}

    // Reading

    package func status() throws -> StatusModel { throw LedgerError.meetingChanged }

    /// Meetings, latest intake first, `limit` at a time; `before` is the last reference of the page before.
    package func meetings(before: String? = nil, limit: Int) throws -> [MeetingLine] { [] }

    /// - Throws: `LedgerError.noSuchMeeting`.
    package func meeting(reference: String) throws -> MeetingModel { throw LedgerError.meetingChanged }

    /// Open alerts, oldest first.
    package func openAlerts(limit: Int) throws -> [AlertModel] { [] }

    /// - Throws: `LedgerError.noSuchFile`.
    package func receipt(file: Int64) throws -> ReceiptModel { throw LedgerError.meetingChanged }

    /// Receipts that must be written again, of files that have been moved to their place.
    package func receiptsDue(limit: Int) throws -> [ReceiptModel] { [] }

    /// Notes that the receipt is on disk as of `revision`.
    package func receiptWritten(file: Int64, revision: Int) throws {}
}
