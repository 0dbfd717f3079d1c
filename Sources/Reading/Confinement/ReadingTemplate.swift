import CConfinement
import Glibc

/// The process from which the children that read documents are copied, as the daemon sees it.
///
/// It is the daemon's child and so are the copies, so that each is waited for and ended by the daemon alone. It ends when the
/// daemon closes its socket, be it by dying.
struct ReadingTemplate {
    private let id: pid_t
    private let socket: Int32
    /// What it has learnt, as it was sent.
    private var lesson: [UInt8] = []

    /// Starts the program with nothing but the socket; nil if that cannot be done.
    init?(program: String, arguments: [String], patience: Duration) {
        guard let (ours, theirs) = SocketPair.make() else { return nil }
        defer { close(theirs) }
        guard let id = ChildProgram.spawn(program, arguments, socket: theirs) else {
            close(ours)
            return nil
        }
        self.id = id
        socket = ours
        SocketPair.limitSending(on: ours, to: patience)
    }

    /// Has it learn what every document needs, unless it knows that already; false if it is gone.
    mutating func learn(_ lesson: [UInt8]?) -> Bool {
        guard let lesson, lesson != self.lesson else { return true }
        self.lesson = lesson
        return send(TemplateMessage.lesson(length: lesson.count).bytes + lesson)
    }

    /// Has it make a child for one document, whose socket the other side of is `socket`; nil if it is gone or late.
    func child(on socket: Int32, until end: ContinuousClock.Instant) -> pid_t? {
        guard send(TemplateMessage.document.bytes, with: socket) else { return nil }
        var id: Int32 = 0
        var answer = pollfd(fd: self.socket, events: Int16(POLLIN), revents: 0)
        while true {
            let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
            guard left > 0 else { return nil }
            guard poll(&answer, 1, Int32(clamping: Int64(left.rounded(.up)))) > 0 else { continue }
            let count = withUnsafeMutableBytes(of: &id) { recv(self.socket, $0.baseAddress, $0.count, 0) }
            if count < 0, errno == EINTR { continue }
            return count == 4 && id > 0 ? id : nil
        }
    }

    /// Ends and reaps it; the children that it has made go on.
    func end() {
        kill(id, SIGKILL)
        close(socket)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
    }

    private func send(_ bytes: [UInt8], with descriptor: Int32 = -1) -> Bool {
        var left = bytes[...]
        var descriptor = descriptor
        while !left.isEmpty {
            let count = left.withUnsafeBytes {
                send_with_descriptor(socket, $0.baseAddress, $0.count, descriptor)
            }
            guard count > 0 else { return false }
            descriptor = -1
            left = left.dropFirst(count)
        }
        return true
    }
}
