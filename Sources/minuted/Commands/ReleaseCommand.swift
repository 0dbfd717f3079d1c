import ArgumentParser
import Website

struct ReleaseCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Let what is held of a meeting's minutes go."
    )

    @OptionGroup var source: ConfigurationOption
    @Argument(help: "The meeting, such as M-2026-000123.") var reference: String
    @OptionGroup var decision: DecisionOptions

    func request(_ grounds: ControlRequest.Grounds) -> ControlRequest {
        .release(reference: reference, grounds)
    }
}
