import ArgumentParser
import Distribution
import Foundation
import Logging
import Minutes
import Settings
import Storage
import Testing
import Website

@testable import minuted

@Suite(.timeLimit(.minutes(1)))
struct StaffCommandTests {
    @Test func `a release is told, kept with name and reason, and shown`() async throws {
        try await CommandFolder.with { folder in
            let told = try await folder.answer("release", "M-2026-000001", "--why", "the chair signed")

            #expect(told.contains("M-2026-000001 is released: 1 delivery is queued. No daemon is running"))
            let shown = try await folder.answer("show", "M-2026-000001")
            #expect(shown.contains("Released on 19 Nov 2026 14:02 by alice."))
            #expect(shown.contains("released: the chair signed"))
            // The address is the directory's of now, not the one of the day.
            #expect(shown.contains("cads.health@nhs.example"))
            #expect(!shown.contains("old.address"))
        }
    }

    @Test func `every decision is done through the running daemon as well`() async throws {
        try await CommandFolder.with { folder in
            let (listening, isListening) = AsyncStream<Void>.makeStream()
            let ledger = try Ledger(folder: folder.state)
            let directory = try DaemonConfiguration.load(folder.configuration).configuration.directory
            let server = try ControlServer(
                folder: folder.state.path,
                desk: ControlDesk(ledger: ledger, directory: { directory }, now: { CommandFolder.now }),
                wake: {},
                whenListening: { isListening.finish() },
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { isListening.finish() }
                    try await server.run()
                }
                for await _ in listening {}

                let reference = "M-2026-000001"
                let why = ["--why", "it is right", "--as", "B. Deputy"]
                let consulted = try await folder.answer("consulted", reference, "Education", why[0], why[1])
                let released = try await folder.answer("release", reference, why[0], why[1], why[2], why[3])
                let withdrawn = try await folder.answer("withdraw", "--delivery", "1", why[0], why[1])

                #expect(consulted.contains("are closed"))
                #expect(released.contains("1 delivery is queued. See"))
                #expect(released.contains("Recorded as decided by B. Deputy."))
                #expect(withdrawn.contains("Delivery 1 is withdrawn."))
                #expect(try await folder.answer("alerts") == "No open alerts.\n")
                #expect(try await folder.answer("list").contains("1 withdrawn"))
                group.cancelAll()
                try await group.waitForAll()
            }
        }
    }

    @Test func `an alert is closed once`() async throws {
        try await CommandFolder.with { folder in
            #expect(try await folder.answer("alerts").contains("education-not-consulted"))

            let closed = try await folder.answer("alerts", "close", "1", "--why", "the school was called")
            let again = await #expect(throws: ControlFailure.self) {
                try await folder.answer("alerts", "close", "1", "--why", "the school was called")
            }

            #expect(closed.contains("Alert 1 is closed."))
            #expect(again?.text == LedgerError.alreadyClosed(alert: 1).description)
        }
    }

    @Test func `a refusal is the ledger's sentence`() async throws {
        try await CommandFolder.with { folder in
            let failure = await #expect(throws: ControlFailure.self) {
                try await folder.answer("resend", "1", "--why", "try again")
            }

            #expect(failure?.text == LedgerError.cannotResend(delivery: 1, state: .held).description)
            #expect(failure?.kind.exitCode == 1)
        }
    }

    @Test func `the reason is asked for at a terminal, and missed elsewhere`() async throws {
        try await CommandFolder.with { folder in
            let missing = await #expect(throws: ValidationError.self) {
                try await folder.answer("withdraw", "M-2026-000001")
            }
            let asking = Surroundings(
                now: { CommandFolder.now },
                person: "alice",
                ask: { _ in " sent by mistake " }
            )
            _ = try await folder.answer("withdraw", "M-2026-000001", in: asking)

            let error = try #require(missing)
            #expect(Minuted.exitCode(for: error).rawValue == 64)
            #expect(try await folder.answer("show", "M-2026-000001").contains("withdrawn: sent by mistake"))
        }
    }

    @Test func `a ledger in use without a daemon that answers is told`() async throws {
        try await CommandFolder.with { folder in
            let ledger = try Ledger(folder: folder.state)

            let failure = await #expect(throws: ControlFailure.self) { try await folder.answer("status") }

            #expect(failure?.text.contains("in use, but no daemon answers") == true)
            try ledger.check()
        }
    }

    @Test func `a command makes no ledger`() async throws {
        try await CommandFolder.with(hasLedger: false) { folder in
            let failure = await #expect(throws: ControlFailure.self) { try await folder.answer("status") }

            #expect(failure?.text.contains("There is no ledger in") == true)
            #expect(!FileManager.default.fileExists(atPath: folder.state.path))
        }
    }

    @Test func `JSON is one object a line`() async throws {
        try await CommandFolder.with { folder in
            for command in ["status", "list", "alerts"] {
                let line = try await folder.answer(command, "--json")
                #expect(line.split(separator: "\n").count == 1)
                #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
            }
        }
    }

    @Test(arguments: [
        ["withdraw", "--why", "x"], ["withdraw", "M-1", "--delivery", "1", "--why", "x"],
        ["consulted", "M-1", "no such word", "--why", "x"], ["resend", "all", "--why", "x"], ["dance"],
    ])
    func `a wrong call ends with 64`(_ arguments: [String]) {
        let error = #expect(throws: (any Error).self) { try Minuted.parseAsRoot(arguments) }

        #expect(error.map { Minuted.exitCode(for: $0).rawValue } == 64)
    }

    @Test func `behind sudo the person decides, and not whom they became`() {
        #expect(Surroundings.person(environment: ["SUDO_USER": "alice"], user: "root") == "alice")
        #expect(Surroundings.person(environment: ["SUDO_USER": ""], user: "bob") == "bob")
        #expect(Surroundings.person(environment: [:], user: nil) == nil)
    }
}
