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
        guard case .done(let deliveries) = reply.answer else { throw ControlFailure.strangeAnswer }
        return DecisionText(request, deliveries: deliveries, isDaemonRunning: reply.isFromDaemon).text
    }
}
