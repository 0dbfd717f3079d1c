import ArgumentParser
import Website

struct ListCommand: StaffCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The meetings, the latest first."
    )

    @OptionGroup var source: ConfigurationOption
    @Option(help: ArgumentHelp("How many meetings to list, up to 1000.", valueName: "number")) var limit = 20
    @Option(help: ArgumentHelp("List those before this meeting.", valueName: "reference")) var before: String?
    @Flag(help: "One JSON object a line instead, for programs.") var json = false

    func text(in surroundings: Surroundings) async throws -> String {
        let request = ControlRequest.meetings(before: before, limit: limit)
        guard case .meetings(let meetings) = try await source.ask(request, in: surroundings).answer else {
            throw ControlFailure.strangeAnswer
        }
        return json ? try JSONText.lines(meetings) : ListText(meetings, limit: limit).text
    }
}
