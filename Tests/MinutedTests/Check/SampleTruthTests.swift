import Foundation
import TestSupport
import Testing

/// Every sample through the real program, compared with what a person says is in it.
@Suite(.timeLimit(.minutes(3)))
struct SampleTruthTests {
    /// Formats that are not read; their truths wait for the day.
    private static let unread = ["odt", "rtf", "html"]

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

    private static func isRead(_ file: SampleTruth.File) -> Bool {
        !unread.contains(String(file.name.split(separator: ".").last ?? ""))
    }

    @Test func `no alert is missed and nothing is released that a person must look at`() async throws {
        for (file, report) in try await Self.reports() where Self.isRead(file) {
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

    @Test func `of each kind of file, most participants have the right partner and evidence`() async throws {
        let reports = try await Self.reports().filter {
            Self.isRead($0.file) && !$0.file.truth.participants.isEmpty
        }
        let sets = Dictionary(grouping: reports) { $0.file.name.split(separator: ".").last ?? "" }
        for (kind, set) in sets {
            var (right, total) = (0, 0)
            var differences: [String] = []
            for (file, report) in set {
                for person in file.truth.participants {
                    total += 1
                    if let found = Self.match(person, in: report.participants),
                        found.partner == person.partner, found.evidence == person.evidence
                    {
                        right += 1
                    } else {
                        let read = Self.match(person, in: report.participants).map {
                            "\($0.partner), \($0.evidence)"
                        }
                        differences.append(
                            "\(file.name): \(person.name), \(person.role): \(person.partner), \(person.evidence); "
                                + "read as \(read ?? "nobody")"
                        )
                    }
                }
            }
            print("sample truth: \(kind): \(right) of \(total) participants")
            #expect(
                Double(right) >= 0.7 * Double(total),
                "\(kind): \(right) of \(total)\n\(differences.joined(separator: "\n"))"
            )
        }
    }

    /// The person of that name; one without a name by the role.
    private static func match(
        _ person: SampleTruth.Participant,
        in read: [SampleTruth.Participant]
    ) -> SampleTruth.Participant? {
        func key(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
        if person.name.isEmpty { return read.first { $0.name.isEmpty && key($0.role) == key(person.role) } }
        return read.first { key($0.name) == key(person.name) }
    }

    @Test func `a file of a format that is not read is rejected with a sentence that says what to do`()
        async throws
    {
        let others = try await Self.reports().filter { !Self.isRead($0.file) }

        #expect(others.count == 6)
        for (file, report) in others {
            #expect(report.disposition == "reject", "\(file.name)")
            #expect(
                report.reason.hasSuffix(".") && report.reason.split(separator: " ").count > 5,
                "\(report.reason)"
            )
        }
    }
}
