import Foundation
import Minutes
import Pipeline
import Reading
import Settings
import Storage
import Website

/// Asks whoever owns the ledger: the running daemon, or, when none runs, this process under the ledger's lock.
struct Enquiry: Sendable {
    let configuration: DaemonConfiguration
    let now: @Sendable () -> Date

    struct Reply: Sendable {
        /// Never a failure, which is thrown.
        var answer: ControlAnswer
        var isFromDaemon: Bool
    }

    /// - Throws: `ControlFailure`.
    func ask(_ request: ControlRequest) async throws -> Reply {
        let client = try ControlClient(folder: configuration.state)
        if let answer = try await client.ask(request) {
            return Reply(answer: try Self.checked(answer), isFromDaemon: true)
        }
        let ledger = try openLedger()
        let desk = ControlDesk(
            ledger: ledger,
            directory: { [directory = configuration.directory] in directory },
            clean: { [configuration] reference, despite in
                // Made only when it is asked for: it starts a process.
                try await CleaningStep(
                    ledger: ledger,
                    store: DocumentStore(state: configuration.state),
                    reading: DocumentReading(reader: .ofThisProgram()),
                    rules: { configuration.rules }
                ).copyOrFailure(of: reference, despite: despite)
            },
            now: now
        )
        return Reply(answer: try Self.checked(await desk.perform(request)), isFromDaemon: false)
    }

    private func openLedger() throws(ControlFailure) -> Ledger {
        let folder = URL(filePath: configuration.state, directoryHint: .isDirectory)
        // A ledger that a command makes, perhaps as root, would not be the daemon's.
        guard FileManager.default.fileExists(atPath: folder.appending(path: "ledger.sqlite").path) else {
            throw ControlFailure(
                .refused,
                """
                There is no ledger in \(configuration.state): no daemon has run with it yet. Start the daemon, or check \
                `state` in the configuration.
                """
            )
        }
        do {
            return try Ledger(folder: folder)
        } catch LedgerError.inUse {
            throw ControlFailure(
                .broken,
                """
                The ledger in \(configuration.state) is in use, but no daemon answers on its control socket: it is \
                starting or stopping, or another command is at work. Try again in a few seconds.
                """
            )
        } catch let error as LedgerError {
            throw ControlFailure(error)
        } catch {
            throw ControlFailure(
                .broken,
                "The ledger in \(configuration.state) cannot be opened: \(error). Check its disk and its rights."
            )
        }
    }

    private static func checked(_ answer: ControlAnswer) throws(ControlFailure) -> ControlAnswer {
        if case .failure(let failure) = answer { throw failure }
        return answer
    }
}

extension ControlFailure {
    /// For an answer that does not belong to what was asked.
    static let strangeAnswer = ControlFailure(
        .broken,
        "The daemon answered something else than was asked: it is of another version. Restart it."
    )
}

extension CleaningStep {
    /// The copy, or the sentence that says why there is none.
    func copyOrFailure(of reference: String, despite: Set<Finding.Code>) async throws -> CleanedCopy {
        do {
            return try await copy(of: reference, despite: despite)
        } catch let refusal as Refusal {
            throw ControlFailure(.refused, refusal.sentence)
        } catch let error as StoreError {
            throw ControlFailure(.broken, "\(error)")
        }
    }
}
