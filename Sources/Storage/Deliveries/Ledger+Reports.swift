package import Distribution
package import Foundation
internal import GRDB

extension Ledger {
    /// Takes later evidence about the delivery that has `token`; `nil` for a token that nobody gave out.
    ///
    /// A report about something that was never attempted is forged or mistaken, and changes nothing.
    ///
    /// - Throws: `LedgerError.reasonMissing` for an acknowledgement without a name, or what SQLite says.
    package func record(
        _ report: DeliveryReport,
        token: String,
        at now: Date,
        notices: @escaping NoticePlan
    ) throws -> RecordedAttempt? {
        try database.write { db in
            guard let row = try db.row(DeliveryRow.select + "WHERE d.token = ?", [token]) else { return nil }
            let delivery = try DeliveryRow(row: row)
            guard delivery.attempts > 0 else { return nil }
            let change = try Change(db, report, at: now)
            var recorded = RecordedAttempt(
                deliveryID: delivery.id,
                attempt: delivery.attempts,
                state: delivery.state
            )
            guard let state = report.state(after: delivery.state) else {
                try change.note(report.cause, of: delivery, to: delivery.state)
                return recorded
            }
            try change.move(
                delivery,
                to: state,
                Change.Details(cause: report.cause, mayHaveArrived: true)
            )
            recorded.state = state
            if case .failed(let reply) = report {
                recorded.alert = .deliveryRefused
                try change.raise(
                    .deliveryRefused,
                    about: delivery,
                    text: "Came back: \(delivery.title). Check the address, then send it again. "
                        + "The report says: \(reply)",
                    notices: notices
                )
            } else {
                try change.closeAlerts(of: delivery, why: "later evidence: \(report.cause)")
            }
            return recorded
        }
    }
}

extension Change {
    fileprivate init(_ db: Database, _ report: DeliveryReport, at now: Date) throws {
        guard case .acknowledged(let person) = report else {
            self.init(db, at: now)
            return
        }
        try self.init(db, Decision(actor: person, why: report.cause, at: now))
    }
}
