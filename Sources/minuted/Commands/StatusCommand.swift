import ArgumentParser
import Website

struct StatusCommand: StaffCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "The state of the work on one screen: inbox, deliveries, alerts, relay."
    )

    @OptionGroup var source: ConfigurationOption
    @Flag(help: "One JSON object instead, for programs.") var json = false

    func text(in surroundings: Surroundings) async throws -> String {
        guard case .status(let status) = try await source.ask(.status, in: surroundings).answer else {
            throw ControlFailure.strangeAnswer
        }
        return json ? try JSONText.line(status) : StatusText(status, now: surroundings.now()).text
    }
}
