import Distribution
import Foundation
import StandIns
import TestSupport
import Testing

@testable import Transports

/// TLS and login: whenever they are not as configured, nothing of a mail leaves.
@Suite(.timeLimit(.minutes(1)))
struct RelaySecurityTests {
    private struct Case {
        var offered = SMTPStandIn.Security.startTLS
        var wanted = RelayOptions.Security.startTLS
        var identity = StandInAuthority.IdentityKind.loopback
        var offersLogin = false
        var password: String?
        var trustsAuthority = true
        var script: @Sendable (SMTPMoment) -> SMTPAction = { _ in .proceed }
    }

    /// Delivers one mail; the stand-in knows the user `minuted` with the password `correct horse`.
    private func deliver(_ attempt: Case) async throws -> (result: AttemptResult, events: [SMTPEvent]) {
        let authority = try StandInAuthority()
        let options = SMTPStandIn.Options(
            security: attempt.offered,
            identity: try authority.identity(attempt.identity),
            login: attempt.offersLogin ? SMTPStandIn.Login(user: "minuted", password: "correct horse") : nil,
            script: attempt.script
        )
        var events = AsyncStream<SMTPEvent>.makeStream().stream
        let result = try await withFolder { folder in
            try await SMTPStandIn.with(options) { standIn in
                events = standIn.events
                var relay = RelayOptions(host: "127.0.0.1", port: standIn.port, security: attempt.wanted)
                let trusted = attempt.trustsAuthority ? authority : try StandInAuthority()
                relay.ca = try trusted.writePEM(to: folder)
                if let password = attempt.password {
                    let file = folder.appending(path: "password")
                    try Data((password + "\n").utf8).write(to: file)
                    relay.login = RelayOptions.Login(user: "minuted", passwordFile: file.path)
                }
                let transport = MailTransport(relay)
                defer { transport.close() }
                return try await transport.results([try mail()])[0]
            }
        }
        var seen: [SMTPEvent] = []
        for await event in events { seen.append(event) }
        return (result, seen)
    }

    private func taken(_ events: [SMTPEvent]) -> [ReceivedMail] {
        events.compactMap { if case .accepted(let mail) = $0 { mail } else { nil } }
    }

    @Test(arguments: [
        (SMTPStandIn.Security.startTLS, RelayOptions.Security.startTLS), (.implicitTLS, .implicitTLS),
    ])
    func `a mail goes out over TLS with a login, and the result says how`(
        offered: SMTPStandIn.Security,
        wanted: RelayOptions.Security
    ) async throws {
        let (result, events) = try await deliver(
            Case(offered: offered, wanted: wanted, offersLogin: true, password: "correct horse")
        )

        #expect(result.outcome == .accepted, "\(result.reply)")
        #expect(result.tls?.hasPrefix("TLSv1.3") == true, "\(result.tls ?? "none")")
        #expect(result.tls?.contains("CN=Minuted stand-in") == true)
        let mail = try #require(taken(events).first)
        #expect(mail.isEncrypted)
        #expect(mail.user == "minuted")
    }

    @Test(arguments: [StandInAuthority.IdentityKind.wrongName, .expired])
    func `a certificate that is not the relay's stops everything`(
        identity: StandInAuthority.IdentityKind
    ) async throws {
        let (result, events) = try await deliver(Case(identity: identity))

        #expect(result.outcome == .deferred)
        #expect(result.stage == .tls)
        #expect(taken(events).isEmpty)
    }

    @Test func `a certificate of another authority stops everything`() async throws {
        let (result, events) = try await deliver(Case(trustsAuthority: false))

        #expect(result.outcome == .deferred && result.stage == .tls)
        #expect(result.reply.contains("mail.ca"))
        #expect(taken(events).isEmpty)
    }

    @Test func `no STARTTLS, no mail and no login`() async throws {
        let (result, events) = try await deliver(Case(offered: .none, password: "correct horse"))

        #expect(result.outcome == .deferred && result.stage == .tls)
        #expect(taken(events).isEmpty)
        #expect(
            !events.contains {
                if case .command(_, let line) = $0 {
                    line.hasPrefix("AUTH") || line.hasPrefix("MAIL")
                } else {
                    false
                }
            }
        )
    }

    @Test func `STARTTLS refused, no mail`() async throws {
        let (result, events) = try await deliver(
            Case(script: script(at: .startTLS, .answer(["454 4.7.0 TLS not available"])))
        )

        #expect(result.outcome == .deferred)
        #expect(taken(events).isEmpty)
    }

    @Test func `a login that is not offered stops everything`() async throws {
        let (result, events) = try await deliver(Case(offersLogin: false, password: "correct horse"))

        #expect(result.outcome == .deferred && result.stage == .authenticate)
        #expect(taken(events).isEmpty)
    }

    @Test func `a wrong password is deferred, and no result repeats it`() async throws {
        let (result, events) = try await deliver(Case(offersLogin: true, password: "wrong battery"))

        #expect(result.outcome == .deferred && result.stage == .authenticate)
        #expect(result.code == 535)
        #expect(!"\(result)".contains("battery"))
        #expect(taken(events).isEmpty)
    }

    @Test func `a relay that repeats the password does not get it into the ledger`() async throws {
        let (result, _) = try await deliver(
            Case(
                offersLogin: true,
                password: "wrong battery",
                script: script(at: .auth, .answer(["535 5.7.8 'wrong battery' is not it"]))
            )
        )

        #expect(result.outcome == .deferred)
        #expect(!"\(result)".contains("battery"))
    }

    @Test func `a missing password file is deferred with a sentence`() async throws {
        var relay = RelayOptions(host: "127.0.0.1", port: 1)
        relay.login = RelayOptions.Login(user: "minuted", passwordFile: "/nonexistent/password")

        let result = try await MailTransport(relay).results([try mail()])[0]

        #expect(result.outcome == .deferred && result.stage == .prepare)
        #expect(result.reply.contains("password"))
    }

    @Test func `a login is never sent without TLS`() async throws {
        let (result, events) = try await deliver(
            Case(offered: .none, wanted: .none, offersLogin: true, password: "correct horse")
        )

        #expect(result.outcome == .deferred && result.stage == .prepare)
        #expect(events.isEmpty)
    }
}
