import Foundation
import TestSupport
import Testing

/// Every sample through the real program, compared with what a person says is in it.
@Suite(.timeLimit(.minutes(3)))
struct SampleTruthTests {
    private static func reports() async throws -> [(file: SampleTruth.File, report: SampleTruth.Report)] {
        let files = try SampleTruth.files()
        return try await withTemporaryFolder { folder in
            let finished = try await MinutedBinary.run(
                ["check", "--json", "--config", try configuration(in: folder)] + files.map(\.path),
                folder: folder
            )
            #expect(finished.status == .code(4), "\(finished.errors)")
            let lines = finished.output.split(separator: "\n")
            try #require(lines.count == files.count)
            return try zip(files, lines).map { file, line in
                (file, try JSONDecoder().decode(SampleTruth.Report.self, from: Data(line.utf8)))
            }
        }
    }

    private static func configuration(in folder: URL) throws -> String {
        let peers = CouncilFolder.Peers(
            relay: "smtp://localhost:25",
            webhook: "https://localhost:443",
            ca: "/etc/ssl/certs/ca-certificates.crt"
        )
        return try CouncilFolder(in: folder, peers: peers).configuration.path
    }

    @Test func `no alert is missed and nothing is released that a person must look at`() async throws {
        for (file, report) in try await Self.reports() {
            let missed = file.truth.alerts.subtracting(report.alerts)
            #expect(
                missed.isEmpty || report.disposition == "reject",
                "\(file.name): no alert about \(missed)"
            )
            #expect(
                report.disposition != "distribute" || file.truth.disposition == "distribute",
                "\(file.name) would go out, but should be \(file.truth.disposition)"
            )
            #expect(
                report.disposition != "reject" || file.truth.disposition == "reject",
                "\(file.name) is minutes and was not taken: \(report.reason)"
            )
        }
    }

    @Test func `every field of every truth is read`() async throws {
        for (file, report) in try await Self.reports() {
            let (truth, name) = (file.truth, file.name)
            #expect(report.disposition == truth.disposition, "\(name): \(report.reason)")
            #expect(report.alerts == truth.alerts, "\(name)")
            for (partner, evidence) in truth.partners {
                #expect(report.partners[partner] == evidence, "\(name): \(partner)")
            }
            guard truth.disposition != "reject" else { continue }
            #expect(report.meeting == truth.meeting, "\(name)")
            #expect(report.children.map(Self.plain) == truth.children.map(Self.plain), "\(name)")
            let read = Set(report.participants.map(Self.plain))
            let expected = Set(truth.participants.map(Self.plain))
            #expect(read.subtracting(expected).isEmpty, "\(name): too many")
            #expect(expected.subtracting(read).isEmpty, "\(name): missing")
        }
    }

    /// With straight apostrophes and single blanks: documents and truths differ in these at will.
    private static func plain(_ text: String) -> String {
        text.replacing("’", with: "'").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func plain(_ child: SampleTruth.Child) -> SampleTruth.Child {
        var child = child
        child.name = plain(child.name)
        child.setting = child.setting.map(plain)
        return child
    }

    private static func plain(_ person: SampleTruth.Participant) -> SampleTruth.Participant {
        var person = person
        person.name = plain(person.name)
        person.role = plain(person.role)
        person.organisation = plain(person.organisation)
        return person
    }
}
