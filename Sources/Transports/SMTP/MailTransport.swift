package import Distribution
package import Foundation

/// Sends mail through the council's relay, over a few connections at a time.
///
/// One call takes one session for its whole batch; calls beyond the number of sessions wait their turn in order. The
/// sessions block threads of their own.
package final class MailTransport: Sendable {
    private let pool: SessionPool
    private let stop = StopSignal()
    private let sessions: [SMTPSession]

    /// Makes the sessions; nothing is connected before the first delivery, and `now` says when a result was known.
    package init(
        _ options: RelayOptions,
        limits: SMTPLimits = SMTPLimits(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        sessions = (0..<max(1, options.sessions)).map { [stop] _ in
            SMTPSession(options, limits, stop, now: now)
        }
        pool = SessionPool(sessions)
    }

    deinit {
        close()
    }

    /// Sends the mails in order over one connection, and returns when each has its result.
    ///
    /// A mail is never sent twice within a call unless nothing of its content was sent the first time. `report` is
    /// called once for each mail, with its index, as soon as its result is known, on the session's thread.
    package func deliver(
        _ mails: [OutgoingMail],
        report: @escaping @Sendable (Int, AttemptResult) -> Void
    ) async {
        let session = await pool.take()
        await session.deliver(mails, report: report)
        await pool.give(back: session)
    }

    /// Begins an orderly stop: mails on the wire are finished, the rest is given back as `notTried`.
    package func close() {
        stop.set()
        for session in sessions { session.closeSoon() }
    }
}

/// Which sessions are free, and who waits for one.
private actor SessionPool {
    private var free: [SMTPSession]
    private var waiting: [CheckedContinuation<SMTPSession, Never>] = []

    init(_ sessions: [SMTPSession]) {
        free = sessions
    }

    /// The session used last comes first, for its connection may still be open.
    func take() async -> SMTPSession {
        if let session = free.popLast() { return session }
        return await withCheckedContinuation { waiting.append($0) }
    }

    func give(back session: SMTPSession) {
        if waiting.isEmpty {
            free.append(session)
        } else {
            waiting.removeFirst().resume(returning: session)
        }
    }
}
