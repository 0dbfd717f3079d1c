package import Distribution
package import Minutes
import Synchronization

/// What a reload may change, as the services see it: each step takes one value and works with it to its end.
package struct PipelineConfiguration: Equatable, Sendable {
    package var council: String
    package var inboxPath: String
    package var inbox: InboxOptions
    package var relay: RelayOptions
    package var from: OutgoingMail.Mailbox
    /// The return path; a delivery's token is put behind its local part.
    package var bounces: MailAddress
    package var sending: SendingPolicy
    /// Seconds after which a waiting delivery raises an alert.
    package var warnDelay: Double
    package var alerts: AlertPolicy
    package var holdsEverything: Bool
    package var directory: PartnerDirectory
    package var rules: Rules

    package init(
        council: String,
        inboxPath: String,
        inbox: InboxOptions,
        relay: RelayOptions,
        from: OutgoingMail.Mailbox,
        bounces: MailAddress,
        sending: SendingPolicy,
        warnDelay: Double,
        alerts: AlertPolicy,
        holdsEverything: Bool,
        directory: PartnerDirectory,
        rules: Rules
    ) {
        self.council = council
        self.inboxPath = inboxPath
        self.inbox = inbox
        self.relay = relay
        self.from = from
        self.bounces = bounces
        self.sending = sending
        self.warnDelay = warnDelay
        self.alerts = alerts
        self.holdsEverything = holdsEverything
        self.directory = directory
        self.rules = rules
    }
}

/// The configuration in force, which a reload replaces as a whole.
package final class LiveConfiguration: Sendable {
    private let state: Mutex<PipelineConfiguration>

    package init(_ configuration: PipelineConfiguration) { state = Mutex(configuration) }

    package var current: PipelineConfiguration { state.withLock { $0 } }

    package func replace(with configuration: PipelineConfiguration) { state.withLock { $0 = configuration } }
}
