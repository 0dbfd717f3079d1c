import Foundation
import Glibc
import Pipeline
import Testing

struct SystemdNotifierTests {
    @Test(arguments: [
        (SystemdNotifier.Message.ready, "READY=1"),
        (.watchdog, "WATCHDOG=1"),
        (.stopping, "STOPPING=1"),
        (.reloading(monotonicMicroseconds: 42), "RELOADING=1\nMONOTONIC_USEC=42"),
        (.status("3 queued\nREADY=1"), "STATUS=3 queued READY=1"),
    ])
    func `a message arrives as one datagram on a socket with a path`(
        message: SystemdNotifier.Message,
        text: String
    ) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "notify-\(UUID().uuidString)").path
        let receiver = try Receiver(name: path)
        defer { unlink(path) }

        let isSent = SystemdNotifier(socket: path).send(message)

        #expect(isSent)
        #expect(receiver.next() == text)
    }

    @Test func `a message arrives on a socket with an abstract name`() throws {
        let name = "@minuted-\(UUID().uuidString)"
        let receiver = try Receiver(name: name)

        let notifier = SystemdNotifier(socket: name)

        #expect(notifier.send(.ready))
        #expect(notifier.send(.stopping))
        #expect(receiver.next() == "READY=1")
        #expect(receiver.next() == "STOPPING=1")
    }

    @Test(arguments: [nil, "", "/", "relative", "vsock:2:1234", "/" + String(repeating: "x", count: 200)])
    func `without a usable socket a message is dropped`(socket: String?) {
        #expect(!SystemdNotifier(socket: socket).send(.ready))
    }

    @Test func `a socket that nobody listens on is no error to stop for`() {
        #expect(!SystemdNotifier(socket: "/nonexistent/notify").send(.watchdog))
    }

    @Test func `the watchdog is answered twice in its interval, and only if it watches this process`() {
        let own = String(getpid())

        #expect(SystemdNotifier.watchdogInterval(microseconds: "30000000", process: own) == .seconds(15))
        #expect(SystemdNotifier.watchdogInterval(microseconds: "30000000", process: nil) == .seconds(15))
        #expect(SystemdNotifier.watchdogInterval(microseconds: "30000000", process: "1") == nil)
        #expect(SystemdNotifier.watchdogInterval(microseconds: "0", process: own) == nil)
        #expect(SystemdNotifier.watchdogInterval(microseconds: nil, process: nil) == nil)
    }

    /// The other end: a bound datagram socket, which holds what was sent until it is read.
    private struct Receiver: ~Copyable {
        private let descriptor: Int32

        init(name: String) throws {
            descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            try #require(descriptor >= 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { path in
                path.copyBytes(from: name.utf8)
                if name.hasPrefix("@") { path[0] = 0 }
            }
            let length = socklen_t(MemoryLayout<sa_family_t>.size + name.utf8.count)
            let descriptor = descriptor
            let result = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
            }
            try #require(result == 0)
        }

        deinit { close(descriptor) }

        /// The next datagram; sendto has returned, so that it is there already.
        func next() -> String? {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
        }
    }
}
