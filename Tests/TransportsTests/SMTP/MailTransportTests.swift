import Distribution
import Foundation
import StandIns
import Testing

@testable import Transports

/// The contract of sending mail, over each awkward thing a relay can do.
@Suite(.timeLimit(.minutes(1)))
struct MailTransportTests {
    /// Delivers `mails` to a stand-in with these options, and returns the results and what the stand-in took.
    private func deliver(
        _ mails: [OutgoingMail],
        _ options: SMTPStandIn.Options,
        limits: SMTPLimits = SMTPLimits()
    ) async throws -> (results: [AttemptResult], taken: [ReceivedMail], commands: [String]) {
        var (results, taken, commands): ([AttemptResult], [ReceivedMail], [String]) = ([], [], [])
        var events = AsyncStream<SMTPEvent>.makeStream().stream
        results = try await SMTPStandIn.with(options) { standIn in
            events = standIn.events
            let relay = RelayOptions(host: "127.0.0.1", port: standIn.port, security: .none, sessions: 1)
            let transport = MailTransport(relay, limits: limits)
            defer { transport.close() }
            return try await transport.results(mails)
        }
        for await event in events {
            switch event {
            case .accepted(let mail): taken.append(mail)
            case .command(_, let line): commands.append(line)
            case .connected, .closed: break
            }
        }
        return (results, taken, commands)
    }

    @Test(arguments: [Set(SMTPStandIn.Extension.allCases), [.dsn], []], [nil, 1])
    func `mails are taken whole, whatever the relay offers and however it cuts its replies`(
        extensions: Set<SMTPStandIn.Extension>,
        segment: Int?
    ) async throws {
        let (results, taken, _) = try await deliver(
            try mails(5),
            SMTPStandIn.Options(extensions: extensions, segment: segment)
        )

        #expect(results.map(\.outcome) == Array(repeating: .accepted, count: 5))
        try #require(results.count == 5 && taken.count == 5)
        #expect(results[0].reply == "250 2.0.0 Ok: queued as 1-1")
        #expect(results[0].code == 250 && results[0].enhancedCode == "2.0.0" && results[0].stage == .final)
        #expect(taken.map(\.bytes) == (try mails(5).map { try MailMessage.compose($0).content }))
        #expect(taken.map(\.returnPath) == (1...5).map { "bounces+t\($0)@council.example" })
        #expect(taken[1].recipients.map(\.address) == ["partner@health.example"])
        let dsn = extensions.contains(.dsn)
        #expect(taken[0].parameters["RET"] == (dsn ? "HDRS" : nil))
        #expect(taken[0].parameters["ENVID"] == (dsn ? "delivery=1" : nil))
        #expect(taken[0].recipients[0].parameters["NOTIFY"] == (dsn ? "SUCCESS,FAILURE,DELAY" : nil))
        #expect(taken[0].recipients[0].parameters["ORCPT"] == (dsn ? "rfc822;partner@health.example" : nil))
    }

    @Test(arguments: [true, false])
    func `a refused recipient settles its own mail and no other`(pipelining: Bool) async throws {
        let batch = [
            try mail(1), try mail(2, to: "nobody@x.example"), try mail(3, to: "grey@x.example"), try mail(4),
        ]
        let (results, taken, commands) = try await deliver(
            batch,
            SMTPStandIn.Options(extensions: pipelining ? [.pipelining] : []) { moment in
                guard moment.stage == .recipient else { return .proceed }
                if moment.line.contains("nobody") {
                    return .answer(["550-5.1.1 no such user", "550 5.1.1 ask the front desk"])
                }
                return moment.line.contains("grey") ? .answer(["451 4.7.1 in 300 s"]) : .proceed
            }
        )

        #expect(results.map(\.outcome) == [.accepted, .refused, .deferred, .accepted])
        #expect(
            results[1].stage == .recipient && results[1].code == 550 && results[1].enhancedCode == "5.1.1"
        )
        #expect(results[1].reply == "550-5.1.1 no such user\n550 5.1.1 ask the front desk")
        #expect(taken.map(\.returnPath) == ["bounces+t1@council.example", "bounces+t4@council.example"])
        #expect(commands.contains("RSET"))
    }

    @Test func `a server that wants data for a refused recipient gets none`() async throws {
        let (results, taken, _) = try await deliver(
            try mails(2),
            SMTPStandIn.Options { moment in
                switch (moment.stage, moment.mail) {
                case (.recipient, 1): .answer(["550 5.1.1 nobody"])
                case (.data, 1): .answer(["354 go on"])
                default: .proceed
                }
            }
        )

        #expect(results.map(\.outcome) == [.refused, .accepted])
        #expect(taken.count == 1)
    }

    @Test(arguments: [
        (
            SMTPMoment.Stage.mail, "451 4.3.0 later", AttemptResult.Outcome.deferred,
            AttemptResult.Stage.mailFrom
        ),
        (.mail, "550 5.1.8 sender", .deferred, .mailFrom), (.mail, "552 5.3.4 large", .refused, .mailFrom),
        (.data, "451 4.3.0 later", .deferred, .data), (.data, "554 5.7.1 policy", .refused, .data),
        (.final, "451 4.3.0 later", .deferred, .final), (.final, "554 5.6.0 content", .refused, .final),
    ])
    func `a refusal keeps its words and its stage, and the next mail goes out`(
        stage: SMTPMoment.Stage,
        line: String,
        outcome: AttemptResult.Outcome,
        reported: AttemptResult.Stage
    ) async throws {
        let (results, taken, _) = try await deliver(
            try mails(2),
            SMTPStandIn.Options(script: script(at: stage, .answer([line])) { $0.mail == 1 })
        )

        #expect(results.map(\.outcome) == [outcome, .accepted])
        #expect(results[0].stage == reported && results[0].reply == line)
        #expect(taken.count == 1)
    }

    @Test(arguments: [
        SMTPAction.close, .takeAndClose, .garbage(Array("what?\r\n".utf8)), .garbage([0xFF, 0x0D, 0x0A]),
        .garbage(Array("354 go on\r\n".utf8)),
    ])
    func `an answer to the final dot that is lost or makes no sense is unknown`(action: SMTPAction)
        async throws
    {
        let (results, taken, _) = try await deliver(
            try mails(3),
            SMTPStandIn.Options(script: script(at: .final, action) { $0.connection == 1 && $0.mail == 2 })
        )

        #expect(results.map(\.outcome) == [.accepted, .unknown, .accepted])
        #expect(results[1].stage == .final)
        #expect(taken.filter { $0.returnPath.contains("+t3@") }.count == 1, "the mail behind goes out once")
    }

    @Test func `a time-out after the final dot is unknown`() async throws {
        let signal = StandInSignal()
        var limits = SMTPLimits()
        limits.final = .milliseconds(50)

        let (results, _, _) = try await deliver(
            [try mail()],
            SMTPStandIn.Options(script: script(at: .final, .after(signal, .proceed))),
            limits: limits
        )

        #expect(results.map(\.outcome) == [.unknown])
        #expect(results[0].reply.contains("in time"))
    }

    @Test(arguments: [SMTPMoment.Stage.mail, .recipient, .data], [true, false])
    func `a connection closed before the data is deferred, on the first mail for all of them`(
        stage: SMTPMoment.Stage,
        pipelining: Bool
    ) async throws {
        let (results, taken, _) = try await deliver(
            try mails(3),
            SMTPStandIn.Options(
                extensions: pipelining ? [.pipelining] : [],
                script: script(at: stage, .close)
            )
        )

        #expect(results.map(\.outcome) == [.deferred, .deferred, .deferred])
        #expect(taken.isEmpty)
    }

    @Test func `a connection closed in the middle of a large mail is deferred`() async throws {
        let large = try mail(1, attachment: Data(repeating: 7, count: 20_000_000))

        let (results, taken, _) = try await deliver(
            [large],
            SMTPStandIn.Options(script: script(at: .data, .answerAndClose(["354 go on"])))
        )

        #expect(results.map(\.outcome) == [.deferred])
        #expect(results[0].stage == .data)
        #expect(taken.isEmpty)
    }

    @Test(arguments: [true, false])
    func `a relay that closes after each mail gets the rest over new connections`(says421: Bool) async throws
    {
        let action = SMTPAction.proceedThenClose(saying: says421 ? ["421 4.7.0 enough for now"] : [])

        let (results, taken, _) = try await deliver(
            try mails(4),
            SMTPStandIn.Options(script: script(at: .final, action))
        )

        #expect(results.map(\.outcome) == Array(repeating: .accepted, count: 4))
        #expect(taken.count == 4)
    }

    @Test func `a kept connection that went stale is opened again without a word`() async throws {
        let options = SMTPStandIn.Options(
            script: script(at: .final, .proceedThenClose(saying: ["421 4.4.2 idle"]))
        )
        try await SMTPStandIn.with(options) { standIn in
            let relay = RelayOptions(host: "127.0.0.1", port: standIn.port, security: .none, sessions: 1)
            let transport = MailTransport(relay)
            defer { transport.close() }

            let first = try await transport.results([try mail(1)])
            let second = try await transport.results([try mail(2)])

            #expect(first.map(\.outcome) == [.accepted])
            #expect(second.map(\.outcome) == [.accepted])
        }
    }

    @Test(arguments: [
        ("554 5.7.1 go away", Optional(554)), ("421 4.3.2 busy", 421), ("hello there", nil),
    ])
    func `whatever a greeting says, the mails are tried again later`(line: String, code: Int?) async throws {
        var limits = SMTPLimits()
        limits.opening = .seconds(30)
        let (results, _, _) = try await deliver(
            try mails(2),
            SMTPStandIn.Options(script: script(at: .greeting, .answerAndClose([line]))),
            limits: limits
        )

        #expect(results.map(\.outcome) == [.deferred, .deferred])
        #expect(results[0].stage == .connect)
        #expect(results[0].code == code)
    }

    @Test func `a relay that is not there is deferred`() async throws {
        let relay = RelayOptions(host: "127.0.0.1", port: 1, security: .none)

        let results = try await MailTransport(relay).results(try mails(2))

        #expect(results.map(\.outcome) == [.deferred, .deferred])
        #expect(results[0].stage == .connect && results[0].peer == "127.0.0.1:1")
    }

    @Test func `an orderly stop finishes the mail on the wire and gives the rest back`() async throws {
        let signal = StandInSignal()
        let options = SMTPStandIn.Options(
            extensions: [],
            script: script(at: .final, .after(signal, .proceed)) { $0.mail == 1 }
        )
        try await SMTPStandIn.with(options) { standIn in
            let relay = RelayOptions(host: "127.0.0.1", port: standIn.port, security: .none, sessions: 1)
            let transport = MailTransport(relay)
            async let results = transport.results(try mails(3))
            for await event in standIn.events {
                if case .command(_, "DATA") = event { break }
            }

            transport.close()
            await signal.open()

            #expect(try await results.map(\.outcome) == [.accepted, .notTried, .notTried])
        }
    }

    @Test func `a mail that cannot be composed is refused here and the others go out`() async throws {
        var bad = try mail(1)
        bad.subject = "Minutes\r\nBcc: everyone@elsewhere.example"

        let (results, taken, _) = try await deliver([bad, try mail(2)], SMTPStandIn.Options())

        #expect(results.map(\.outcome) == [.refused, .accepted])
        #expect(results[0].stage == .prepare)
        #expect(taken.count == 1)
    }
}
