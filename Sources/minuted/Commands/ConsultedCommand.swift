import ArgumentParser
import Minutes
import Website

struct ConsultedCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "consulted",
        abstract: "Record that a partner was consulted after all, which closes its alerts."
    )

    @OptionGroup var source: ConfigurationOption
    @Argument(help: "The meeting, such as M-2026-000123.") var reference: String
    @Argument(help: "The partner, such as education.", transform: partner) var partner: Partner
    @OptionGroup var decision: DecisionOptions

    func request(_ grounds: ControlRequest.Grounds) -> ControlRequest {
        .noteConsulted(reference: reference, partner: partner, grounds)
    }

    private static func partner(_ word: String) throws -> Partner {
        guard let partner = Partner(rawValue: word.lowercased()) else {
            throw ValidationError("A partner is a word such as health, police or education.")
        }
        return partner
    }
}
