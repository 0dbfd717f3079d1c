internal import Distribution
internal import Foundation
internal import GRDB

/// What one transaction changes, by whom and when: every change of state goes through here, and so into the history.
struct Change {
    let db: Database
    let now: Date
    /// `minuted`, or a person's name.
    let actor: String

    static let ownName = "minuted"

    init(_ db: Database, at now: Date, by actor: String = Change.ownName) {
        self.db = db
        self.now = now
        self.actor = actor
    }

    /// - Throws: `LedgerError.reasonMissing` for a decision without a name or a reason.
    init(_ db: Database, _ decision: Decision) throws {
        guard !decision.actor.allSatisfy(\.isWhitespace), !decision.why.allSatisfy(\.isWhitespace) else {
            throw LedgerError.reasonMissing
        }
        self.init(db, at: decision.at, by: decision.actor)
    }

    func delivery(_ id: Int64) throws -> DeliveryRow {
        guard let delivery = try DeliveryRow.fetch(db, id: id) else { throw LedgerError.noSuchDelivery(id) }
        return delivery
    }

    /// Brings a delivery into another state (never `attempting`, which is the claim's).
    func move(_ delivery: DeliveryRow, to state: DeliveryState, _ details: Details) throws {
        try db.run(
            """
            UPDATE delivery SET state = ?, stateAt = ?, stateWhy = ?, heldBecause = ?, dueAt = ?, tries = ?,
                mayHaveArrived = ?, claimedFrom = NULL, claimedUntil = NULL, claimedBy = NULL
            WHERE id = ?
            """,
            [
                state.rawValue, now.stored, details.cause, state == .held ? details.cause : nil,
                details.dueAt?.stored, details.tries ?? delivery.tries,
                delivery.mayHaveArrived || details.mayHaveArrived, delivery.id,
            ]
        )
        try note(details.cause, of: delivery, to: state)
        try raiseReceipt(of: delivery.receiptFileID)
    }

    struct Details {
        var cause: String
        var dueAt: Date?
        var tries: Int?
        var mayHaveArrived = false
    }

    /// Begins a series of attempts: the schedule and the time to give up count from `due`.
    func queue(_ delivery: DeliveryRow, due: Date, cause: String) throws {
        try db.run(
            "UPDATE delivery SET firstDueAt = ?, isDelayed = 0 WHERE id = ?",
            [due.stored, delivery.id]
        )
        try move(delivery, to: .queued, Details(cause: cause, dueAt: due, tries: 0))
    }

    /// Ends the waiting of a delivery, without saying of one that may have arrived that it did not.
    func stop(_ delivery: DeliveryRow, cause: String) throws {
        try move(delivery, to: delivery.mayHaveArrived ? .unknown : .withdrawn, Details(cause: cause))
        try closeAlerts(of: delivery, why: cause)
    }

    func note(_ cause: String, of delivery: DeliveryRow, to state: DeliveryState) throws {
        try db.run(
            """
            INSERT INTO history (at, actor, cause, meetingID, versionID, fileID, deliveryID, fromState, toState)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                now.stored, actor, cause, delivery.meetingID, delivery.versionID, delivery.receiptFileID,
                delivery.id, delivery.state.rawValue, state.rawValue,
            ]
        )
    }

    func note(
        _ cause: String,
        meeting: Int64? = nil,
        version: Int64? = nil,
        file: Int64? = nil,
        delivery: Int64? = nil,
        alert: Int64? = nil
    ) throws {
        try db.run(
            """
            INSERT INTO history (at, actor, cause, meetingID, versionID, fileID, deliveryID, alertID)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [now.stored, actor, cause, meeting, version, file, delivery, alert]
        )
    }

    /// The receipt beside the file no longer says what the ledger says.
    func raiseReceipt(of file: Int64?) throws {
        guard let file else { return }
        try db.run("UPDATE receipt SET dueRevision = dueRevision + 1 WHERE fileID = ?", [file])
    }

    func isDisabled(_ contact: String?) throws -> Bool {
        try db.number("SELECT 1 FROM contactState WHERE contact = ?", [contact]) != nil
    }
}
