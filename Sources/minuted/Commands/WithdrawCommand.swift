import ArgumentParser
import Website

struct WithdrawCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take back what still waits to be sent of a meeting, or one delivery."
    )

    @OptionGroup var source: ConfigurationOption
    @Argument(help: "The meeting, such as M-2026-000123.") var reference: String?
    @Option(help: ArgumentHelp("One delivery instead, as `show` numbers them.", valueName: "number"))
    var delivery: Int64?
    @OptionGroup var decision: DecisionOptions

    func validate() throws {
        guard (reference == nil) != (delivery == nil) else {
            throw ValidationError("Name either a meeting or, with --delivery, one delivery.")
        }
    }

    func request(_ grounds: ControlRequest.Grounds) -> ControlRequest {
        if let delivery { return .withdrawDelivery(delivery, grounds) }
        return .withdrawMeeting(reference: reference ?? "", grounds)
    }
}
