import Foundation
import Storage
import TestSupport
import Testing

/// `kill -9` at random instants under load (design section 1: never lost, and no second effect that is not known as one).
///
/// `MINUTED_CRASH_KILLS` says how often, 15 times without it; `MINUTED_CRASH_SEED` repeats a run.
@Suite(.timeLimit(.minutes(15)))
struct CrashTests {
    @Test func `killed at any instant, the daemon loses nothing, and what it sends twice is marked as a repeat`()
        async throws
    {
        let environment = ProcessInfo.processInfo.environment
        let kills = environment["MINUTED_CRASH_KILLS"].flatMap(Int.init) ?? 15
        let seed = environment["MINUTED_CRASH_SEED"].flatMap(UInt64.init) ?? .random(in: 1...999_999)
        print("crash run: \(kills) kills, MINUTED_CRASH_SEED=\(seed)")
        let started = ContinuousClock.now

        try await withTemporaryFolder { root in
            try await Wire.with(authority: root) { wire, peers in
                let folder = try CouncilFolder(in: root, peers: peers)
                var numbers = SeededNumbers(seed: seed)
                var load = CrashLoad()
                for _ in 0..<kills {
                    try await Self.runAndKill(folder, &load, &numbers)
                }
                let last = try DaemonProcess(folder)
                try await last.ready()
                try await last.settled(within: .seconds(240))
                let exit = await last.stop()
                #expect(exit == .code(0))

                var audit = CrashAudit(
                    folder: folder,
                    ledger: try Ledger(folder: folder.state),
                    dropped: load.dropped,
                    mails: await wire.mails,
                    webhooks: await wire.webhooks
                )
                try audit.run()
                let seconds = (ContinuousClock.now - started).components.seconds
                print("crash run: \(kills) kills, \(audit.figures), \(seconds) s, seed \(seed)")
                #expect(audit.faults.isEmpty, "seed \(seed)\n\(audit.faults.prefix(20).joined(separator: "\n"))")
            }
        }
    }

    /// One life of a daemon, from its start to its sudden end.
    private static func runAndKill(
        _ folder: CouncilFolder,
        _ load: inout CrashLoad,
        _ numbers: inout SeededNumbers
    ) async throws {
        for _ in 0..<Int.random(in: 0...4, using: &numbers) {
            let file = load.next(using: &numbers)
            try folder.drop(file.name, file.bytes)
        }
        let daemon = try DaemonProcess(folder)
        try await daemon.ready()
        // Files settle for a second after each start: half of the lives end before anything is claimed, and half while
        // files are claimed, read, committed and moved. Recovery and sending go on in all of them.
        let isLong = Bool.random(using: &numbers)
        let life = Int.random(in: isLong ? 1_000...1_900 : 10...800, using: &numbers)
        try await Task.sleep(for: .milliseconds(life))
        await daemon.kill()
    }
}
