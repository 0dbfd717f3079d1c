import Foundation
import StandIns
import TestSupport

/// A daemon that runs in a council's folder, with stand-ins as its other side.
struct RunningDaemon: Sendable {
    let folder: CouncilFolder
    let daemon: DaemonProcess
    let wire: Wire
    let peers: CouncilFolder.Peers

    /// Starts a daemon and kills it afterwards if it still runs.
    static func with(
        more: String = "",
        environment: [String: String] = [:],
        relay: @escaping @Sendable (SMTPMoment) -> SMTPAction = { _ in .proceed },
        _ body: @escaping @Sendable (RunningDaemon) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { root in
            try await Wire.with(authority: root, relay: relay) { wire, peers in
                let folder = try CouncilFolder(in: root, peers: peers, more: more)
                let daemon = try DaemonProcess(folder, environment: environment)
                do {
                    try await daemon.ready()
                    try await body(RunningDaemon(folder: folder, daemon: daemon, wire: wire, peers: peers))
                } catch {
                    await daemon.kill()
                    throw error
                }
                await daemon.kill()
            }
        }
    }

    /// Waits for a file of the inbox whose path holds all these words, and returns the path.
    func file(_ words: String...) async throws -> String {
        try await eventually("a file with \(words)") {
            try folder.files().first { path in words.allSatisfy(path.contains) }
        }
    }
}
