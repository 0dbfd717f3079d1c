import Foundation
import Testing

/// The built program itself, as the shell sees it.
@Suite(.timeLimit(.minutes(1)))
struct ExitStatusTests {
    @Test func `a good configuration ends with 0 and is summed up`() async throws {
        try await CommandFolder.with { folder in
            let result = try Self.run(["config", "check", "--config", folder.configuration])

            #expect(result.status == 0)
            #expect(result.output.contains("Configuration of Exampleshire Children's Services"))
        }
    }

    @Test(arguments: [["config", "check"], ["status"]])
    func `a wrong configuration ends with 78, and each mistake is told`(_ command: [String]) async throws {
        try await CommandFolder.with { folder in
            let file = URL(filePath: folder.configuration)
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data((text + "colour: blue\nshape: round\n").utf8).write(to: file)

            let result = try Self.run(command + ["--config", folder.configuration])

            #expect(result.status == 78)
            #expect(result.output.isEmpty)
            #expect(result.complaint.contains("colour") && result.complaint.contains("shape"))
            #expect(result.complaint.contains("The configuration cannot be used: 2 errors."))
        }
    }

    @Test func `a wrong call ends with 64 and what is refused with 1`() async throws {
        try await CommandFolder.with { folder in
            let unknown = try Self.run(["dance"])
            let limit = try Self.run(["list", "--limit", "0", "--config", folder.configuration])
            let reason = try Self.run(["release", "M-2026-000001", "--config", folder.configuration])
            let missing = try Self.run(["show", "M-1999-000001", "--config", folder.configuration])

            #expect(unknown.status == 64)
            #expect(limit.status == 64)
            #expect(reason.status == 64)
            #expect(reason.complaint == "Give the reason with --why: it is kept with the decision.\n")
            #expect(missing.status == 1)
            #expect(missing.complaint.contains("There is no meeting M-1999-000001."))
        }
    }

    private static func run(_ arguments: [String]) throws -> (
        status: Int32, output: String, complaint: String
    ) {
        let process = Process()
        // The tests' own program lies beside it.
        process.executableURL = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "minuted")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let (output, complaint) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = complaint
        try process.run()
        // Both are far smaller than a pipe holds.
        let texts = [output, complaint].map { pipe in
            String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        process.waitUntilExit()
        return (process.terminationStatus, texts[0], texts[1])
    }
}
