import ArgumentParser
import Website

struct AlertsCloseCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close an open alert."
    )

    @OptionGroup var source: ConfigurationOption
    @Argument(help: "The number of the alert, as `alerts` has it.") var alert: Int64
    @OptionGroup var decision: DecisionOptions

    func request(_ grounds: ControlRequest.Grounds) -> ControlRequest {
        .closeAlert(alert, grounds)
    }
}
