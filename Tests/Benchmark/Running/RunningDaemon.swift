import Foundation
import Storage
import Website

/// The real `minuted run`, as its own process, from the same build as this program.
struct RunningDaemon {
    let folder: DaemonFolder
    let log: DaemonLog
    private let program: RunningProgram
    private let control: ControlClient

    static var executable: String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "minuted").path
    }

    var id: Int32 { program.id }

    /// Runs the daemon for as long as `body` takes.
    static func with<Result>(_ folder: DaemonFolder, _ body: (RunningDaemon) async throws -> Result)
        async throws
        -> Result
    {
        let pipe = Pipe()
        let daemon = RunningDaemon(
            folder: folder,
            log: DaemonLog(pipe.fileHandleForReading),
            program: try RunningProgram(
                [executable, "run", "--config", folder.configuration.path],
                folder: folder.root,
                errorOutput: pipe.fileHandleForWriting
            ),
            control: try ControlClient(folder: folder.state.path)
        )
        do {
            try await daemon.wait { _ in true }
            let result = try await body(daemon)
            await daemon.program.stop()
            return result
        } catch {
            await daemon.program.stop()
            throw error
        }
    }

    /// Has it read its configuration again.
    func reload() { program.signal(SIGHUP) }

    /// Waits until its status is as wanted, looking a hundred times a second.
    func wait(until isReached: (StatusModel) -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(900)
        while ContinuousClock.now < end {
            guard program.isRunning else { throw NotMeasured(description: "The daemon stopped by itself.") }
            if case .status(let answer)? = try await control.ask(.status), isReached(answer.ledger) { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw NotMeasured(description: "The daemon did not come to an end within 15 minutes.")
    }
}

extension StatusModel {
    var accepted: Int { deliveries["accepted"] ?? 0 }
}
