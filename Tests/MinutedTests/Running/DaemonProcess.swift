import Foundation
import Glibc
import Storage
import TestSupport
import Website

/// `minuted run` as a process of its own.
struct DaemonProcess: Sendable {
    private let program: StartedProgram
    private let folder: CouncilFolder

    init(_ folder: CouncilFolder, environment: [String: String] = [:]) throws {
        self.folder = folder
        program = try StartedProgram(
            MinutedBinary.path,
            arguments: ["run", "--config", folder.configuration.path],
            environment: environment,
            output: folder.root.appending(path: "daemon-\(UUID().uuidString)")
        )
    }

    var log: String { get throws { try program.text(.errors) } }

    /// Returns when the daemon has said that it is ready.
    func ready() async throws {
        try await eventually("the daemon is ready", every: .milliseconds(2)) {
            try log.contains(" ready") ? () : nil
        }
    }

    /// Returns when the log has this line, `count` times at least.
    func logged(_ words: String, count: Int = 1) async throws {
        try await eventually("the daemon logs: \(words)") {
            try log.components(separatedBy: words).count > count ? () : nil
        }
    }

    func send(_ signal: Int32) { program.send(signal) }

    /// An orderly stop.
    func stop() async -> StartedProgram.Exit {
        program.send(SIGTERM)
        return await program.exit()
    }

    /// What no program can prepare for.
    func kill() async {
        program.send(SIGKILL)
        _ = await program.exit()
    }

    func exit() async -> StartedProgram.Exit { await program.exit() }

    /// What the daemon says over its control socket.
    func ask(_ request: ControlRequest) async throws -> ControlAnswer? {
        try await ControlClient(folder: folder.state.path).ask(request)
    }

    /// Returns when the inbox is empty, nothing waits to be sent, and every receipt is written.
    func settled(within limit: Duration = .seconds(60)) async throws {
        var last = "no answer"
        try await eventually("everything is sent and written; the last state was \(last)", within: limit) {
            () async throws -> Void? in
            guard case .status(let status) = try await ask(.status) else { return nil }
            last = "\(status)"
            let isInboxEmpty = try folder.files().allSatisfy {
                $0.contains("/") && !$0.hasPrefix(".minuted/")
            }
            let isQuiet =
                status.ledger.oldestWaitingSince == nil && status.ledger.receiptsDue == 0
                && status.ledger.deliveries["attempting"] == nil && status.ledger.notices["attempting"] == nil
            return isInboxEmpty && isQuiet ? () : nil
        }
    }
}
