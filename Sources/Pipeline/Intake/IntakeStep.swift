import Distribution
package import Foundation
package import Logging
import Minutes
import Reading
package import Storage

/// Takes one claimed file from the working folder to its place: store, read, check, plan, commit, move.
///
/// Comes in: a claim. Goes out: a row for everything that follows from the file, and the file beside its receipt.
/// A crash anywhere is made good by doing the step again: the store is idempotent, the claim is unique in the ledger,
/// and a file that was committed but not moved is moved. What the environment refuses (a full disk, no reader) leaves
/// the file claimed for the next round. Logs ids, outcomes and counts; never names.
package struct IntakeStep: Sendable {
    let ledger: Ledger
    let store: DocumentStore
    let reading: DocumentReading
    let live: LiveConfiguration
    let now: @Sendable () -> Date
    let logger: Logger

    package init(
        ledger: Ledger,
        store: DocumentStore,
        reading: DocumentReading,
        live: LiveConfiguration,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.ledger = ledger
        self.store = store
        self.reading = reading
        self.live = live
        self.now = now
        self.logger = logger
    }

    package enum Outcome: Equatable, Sendable {
        case taken(TakenFile)
        /// Back in the inbox, because somebody still writes to it.
        case putBack
        /// Still claimed: tried again at the next round.
        case postponed
    }

    /// Takes in one file.
    ///
    /// - Throws: what is wrong with the ledger or the inbox as a whole.
    package func take(_ claim: Claim, in inbox: InboxFolder) async throws -> Outcome {
        if let taken = try ledger.takenFile(claim: claim.id.uuidString.lowercased()) {
            return .taken(try finish(taken, claim: claim, in: inbox))
        }
        let stored: DocumentStore.Stored
        do {
            stored = try store.put(inbox.open(claim))
        } catch StoreError.tooLarge {
            return .taken(
                try await reject(
                    claim,
                    sha256: Self.noHash(claim),
                    size: Int(claim.file.size),
                    reason:
                        "The file is larger than the 50 MB that minutes may have. Save it without pictures or attachments and drop that copy.",
                    in: inbox
                )
            )
        } catch StoreError.changedWhileReading {
            try inbox.unclaim(claim)
            return .putBack
        } catch let error as StoreError {
            logger.error("a file cannot be stored", metadata: ["error": "\(error)", "claim": "\(claim.id)"])
            return .postponed
        }
        if try inbox.hasChanged(claim) {
            try inbox.unclaim(claim)
            return .putBack
        }
        if let known = try ledger.takenFile(sha256: stored.sha256) {
            return .taken(
                try commit(claim, stored, verdict: .duplicate(of: known.fileID), alerts: [], in: inbox)
            )
        }
        return try await read(claim, stored, in: inbox)
    }

    private func read(
        _ claim: Claim,
        _ stored: DocumentStore.Stored,
        in inbox: InboxFolder
    ) async throws -> Outcome {
        let configuration = live.current
        let bytes: Data
        do {
            bytes = try store.bytes(of: stored.sha256)
        } catch let error as StoreError {
            logger.error(
                "a stored file cannot be read",
                metadata: ["error": "\(error)", "claim": "\(claim.id)"]
            )
            return .postponed
        }
        let result = await reading.read(bytes, rules: configuration.rules)
        switch result {
        case .failure(let error) where error.code == .readerUnavailable:
            logger.error("no reading process could be started", metadata: ["error": "\(error.sentence)"])
            return .postponed
        case .failure(let error):
            return .taken(
                try await reject(
                    claim,
                    sha256: stored.sha256,
                    size: stored.byteCount,
                    reason: error.sentence,
                    in: inbox
                )
            )
        case .success(.notMinutes(let reason)):
            return .taken(
                try await reject(
                    claim,
                    sha256: stored.sha256,
                    size: stored.byteCount,
                    reason: reason,
                    in: inbox
                )
            )
        case .success(.minutes(let record)):
            let key = MeetingKey.key(for: record, sha256: stored.sha256)
            // A person's decision may come between planning and commit; then it is planned again.
            for _ in 0..<8 {
                let meeting = try ledger.meeting(key: key)
                let plan = plan(configuration).minutes(record, sha256: stored.sha256, meeting: meeting)
                do {
                    return .taken(
                        try commit(
                            claim,
                            stored,
                            verdict: .minutes(plan.version),
                            alerts: plan.alerts,
                            in: inbox
                        )
                    )
                } catch LedgerError.meetingChanged {
                    continue
                }
            }
            return .postponed
        }
    }

    private func plan(_ configuration: PipelineConfiguration) -> IntakePlan {
        IntakePlan(
            configuration: configuration,
            identities: Identities(domain: configuration.from.address.domain),
            now: now()
        )
    }

    private func reject(
        _ claim: Claim,
        sha256: String,
        size: Int,
        reason: String,
        in inbox: InboxFolder
    ) async throws -> TakenFile {
        let alerts = plan(live.current).rejection(reason: reason)
        return try commit(
            claim,
            .init(sha256: sha256, byteCount: size),
            verdict: .rejected(reason: reason),
            alerts: alerts,
            in: inbox
        )
    }

    private func commit(
        _ claim: Claim,
        _ stored: DocumentStore.Stored,
        verdict: Intake.Verdict,
        alerts: [NewAlert],
        in inbox: InboxFolder
    ) throws -> TakenFile {
        let intake = Intake(
            claim: claim.id.uuidString.lowercased(),
            sha256: stored.sha256,
            byteCount: stored.byteCount,
            name: claim.name.display,
            verdict: verdict,
            alerts: alerts
        )
        let taken = try ledger.takeIn(intake, at: now())
        logger.notice(
            "file taken in",
            metadata: [
                "file.id": "\(taken.fileID)", "file.outcome": "\(taken.outcome.rawValue)",
                "meeting.reference": "\(taken.reference ?? "-")", "version": "\(taken.version ?? 0)",
                "alerts": "\(alerts.count)",
            ]
        )
        return try finish(taken, claim: claim, in: inbox)
    }

    /// Moves a file that the ledger has to its place; the receipt follows from the ledger.
    private func finish(_ taken: TakenFile, claim: Claim, in inbox: InboxFolder) throws -> TakenFile {
        var taken = taken
        let place = FilePlacing.place(of: taken.outcome, takenAt: taken.takenAt)
        let name = try inbox.freeName(for: claim.name, in: place)
        let path = try inbox.place(claim, in: place, as: name)
        // A duplicate has no receipt that would be due again after a crash, so its note comes first.
        if taken.outcome == .duplicate {
            try FilePlacing.writeDuplicateNote(taken, at: path, in: inbox, ledger: ledger)
        }
        try ledger.notePlaced(file: taken.fileID, at: path.escaped)
        taken.place = path.escaped
        return taken
    }

    /// Stands for a file that was not read to its end, and so cannot be known by its content.
    private static func noHash(_ claim: Claim) -> String {
        let digits = claim.id.uuidString.lowercased().filter { $0 != "-" }
        return digits + digits
    }
}
