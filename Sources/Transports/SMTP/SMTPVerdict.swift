internal import Distribution

/// What a refusal means for the mail that it answers.
///
/// | reply | at | outcome | why |
/// |---|---|---|---|
/// | 2xx | final dot | accepted | |
/// | 4xx | anywhere | deferred | the relay says so |
/// | 421 | anywhere | deferred | it closes; not about this mail |
/// | 500, 502, 503, 504, 555 | before the data | deferred | we and the relay misunderstand each other |
/// | 530, 534, 535, 538 | before the data | deferred | a login or encryption is asked for: configuration |
/// | 552, or 5.3.4 | MAIL | refused | too large: it will not shrink |
/// | other 5xx | MAIL | deferred | our return path or the relay's policy; a person can mend it within `give_up` |
/// | other 5xx | RCPT, DATA, final dot | refused | about this recipient or this mail |
/// | anything else | final dot | unknown | the relay has the mail, and its answer says nothing |
/// | anything else | before | deferred | |
enum SMTPVerdict {
    static func outcome(of reply: SMTPReply, at stage: AttemptResult.Stage) -> AttemptResult.Outcome {
        switch reply.code {
        case 200..<300 where stage == .final: return .accepted
        case 400..<500: return .deferred
        case 500..<600: break
        default: return stage == .final ? .unknown : .deferred
        }
        switch stage {
        case .final: return .refused
        case .mailFrom: return reply.code == 552 || reply.enhancedCode == "5.3.4" ? .refused : .deferred
        case .recipient, .data: return isOurs(reply.code) ? .deferred : .refused
        case .prepare, .connect, .tls, .authenticate: return .deferred
        }
    }

    private static func isOurs(_ code: Int) -> Bool {
        [500, 502, 503, 504, 530, 534, 535, 538, 555].contains(code)
    }
}
