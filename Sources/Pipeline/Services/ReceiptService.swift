package import Logging
import ServiceLifecycle

/// Keeps the receipts in the inbox true, within a second of what changed.
package struct ReceiptService: Service {
    let step: ReceiptStep
    let live: LiveConfiguration
    let bells: Bells
    let logger: Logger

    package init(step: ReceiptStep, live: LiveConfiguration, bells: Bells, logger: Logger) {
        self.step = step
        self.live = live
        self.bells = bells
        self.logger = logger
    }

    package func run() async throws {
        let stop = StopFlag()
        try await withGracefulShutdownHandler {
            while !stop.isSet, !Task.isCancelled {
                let count = await bells.receipts.count
                let isMore = try writeDue()
                guard !isMore else { continue }
                await bells.receipts.wait(since: count, until: .now.advanced(by: .seconds(15)))
            }
            _ = try writeDue()
        } onGracefulShutdown: {
            stop.set()
            bells.receipts.ring()
        }
    }

    /// Whether there may be more to write.
    ///
    /// An inbox that is away leaves receipts due; it is not this service's trouble.
    private func writeDue() throws -> Bool {
        do {
            return try step.writeDue(in: InboxFolder(path: live.current.inboxPath)) == 200
        } catch let error as InboxError {
            logger.debug("receipts wait for the inbox", metadata: ["error": "\(error)"])
        } catch let error as FileError {
            logger.warning("a receipt could not be written", metadata: ["error": "\(error)"])
        }
        return false
    }
}
