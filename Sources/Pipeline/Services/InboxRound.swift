import Foundation
import Logging
import Storage

/// One look at the inbox: what was claimed before, then what has settled now.
struct InboxRound {
    private let step: IntakeStep
    private let options: InboxOptions
    private let logger: Logger
    private var scan: InboxScan
    private var knownDevice: UInt64?
    private var lastTrouble: String?
    private var hasRecovered = false
    /// Something was taken in by the last look.
    private(set) var tookAny = false

    init(step: IntakeStep, options: InboxOptions, logger: Logger) {
        self.step = step
        self.options = options
        self.logger = logger
        scan = InboxScan(options: options)
    }

    /// Looks, takes in what can be taken, and returns when the next look is due.
    ///
    /// - Throws: what is wrong with the ledger: the daemon cannot go on without it.
    mutating func look(
        at path: String,
        watch: InboxWatch,
        report: DaemonReport,
        stop: StopFlag
    ) async throws -> ContinuousClock.Instant {
        tookAny = false
        let clock = ContinuousClock()
        do {
            let inbox = try InboxFolder(path: path, knownDevice: knownDevice)
            knownDevice = inbox.device
            // Without events the rescan finds everything, only later.
            try? watch.renew(path: path)
            if !hasRecovered {
                try inbox.sweepNotes()
                try FilePlacing.recover(ledger: step.ledger, inbox: inbox)
                hasRecovered = true
            }
            for claim in try inbox.claimedFiles() where !stop.isSet { try await take(claim, in: inbox) }
            let look = scan.look(at: try inbox.listing(), now: clock.now)
            report.note(look, at: step.now())
            for settled in look.settled where !stop.isSet { try await claimAndTake(settled, in: inbox) }
            settle(nil)
            return NextLook.after(look, now: clock.now, rescan: options.rescan)
        } catch let error as InboxError {
            settle("\(error)")
            report.note(trouble: "\(error)")
        } catch let error as FileError {
            settle("\(error)")
            report.note(trouble: "\(error)")
        }
        return clock.now.advanced(by: min(options.rescan, .seconds(30)))
    }

    private mutating func claimAndTake(_ settled: InboxLook.Settled, in inbox: InboxFolder) async throws {
        switch try inbox.claim(settled.file, id: UUID()) {
        case .changed, .vanished: return
        case .claimed(let claim): try await take(claim, in: inbox)
        }
    }

    private mutating func take(_ claim: Claim, in inbox: InboxFolder) async throws {
        switch try await step.take(claim, in: inbox) {
        case .taken: tookAny = true
        case .putBack, .postponed: break
        }
    }

    /// Says once that the inbox cannot be used, and once that it can again.
    private mutating func settle(_ trouble: String?) {
        guard trouble != lastTrouble else { return }
        if let trouble {
            logger.error("the inbox cannot be used", metadata: ["error": "\(trouble)"])
        } else {
            logger.notice("the inbox can be used again")
        }
        lastTrouble = trouble
    }
}
