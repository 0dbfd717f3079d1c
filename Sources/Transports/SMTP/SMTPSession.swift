internal import Dispatch
internal import Distribution
internal import Foundation

/// One connection to the relay after the other, for one batch of mails after the other.
///
/// In: mails whose intent to send is on record. Out: one result for each, as soon as it is known. A connection is kept
/// for a short time after a batch; one that went stale meanwhile is opened again once, for nothing was said on it.
/// After a crash nothing is left here: what was on the wire is `attempting` in the ledger.
actor SMTPSession {
    private let options: RelayOptions
    private let limits: SMTPLimits
    private let stop: StopSignal
    private let now: @Sendable () -> Date
    private nonisolated let executor = SessionExecutor()
    private var connection: SMTPConnection?
    /// Counts batches, so that a timer of an earlier one leaves the connection alone.
    private var batch = 0

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(
        _ options: RelayOptions,
        _ limits: SMTPLimits,
        _ stop: StopSignal,
        now: @escaping @Sendable () -> Date
    ) {
        self.options = options
        self.limits = limits
        self.stop = stop
        self.now = now
    }

    /// Sends the mails in order; returns when each has its result.
    func deliver(_ mails: [OutgoingMail], report: @Sendable (Int, AttemptResult) -> Void) {
        batch += 1
        var left = Array(mails.indices)
        while !left.isEmpty {
            guard !stop.isSet else {
                return give(left, Results.stopped, report)
            }
            let wasKept = connection != nil
            do throws(SMTPOpeningFailure) {
                let open = try opened()
                var exchange = SMTPExchange(
                    mails: mails,
                    indices: left,
                    connection: open,
                    stop: stop,
                    limits: limits
                )
                let end = exchange.run { index, finding in report(index, self.result(finding, open)) }
                left = end.left
                guard let loss = end.loss else { continue }
                connection = nil
                // Progress, or a stale connection, earns a new one; else the rest waits for its next turn.
                if !left.isEmpty, end.settled == 0, !wasKept { return give(left, loss, report) }
            } catch {
                connection = nil
                return give(left, error.isStopped ? Results.stopped : Results.notOpened(error), report)
            }
        }
        keepForAWhile()
    }

    private func opened() throws(SMTPOpeningFailure) -> SMTPConnection {
        if let connection { return connection }
        let new = try SMTPConnection(options, limits, stop)
        connection = new
        return new
    }

    /// Ends the connection in good order, unless a batch has used it since the `ended` one.
    func close(after ended: Int? = nil) {
        guard ended == nil || ended == batch else { return }
        connection?.quit()
        connection = nil
    }

    /// Has the connection closed as soon as no batch is under way.
    nonisolated func closeSoon() {
        executor.later { self.assumeIsolated { $0.close() } }
    }

    private func keepForAWhile() {
        guard connection != nil else { return }
        if stop.isSet { return close() }
        let ended = batch
        let end = DispatchTime.now() + .milliseconds(limits.idle.milliseconds)
        DispatchQueue.global().asyncAfter(deadline: end) { [weak self] in
            guard let self else { return }
            executor.later { self.assumeIsolated { $0.close(after: ended) } }
        }
    }

    private func give(_ indices: [Int], _ finding: Results.Finding, _ report: (Int, AttemptResult) -> Void) {
        for index in indices { report(index, result(finding, connection)) }
    }

    private func result(_ finding: Results.Finding, _ connection: SMTPConnection?) -> AttemptResult {
        AttemptResult(
            outcome: finding.outcome,
            stage: finding.stage,
            code: finding.code,
            enhancedCode: finding.enhancedCode,
            reply: PeerText.clean(finding.text),
            tls: connection?.tls,
            peer: "\(options.host):\(options.port)",
            finishedAt: now()
        )
    }
}
