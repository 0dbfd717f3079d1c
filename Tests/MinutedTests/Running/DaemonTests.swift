import Foundation
import Glibc
import StandIns
import Storage
import TestSupport
import Testing

/// `minuted run` as its surroundings see it: files, mails, webhooks, signals, log and exit status.
@Suite(.timeLimit(.minutes(3)))
struct DaemonTests {
    @Test func `a dropped file reaches every partner, and its receipt says so without the child's name`()
        async throws
    {
        try await RunningDaemon.with { running in
            try running.folder.drop("Jamie Demonstrate 18.11.26.docx", MinutesFile().bytes)
            let receipt = try await running.file("Accepted/", ".receipt.txt")
            try await running.daemon.settled()

            let mails = await running.wire.mails
            let recipients = Set(mails.flatMap(\.recipients).map(\.address))
            #expect(recipients == ["school.nursing@nhs.example", "dsl@moorbeck.example"])
            #expect(mails.allSatisfy { $0.isEncrypted && $0.recipients.count == 1 })
            let webhooks = await running.wire.webhooks
            #expect(webhooks.map(\.isSigned) == [true])
            #expect(!String(decoding: webhooks[0].body, as: UTF8.self).contains("Jamie"))
            let text = try running.folder.text(receipt)
            #expect(text.contains("M-20") && text.contains("accepted by the mail relay"))
            #expect(!text.replacing("Jamie Demonstrate 18.11.26.docx", with: "").contains("Demonstrate"))
            #expect(await running.daemon.stop() == .code(0))
        }
    }

    @Test func `education that was not consulted leads to an alert to the named person, and the others get theirs`()
        async throws
    {
        try await RunningDaemon.with { running in
            try running.folder.drop("minutes.docx", MinutesFile.withoutEducation.bytes)
            _ = try await running.file("Accepted/", ".receipt.txt")
            try await running.daemon.settled()

            let mails = await running.wire.mails
            let alerts = mails.filter { $0.header("Subject")?.contains("alert about M-") == true }
            #expect(alerts.map { $0.recipients[0].address } == ["safeguarding.lead@council.example"])
            #expect(!mails.contains { $0.recipients[0].address == "dsl@moorbeck.example" })
            #expect(mails.contains { $0.recipients[0].address == "school.nursing@nhs.example" })
        }
    }

    @Test func `at an orderly stop the mail on the wire is finished, and its result is kept`() async throws {
        let (reached, gate) = (StandInSignal(), StandInSignal())
        let script: @Sendable (SMTPMoment) -> SMTPAction = { moment in
            guard moment.stage == .final else { return .proceed }
            Task { await reached.open() }
            return .after(gate, .proceed)
        }
        let name = "@minuted-\(UUID().uuidString)"
        try await RunningDaemon.with(environment: ["NOTIFY_SOCKET": name], relay: script) { running in
            try running.folder.drop("minutes.docx", MinutesFile().bytes)
            await reached.wait()
            running.daemon.send(SIGTERM)
            try await eventually("the daemon has begun to stop") {
                try await running.daemon.ask(.status) == nil ? () : nil
            }
            await gate.open()

            #expect(await running.daemon.exit() == .code(0))
            let ledger = try Ledger(folder: running.folder.state)
            let line = try #require(try ledger.meetings(limit: 1).first)
            let meeting = try ledger.meeting(reference: line.reference)
            let accepted = meeting.versions[0].deliveries.filter { $0.channel == .mail && $0.state == .accepted }
            let received = await running.wire.mails
            #expect(accepted.count == received.count && !accepted.isEmpty)
            #expect(accepted.allSatisfy { $0.attempts.count == 1 })
        }
    }

    @Test func `a wrong configuration is refused at SIGHUP, and a right one is taken`() async throws {
        try await RunningDaemon.with { running in
            try running.folder.configure(running.peers, more: "nonsense: 1")
            running.daemon.send(SIGHUP)
            try await running.daemon.logged("the old one stays")
            try running.folder.drop("one.docx", MinutesFile().bytes)
            _ = try await running.file("Accepted/", "one.docx.receipt.txt")
            try await running.daemon.settled()
            #expect(await running.wire.mails.count == 2)

            try running.folder.configure(running.peers, more: "hold_everything: true")
            running.daemon.send(SIGHUP)
            try await running.daemon.logged("configuration reloaded")
            var second = MinutesFile()
            second.reference = "900523"
            try running.folder.drop("two.docx", second.bytes)
            _ = try await running.file("Accepted/", "two.docx.receipt.txt")
            try await running.daemon.settled()
            #expect(await running.wire.mails.count == 2, "nothing leaves while everything is held")
            #expect(await running.daemon.stop() == .code(0))
        }
    }

    @Test func `a second daemon on the same state folder ends at once, with a sentence`() async throws {
        try await RunningDaemon.with { running in
            let second = try DaemonProcess(running.folder)

            #expect(await second.exit() == .code(1))
            #expect(try second.log.contains("the daemon cannot go on"))
            #expect(try second.log.contains("already") || second.log.contains("another"))
            #expect(await running.daemon.stop() == .code(0))
        }
    }

    @Test func `systemd hears that the daemon is ready, that it lives, and that it stops`() async throws {
        let name = "@minuted-\(UUID().uuidString)"
        let socket = try NotifySocket(name: name)
        let environment = ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "1000000"]
        try await withTemporaryFolder { root in
            try await Wire.with(authority: root) { _, peers in
                let folder = try CouncilFolder(in: root, peers: peers)
                let daemon = try DaemonProcess(folder, environment: environment)
                try await daemon.ready()
                try await daemon.logged("ready")
                // The watchdog's second sign of life comes half a second after the first.
                let file = folder.root.appending(path: "inbox/minutes.docx")
                try MinutesFile().bytes.write(to: file)
                try await daemon.settled()
                let exit = await daemon.stop()
                #expect(exit == .code(0))
            }
        }
        var heard: [String] = []
        while let datagram = socket.next() { heard.append(datagram) }
        #expect(heard.first == "READY=1")
        #expect(heard.filter { $0 == "WATCHDOG=1" }.count >= 2)
        #expect(heard.last == "STOPPING=1")
    }

    @Test func `the log names no person, no address and no file`() async throws {
        try await RunningDaemon.with { running in
            var secrets = CouncilFolder.addresses
            for file in try SampleTruth.files() {
                try running.folder.drop(file.name, file.bytes)
                secrets.formUnion(file.personalWords)
            }
            try await running.daemon.settled(within: .seconds(120))
            #expect(await running.daemon.stop() == .code(0))

            let log = try running.daemon.log
            #expect(log.contains("file taken in"))
            for secret in secrets { #expect(!log.contains(secret), "the log names \(secret)") }
        }
    }
}
