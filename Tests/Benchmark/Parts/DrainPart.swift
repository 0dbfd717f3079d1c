import Distribution
import Foundation
import StandIns
import Storage
import Transports

/// A queue of mails into a sink, durable before and after each, beside Postfix with the same mails, sink and disk.
struct DrainPart {
    let folder: URL
    let mails: Int

    func measure() async throws -> [Figure] {
        try await MailSink.with(in: folder) { port in
            let ours = try await drain(to: port)
            let mail = folder.appending(path: "mail")
            let size = try await Self.writeMail(to: mail)
            let (relaying, draining) = try await PostfixPeer.with(in: folder, next: port) { postfix in
                Console.say("drain: Postfix relays \(mails) mails")
                let relaying = try await seconds {
                    try await postfix.send(mail, times: mails)
                    try await postfix.waitUntilEmpty()
                }
                Console.say("drain: Postfix defers \(mails) mails")
                try await postfix.deferMail(true)
                try await postfix.send(mail, times: mails)
                try await postfix.waitUntilDeferred(mails)
                Console.say("drain: Postfix drains its deferred queue")
                try await postfix.deferMail(false)
                let draining = try await seconds {
                    try await postfix.flush()
                    try await postfix.waitUntilEmpty()
                }
                return (relaying, draining)
            }
            return [
                Figure(
                    name: "\(mails) queued mails of \(size / 1000) kB",
                    value: rate(ours.accepted),
                    note: "\(Amount.ratio(relaying / ours.accepted)) Postfix's relaying (bar: 4), "
                        + "\(Amount.ratio(draining / ours.accepted)) its draining (bar: 2)"
                ),
                Figure(name: "until every receipt says so too", value: rate(ours.written)),
                Figure(name: "Postfix, in and out", value: rate(relaying)),
                Figure(name: "Postfix, from its deferred queue", value: rate(draining)),
            ]
        }
    }

    private func drain(to port: Int) async throws -> (accepted: Double, written: Double) {
        let daemonFolder = try DaemonFolder(root: folder, relayPort: port, holdsEverything: true)
        Console.say("drain: preparing \(mails) mails")
        try QueuedMails.prepare(mails, in: daemonFolder)
        return try await RunningDaemon.with(daemonFolder) { daemon in
            Console.say("drain: the daemon")
            return try await Self.drain(daemon, mails: mails)
        }
    }

    /// Lets a daemon send that holds everything; seconds until all is accepted, and until all receipts say so.
    static func drain(_ daemon: RunningDaemon, mails: Int) async throws -> (accepted: Double, written: Double)
    {
        try await daemon.wait { $0.receiptsDue == 0 }
        try daemon.folder.writeConfiguration(holdsEverything: false)
        let start = ContinuousClock.now
        daemon.reload()
        try await daemon.wait { $0.accepted == mails }
        let accepted = (ContinuousClock.now - start).inSeconds
        try await daemon.wait { $0.receiptsDue == 0 }
        return (accepted, (ContinuousClock.now - start).inSeconds)
    }

    private func rate(_ seconds: Double) -> String { Amount.rate(mails, in: seconds, of: "mails") }

    private func seconds(_ body: () async throws -> Void) async throws -> Double {
        let start = ContinuousClock.now
        try await body()
        return (ContinuousClock.now - start).inSeconds
    }

    /// Writes a mail as ours are on the wire, for `smtp-source`; its size in bytes.
    private static func writeMail(to file: URL) async throws -> Int {
        guard let sender = MailAddress("minutes@council.example"),
            let recipient = MailAddress("minutes@health.example")
        else { throw NotMeasured(description: "The sample's addresses are no addresses.") }
        let body = Array(
            repeating: "The minutes are attached. Please read them and act on what concerns you.",
            count: 12
        )
        .joined(separator: "\n\n")
        let mail = OutgoingMail(
            returnPath: sender,
            from: .init(name: "Strategy meeting minutes", address: sender),
            to: recipient,
            subject: "OFFICIAL-SENSITIVE: strategy meeting minutes M-2026-000001",
            messageID: "1@council.example",
            date: Date(),
            envelopeID: "1",
            text: body,
            html: "<p>\(body)</p>",
            attachments: [
                .init(
                    name: "M-2026-000001-v1.docx",
                    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    bytes: QueuedMails.document(1)
                )
            ]
        )
        let bytes = try await SMTPStandIn.with(SMTPStandIn.Options(security: .none)) { standIn in
            let transport = MailTransport(
                RelayOptions(host: "127.0.0.1", port: standIn.port, security: .none)
            )
            defer { transport.close() }
            await transport.deliver([mail]) { _, _ in }
            for await event in standIn.events {
                if case .accepted(let mail) = event { return mail.bytes }
            }
            return []
        }
        // Lines end as files of this system have them: smtp-source makes CR LF of it.
        try Data(bytes.filter { $0 != UInt8(ascii: "\r") }).write(to: file)
        return bytes.count
    }
}
