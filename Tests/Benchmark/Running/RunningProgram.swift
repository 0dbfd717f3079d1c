import Foundation
import Synchronization

/// A program that this process started, with its output in files so that nothing waits for a pipe.
final class RunningProgram: Sendable {
    let id: pid_t
    private let ending = Atomic<Int>(RunningProgram.running)
    private let ended: AsyncStream<Void>
    private let errors: URL

    private static let running = -1

    /// Starts it; standard error goes to `errorOutput`, if there is one, else to a file in `folder`.
    init(_ command: [String], folder: URL, errorOutput: FileHandle? = nil) throws {
        let name = URL(filePath: command[0]).lastPathComponent
        guard FileManager.default.isExecutableFile(atPath: command[0]) else {
            throw NotMeasured(description: "\(command[0]) is not there. Run `make setup`, then try again.")
        }
        let output = folder.appending(path: "\(name).output")
        errors = folder.appending(path: "\(name).errors")
        for file in [output, errors] { try Data().write(to: file) }
        id = try Self.spawn(
            command,
            input: .nullDevice,
            output: try FileHandle(forWritingTo: output),
            errors: try errorOutput ?? FileHandle(forWritingTo: errors)
        )
        let (ended, end) = AsyncStream<Void>.makeStream()
        self.ended = ended
        // Waiting blocks, so it has a thread of its own.
        Thread.detachNewThread { [self] in
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0, errno == EINTR {}
            ending.store(Int(status), ordering: .releasing)
            end.finish()
        }
    }

    var isRunning: Bool { ending.load(ordering: .acquiring) == Self.running }

    func signal(_ number: Int32) { kill(id, number) }

    /// Waits for the end; whether it was a success.
    @discardableResult
    func wait() async -> Bool {
        for await _ in ended {}
        return ending.load(ordering: .acquiring) == 0
    }

    /// Asks it to stop, and waits until it has.
    func stop() async {
        if isRunning { signal(SIGTERM) }
        await wait()
    }

    /// Runs a program to its end and returns its standard output; throws with its error output if it failed.
    @discardableResult
    static func run(_ command: [String], folder: URL) async throws -> String {
        let program = try RunningProgram(command, folder: folder)
        let name = URL(filePath: command[0]).lastPathComponent
        guard await program.wait() else {
            let errors = try String(contentsOf: program.errors, encoding: .utf8)
            throw NotMeasured(
                description:
                    "\(name) failed; if it or one of its packages is missing, run `make setup`.\n\(errors)"
            )
        }
        return try String(contentsOf: folder.appending(path: "\(name).output"), encoding: .utf8)
    }

    private static func spawn(_ command: [String], input: FileHandle, output: FileHandle, errors: FileHandle)
        throws
        -> pid_t
    {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, handle) in [(0, input), (1, output), (2, errors)] {
            posix_spawn_file_actions_adddup2(&actions, handle.fileDescriptor, Int32(target))
        }
        // The threads of the pool block most signals, and a program that inherited that could not be stopped.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let arguments = command.map { strdup($0) }
        let environment = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") }
        defer { for text in arguments + environment { free(text) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, command[0], &actions, &attributes, arguments + [nil], environment + [nil])
        guard code == 0 else {
            throw NotMeasured(
                description: "\(command[0]) could not be started: \(String(cString: strerror(code)))."
            )
        }
        return id
    }
}
