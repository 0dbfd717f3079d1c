import Distribution
import Foundation
import TestSupport
import Testing

struct DeliveryTransitionTests {
    private static let start = Date(timeIntervalSince1970: 1_795_000_000)

    /// One row of the table: what is known, what came back, and what must follow.
    struct Row: CustomTestStringConvertible {
        var testDescription: String
        var outcome: AttemptResult.Outcome
        var code: Int?
        var channel = ChannelKind.mail
        var isRepeat = false
        var isLate = false
        var stopped: String?
        var onUnknown = SendingPolicy.OnUnknown.resend
        var state: DeliveryState
        /// Seconds from now; `nil` for not at all.
        var due: TimeInterval?
        var alert: AlertCode?
    }

    static let table: [Row] = [
        Row(testDescription: "mail accepted", outcome: .accepted, state: .accepted),
        Row(testDescription: "webhook taken", outcome: .accepted, channel: .webhook, state: .delivered),
        Row(testDescription: "a repeat accepted", outcome: .accepted, isRepeat: true, state: .accepted),
        Row(testDescription: "accepted though replaced", outcome: .accepted, stopped: "x", state: .accepted),
        Row(
            testDescription: "refused",
            outcome: .refused,
            code: 550,
            state: .refused,
            alert: .deliveryRefused
        ),
        Row(
            testDescription: "endpoint gone",
            outcome: .refused,
            code: 410,
            channel: .webhook,
            state: .refused,
            alert: .contactDisabled
        ),
        Row(
            testDescription: "410 means nothing to a relay",
            outcome: .refused,
            code: 410,
            state: .refused,
            alert: .deliveryRefused
        ),
        Row(testDescription: "deferred", outcome: .deferred, state: .deferred, due: 60),
        Row(
            testDescription: "deferred for the last time",
            outcome: .deferred,
            isLate: true,
            state: .expired,
            alert: .deliveryExpired
        ),
        Row(
            testDescription: "deferred, but an earlier copy may have arrived",
            outcome: .deferred,
            isRepeat: true,
            state: .unknown,
            due: 60
        ),
        Row(
            testDescription: "the last repeat deferred",
            outcome: .deferred,
            isRepeat: true,
            isLate: true,
            state: .unknown,
            alert: .deliveryUnknown
        ),
        Row(testDescription: "deferred and replaced", outcome: .deferred, stopped: "x", state: .withdrawn),
        Row(
            testDescription: "a repeat deferred and replaced",
            outcome: .deferred,
            isRepeat: true,
            stopped: "x",
            state: .unknown
        ),
        Row(testDescription: "unknown", outcome: .unknown, state: .unknown, due: 60),
        Row(
            testDescription: "unknown, ask a person",
            outcome: .unknown,
            onUnknown: .ask,
            state: .unknown,
            alert: .deliveryUnknown
        ),
        Row(
            testDescription: "unknown for the last time",
            outcome: .unknown,
            isLate: true,
            state: .unknown,
            alert: .deliveryUnknown
        ),
        Row(testDescription: "unknown and replaced", outcome: .unknown, stopped: "x", state: .unknown),
        Row(testDescription: "given back", outcome: .notTried, state: .queued, due: 0),
        Row(testDescription: "given back late", outcome: .notTried, isLate: true, state: .queued, due: 0),
        Row(testDescription: "given back and replaced", outcome: .notTried, stopped: "x", state: .withdrawn),
    ]

    @Test(arguments: table)
    func `a result leads to`(row: Row) {
        let transition = DeliveryTransition.after(
            result(row.outcome, code: row.code),
            in: DeliveryTransition.Situation(
                channel: row.channel,
                claimedFrom: .queued,
                tries: 1,
                firstDueAt: row.isLate ? Self.start.addingTimeInterval(-172_800) : Self.start,
                isRepeat: row.isRepeat,
                stoppedBecause: row.stopped
            ),
            policy: SendingPolicy(onUnknown: row.onUnknown),
            at: Self.start
        )

        #expect(transition.state == row.state)
        #expect(transition.dueAt == row.due.map(Self.start.addingTimeInterval))
        #expect(transition.alert == row.alert)
        #expect(transition.disablesContact == (row.alert == .contactDisabled))
        #expect(transition.countsAsTry == (row.outcome != .notTried))
        #expect(!transition.cause.isEmpty)
    }

    @Test func `the other side's wish for a later try is heard`() {
        var result = result(.deferred)
        result.retryAfter = Self.start.addingTimeInterval(7200)

        let transition = DeliveryTransition.after(
            result,
            in: situation(from: .queued),
            policy: SendingPolicy(),
            at: Self.start
        )

        #expect(transition.dueAt == Self.start.addingTimeInterval(7200))
    }

    @Test(arguments: [DeliveryState.queued, .deferred, .unknown])
    func `what is given back is where it was, and due at once`(state: DeliveryState) {
        let transition = DeliveryTransition.after(
            result(.notTried),
            in: situation(from: state),
            policy: SendingPolicy(),
            at: Self.start
        )

        #expect(transition.state == state)
        #expect(transition.dueAt == Self.start)
        #expect(!transition.countsAsTry)
    }

    /// Walks a delivery through random results until nothing happens by itself any more.
    @Test(arguments: UInt64(1)...200)
    func `no series of results loses a delivery or forgets what is not known`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let policy = SendingPolicy(onUnknown: Bool.random(using: &random) ? .resend : .ask)
        let channel = ChannelKind.allCases.randomElement(using: &random) ?? .mail
        var situation = situation(from: .queued, channel: channel)
        situation.tries = 0
        var now = Self.start
        var mayHaveArrived = false

        for _ in 1...400 {
            situation.tries += 1
            let outcome = AttemptResult.Outcome.allCases.randomElement(using: &random) ?? .deferred
            let transition = DeliveryTransition.after(
                result(outcome, code: Bool.random(using: &random) ? 410 : 450),
                in: situation,
                policy: policy,
                at: now
            )
            mayHaveArrived = mayHaveArrived || outcome == .unknown

            #expect(transition.state != .attempting && transition.state != .held)
            #expect(transition.state != .deferred || !mayHaveArrived, "deferred says that it did not arrive")
            #expect(transition.state != .expired || !mayHaveArrived, "expired says that it did not arrive")
            #expect((transition.dueAt != nil) == transition.state.isWaiting || transition.state == .unknown)
            guard let due = transition.dueAt else {
                // At rest: done, or somebody is told.
                #expect(
                    transition.alert != nil || transition.state == .accepted || transition.state == .delivered
                )
                return
            }
            #expect(due >= now)
            #expect(transition.alert == nil)
            if !transition.countsAsTry { situation.tries -= 1 }
            situation.claimedFrom = transition.state
            situation.isRepeat = mayHaveArrived
            now = due
        }
        Issue.record("a delivery was tried without end")
    }

    private func result(_ outcome: AttemptResult.Outcome, code: Int? = nil) -> AttemptResult {
        AttemptResult(
            outcome: outcome,
            stage: .final,
            code: code,
            reply: "",
            peer: "",
            finishedAt: Self.start
        )
    }

    private func situation(
        from state: DeliveryState,
        channel: ChannelKind = .mail
    ) -> DeliveryTransition.Situation {
        DeliveryTransition.Situation(
            channel: channel,
            claimedFrom: state,
            tries: 1,
            firstDueAt: Self.start,
            isRepeat: state == .unknown
        )
    }
}
