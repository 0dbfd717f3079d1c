import CConfinement
import Glibc

/// One child process and the socket that is its standard input and output.
///
/// A socket and not pipes: a write to a child that is gone can be told not to raise SIGPIPE.
struct WorkerProcess {
    private let id: pid_t
    private let socket: Int32

    /// How a child ended.
    enum Ending: Equatable {
        case exit(Int32)
        case signal(Int32)
    }

    /// What came of a question.
    enum Outcome {
        /// All that the child wrote until it closed its output.
        case answer([UInt8])
        case late
        case flood
    }

    /// A child that was started with the other end of the socket, which is closed with it.
    init(id: pid_t, socket: Int32) {
        self.id = id
        self.socket = socket
    }

    /// Starts a program with the other end of a socket; nil if that cannot be done.
    static func start(_ program: String, _ arguments: [String]) -> WorkerProcess? {
        guard let (ours, theirs) = SocketPair.make() else { return nil }
        defer { close(theirs) }
        guard let id = ChildProgram.spawn(program, arguments, socket: theirs) else {
            close(ours)
            return nil
        }
        return WorkerProcess(id: id, socket: ours)
    }

    /// Writes the question and reads the answer at the same time, so that no child can make both sides wait.
    func exchange(
        _ question: [[UInt8]],
        until end: ContinuousClock.Instant,
        answerLimit: Int
    ) -> Outcome {
        var unsent = question.filter { !$0.isEmpty }.map { $0[...] }[...]
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var isAsking = true
        while true {
            if isAsking, unsent.isEmpty {
                isAsking = false
                shutdown(socket, Int32(SHUT_WR))
            }
            let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
            guard left > 0 else { return .late }
            var state = pollfd(
                fd: socket,
                events: Int16(POLLIN) | (isAsking ? Int16(POLLOUT) : 0),
                revents: 0
            )
            guard poll(&state, 1, Int32(clamping: Int64(left.rounded(.up)))) > 0 else { continue }
            if isAsking, state.revents & Int16(POLLOUT | POLLHUP | POLLERR) != 0, !send(&unsent) {
                // The child has gone or does not want to know: what it has said so far still counts.
                unsent = []
            }
            if state.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
                let count = recv(socket, &chunk, chunk.count, Int32(MSG_DONTWAIT))
                if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { return .answer(answer) }
                if count > 0 { answer += chunk[..<count] }
                if answer.count > answerLimit { return .flood }
            }
        }
    }

    /// Kills the child if it is still there, reaps it and closes the socket.
    func end() -> Ending {
        // A child that is on its way out keeps its own ending.
        kill(id, SIGKILL)
        close(socket)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
    }

    /// Waits until the process has ended by itself, or no longer than until then.
    func awaitExit(until end: ContinuousClock.Instant) {
        let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
        await_exit(id, Int32(clamping: Int64(max(0, left).rounded(.up))))
    }

    /// The same for a process that was started with `start`, and so leads a group, and for all of the group.
    func endGroup() -> Ending {
        kill(-id, SIGKILL)
        return end()
    }

    private func send(_ unsent: inout ArraySlice<ArraySlice<UInt8>>) -> Bool {
        guard let piece = unsent.first else { return true }
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        let count = piece.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, flags) }
        if count < 0 { return errno == EAGAIN || errno == EINTR }
        unsent[unsent.startIndex] = piece.dropFirst(count)
        if count == piece.count { unsent.removeFirst() }
        return true
    }
}
