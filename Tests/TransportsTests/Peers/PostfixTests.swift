import Distribution
import Foundation
import StandIns
import TestSupport
import Testing

@testable import Transports

/// The same transport against a mail server that is not ours.
@Suite(.timeLimit(.minutes(2)))
struct PostfixTests {
    @Test func `Postfix takes the mails over TLS and hands them on whole, with their DSN parameters`()
        async throws
    {
        let authority = try StandInAuthority()
        let batch = [
            try mail(1), try mail(2, to: "nobody@health.example"), try mail(3, to: "grey@health.example"),
            try mail(4, attachment: Data(repeating: 0xA7, count: 1_000_000)),
        ]

        let (results, relayed) = try await SMTPStandIn.with(SMTPStandIn.Options()) { next in
            try await PostfixRelay.with(try authority.identity(), next: next.port) { postfix in
                var relay = RelayOptions(host: "localhost", port: postfix.port, sessions: 1)
                relay.ca = try authority.writePEM(to: postfix.folder)
                let transport = MailTransport(relay)
                defer { transport.close() }
                let results = try await transport.results(batch)
                var relayed: [String: ReceivedMail] = [:]
                guard results.contains(where: { $0.outcome == .accepted }) else { return (results, relayed) }
                for await event in next.events {
                    if case .accepted(let mail) = event { relayed[mail.returnPath] = mail }
                    if relayed.count == 2 { break }
                }
                return (results, relayed)
            }
        }

        #expect(results.map(\.outcome) == [.accepted, .refused, .deferred, .accepted], "\(results)")
        #expect(results[0].reply.contains("queued as"))
        #expect(results[0].tls?.hasPrefix("TLSv1.3") == true)
        #expect(results[1].code == 554 && results[1].stage == .recipient)
        #expect(results[2].code == 450)
        let first = try #require(relayed["bounces+t1@council.example"])
        #expect(first.parameters["ENVID"] == "delivery=1")
        #expect(first.parameters["RET"] == "HDRS")
        #expect(first.recipients[0].parameters["ORCPT"] == "rfc822;partner@health.example")
        #expect(first.recipients[0].parameters["NOTIFY"]?.contains("SUCCESS") == true)
        for (number, path) in [(0, "bounces+t1@council.example"), (3, "bounces+t4@council.example")] {
            let sent = String(decoding: try MailMessage.compose(batch[number]).content, as: UTF8.self)
            let mail = try #require(relayed[path])
            #expect(mail.text.hasPrefix("Received: "))
            #expect(mail.text.hasSuffix(sent), "nothing but a trace line is added")
        }
    }
}
