internal import Foundation
internal import HTTPTypes
internal import Hummingbird
package import Logging
internal import NIOCore
import ServiceLifecycle

/// Lets staff's commands ask the running daemon, over a Unix socket in the state folder.
///
/// One request is one HTTP POST with JSON both ways. Only root and the daemon's own user are served; the folder's rights
/// (0700) and the socket's (0600) keep others out before that. A socket file that an earlier run left behind is
/// replaced: whoever has a `Ledger` holds its lock, so that no other daemon listens on it.
package struct ControlServer: Service {
    private let socket: ControlSocket
    private let desk: ControlDesk
    private let wake: @Sendable () -> Void
    private let whenListening: @Sendable () -> Void
    private let logger: Logger

    /// - Parameters:
    ///   - folder: the state folder, which is also the ledger's.
    ///   - desk: does what is asked.
    ///   - wake: called after each decision, since deliveries or receipts may be due now.
    ///   - whenListening: called once, when commands can connect.
    ///   - logger: for what goes wrong; never told what was asked.
    /// - Throws: `ControlFailure` when the path is too long for a socket.
    package init(
        folder: String,
        desk: ControlDesk,
        wake: @escaping @Sendable () -> Void,
        whenListening: @escaping @Sendable () -> Void = {},
        logger: Logger
    ) throws(ControlFailure) {
        socket = try ControlSocket(folder: folder)
        self.desk = desk
        self.wake = wake
        self.whenListening = whenListening
        self.logger = logger
    }

    /// Serves until graceful shutdown or cancellation, then takes the socket file away.
    ///
    /// - Throws: `ControlFailure` when something else than a socket lies in its place, or what NIO says.
    package func run() async throws {
        try checkPlace()
        let application = Application(
            responder: CallbackResponder { (request: Request, context: ControlContext) in
                try await respond(to: request, context)
            },
            configuration: ApplicationConfiguration(
                address: .unixDomainSocket(path: socket.path),
                serverName: nil
            ),
            onServerRunning: { _ in
                // The folder has kept others out since the socket was bound.
                if chmod(socket.path, 0o600) != 0 {
                    logger.error("control socket keeps its rights", metadata: ["error.code": "\(errno)"])
                }
                whenListening()
            },
            logger: logger
        )
        // NIO takes the socket file away when it closes what it bound.
        try await application.run()
    }

    private func checkPlace() throws(ControlFailure) {
        var status = stat()
        guard lstat(socket.path, &status) == 0, status.st_mode & S_IFMT != S_IFSOCK else { return }
        throw ControlFailure(
            .broken,
            "The control socket cannot be made: \(socket.path) is there and is no socket. Move it away."
        )
    }

    private func respond(to request: Request, _ context: ControlContext) async throws -> Response {
        guard try await ControlPeer.of(context.channel).isTrusted else {
            logger.warning("control request of another user refused")
            return try Self.response(
                .forbidden,
                .failure(.init(.refused, "This user may not ask the daemon. Use root or the daemon's user."))
            )
        }
        guard request.method == .post, request.uri.path == ControlSocket.resource else {
            return try Self.response(.notFound, .failure(Self.otherVersion))
        }
        let body = try await request.body.collect(upTo: 64 << 10)
        let asked: ControlRequest
        do {
            asked = try JSONDecoder().decode(ControlRequest.self, from: Data(body.readableBytesView))
        } catch {
            // Its details would repeat what was asked, and so may name people.
            logger.debug("control request not understood")
            return try Self.response(.badRequest, .failure(Self.otherVersion))
        }
        let answer = await desk.perform(asked)
        if case .done = answer { wake() }
        return try Self.response(.ok, answer)
    }

    private static let otherVersion = ControlFailure(
        .broken,
        """
        The daemon does not understand this command: it is of another version. Restart it, so that both are the same.
        """
    )

    private static func response(_ status: HTTPResponse.Status, _ answer: ControlAnswer) throws -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json", .connection: "close"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(answer)))
        )
    }
}
