package import Distribution
package import Foundation
internal import GRDB

extension Ledger {
    /// Records what came of attempts, with all that follows: state, history, alerts with their notices, receipts.
    ///
    /// A result that comes after its attempt was taken for unknown is not lost: an acceptance still counts, and anything
    /// else is kept in the history. Recording the same result twice changes nothing.
    ///
    /// - Throws: `LedgerError.noSuchAttempt`; then nothing of the batch is recorded.
    package func record(
        _ finished: [FinishedAttempt],
        at now: Date,
        policy: SendingPolicy,
        notices: @escaping NoticePlan
    ) throws -> [RecordedAttempt] {
        try database.write { db in
            let result = AttemptChange(change: Change(db, at: now), policy: policy, notices: notices)
            return try finished.map(result.record)
        }
    }

    /// Takes attempts whose lease has passed (or all under way, if `everything`) for unknown: their process died.
    ///
    /// Everything is for the start, when nobody else can be attempting anything.
    package func rescue(
        at now: Date,
        everything: Bool,
        policy: SendingPolicy,
        notices: @escaping NoticePlan
    ) throws -> [RecordedAttempt] {
        try database.write { db in
            let abandoned = try db.rows(
                """
                SELECT a.id, a.number, a.deliveryID FROM delivery d
                JOIN attempt a ON a.deliveryID = d.id AND a.finishedAt IS NULL
                WHERE d.claimedUntil <= ? ORDER BY d.id
                """,
                [everything ? Int64.max : now.stored]
            )
            let result = AttemptChange(change: Change(db, at: now), policy: policy, notices: notices)
            return try abandoned.map { row in
                try result.abandon(attempt: row["id"], number: row["number"], delivery: row["deliveryID"])
            }
        }
    }

    /// Raises `delivery-delayed`, once, for what waits longer than `warnDelay` seconds; the number of alerts raised.
    ///
    /// At most 500 at a time, so that no transaction is long: call again while it returns as many.
    package func raiseDelayed(at now: Date, after warnDelay: TimeInterval, notices: NoticePlan) throws -> Int
    {
        try database.write { db in
            let change = Change(db, at: now)
            let late = try db.rows(
                DeliveryRow.select + """
                    WHERE d.dueAt IS NOT NULL AND d.isDelayed = 0 AND d.firstDueAt <= ?
                    ORDER BY d.firstDueAt LIMIT 500
                    """,
                [now.addingTimeInterval(-warnDelay).stored]
            )
            for row in late {
                let delivery = try DeliveryRow(row: row)
                try db.run("UPDATE delivery SET isDelayed = 1 WHERE id = ?", [delivery.id])
                try change.raise(
                    .deliveryDelayed,
                    about: delivery,
                    text: "Still not sent: \(delivery.title). It is tried again by itself; see why it waits.",
                    notices: notices
                )
            }
            return late.count
        }
    }
}
