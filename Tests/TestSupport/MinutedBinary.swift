package import Foundation

/// The program under test, built together with the tests.
package enum MinutedBinary {
    /// Beside the test bundle.
    package static var path: String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "minuted").path
    }

    /// Runs one command to its end, whatever its exit status.
    package static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        folder: URL
    ) async throws -> Finished {
        let process = try StartedProgram(
            path,
            arguments: arguments,
            environment: environment,
            output: folder.appending(path: "output-\(UUID().uuidString)")
        )
        let status = await process.exit()
        return Finished(
            status: status,
            output: try process.text(.output),
            errors: try process.text(.errors)
        )
    }

    /// What a command said, and how it ended.
    package struct Finished: Sendable {
        package let status: StartedProgram.Exit
        package let output: String
        package let errors: String
    }
}
