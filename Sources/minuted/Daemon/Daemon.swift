import Distribution
import Foundation
import Logging
import Pipeline
import Reading
import ServiceLifecycle
import Settings
import Storage
import Transports
import UnixSignals
import Website

/// Everything that runs, built once and in order; nothing else constructs services.
struct Daemon {
    let services: ServiceGroup
    let live: LiveConfiguration
    let bells: Bells
    let ledger: Ledger

    /// Opens the ledger under its lock and brings what a crash left in order, before anything starts.
    ///
    /// Throws `LedgerError`, `StoreError` or `ControlFailure`, each a sentence.
    init(
        _ configuration: DaemonConfiguration,
        configurationPath: String?,
        environment: [String: String],
        logger: Logger,
        now: @escaping @Sendable () -> Date = { Date() },
        stopSignals: Bool = true
    ) throws {
        let live = LiveConfiguration(PipelineConfiguration(configuration))
        let bells = Bells()
        let report = DaemonReport()
        let startedAt = now()
        let ledger = try Ledger(folder: URL(fileURLWithPath: configuration.state))
        let store = try DocumentStore(state: configuration.state)
        try store.sweep()
        let reading = DocumentReading(
            reader: .ofThisProgram(),
            converter: .ofThisProgram(folder: "\(configuration.state)/conversions")
        )
        let relay = RelayConnections()
        let housekeeping = HousekeepingService(
            ledger: ledger,
            live: live,
            bells: bells,
            now: now,
            logger: logger
        )
        try housekeeping.tidy(everything: true)
        let undecided = UndecidedStep(ledger: ledger, now: now, logger: logger)
        try undecided.decide(with: live.current)
        let delivery = DeliveryStep(
            ledger: ledger,
            live: live,
            documents: OutgoingDocuments(store: store, reading: reading),
            relay: relay,
            webhooks: WebhookTransport(ca: configuration.mail.relay.ca),
            bells: bells,
            report: report,
            now: now,
            logger: logger
        )
        let intake = IntakeStep(
            ledger: ledger,
            store: store,
            reading: reading,
            live: live,
            now: now,
            logger: logger
        )
        let cleaning = CleaningStep(
            ledger: ledger,
            store: store,
            reading: reading,
            rules: { live.current.rules }
        )
        let desk = ControlDesk(
            ledger: ledger,
            directory: { live.current.directory },
            clean: { try await cleaning.copyOrFailure(of: $0, despite: $1) },
            now: now,
            daemon: { Self.state(report, live: live, startedAt: startedAt) }
        )
        let notifier = SystemdNotifier(socket: environment["NOTIFY_SOCKET"])
        var running: [any Service] = [
            try ControlServer(
                folder: configuration.state,
                desk: desk,
                wake: { bells.ringAll() },
                logger: logger
            ),
            ReceiptService(
                step: ReceiptStep(ledger: ledger, live: live, now: now, logger: logger),
                live: live,
                bells: bells,
                logger: logger
            ),
            housekeeping,
            DeliveryService(
                step: delivery,
                ledger: ledger,
                live: live,
                relay: relay,
                bells: bells,
                now: now,
                logger: logger
            ),
            InboxService(step: intake, live: live, bells: bells, report: report, logger: logger),
        ]
        if let configurationPath {
            running.append(
                ReloadService(
                    path: configurationPath,
                    started: configuration,
                    live: live,
                    undecided: undecided,
                    bells: bells,
                    notifier: notifier,
                    logger: logger
                )
            )
        }
        running.append(
            WatchdogService(
                ledger: ledger,
                notifier: notifier,
                interval: SystemdNotifier.watchdogInterval(
                    microseconds: environment["WATCHDOG_USEC"],
                    process: environment["WATCHDOG_PID"]
                ),
                logger: logger
            )
        )
        var group = ServiceGroupConfiguration(
            services: running.map { .init(service: $0) },
            gracefulShutdownSignals: stopSignals ? [.sigterm, .sigint] : [],
            logger: logger
        )
        // Below the unit's TimeoutStopSec; what is cut off then is taken for unknown at the next start.
        group.maximumGracefulShutdownDuration = .seconds(50)
        services = ServiceGroup(configuration: group)
        self.live = live
        self.bells = bells
        self.ledger = ledger
    }

    private static func state(_ report: DaemonReport, live: LiveConfiguration, startedAt: Date) -> DaemonState
    {
        let inbox = report.inbox
        return DaemonState(
            runningSince: startedAt,
            holdsEverything: live.current.holdsEverything,
            inbox: .init(
                isMissing: inbox.trouble != nil,
                waitingFiles: inbox.waiting,
                lookedAt: inbox.lookedAt
            ),
            relay: report.relay.map { relay in
                .init(
                    state: relay.isAnswering ? .answering : .failing,
                    since: relay.since,
                    words: relay.words
                )
            } ?? .init()
        )
    }
}
