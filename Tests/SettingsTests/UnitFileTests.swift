import Foundation
import Testing

/// The systemd unit that operators copy.
struct UnitFileTests {
    private let unit = ConfigurationFolder.repository.appending(path: "Systemd/minuted.service")

    @Test(.timeLimit(.minutes(1)))
    func `systemd finds nothing to say about the unit`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "minuted-unit-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // The daemon is not installed where tests run; all else of the unit stays.
        let text = try text().replacing("ExecStart=/usr/bin/minuted run", with: "ExecStart=/bin/true")
        let copy = folder.appending(path: "minuted.service")
        try Data(text.utf8).write(to: copy)

        let result = try analyze(["verify", "--man=no", copy.path])

        #expect(result.output == "")
        #expect(result.status == 0)
    }

    @Test(.timeLimit(.minutes(1)))
    func `the unit's exposure is 2 or better`() throws {
        let result = try analyze(["security", "--offline=yes", "--no-pager", "--threshold=20", unit.path])

        #expect(result.status == 0, "\(result.output)")
    }

    @Test func `the unit lets the daemon do what it must`() throws {
        let lines = try text().split(separator: "\n").map(String.init)

        // The children confine themselves, and systemd's set of ordinary calls leaves seccomp and Landlock out.
        let landlock = "landlock_create_ruleset landlock_add_rule landlock_restrict_self"
        #expect(lines.contains("SystemCallFilter=@system-service seccomp \(landlock)"))
        #expect(lines.contains("RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX"))
        #expect(lines.contains("ReadWritePaths=/srv/minutes"))
        #expect(lines.contains("StateDirectory=minuted"))
        #expect(lines.contains("RestartPreventExitStatus=78 64"))
        #expect(lines.contains("NotifyAccess=main"))
    }

    private func text() throws -> String { try String(contentsOf: unit, encoding: .utf8) }

    private func analyze(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let tool = URL(filePath: "/usr/bin/systemd-analyze")
        try #require(
            FileManager.default.isExecutableFile(atPath: tool.path),
            "systemd-analyze is missing: run `make setup`, which installs the package systemd"
        )
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
