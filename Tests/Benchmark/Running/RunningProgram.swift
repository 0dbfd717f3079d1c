import Foundation

/// A program that this process started, with its output in files so that nothing waits for a pipe.
final class RunningProgram: Sendable {
    let id: Int32
    private let process: Process
    private let ended: AsyncStream<Void>
    private let errors: URL

    /// Starts it; standard error goes to `errorPipe`, if there is one, else to a file in `folder`.
    init(_ command: [String], folder: URL, errorPipe: Pipe? = nil) throws {
        let name = URL(filePath: command[0]).lastPathComponent
        guard FileManager.default.isExecutableFile(atPath: command[0]) else {
            throw NotMeasured(description: "\(command[0]) is not there. Run `make setup`, then try again.")
        }
        let output = folder.appending(path: "\(name).output")
        errors = folder.appending(path: "\(name).errors")
        for file in [output, errors] { try Data().write(to: file) }
        process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        if let errorPipe {
            process.standardError = errorPipe
        } else {
            process.standardError = try FileHandle(forWritingTo: errors)
        }
        let (ended, end) = AsyncStream<Void>.makeStream()
        self.ended = ended
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        id = process.processIdentifier
    }

    var isRunning: Bool { process.isRunning }

    func signal(_ number: Int32) { kill(id, number) }

    /// Waits for the end; the exit status.
    @discardableResult
    func wait() async -> Int32 {
        for await _ in ended {}
        return process.terminationStatus
    }

    /// Asks it to stop, and waits until it has.
    func stop() async {
        if isRunning { process.terminate() }
        await wait()
    }

    /// Runs a program to its end and returns its standard output; throws with its error output if it failed.
    @discardableResult
    static func run(_ command: [String], folder: URL) async throws -> String {
        let program = try RunningProgram(command, folder: folder)
        let status = await program.wait()
        let name = URL(filePath: command[0]).lastPathComponent
        guard status == 0 else {
            let errors = try String(contentsOf: program.errors, encoding: .utf8)
            throw NotMeasured(
                description:
                    "\(name) failed; if it or one of its packages is missing, run `make setup`.\n\(errors)"
            )
        }
        return try String(contentsOf: folder.appending(path: "\(name).output"), encoding: .utf8)
    }
}
