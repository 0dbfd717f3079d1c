package import Foundation
import Glibc
import Synchronization

/// A program that a test started and whose end it can await; its output goes to files, so that nothing blocks on it.
package final class StartedProgram: Sendable {
    package enum Exit: Equatable, Sendable {
        case code(Int32)
        case signal(Int32)
    }

    package enum Stream: String, Sendable {
        case output = ".out"
        case errors = ".err"
    }

    package let id: pid_t
    private let outputBase: URL
    private let ended: Task<Exit, Never>
    private let isOver: Over

    private final class Over: Sendable {
        let flag = Atomic(false)
    }

    /// Starts the program; `environment` is added to the test's own.
    package init(
        _ path: String,
        arguments: [String],
        environment: [String: String] = [:],
        output: URL
    ) throws {
        outputBase = output
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(output, .output)
        process.standardError = try Self.file(output, .errors)
        let (exits, sink) = AsyncStream<Exit>.makeStream()
        let over = Over()
        isOver = over
        process.terminationHandler = { process in
            over.flag.store(true, ordering: .releasing)
            let status = process.terminationStatus
            sink.yield(process.terminationReason == .exit ? .code(status) : .signal(status))
            sink.finish()
        }
        try process.run()
        id = process.processIdentifier
        ended = Task {
            for await exit in exits { return exit }
            return .code(-1)
        }
    }

    /// Returns when the program has ended.
    package func exit() async -> Exit { await ended.value }

    /// Sends a signal, unless the program has ended: its number may be another program's by then.
    package func send(_ signal: Int32) {
        if !isOver.flag.load(ordering: .acquiring) { kill(id, signal) }
    }

    /// What the program has written so far.
    package func text(_ stream: Stream) throws -> String {
        String(decoding: try Data(contentsOf: Self.location(outputBase, stream)), as: UTF8.self)
    }

    private static func location(_ base: URL, _ stream: Stream) -> URL {
        base.deletingLastPathComponent().appending(path: base.lastPathComponent + stream.rawValue)
    }

    private static func file(_ base: URL, _ stream: Stream) throws -> FileHandle {
        let file = location(base, stream)
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }
}
