internal import Distribution

/// What is found out about a mail, before host and time are added.
enum Results {
    struct Finding {
        var outcome: AttemptResult.Outcome
        var stage: AttemptResult.Stage
        var code: Int?
        var enhancedCode: String?
        var text: String
    }

    static let stopped = Finding(
        outcome: .notTried,
        stage: .prepare,
        text: "Not begun, because the daemon is stopping."
    )

    static func notOpened(_ failure: SMTPOpeningFailure) -> Finding {
        Finding(
            outcome: .deferred,
            stage: failure.stage,
            code: failure.code,
            enhancedCode: failure.enhancedCode,
            text: failure.text
        )
    }

    static func settled(_ cause: SMTPConversation.Cause) -> Finding {
        switch cause {
        case .reply(let stage, let reply):
            answered(reply, stage, SMTPVerdict.outcome(of: reply, at: stage))
        case .unprepared(let unprepared):
            Finding(outcome: .refused, stage: .prepare, text: unprepared.sentence)
        }
    }

    /// The connection ended while the mail's content was on its way, or while its final reply was awaited.
    static func interrupted(_ end: Ending, dotMayHaveLeft: Bool) -> Finding {
        var finding = notBegun(end)
        finding.outcome = dotMayHaveLeft ? .unknown : .deferred
        finding.stage = dotMayHaveLeft ? .final : .data
        finding.text += dotMayHaveLeft ? "\nThe mail may or may not have been taken." : ""
        return finding
    }

    /// The connection ended before any of the mail's content was sent.
    static func notBegun(_ end: Ending) -> Finding {
        switch end {
        case .loss(let loss): Finding(outcome: .deferred, stage: .mailFrom, text: loss.sentence)
        case .reply(let reply): answered(reply, .mailFrom, .deferred)
        }
    }

    enum Ending {
        case loss(SMTPLoss)
        case reply(SMTPReply)
    }

    private static func answered(
        _ reply: SMTPReply,
        _ stage: AttemptResult.Stage,
        _ outcome: AttemptResult.Outcome
    ) -> Finding {
        Finding(
            outcome: outcome,
            stage: stage,
            code: reply.code,
            enhancedCode: reply.enhancedCode,
            text: reply.text
        )
    }
}
