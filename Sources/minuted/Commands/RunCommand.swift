import ArgumentParser
import Foundation
import Logging
import ServiceLifecycle
import Settings
import Storage

/// `minuted run`: the daemon, in the foreground.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run the daemon in the foreground.",
        discussion: "Stops in order on SIGTERM and SIGINT; reads its configuration again on SIGHUP."
    )

    @Option(help: "The configuration file.")
    var config = "/etc/minuted/minuted.yaml"

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let loaded: LoadedConfiguration
        do {
            loaded = try DaemonConfiguration.load(config)
        } catch {
            FileHandle.standardError.write(Data(ConfigurationText(error).text.utf8))
            throw ExitCode(78)
        }
        let logger = Logger.daemon(loaded.configuration.log, environment: environment)
        for warning in loaded.warnings + loaded.fileWarnings() {
            logger.warning("the configuration deserves a look", metadata: ["problem": "\(warning)"])
        }
        do {
            let daemon = try Daemon(
                loaded.configuration,
                configurationPath: config,
                environment: environment,
                logger: logger
            )
            try await daemon.services.run()
            logger.notice("stopped")
        } catch {
            logger.critical("the daemon cannot go on", metadata: ["error": "\(error)"])
            throw ExitCode(1)
        }
    }
}
