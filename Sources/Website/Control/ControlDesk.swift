package import Distribution
package import Minutes
package import Storage

package import struct Foundation.Date

/// Does what people ask of the ledger, and says in a sentence why when it does not.
///
/// The daemon's control socket and a command that owns the ledger itself both go through it, so that the answer is the
/// same either way. A decision is on disk before the answer is given.
package struct ControlDesk: Sendable {
    private let ledger: Ledger
    private let directory: @Sendable () -> PartnerDirectory
    private let clean: Cleaning
    private let now: @Sendable () -> Date
    private let daemon: @Sendable () async -> DaemonState?

    /// Makes the cleaned copy of a meeting's held minutes, which is on disk when it returns.
    ///
    /// - Throws: `ControlFailure` or `LedgerError`.
    package typealias Cleaning =
        @Sendable (_ reference: String, _ despite: Set<Finding.Code>) async throws -> CleanedCopy

    /// Takes in `daemon` what only a running daemon knows; without it the status says that none runs.
    ///
    /// Without `clean` no cleaned copy is made.
    package init(
        ledger: Ledger,
        directory: @escaping @Sendable () -> PartnerDirectory,
        clean: @escaping Cleaning = { _, _ in
            throw ControlFailure(.refused, "No cleaned copy can be made here: documents are not read.")
        },
        now: @escaping @Sendable () -> Date,
        daemon: @escaping @Sendable () async -> DaemonState? = { nil }
    ) {
        self.ledger = ledger
        self.directory = directory
        self.clean = clean
        self.now = now
        self.daemon = daemon
    }

    /// Does what is asked; whatever goes wrong is a `ControlAnswer.failure`.
    package func perform(_ request: ControlRequest) async -> ControlAnswer {
        do {
            return try await answer(to: request)
        } catch let failure as ControlFailure {
            return .failure(failure)
        } catch let error as LedgerError {
            return .failure(ControlFailure(error))
        } catch {
            return .failure(
                ControlFailure(
                    .broken,
                    "The ledger cannot be used: \(error). Check its disk, then ask again."
                )
            )
        }
    }

    private func answer(to request: ControlRequest) async throws -> ControlAnswer {
        switch request {
        case .status: return .status(StatusAnswer(ledger: try ledger.status(), daemon: await daemon()))
        case .meetings(let before, let limit):
            return .meetings(try ledger.meetings(before: before, limit: try Self.checked(limit)))
        case .meeting(let reference): return .meeting(try ledger.meeting(reference: reference))
        case .alerts(let limit): return .alerts(try ledger.openAlerts(limit: try Self.checked(limit)))
        case .release(let reference, let grounds):
            let decision = try decision(grounds)
            return .done(
                deliveries: try ledger.release(reference, directory: directory(), decision)
            )
        case .releaseCleaned(let reference, let despite, let grounds):
            // Before anything is made, so that a decision that cannot be kept costs nothing.
            _ = try decision(grounds)
            let copy = try await clean(reference, Set(despite))
            let deliveries = try ledger.release(
                reference,
                directory: directory(),
                cleaned: copy,
                decision(grounds)
            )
            return .cleaned(deliveries: deliveries, without: copy.removed)
        case .resend(let delivery, let grounds):
            try ledger.resend(delivery: delivery, directory: directory(), decision(grounds))
            return .done(deliveries: 1)
        case .withdrawMeeting(let reference, let grounds):
            return .done(deliveries: try ledger.withdraw(reference, decision(grounds)))
        case .withdrawDelivery(let delivery, let grounds):
            try ledger.withdraw(delivery: delivery, decision(grounds))
            return .done(deliveries: 1)
        case .noteConsulted(let reference, let partner, let grounds):
            try ledger.noteConsulted(reference, partner: partner, decision(grounds))
            return .done(deliveries: 0)
        case .closeAlert(let alert, let grounds):
            try ledger.close(alert: alert, decision(grounds))
            return .done(deliveries: 0)
        }
    }

    private func decision(_ grounds: ControlRequest.Grounds) throws(ControlFailure) -> Decision {
        for text in [grounds.actor, grounds.why] where text.count > ControlRequest.Grounds.limit {
            throw ControlFailure(
                .usage,
                """
                A name or reason of \(text.count) characters is too long to be kept. Use at most \
                \(ControlRequest.Grounds.limit).
                """
            )
        }
        // The history marks what the daemon did by itself with this name.
        guard grounds.actor.lowercased() != "minuted" else {
            throw ControlFailure(
                .usage,
                "A decision is recorded with a person's name, and `minuted` is none. Say who decides with --as."
            )
        }
        return Decision(actor: grounds.actor, why: grounds.why, at: now())
    }

    private static func checked(_ limit: Int) throws(ControlFailure) -> Int {
        guard (1...1_000).contains(limit) else {
            throw ControlFailure(.usage, "\(limit) is no limit for a list. Give a number from 1 to 1000.")
        }
        return limit
    }
}

extension ControlFailure {
    package init(_ error: LedgerError) {
        let kind: Kind =
            switch error {
            case .reasonMissing: .usage
            case .inUse, .cannotOpen, .tooNew, .notDurable, .unreadable: .broken
            case .noSuchMeeting, .noSuchFile, .noSuchDelivery, .noSuchAttempt, .noSuchAlert, .noSuchContact,
                .meetingChanged, .alreadyTaken, .nothingToRelease, .notHeld, .otherVersion,
                .nothingToWithdraw, .noOpenAlert,
                .notUndecided, .cannotResend, .cannotWithdraw, .replaced, .withdrawn, .held,
                .notInDirectory, .contactDisabled, .alreadyClosed:
                .refused
            }
        self.init(kind, error.description)
    }
}
