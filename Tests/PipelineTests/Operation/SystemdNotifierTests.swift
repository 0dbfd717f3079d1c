import Foundation
import Glibc
import Pipeline
import TestSupport
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
        let receiver = try NotifySocket(name: path)
        defer { unlink(path) }

        let isSent = SystemdNotifier(socket: path).send(message)

        #expect(isSent)
        #expect(receiver.next() == text)
    }

    @Test func `a message arrives on a socket with an abstract name`() throws {
        let name = "@minuted-\(UUID().uuidString)"
        let receiver = try NotifySocket(name: name)

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
}
