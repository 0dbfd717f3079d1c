import ArgumentParser
import Website

struct ShowCommand: StaffCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One meeting: versions, partners, deliveries word for word, alerts, history."
    )

    @OptionGroup var source: ConfigurationOption
    @Argument(help: "The meeting, such as M-2026-000123.") var reference: String
    @Flag(help: "One JSON object instead, for programs.") var json = false

    func text(in surroundings: Surroundings) async throws -> String {
        let request = ControlRequest.meeting(reference: reference)
        guard case .meeting(let meeting) = try await source.ask(request, in: surroundings).answer else {
            throw ControlFailure.strangeAnswer
        }
        return json ? try JSONText.line(meeting) : MeetingText(meeting).text
    }
}
