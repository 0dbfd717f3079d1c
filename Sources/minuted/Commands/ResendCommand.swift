import ArgumentParser
import Website

struct ResendCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend",
        abstract: "Send a delivery again that was refused, came back, was given up or is unknown."
    )

    @OptionGroup var source: ConfigurationOption
    @Argument(help: "The number of the delivery, as `show` has it.") var delivery: Int64
    @OptionGroup var decision: DecisionOptions

    func request(_ grounds: ControlRequest.Grounds) -> ControlRequest {
        .resend(delivery: delivery, grounds)
    }
}
