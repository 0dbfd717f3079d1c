import Distribution
import Testing

struct DeliveryReportTests {
    @Test(arguments: [
        (
            DeliveryReport.delivered, [DeliveryState.unknown, .accepted, .relayed, .refused, .expired],
            DeliveryState.delivered
        ),
        (.relayed, [.unknown, .accepted], .relayed),
        (.failed(reply: "5.1.1"), [.unknown, .accepted, .relayed, .delivered], .bounced),
        (.acknowledged(by: "A. Lead"), [.unknown, .accepted, .relayed, .delivered, .bounced], .acknowledged),
    ])
    func `evidence moves a delivery on`(report: DeliveryReport, states: [DeliveryState], next: DeliveryState)
    {
        for state in states { #expect(report.state(after: state) == next, "\(state)") }
    }

    @Test(arguments: [
        DeliveryReport.delivered, .relayed, .delayed, .failed(reply: ""), .acknowledged(by: "A"),
    ])
    func `evidence leaves what is held, under way, withdrawn or acknowledged alone`(report: DeliveryReport) {
        for state in [DeliveryState.held, .attempting, .withdrawn, .acknowledged] {
            #expect(report.state(after: state) == nil)
        }
    }

    @Test func `weaker evidence does not take the place of stronger`() {
        #expect(DeliveryReport.relayed.state(after: .delivered) == nil)
        #expect(DeliveryReport.delivered.state(after: .bounced) == nil)
        for state in DeliveryState.allCases { #expect(DeliveryReport.delayed.state(after: state) == nil) }
    }
}
