package import Logging
import ServiceLifecycle
package import Storage

/// Tells systemd that the daemon is ready, and then that it is alive, but only while the ledger answers.
package struct WatchdogService: Service {
    let ledger: Ledger
    let notifier: SystemdNotifier
    /// `nil` where systemd does not ask.
    let interval: Duration?
    let logger: Logger

    package init(ledger: Ledger, notifier: SystemdNotifier, interval: Duration?, logger: Logger) {
        self.ledger = ledger
        self.notifier = notifier
        self.interval = interval
        self.logger = logger
    }

    package func run() async throws {
        notifier.send(.ready)
        logger.notice("ready")
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try ledger.check()
                    notifier.send(.watchdog)
                } catch {
                    // Not fed: systemd ends the process, and starts it again.
                    logger.critical("the ledger does not answer", metadata: ["error": "\(error)"])
                }
                // Ends early, with an error of no interest, when the service stops.
                try? await Task.sleep(for: interval ?? .seconds(30))
            }
        }
        notifier.send(.stopping)
    }
}
