import Distribution
package import Foundation
package import Logging
import ServiceLifecycle
package import Storage

/// Sends what is due, over several connections at a time.
///
/// Comes in: a bell, and due times. Goes out: attempts. At an orderly stop nothing new is claimed, mails on the wire are
/// finished, and the rest of a batch is given back.
package struct DeliveryService: Service {
    let step: DeliveryStep
    let ledger: Ledger
    let live: LiveConfiguration
    let relay: RelayConnections
    let bells: Bells
    let now: @Sendable () -> Date
    let logger: Logger

    package init(
        step: DeliveryStep,
        ledger: Ledger,
        live: LiveConfiguration,
        relay: RelayConnections,
        bells: Bells,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.step = step
        self.ledger = ledger
        self.live = live
        self.relay = relay
        self.bells = bells
        self.now = now
        self.logger = logger
    }

    /// Webhooks that are under way at the same time.
    private static let webhookWorkers = 4

    package func run() async throws {
        let stop = StopFlag()
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<max(1, live.current.relay.sessions) {
                    group.addTask { try await work(.mail, "mail-\(number)", until: stop) }
                }
                for number in 0..<Self.webhookWorkers {
                    group.addTask { try await work(.webhook, "webhook-\(number)", until: stop) }
                }
                try await group.waitForAll()
            }
        } onGracefulShutdown: {
            stop.set()
            bells.deliveries.ring()
            Task { await relay.close() }
        }
    }

    private func work(_ channel: ChannelKind, _ worker: String, until stop: StopFlag) async throws {
        while !stop.isSet, !Task.isCancelled {
            let count = await bells.deliveries.count
            if try await step.sendDue(channel, by: worker) { continue }
            guard !stop.isSet else { return }
            await bells.deliveries.wait(since: count, until: try nextTurn(channel))
        }
    }

    /// When the next delivery is due, a minute from now at the latest, for clocks that are set.
    private func nextTurn(_ channel: ChannelKind) throws -> ContinuousClock.Instant {
        // What is due stays due while everything is held; a reload rings.
        guard !live.current.holdsEverything else { return .now.advanced(by: .seconds(60)) }
        // Nothing leaves until a reload lifts the switch, which rings.
        guard !live.current.holdsEverything else { return .now.advanced(by: .seconds(60)) }
        let wait = try ledger.nextDue(channel: channel)?.timeIntervalSince(now()) ?? 60
        return .now.advanced(by: .milliseconds(Int64(min(max(wait, 0.05), 60) * 1000)))
    }
}
