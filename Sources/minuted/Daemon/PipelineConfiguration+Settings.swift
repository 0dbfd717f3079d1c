import Pipeline
import Settings

import struct Distribution.SendingPolicy

extension PipelineConfiguration {
    /// What the services need of the configuration that was loaded.
    init(_ configuration: DaemonConfiguration) {
        self.init(
            council: configuration.council,
            inboxPath: configuration.inbox.path,
            inbox: InboxOptions(
                settle: .milliseconds(Int64(configuration.inbox.settle * 1000)),
                rescan: .milliseconds(Int64(configuration.inbox.rescan * 1000))
            ),
            relay: configuration.mail.relay,
            from: configuration.mail.from,
            bounces: configuration.mail.bounces,
            sending: SendingPolicy(
                schedule: configuration.retry,
                onUnknown: configuration.unknown == .resend ? .resend : .ask
            ),
            warnDelay: configuration.warnDelay,
            alerts: configuration.alerts,
            holdsEverything: configuration.holdsEverything,
            directory: configuration.directory,
            rules: configuration.rules
        )
    }
}
