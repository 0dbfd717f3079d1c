import Foundation
import TestSupport
import Testing

@testable import Website

@Suite(.timeLimit(.minutes(1)))
struct ControlClientTests {
    @Test func `without a socket no daemon runs`() async throws {
        try await withTemporaryFolder { folder in
            let answer = try await ControlClient(folder: folder.path).ask(.status)

            #expect(answer == nil)
        }
    }

    @Test func `with nobody behind the socket no daemon runs`() async throws {
        try await withTemporaryFolder { folder in
            try Listener(path: ControlSocket(folder: folder.path).path).close()

            let answer = try await ControlClient(folder: folder.path).ask(.status)

            #expect(answer == nil)
        }
    }

    @Test func `a decision without an answer may have been recorded, and the sentence says so`() async throws
    {
        try await withTemporaryFolder { folder in
            let listener = try Listener(path: ControlSocket(folder: folder.path).path)
            defer { listener.close() }
            let client = try ControlClient(folder: folder.path, limit: .milliseconds(50))

            let decision = await #expect(throws: ControlFailure.self) {
                try await client.ask(.closeAlert(1, SampleLedger.grounds))
            }
            let look = await #expect(throws: ControlFailure.self) { try await client.ask(.status) }

            #expect(decision?.text.contains("may or may not have been recorded") == true)
            #expect(look?.text.contains("may or may not") == false)
        }
    }

    @Test func `a path that is too long for a socket names the remedy`() {
        let folder = "/" + String(repeating: "a", count: ControlSocket.longestPath)

        let failure = #expect(throws: ControlFailure.self) { try ControlClient(folder: folder) }

        #expect(failure?.text.contains("Choose a shorter `state` folder") == true)
    }
}
