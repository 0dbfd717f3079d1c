import ArgumentParser
import Settings
import Website

/// Where the configuration is, for every command.
struct ConfigurationOption: ParsableArguments {
    @Option(name: .customLong("config"), help: ArgumentHelp("The daemon's configuration.", valueName: "file"))
    var path = "/etc/minuted/minuted.yaml"

    /// Asks the running daemon, or the ledger itself.
    ///
    /// - Throws: `ConfigurationErrors`, or a `ControlFailure` where the answer is one.
    func ask(_ request: ControlRequest, in surroundings: Surroundings) async throws -> Enquiry.Reply {
        let loaded = try DaemonConfiguration.load(path)
        return try await Enquiry(configuration: loaded.configuration, now: surroundings.now).ask(request)
    }
}
