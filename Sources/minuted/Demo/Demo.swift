import Distribution
import Foundation
import Logging
import Minutes
import Pipeline
import ServiceLifecycle
import Settings
import StandIns
import Storage
import Website

/// The main job on loopback: the real daemon, stand-in partners that speak the real protocols, sample minutes.
struct Demo {
    let folder: DemoFolder
    let narrator: DemoNarrator
    /// How long it may take in all.
    static let limit = Duration.seconds(50)

    private static let samples: [(name: String, bytes: [UInt8], says: String)] = [
        (
            "Urgent strategy discussion 19.11.26.docx", PackageResources.urgent_strategy_discussion_docx,
            "an urgent discussion by telephone: health and police took part, the row for education is empty"
        ),
        (
            "Planned strategy meeting 18.11.26.docx", PackageResources.planned_strategy_meeting_docx,
            "a planned meeting: health, police and the head teacher took part"
        ),
        (
            "Strategy meeting 20.11.26.docx", PackageResources.draft_strategy_meeting_docx,
            "minutes that the chair has not agreed yet"
        ),
    ]

    /// Plays the demo; `false` if something that should have happened did not.
    func play() async throws -> Bool {
        let authority = try StandInAuthority()
        let ca = try authority.writePEM(to: folder.root)
        let relay = SMTPStandIn.Options(
            security: .startTLS,
            identity: try authority.identity(),
            login: .init(user: DemoFolder.relayUser, password: DemoFolder.relayPassword)
        )
        let endpoint = WebhookStandIn.Options(
            identity: try authority.identity(),
            secrets: [DemoFolder.webhookSecret]
        )
        return try await SMTPStandIn.with(relay) { relay in
            try await WebhookStandIn.with(endpoint) { endpoint, address in
                try folder.writeConfiguration(relayPort: relay.port, webhookURL: address, ca: ca)
                return try await withThrowingTaskGroup(of: Void.self) { group in
                    let narrator = narrator
                    group.addTask {
                        for await event in relay.events {
                            if case .accepted(let mail) = event { try await narrator.received(mail) }
                        }
                    }
                    group.addTask {
                        for await request in endpoint.requests { try await narrator.received(request) }
                    }
                    defer { group.cancelAll() }
                    return try await runDaemon()
                }
            }
        }
    }

    private func runDaemon() async throws -> Bool {
        let configuration = try DaemonConfiguration.load(folder.configuration.path).configuration
        var logger = Logger(label: "demo", factory: { _ in SwiftLogNoOpLogHandler() })
        logger.logLevel = .critical
        let daemon = try Daemon(
            configuration,
            configurationPath: nil,
            environment: [:],
            logger: logger,
            stopSignals: false
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await daemon.services.run() }
            await narrator.say(
                "the daemon runs; relay and endpoint are stand-ins on loopback, with TLS and log-in"
            )
            try await drop()
            let isDone = try await untilSettled(daemon.ledger)
            try await report(daemon)
            await daemon.services.triggerGracefulShutdown()
            try await group.waitForAll()
            return isDone
        }
    }

    private func drop() async throws {
        for sample in Self.samples {
            try Data(sample.bytes).write(to: folder.inbox.appending(path: sample.name))
            await narrator.say("dropped \"\(sample.name)\": \(sample.says)")
        }
    }

    /// Waits until every sample is taken in and nothing is to be sent or written any more.
    private func untilSettled(_ ledger: Ledger) async throws -> Bool {
        let end = ContinuousClock.now.advanced(by: Self.limit)
        while ContinuousClock.now < end {
            let status = try ledger.status()
            let meetings = try ledger.meetings(limit: 10).count
            let isQuiet =
                status.oldestWaitingSince == nil && status.receiptsDue == 0
                && status.deliveries["attempting"] == nil && status.notices["attempting"] == nil
            if meetings == Self.samples.count, isQuiet { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    private func report(_ daemon: Daemon) async throws {
        let desk = ControlDesk(
            ledger: daemon.ledger,
            directory: { daemon.live.current.directory },
            now: { Date() }
        )
        print("\nOpen alerts (minuted alerts):\n")
        for alert in try daemon.ledger.openAlerts(limit: 20).reversed() {
            print("  alert \(alert.id)  \(alert.reference ?? "a file")  \(alert.text)")
        }
        guard let urgent = try daemon.ledger.meetings(limit: 10).first(where: { $0.urgency == .urgent })
        else { return }
        print("\nThe urgent meeting (minuted show \(urgent.reference)):\n")
        if case .meeting(let meeting) = await desk.perform(.meeting(reference: urgent.reference)) {
            print(MeetingText(meeting).text)
        }
    }
}
