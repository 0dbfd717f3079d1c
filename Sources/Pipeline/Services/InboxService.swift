import Foundation
package import Logging
import ServiceLifecycle

/// Looks at the inbox again and again, and takes in what has settled.
///
/// Comes in: wake-ups by inotify, the rescan, a bell. Goes out: taken-in files. What is wrong with the inbox as a whole (a
/// share that is away) is logged once and tried again at each rescan; what is wrong with one file stays in its step. A
/// crash leaves files in the inbox or claimed; both are found at the next start through the same gate.
package struct InboxService: Service {
    let step: IntakeStep
    let live: LiveConfiguration
    let bells: Bells
    let report: DaemonReport
    let logger: Logger

    package init(
        step: IntakeStep,
        live: LiveConfiguration,
        bells: Bells,
        report: DaemonReport,
        logger: Logger
    ) {
        self.step = step
        self.live = live
        self.bells = bells
        self.report = report
        self.logger = logger
    }

    package func run() async throws {
        let watch = try InboxWatch()
        let stop = StopFlag()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in watch.wakeUps { bells.inbox.ring() } }
            group.addTask {
                try await withGracefulShutdownHandler {
                    try await look(with: watch, until: stop)
                } onGracefulShutdown: {
                    stop.set()
                    bells.inbox.ring()
                }
            }
            _ = try await group.next()
            group.cancelAll()
        }
    }

    private func look(with watch: InboxWatch, until stop: StopFlag) async throws {
        var round = InboxRound(step: step, options: live.current.inbox, logger: logger)
        var options = live.current.inbox
        while !stop.isSet, !Task.isCancelled {
            let configuration = live.current
            if configuration.inbox != options {
                options = configuration.inbox
                round = InboxRound(step: step, options: options, logger: logger)
            }
            let count = await bells.inbox.count
            let next = try await round.look(
                at: configuration.inboxPath,
                watch: watch,
                report: report,
                stop: stop
            )
            if round.tookAny {
                bells.deliveries.ring()
                bells.receipts.ring()
            }
            guard !stop.isSet else { return }
            await bells.inbox.wait(since: count, until: next)
        }
    }
}
