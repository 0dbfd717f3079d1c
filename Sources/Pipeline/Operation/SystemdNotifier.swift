import Glibc

/// Tells systemd how the daemon fares: one datagram a message to `$NOTIFY_SOCKET`, as sd_notify(3) has it.
///
/// Without that socket every message is dropped, so that the daemon also runs by hand.
package struct SystemdNotifier: Sendable {
    package enum Message: Equatable, Sendable {
        /// Start-up is finished.
        case ready
        /// Reloading has begun; `ready` ends it. Microseconds of CLOCK_MONOTONIC.
        case reloading(monotonicMicroseconds: UInt64)
        /// Orderly stop has begun.
        case stopping
        /// Still alive.
        case watchdog
        /// One line for `systemctl status`; holds no personal data.
        case status(String)

        /// The datagram's text.
        package var text: String {
            switch self {
            case .ready: "READY=1"
            case .reloading(let time): "RELOADING=1\nMONOTONIC_USEC=\(time)"
            case .stopping: "STOPPING=1"
            case .watchdog: "WATCHDOG=1"
            // A line break would begin another assignment.
            case .status(let line): "STATUS=\(line.split(whereSeparator: \.isNewline).joined(separator: " "))"
            }
        }
    }

    private let address: sockaddr_un?
    private let addressLength: socklen_t

    /// - Parameter socket: the value of `$NOTIFY_SOCKET`: a path, or `@` and a name in the abstract namespace.
    package init(socket: String?) {
        let name = Array((socket ?? "").utf8)
        var address = sockaddr_un()
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        // Only these two families are ours to speak to; systemd itself also offers vsock, to virtual machines.
        guard let first = name.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "@"),
            (2..<capacity).contains(name.count)
        else {
            self.address = nil
            addressLength = 0
            return
        }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            path.copyBytes(from: name)
            // An abstract name begins with NUL (unix(7)).
            if first == UInt8(ascii: "@") { path[0] = 0 }
        }
        self.address = address
        addressLength = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
    }

    /// How often systemd wants to hear of us: half of `$WATCHDOG_USEC`, so that one late sign of life is no death.
    ///
    /// - Parameters:
    ///   - microseconds: the value of `$WATCHDOG_USEC`.
    ///   - process: the value of `$WATCHDOG_PID`; a watchdog for another process is not ours.
    /// - Returns: `nil` where there is no watchdog.
    package static func watchdogInterval(microseconds: String?, process: String?) -> Duration? {
        guard let microseconds = microseconds.flatMap(Int64.init), microseconds > 0,
            process == nil || process == String(getpid())
        else { return nil }
        return .microseconds(microseconds / 2)
    }

    /// Sends one message.
    ///
    /// - Returns: `false` if systemd could not be reached, which is no reason to stop: its watchdog acts on silence.
    @discardableResult
    package func send(_ message: Message) -> Bool {
        guard var address else { return false }
        let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return false }
        defer { close(socket) }
        let bytes = Array(message.text.utf8)
        let sent = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                sendto(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL), pointer, addressLength)
            }
        }
        return sent == bytes.count
    }
}
