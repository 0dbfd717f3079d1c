internal import Glibc
internal import Hummingbird
internal import NIOCore

/// The process at the other end of the control socket, as the kernel knows it (unix(7), SO_PEERCRED).
struct ControlPeer: Sendable {
    /// As `struct ucred`, which Glibc hides without _GNU_SOURCE.
    let process: Int32
    let user: UInt32
    let group: UInt32

    /// May ask: the daemon's own user, and root, who could read the ledger anyway.
    var isTrusted: Bool { user == 0 || user == geteuid() }

    /// - Throws: what the system says; a peer that is not known is not served.
    static func of(_ channel: any Channel) async throws -> ControlPeer {
        guard let options = channel as? any SocketOptionProvider else {
            throw ChannelError.operationUnsupported
        }
        return try await options.unsafeGetSocketOption(
            level: .socket,
            name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        ).get()
    }
}

/// Keeps the channel, so that its peer can be looked up.
struct ControlContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
