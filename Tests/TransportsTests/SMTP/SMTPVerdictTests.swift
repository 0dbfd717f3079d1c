import Distribution
import Testing

@testable import Transports

struct SMTPVerdictTests {
    @Test(arguments: [
        ("250 2.0.0 queued", AttemptResult.Stage.final, AttemptResult.Outcome.accepted),
        ("251 forwarded", .final, .accepted),
        ("354 again", .final, .unknown),
        ("451 4.3.0 later", .final, .deferred),
        ("554 5.6.0 no", .final, .refused),
        ("500 what", .final, .refused),
        ("450 4.2.0 greylisted", .recipient, .deferred),
        ("550 5.1.1 nobody", .recipient, .refused),
        ("501 5.1.3 syntax", .recipient, .refused),
        ("503 5.5.1 order", .recipient, .deferred),
        ("530 5.7.0 login", .recipient, .deferred),
        ("555 5.5.4 parameter", .recipient, .deferred),
        ("552 5.3.4 too large", .mailFrom, .refused),
        ("550 5.3.4 too large", .mailFrom, .refused),
        ("550 5.1.8 sender", .mailFrom, .deferred),
        ("530 5.7.0 login", .mailFrom, .deferred),
        ("554 5.7.1 policy", .data, .refused),
        ("503 5.5.1 order", .data, .deferred),
        ("535 5.7.8 login", .authenticate, .deferred),
        ("554 go away", .connect, .deferred),
    ])
    func `a reply means what the table says`(
        line: String,
        stage: AttemptResult.Stage,
        expected: AttemptResult.Outcome
    ) throws {
        #expect(SMTPVerdict.outcome(of: try reply(line), at: stage) == expected)
    }
}
