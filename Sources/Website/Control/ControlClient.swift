internal import Foundation
internal import NIOPosix

/// Asks the running daemon over its control socket.
package struct ControlClient: Sendable {
    private let socket: ControlSocket
    private let limit: Duration

    /// - Parameters:
    ///   - folder: the state folder.
    ///   - limit: for the whole exchange; making a cleaned copy may take four times as long.
    /// - Throws: `ControlFailure` when the path is too long for a socket.
    package init(folder: String, limit: Duration = .seconds(30)) throws(ControlFailure) {
        socket = try ControlSocket(folder: folder)
        self.limit = limit
    }

    /// Asks the daemon; `nil` when none runs.
    ///
    /// - Throws: `ControlFailure` when a daemon is there but cannot be asked, or its answer did not come. A decision
    ///   may have been recorded all the same, and the sentence then says so.
    package func ask(_ request: ControlRequest) async throws -> ControlAnswer? {
        var status = stat()
        guard lstat(socket.path, &status) == 0 else {
            guard errno == EACCES else { return nil }
            throw ControlFailure(
                .broken,
                "This user may not enter \(socket.folder). Run the command as root or as the daemon's user."
            )
        }
        let body = try JSONEncoder().encode(request)
        // libcurl blocks; the cooperative pool must not.
        let reply = try await NIOThreadPool.singleton.runIfActive {
            [socket, limit = limit * request.patience] in
            ControlTransfer.post(body, to: socket, within: limit)
        }
        switch reply {
        case .notRunning: return nil
        case .notAllowed:
            throw ControlFailure(
                .broken,
                "This user may not use \(socket.path). Run the command as root or as the daemon's user."
            )
        case .lost(let why):
            let isDecision = request.grounds != nil
            throw ControlFailure(
                .broken,
                "The daemon did not answer (\(why)). "
                    + (isDecision
                        ? "The decision may or may not have been recorded: look with `minuted show` before asking again."
                        : "Look into its log, then ask again.")
            )
        case .body(let data):
            do {
                return try JSONDecoder().decode(ControlAnswer.self, from: data)
            } catch {
                throw ControlFailure(
                    .broken,
                    """
                    The daemon's answer is not understood: it is of another version. Restart it, so that both are the \
                    same. A decision may have been recorded all the same.
                    """
                )
            }
        }
    }
}
