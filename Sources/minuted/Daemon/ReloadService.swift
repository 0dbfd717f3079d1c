import Distribution
import Logging
import Pipeline
import ServiceLifecycle
import Settings
import UnixSignals

/// Takes over a changed configuration on SIGHUP, and keeps the old one if the new one is wrong.
struct ReloadService: Service {
    let path: String
    let started: DaemonConfiguration
    let live: LiveConfiguration
    let bells: Bells
    let notifier: SystemdNotifier
    let logger: Logger

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { reload() }
    }

    func reload() {
        do {
            let loaded = try DaemonConfiguration.load(path).configuration
            if loaded.state != started.state || loaded.mail.relay.sessions != started.mail.relay.sessions {
                logger.warning("the state folder and the number of sessions change only with a restart")
            }
            live.replace(with: PipelineConfiguration(loaded))
            logger.notice(
                "configuration reloaded",
                metadata: [
                    "contacts": "\(loaded.directory.allContacts.count)",
                    "hold_everything": "\(loaded.holdsEverything)",
                ]
            )
            notifier.send(.status("Configuration reloaded."))
            bells.ringAll()
        } catch {
            for problem in error.problems {
                logger.error(
                    "the new configuration is wrong, the old one stays",
                    metadata: ["problem": "\(problem)"]
                )
            }
            notifier.send(.status("The new configuration is wrong; the old one is still in force."))
        }
        // systemd 252 waits for nothing after ExecReload; later ones take this as the end of the reload.
        notifier.send(.ready)
    }
}
