package import Foundation

/// Python with the peers that `make setup` installs, as an independent judge of what we put on the wire.
package enum PythonPeer {
    /// The environment that `make setup` makes, or another one by `MINUTED_TEST_PYTHON`.
    private static var interpreter: String {
        let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let environment = project.appending(path: ".build/python/bin/python").path
        return ProcessInfo.processInfo.environment["MINUTED_TEST_PYTHON"]
            ?? (FileManager.default.isExecutableFile(atPath: environment) ? environment : "python3")
    }

    /// Runs a script and returns what it printed; throws with its error output if it failed.
    package static func run(
        _ script: String,
        arguments: [String] = [],
        input: Data = Data()
    ) async throws -> String {
        return try await withFolder { folder in
            try Data(script.utf8).write(to: folder.appending(path: "script.py"))
            try input.write(to: folder.appending(path: "input"))
            let command = [interpreter, folder.appending(path: "script.py").path] + arguments
            return try await ChildProcess.run(command, folder: folder, input: folder.appending(path: "input"))
        }
    }
}

/// A program started by a test, with its output in files so that nothing waits for a pipe.
package enum ChildProcess {
    /// Runs the command to its end and returns its standard output; throws if it fails or is not there.
    package static func run(
        _ command: [String],
        folder: URL,
        input: URL = URL(filePath: "/dev/null")
    ) async throws -> String {
        let output = folder.appending(path: "output")
        let errors = folder.appending(path: "errors")
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
        guard process.terminationStatus == 0 else {
            throw Failed(command: command[0], errors: try String(contentsOf: errors, encoding: .utf8))
        }
        return try String(contentsOf: output, encoding: .utf8)
    }

    package struct Failed: Error, CustomStringConvertible {
        let command: String
        let errors: String

        package var description: String {
            "\(command) failed; if it or one of its packages is missing, run `make setup`.\n\(errors)"
        }
    }
}

/// Runs the body with an empty folder that is removed afterwards.
package func withFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "minuted-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
