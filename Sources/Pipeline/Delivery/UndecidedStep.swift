import Distribution
package import Foundation
package import Logging
import Minutes
package import Storage

/// Finds recipients for deliveries that were held for want of one, now that the directory may have them.
///
/// Runs at the start and after each reload, so that a completed directory needs no second drop. The same planner decides
/// as at the intake; only where it now gives exactly one contact is it taken, and held minutes stay held.
package struct UndecidedStep: Sendable {
    let ledger: Ledger
    let now: @Sendable () -> Date
    let logger: Logger

    package init(ledger: Ledger, now: @escaping @Sendable () -> Date, logger: Logger) {
        self.ledger = ledger
        self.now = now
        self.logger = logger
    }

    /// Decides what can be decided, and returns how many deliveries have a recipient now.
    @discardableResult
    package func decide(with configuration: PipelineConfiguration) throws -> Int {
        let planner = DistributionPlanner(directory: configuration.directory, rules: configuration.rules)
        var count = 0
        for undecided in try ledger.undecidedWithRecords() {
            let check = Check(of: undecided.record, rules: configuration.rules)
            let candidates = planner.plan(for: undecided.record, check: check).recipients
                .map(\.contact)
                .filter { $0.partner == undecided.partner && !undecided.contacts.contains($0.id) }
            guard candidates.count == 1, let contact = candidates.first else { continue }
            do {
                try ledger.decide(
                    delivery: undecided.delivery,
                    contact: contact,
                    Decision(
                        actor: "minuted",
                        why: "the partner directory has a contact for it now",
                        at: now()
                    )
                )
                count += 1
            } catch let error as LedgerError {
                logger.warning("a delivery stays without recipient", metadata: ["error": "\(error)"])
            }
        }
        if count > 0 {
            logger.notice("recipients found in the directory", metadata: ["deliveries": "\(count)"])
        }
        return count
    }
}
