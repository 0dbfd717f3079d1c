import ArgumentParser
import Website

/// A command that records what a person decides.
protocol DecisionCommand: StaffCommand {
    var source: ConfigurationOption { get }
    var decision: DecisionOptions { get }

    func request(_ grounds: ControlRequest.Grounds) -> ControlRequest
}

extension DecisionCommand {
    func text(in surroundings: Surroundings) async throws -> String {
        let request = request(try decision.grounds(in: surroundings))
        let reply = try await source.ask(request, in: surroundings)
        let (deliveries, without): (Int, String) =
            switch reply.answer {
            case .done(let deliveries): (deliveries, "")
            case .cleaned(let deliveries, let without): (deliveries, without)
            default: throw ControlFailure.strangeAnswer
            }
        return DecisionText(
            request,
            deliveries: deliveries,
            without: without,
            isDaemonRunning: reply.isFromDaemon
        ).text
    }
}
