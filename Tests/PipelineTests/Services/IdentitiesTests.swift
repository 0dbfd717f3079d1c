import Distribution
import Foundation
import Testing

@testable import Pipeline

struct IdentitiesTests {
    @Test func `tokens are long, plain and never the same`() {
        let identities = Identities(domain: "council.example")

        let made = (0..<2_000).map { _ in identities.next(at: PipelineFixture.start) }

        #expect(Set(made.map(\.token)).count == made.count)
        for identity in made {
            #expect(identity.token.count == 24)
            #expect(identity.token.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) })
            #expect(identity.messageID == "\(identity.token)@council.example")
            #expect(identity.date == PipelineFixture.start)
        }
    }

    @Test func `each person is told once, at the time of their step`() throws {
        let policy = try PipelineFixture.configuration(inbox: "/srv/minutes").alerts
        let identities = Identities(domain: "council.example")

        let notices = policy.notices(
            for: .educationNotConsulted,
            raisedAt: PipelineFixture.start,
            identities: identities
        )

        #expect(notices.map(\.person) == ["lead", "manager"])
        #expect(notices.map { $0.dueAt.timeIntervalSince(PipelineFixture.start) } == [0, 4 * 3600])
        #expect(policy.notices(for: .fileHeld, raisedAt: PipelineFixture.start, identities: identities).count == 1)
    }
}
