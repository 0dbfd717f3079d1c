import Foundation
import Minutes
import Storage
import Testing

@testable import Website

@Suite(.timeLimit(.minutes(1)))
struct ControlServerTests {
    /// In an order in which each decision that can be made is made once, and each that cannot be is refused.
    private static let everyRequest: [ControlRequest] = [
        .status, .meetings(before: nil, limit: 10), .meetings(before: "M-2026-000002", limit: 10),
        .meetings(before: "M-2020-000001", limit: 10), .meetings(before: nil, limit: 0),
        .meeting(reference: "M-2026-000001"), .meeting(reference: "M-2020-000001"), .alerts(limit: 10),
        .release(reference: "M-2026-000001", SampleLedger.grounds),
        .release(reference: "M-2026-000001", SampleLedger.grounds),
        .resend(delivery: 1, SampleLedger.grounds), .resend(delivery: 99, SampleLedger.grounds),
        .noteConsulted(reference: "M-2026-000001", partner: .education, SampleLedger.grounds),
        .noteConsulted(reference: "M-2026-000001", partner: .police, SampleLedger.grounds),
        .closeAlert(1, SampleLedger.grounds), .closeAlert(99, SampleLedger.grounds),
        .withdrawDelivery(1, SampleLedger.grounds),
        .withdrawMeeting(reference: "M-2026-000002", SampleLedger.grounds),
        .withdrawMeeting(reference: "M-2026-000002", .init(actor: "A. Lead", why: " ")),
        .meeting(reference: "M-2026-000001"), .meeting(reference: "M-2026-000002"), .alerts(limit: 10),
        .status,
    ]

    @Test func `a daemon answers as the ledger itself does`() async throws {
        var direct: [ControlAnswer?] = []
        try await SampleLedger.with { sample in
            for request in Self.everyRequest { direct.append(await sample.desk.perform(request)) }
        }

        var served: [ControlAnswer?] = []
        try await SampleLedger.with { sample in
            try await sample.served { client in
                for request in Self.everyRequest { served.append(try await client.ask(request)) }
            }
        }

        #expect(served == direct)
        let failures = direct.count {
            if case .failure = $0 { true } else { false }
        }
        #expect(failures == 10)
        #expect(direct.contains(.done(deliveries: 1)))
    }

    @Test func `the status carries what only the daemon knows`() async throws {
        let state = DaemonState(
            runningSince: SampleLedger.start,
            holdsEverything: true,
            inbox: .init(isMissing: true, waitingFiles: 3, lookedAt: SampleLedger.start),
            relay: .init(state: .failing, since: SampleLedger.start, words: "421 busy")
        )

        try await SampleLedger.with(daemon: state) { sample in
            try await sample.served { client in
                guard case .status(let status) = try await client.ask(.status) else {
                    Issue.record("the status was not answered")
                    return
                }
                #expect(status.daemon == state)
                #expect(status.ledger.heldFiles == 1)
            }
        }
    }

    @Test func `a refusal keeps its sentence`() async throws {
        try await SampleLedger.with { sample in
            try await sample.served { client in
                let answer = try await client.ask(.resend(delivery: 99, SampleLedger.grounds))

                #expect(
                    answer
                        == .failure(.init(.refused, LedgerError.noSuchDelivery(99).description))
                )
            }
        }
    }

    @Test func `a decision wakes the daemon, and neither a look nor a refusal does`() async throws {
        let (wakes, wake) = AsyncStream<Void>.makeStream()

        try await SampleLedger.with { sample in
            try await sample.served(wake: { wake.yield() }) { client in
                _ = try await client.ask(.status)
                _ = try await client.ask(.resend(delivery: 99, SampleLedger.grounds))
                _ = try await client.ask(.release(reference: "M-2026-000001", SampleLedger.grounds))
            }
        }

        wake.finish()
        #expect(await wakes.reduce(0) { count, _ in count + 1 } == 1)
    }

    @Test func `many clients at the same time are all answered`() async throws {
        try await SampleLedger.with { sample in
            try await sample.served { client in
                let answers = try await withThrowingTaskGroup(of: ControlAnswer?.self) { group in
                    for _ in 0..<40 {
                        group.addTask { try await client.ask(.meeting(reference: "M-2026-000001")) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }

                let expected = await sample.desk.perform(.meeting(reference: "M-2026-000001"))
                #expect(answers.count == 40)
                #expect(answers.allSatisfy { $0 == expected })
            }
        }
    }

    @Test func `a socket file that was left behind is replaced, and taken away at the end`() async throws {
        try await SampleLedger.with { sample in
            let path = try ControlSocket(folder: sample.folder.path).path
            try Listener(path: path).close()
            #expect(FileManager.default.fileExists(atPath: path))

            try await sample.served { client in
                #expect(try await client.ask(.status) != nil)
                let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
                #expect((rights as? NSNumber)?.intValue == 0o600)
            }

            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `a file that is no socket is left alone`() async throws {
        try await SampleLedger.with { sample in
            let path = try ControlSocket(folder: sample.folder.path).path
            try Data("notes".utf8).write(to: URL(filePath: path))

            let failure = await #expect(throws: ControlFailure.self) { try await sample.served { _ in } }

            #expect(failure?.text.contains("Move it away") == true)
            #expect(FileManager.default.contents(atPath: path) == Data("notes".utf8))
        }
    }

    @Test func `a request of another version is answered with a sentence`() async throws {
        try await SampleLedger.with { sample in
            let socket = try ControlSocket(folder: sample.folder.path)
            try await sample.served { _ in
                let reply = ControlTransfer.post(
                    Data(#"{"dance":{}}"#.utf8),
                    to: socket,
                    within: .seconds(30)
                )

                guard case .body(let body) = reply,
                    case .failure(let failure) = try JSONDecoder().decode(ControlAnswer.self, from: body)
                else {
                    Issue.record("no failure was answered")
                    return
                }
                #expect(failure.text.contains("another version"))
            }
        }
    }

    @Test func `only root and the daemon's own user are served`() {
        let daemon = geteuid()

        #expect(ControlPeer(process: 1, user: 0, group: 0).isTrusted)
        #expect(ControlPeer(process: 1, user: daemon, group: 0).isTrusted)
        #expect(!ControlPeer(process: 1, user: daemon + 1, group: 0).isTrusted)
    }
}
