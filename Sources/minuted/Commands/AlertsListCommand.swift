import ArgumentParser
import Website

struct AlertsListCommand: StaffCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The open alerts, the oldest first."
    )

    @OptionGroup var source: ConfigurationOption
    @Option(help: ArgumentHelp("How many alerts to list, up to 1000.", valueName: "number")) var limit = 100
    @Flag(help: "One JSON object a line instead, for programs.") var json = false

    func text(in surroundings: Surroundings) async throws -> String {
        let request = ControlRequest.alerts(limit: limit)
        guard case .alerts(let alerts) = try await source.ask(request, in: surroundings).answer else {
            throw ControlFailure.strangeAnswer
        }
        return json ? try JSONText.lines(alerts) : AlertsText(alerts, limit: limit).text
    }
}
