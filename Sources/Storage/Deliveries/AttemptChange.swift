internal import Distribution
internal import Foundation
internal import GRDB

/// Puts the results of attempts into the ledger, within one transaction.
struct AttemptChange {
    let change: Change
    let policy: SendingPolicy
    let notices: NoticePlan

    private var db: Database { change.db }

    func record(_ finished: FinishedAttempt) throws -> RecordedAttempt {
        guard
            let attempt = try db.row(
                "SELECT number, deliveryID, finishedAt, stage FROM attempt WHERE id = ?",
                [finished.attemptID]
            )
        else { throw LedgerError.noSuchAttempt(finished.attemptID) }
        let delivery = try change.delivery(attempt["deliveryID"])
        let number: Int = attempt["number"]
        guard attempt["finishedAt"] as Int64? == nil else {
            let wasAbandoned = attempt["stage"] as String? == nil
            return try recordLate(
                finished.result,
                number: number,
                of: delivery,
                isNews: wasAbandoned
            )
        }
        try finish(finished.attemptID, finished.result, isAbandoned: false)
        let transition = try transition(of: delivery, after: finished.result)
        return try apply(transition, finished.result, number: number, to: delivery)
    }

    /// Nobody will ever know what came of this attempt: its process died, or its lease passed.
    func abandon(attempt: Int64, number: Int, delivery id: Int64) throws -> RecordedAttempt {
        let delivery = try change.delivery(id)
        let result = AttemptResult(
            outcome: .unknown,
            stage: .final,
            reply: "No result was recorded: Minuted stopped, or was held up, while it was attempting.",
            peer: "",
            finishedAt: change.now
        )
        try finish(attempt, result, isAbandoned: true)
        var transition = try transition(of: delivery, after: result)
        transition.cause = "Minuted stopped while attempting; \(transition.cause)"
        return try apply(transition, result, number: number, to: delivery)
    }

    private func finish(_ attempt: Int64, _ result: AttemptResult, isAbandoned: Bool) throws {
        try db.run(
            """
            UPDATE attempt SET finishedAt = ?, outcome = ?, stage = ?, code = ?, enhancedCode = ?, reply = ?,
                tls = ?, peer = ?
            WHERE id = ?
            """,
            [
                result.finishedAt.stored, result.outcome.rawValue, isAbandoned ? nil : result.stage.rawValue,
                result.code, result.enhancedCode, result.reply, result.tls, isAbandoned ? nil : result.peer,
                attempt,
            ]
        )
    }

    private func transition(of delivery: DeliveryRow, after result: AttemptResult) throws
        -> DeliveryTransition
    {
        guard let channel = delivery.channel, let claimedFrom = delivery.claimedFrom,
            let firstDueAt = delivery.firstDueAt
        else { throw LedgerError.unreadable(what: "delivery \(delivery.id) is attempted but not claimed") }
        return DeliveryTransition.after(
            result,
            in: DeliveryTransition.Situation(
                channel: channel,
                claimedFrom: claimedFrom,
                tries: delivery.tries,
                firstDueAt: firstDueAt,
                isRepeat: delivery.mayHaveArrived,
                stoppedBecause: try stoppedBecause(delivery)
            ),
            policy: policy,
            at: change.now
        )
    }

    /// Notices whose alerts were all closed while one was under way are not tried again either.
    private func stoppedBecause(_ delivery: DeliveryRow) throws -> String? {
        if delivery.isNotice {
            let open = try db.number(
                """
                SELECT 1 FROM alertNotice n JOIN alert a ON a.id = n.alertID
                WHERE n.deliveryID = ? AND a.closedAt IS NULL
                """,
                [delivery.id]
            )
            return open == nil ? "every alert it tells of is closed" : nil
        }
        return delivery.stoppedBecause
    }

    private func apply(
        _ transition: DeliveryTransition,
        _ result: AttemptResult,
        number: Int,
        to delivery: DeliveryRow
    ) throws -> RecordedAttempt {
        try change.move(
            delivery,
            to: transition.state,
            Change.Details(
                cause: transition.cause,
                dueAt: transition.dueAt,
                tries: transition.countsAsTry ? nil : delivery.tries - 1,
                mayHaveArrived: result.outcome == .accepted || result.outcome == .unknown
            )
        )
        if transition.state == .accepted || transition.state == .delivered {
            try change.closeAlerts(of: delivery, why: "later evidence: \(transition.cause)")
        } else if transition.dueAt == nil {
            try change.closeAlerts(of: delivery, why: transition.cause, only: .deliveryDelayed)
        }
        if let alert = transition.alert {
            try change.raise(
                alert,
                about: delivery,
                text: AlertText.text(alert, delivery, result),
                notices: notices
            )
        }
        if let contact = delivery.contact {
            if transition.disablesContact {
                try change.disable(contact, why: result.reply)
            } else if transition.dueAt != nil, try change.isDisabled(contact) {
                try change.holdForDisabledContact(change.delivery(delivery.id))
            }
        }
        return RecordedAttempt(
            deliveryID: delivery.id,
            attempt: number,
            state: transition.state,
            dueAt: transition.dueAt,
            alert: transition.alert
        )
    }

    /// The attempt is closed, and stays as it is; what is learnt now is later evidence.
    private func recordLate(
        _ result: AttemptResult,
        number: Int,
        of delivery: DeliveryRow,
        isNews: Bool
    ) throws -> RecordedAttempt {
        var recorded = RecordedAttempt(deliveryID: delivery.id, attempt: number, state: delivery.state)
        guard isNews else { return recorded }
        if result.outcome == .accepted, delivery.state == .unknown, let channel = delivery.channel {
            let state: DeliveryState = channel == .mail ? .accepted : .delivered
            let cause = "the result of attempt \(number) came late: accepted"
            try change.move(delivery, to: state, Change.Details(cause: cause, mayHaveArrived: true))
            try change.closeAlerts(of: delivery, why: "later evidence: \(cause)")
            recorded.state = state
        } else {
            try change.note(
                "the result of attempt \(number) came late: \(result.outcome.rawValue)",
                of: delivery,
                to: delivery.state
            )
        }
        return recorded
    }
}
