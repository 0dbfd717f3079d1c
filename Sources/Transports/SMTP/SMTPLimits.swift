/// How long each phase of a conversation may take (RFC 5321 section 4.5.3.2).
package struct SMTPLimits: Sendable {
    /// TCP, TLS and login until the connection is ready; 5 minutes are asked for the greeting alone.
    package var opening: Duration = .seconds(300)
    package var connecting: Duration = .seconds(30)
    package var mail: Duration = .seconds(300)
    package var recipient: Duration = .seconds(300)
    package var data: Duration = .seconds(120)
    /// Each block of the content until the connection takes it.
    package var block: Duration = .seconds(180)
    /// The answer to the final dot: a shorter wait makes duplicates (RFC 1047).
    package var final: Duration = .seconds(600)
    /// How long an unused connection is kept.
    package var idle: Duration = .seconds(10)
    /// The answer to QUIT, for which nobody waits long.
    package var quit: Duration = .milliseconds(500)

    package init() {}

    func limit(for awaited: SMTPConversation.Expectation) -> Duration {
        switch awaited {
        case .reset, .mail: mail
        case .recipient: recipient
        case .data: data
        case .final, .emptyFinal: final
        }
    }
}

extension Duration {
    /// Whole milliseconds, at least 1, for calls that take them.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
