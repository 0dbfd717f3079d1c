import ArgumentParser
import Settings

struct ConfigCheckCommand: StaffCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read the configuration as the daemon would, and tell every mistake in it."
    )

    @OptionGroup var source: ConfigurationOption

    func text(in surroundings: Surroundings) async throws -> String {
        ConfigurationText(try DaemonConfiguration.load(source.path)).text
    }
}
