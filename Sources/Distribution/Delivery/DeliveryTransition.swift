package import struct Foundation.Date

/// What an attempt's result makes of a delivery: the one place that decides it, without a clock and without a ledger.
///
/// Never says more than is known (design section 1): where a copy may already be in the other side's hands, a later
/// failure to send another one leaves the delivery `unknown` and not `deferred` or `expired`.
package struct DeliveryTransition: Equatable, Sendable {
    package var state: DeliveryState
    /// When it is tried again; `nil` where nothing happens by itself any more.
    package var dueAt: Date?
    /// For the history: a plain sentence, without address or personal data.
    package var cause: String
    /// What a named person must be told.
    package var alert: AlertCode?
    /// The endpoint said that it is gone (HTTP 410): nothing more may go to this contact by itself.
    package var disablesContact: Bool
    /// Whether the attempt counts against the retry schedule.
    package var countsAsTry: Bool

    package init(
        state: DeliveryState,
        dueAt: Date? = nil,
        cause: String,
        alert: AlertCode? = nil,
        disablesContact: Bool = false,
        countsAsTry: Bool = true
    ) {
        self.state = state
        self.dueAt = dueAt
        self.cause = cause
        self.alert = alert
        self.disablesContact = disablesContact
        self.countsAsTry = countsAsTry
    }

    /// What follows when the attempt that `situation` describes ended with `result`.
    package static func after(
        _ result: AttemptResult,
        in situation: Situation,
        policy: SendingPolicy,
        at now: Date
    ) -> DeliveryTransition {
        switch result.outcome {
        case .accepted: accepted(situation)
        case .refused: refused(result, situation)
        case .deferred: deferred(result, situation, policy, now)
        case .unknown: unknown(result, situation, policy, now)
        case .notTried: notTried(situation, now)
        }
    }

    /// What is known of a delivery while one attempt of it is under way.
    package struct Situation: Equatable, Sendable {
        package var channel: ChannelKind
        /// The state from which the attempt was claimed.
        package var claimedFrom: DeliveryState
        /// Attempts that count in the present series, this one included.
        package var tries: Int
        /// When the present series was first due.
        package var firstDueAt: Date
        /// An earlier copy may be in the other side's hands.
        package var isRepeat: Bool
        /// Why nothing is to be tried again, such as a newer version that replaces this one; `nil` otherwise.
        package var stoppedBecause: String?

        package init(
            channel: ChannelKind,
            claimedFrom: DeliveryState,
            tries: Int,
            firstDueAt: Date,
            isRepeat: Bool = false,
            stoppedBecause: String? = nil
        ) {
            self.channel = channel
            self.claimedFrom = claimedFrom
            self.tries = tries
            self.firstDueAt = firstDueAt
            self.isRepeat = isRepeat
            self.stoppedBecause = stoppedBecause
        }
    }
}

/// How deliveries are tried again (`retry:`, `give_up:` and `unknown:` of the configuration).
package struct SendingPolicy: Codable, Equatable, Sendable {
    package var schedule: RetrySchedule
    package var onUnknown: OnUnknown

    package init(schedule: RetrySchedule = RetrySchedule(), onUnknown: OnUnknown = .resend) {
        self.schedule = schedule
        self.onUnknown = onUnknown
    }

    /// What to do when nobody can say whether a copy arrived.
    package enum OnUnknown: String, Codable, CaseIterable, Sendable {
        /// Send again with the same Message-ID and Date, so that the other side can see that it is a repeat.
        case resend
        /// Wait for evidence, and alert a person.
        case ask
    }
}

extension DeliveryTransition {
    private static func accepted(_ situation: Situation) -> DeliveryTransition {
        switch situation.channel {
        case .mail: DeliveryTransition(state: .accepted, cause: "accepted by the relay")
        case .webhook: DeliveryTransition(state: .delivered, cause: "taken by the endpoint")
        }
    }

    private static func refused(_ result: AttemptResult, _ situation: Situation) -> DeliveryTransition {
        let isGone = situation.channel == .webhook && result.code == 410
        let refusal =
            isGone ? "refused: the endpoint says that it is gone for good" : "refused by the other side"
        return DeliveryTransition(
            state: .refused,
            cause: situation.isRepeat ? "\(refusal); an earlier copy may have arrived" : refusal,
            alert: isGone ? .contactDisabled : .deliveryRefused,
            disablesContact: isGone
        )
    }

    private static func deferred(
        _ result: AttemptResult,
        _ situation: Situation,
        _ policy: SendingPolicy,
        _ now: Date
    ) -> DeliveryTransition {
        if let reason = situation.stoppedBecause {
            return stopped(situation.isRepeat ? .unknown : .withdrawn, because: reason)
        }
        switch (turn(after: result, situation, policy, now), situation.isRepeat) {
        case (.again(let due), false):
            return DeliveryTransition(state: .deferred, dueAt: due, cause: "not taken now")
        case (.again(let due), true):
            return DeliveryTransition(
                state: .unknown,
                dueAt: due,
                cause: "not taken now; an earlier copy may have arrived"
            )
        case (.giveUp, false):
            return DeliveryTransition(
                state: .expired,
                cause: "given up: not taken within the time allowed",
                alert: .deliveryExpired
            )
        case (.giveUp, true): return unknownForGood
        }
    }

    private static func unknown(
        _ result: AttemptResult,
        _ situation: Situation,
        _ policy: SendingPolicy,
        _ now: Date
    ) -> DeliveryTransition {
        if let reason = situation.stoppedBecause { return stopped(.unknown, because: reason) }
        switch (policy.onUnknown, turn(after: result, situation, policy, now)) {
        case (.ask, _):
            return DeliveryTransition(
                state: .unknown,
                cause: "outcome unknown: it may have arrived; a person decides",
                alert: .deliveryUnknown
            )
        case (.resend, .again(let due)):
            return DeliveryTransition(
                state: .unknown,
                dueAt: due,
                cause: "outcome unknown: it may have arrived; to be sent again as the same message"
            )
        case (.resend, .giveUp): return unknownForGood
        }
    }

    /// Given back at an orderly stop, and due at once: the first to go when there is a daemon again.
    private static func notTried(_ situation: Situation, _ now: Date) -> DeliveryTransition {
        if let reason = situation.stoppedBecause {
            return stopped(situation.isRepeat ? .unknown : .withdrawn, because: reason, countsAsTry: false)
        }
        return DeliveryTransition(
            state: situation.claimedFrom,
            dueAt: now,
            cause: "given back without an attempt",
            countsAsTry: false
        )
    }

    private static func stopped(
        _ state: DeliveryState,
        because reason: String,
        countsAsTry: Bool = true
    ) -> DeliveryTransition {
        DeliveryTransition(state: state, cause: "not tried again: \(reason)", countsAsTry: countsAsTry)
    }

    private static let unknownForGood = DeliveryTransition(
        state: .unknown,
        cause: "given up: an earlier copy may have arrived, and no answer came within the time allowed",
        alert: .deliveryUnknown
    )

    private static func turn(
        after result: AttemptResult,
        _ situation: Situation,
        _ policy: SendingPolicy,
        _ now: Date
    ) -> RetrySchedule.Turn {
        policy.schedule.next(
            afterAttempt: situation.tries,
            at: now,
            firstDue: situation.firstDueAt,
            notBefore: result.retryAfter
        )
    }
}
