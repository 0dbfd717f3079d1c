import Distribution
import Minutes
import Testing

@testable import Storage

/// A held version is not in force: it answers no alert and replaces nothing before a person releases it.
struct HeldVersionTests {
    private static let answer = SettledAlert(
        code: .educationNotConsulted,
        partner: .education,
        why: "the DSL came"
    )

    @Test func `a held version leaves the alert open, and its release closes it`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a", alerts: [Sample.educationAlert(of: "a")])
            var version = Sample.version(
                basedOn: try ledger.meeting(key: "meeting-1"),
                isHeld: true,
                settles: [Self.answer]
            )
            version.findings = []
            version.partners = [PartnerEvidence(partner: .education, evidence: .attended)]
            _ = try ledger.takeIn(Sample.intake("b", .minutes(version)), at: Sample.start)
            #expect(try ledger.openAlerts(limit: 10).map(\.code) == [.educationNotConsulted])

            _ = try ledger.release("M-2026-000001", directory: Sample.directory, Sample.decision())

            #expect(try ledger.openAlerts(limit: 10).isEmpty)
        }
    }

    @Test func `the release of a version that shows no consultation leaves the alert open`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a", alerts: [Sample.educationAlert(of: "a")])
            try ledger.takeInMinutes("b", isHeld: true)

            _ = try ledger.release("M-2026-000001", directory: Sample.directory, Sample.decision())

            #expect(try ledger.openAlerts(limit: 10).map(\.code) == [.educationNotConsulted])
        }
    }

    @Test func `withdrawing a held version leaves the one in force as it is`() throws {
        try withLedger { ledger in
            try ledger.takeInMinutes("a")
            try ledger.takeInMinutes("b", isHeld: true)

            let count = try ledger.withdraw("M-2026-000001", Sample.decision())

            #expect(count == 1)
            let versions = try ledger.meeting(reference: "M-2026-000001").versions
            #expect(versions.map { $0.deliveries.map(\.state) } == [[.withdrawn], [.queued]])
            #expect(versions.map { $0.withdrawnAt != nil } == [true, false])
        }
    }
}
