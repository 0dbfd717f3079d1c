package import Distribution
package import Foundation
package import Logging
package import Storage
package import Transports

/// Claims what is due over one channel, sends it, and records what came of it.
///
/// Comes in: due deliveries. Goes out: mails and webhooks, and their results in the ledger. The intent of each is on disk
/// before the wire is touched; what a crash cuts off is taken for unknown at the next start. Logs ids, states and codes;
/// never addresses.
package struct DeliveryStep: Sendable {
    let ledger: Ledger
    let live: LiveConfiguration
    let documents: OutgoingDocuments
    let relay: RelayConnections
    let webhooks: WebhookTransport
    let bells: Bells
    let report: DaemonReport
    let now: @Sendable () -> Date
    let logger: Logger

    package init(
        ledger: Ledger,
        live: LiveConfiguration,
        documents: OutgoingDocuments,
        relay: RelayConnections,
        webhooks: WebhookTransport,
        bells: Bells,
        report: DaemonReport,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.ledger = ledger
        self.live = live
        self.documents = documents
        self.relay = relay
        self.webhooks = webhooks
        self.bells = bells
        self.report = report
        self.now = now
        self.logger = logger
    }

    /// Mails that one session takes at a time, and so what a crash can leave unknown of each session.
    package static let mailBatch = 16

    /// Sends one batch; `false` when nothing is due.
    ///
    /// - Throws: what is wrong with the ledger.
    package func sendDue(_ channel: ChannelKind, by worker: String) async throws -> Bool {
        let configuration = live.current
        guard !configuration.holdsEverything else { return false }
        let claimed = try ledger.claimDue(
            at: now(),
            channel: channel,
            limit: channel == .mail ? Self.mailBatch : 1,
            lease: 3600,
            by: worker
        )
        guard !claimed.isEmpty else { return false }
        let recorder = ResultRecorder { [self] batch in try record(batch, configuration: configuration) }
        async let recorded: Void = recorder.run()
        switch channel {
        case .mail: await sendMails(claimed, configuration, recorder)
        case .webhook: await sendWebhooks(claimed, configuration, recorder)
        }
        recorder.finish()
        try await recorded
        return true
    }

    private func sendMails(
        _ claimed: [ClaimedDelivery],
        _ configuration: PipelineConfiguration,
        _ recorder: ResultRecorder
    ) async {
        let builder = MailBuilder(configuration: configuration)
        var mails: [OutgoingMail] = []
        var attempts: [Int64] = []
        for delivery in claimed {
            do {
                mails.append(
                    try builder.mail(for: delivery, document: await documents.document(for: delivery))
                )
                attempts.append(delivery.attemptID)
            } catch {
                recorder.add(unprepared(delivery, error))
            }
        }
        guard !mails.isEmpty else { return }
        let transport = await relay.transport(for: configuration.relay)
        let ids = attempts
        await transport.deliver(mails) { index, result in
            report.note(result)
            recorder.add(FinishedAttempt(attemptID: ids[index], result: result))
        }
    }

    private func sendWebhooks(
        _ claimed: [ClaimedDelivery],
        _ configuration: PipelineConfiguration,
        _ recorder: ResultRecorder
    ) async {
        let builder = WebhookBuilder(configuration: configuration)
        for delivery in claimed {
            do {
                let webhook = try builder.webhook(
                    for: delivery,
                    document: await documents.document(for: delivery)
                )
                let result = await webhooks.deliver(webhook, at: now())
                recorder.add(FinishedAttempt(attemptID: delivery.attemptID, result: result))
            } catch {
                recorder.add(unprepared(delivery, error))
            }
        }
    }

    /// What cannot be made into a message is refused if a person must decide, and deferred if the disk may heal.
    private func unprepared(_ delivery: ClaimedDelivery, _ error: any Error) -> FinishedAttempt {
        let refusal = error as? MailBuilder.Refusal
        return FinishedAttempt(
            attemptID: delivery.attemptID,
            result: AttemptResult(
                outcome: refusal == nil ? .deferred : .refused,
                stage: .prepare,
                reply: refusal?.sentence ?? "\(error)",
                peer: "",
                finishedAt: now()
            )
        )
    }

    private func record(_ batch: [FinishedAttempt], configuration: PipelineConfiguration) throws {
        let identities = Identities(domain: configuration.from.address.domain)
        let recorded = try ledger.record(batch, at: now(), policy: configuration.sending) { code, at in
            configuration.alerts.notices(for: code, raisedAt: at, identities: identities)
        }
        for attempt in recorded {
            logger.log(
                level: attempt.state == .accepted || attempt.state == .delivered ? .info : .notice,
                "delivery attempted",
                metadata: [
                    "delivery.id": "\(attempt.deliveryID)", "delivery.attempt": "\(attempt.attempt)",
                    "delivery.state": "\(attempt.state.rawValue)",
                    "alert": "\(attempt.alert?.rawValue ?? "-")",
                ]
            )
        }
        bells.receipts.ring()
        if recorded.contains(where: { $0.alert != nil }) { bells.deliveries.ring() }
    }
}
