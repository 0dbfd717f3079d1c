import Distribution
package import Foundation
package import Logging
import ServiceLifecycle
package import Storage

/// Sees to what no event reports: attempts whose worker died, and deliveries that wait too long.
package struct HousekeepingService: Service {
    let ledger: Ledger
    let live: LiveConfiguration
    let bells: Bells
    let now: @Sendable () -> Date
    let logger: Logger

    package init(
        ledger: Ledger,
        live: LiveConfiguration,
        bells: Bells,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.ledger = ledger
        self.live = live
        self.bells = bells
        self.now = now
        self.logger = logger
    }

    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try tidy()
                // Ends early, with an error of no interest, when the service stops.
                try? await Task.sleep(for: .seconds(20))
            }
        }
    }

    /// One round; `everything` at start-up, when no other process can be attempting anything.
    package func tidy(everything: Bool = false) throws {
        let configuration = live.current
        let identities = Identities(domain: configuration.from.address.domain)
        let rescued = try ledger.rescue(at: now(), everything: everything, policy: configuration.sending) {
            code,
            at in
            configuration.alerts.notices(for: code, raisedAt: at, identities: identities)
        }
        for attempt in rescued {
            logger.warning(
                "outcome unknown: the process stopped while it was sending",
                metadata: ["delivery.id": "\(attempt.deliveryID)", "delivery.attempt": "\(attempt.attempt)"]
            )
        }
        let delayed = try ledger.raiseDelayed(at: now(), after: configuration.warnDelay) { code, at in
            configuration.alerts.notices(for: code, raisedAt: at, identities: identities)
        }
        if delayed > 0 { logger.warning("deliveries are delayed", metadata: ["count": "\(delayed)"]) }
        if delayed > 0 || !rescued.isEmpty {
            bells.deliveries.ring()
            bells.receipts.ring()
        }
    }
}
