import Glibc

/// Two ends of a local connection, which no program inherits by accident.
enum SocketPair {
    static func make() -> (ours: Int32, theirs: Int32)? {
        var ends: [Int32] = [-1, -1]
        let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue
        guard socketpair(AF_UNIX, Int32(kind), 0, &ends) == 0 else { return nil }
        return (ends[0], ends[1])
    }

    /// Has a send fail that the other side does not take in for so long.
    static func limitSending(on socket: Int32, to patience: Duration) {
        var limit = timeval(tv_sec: Int(max(1, patience.components.seconds)), tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
}
