package import Distribution
package import Minutes

package import struct Foundation.TimeInterval

/// Everything that the daemon must be told, read from the three files of design section 7.
package struct DaemonConfiguration: Sendable, Equatable {
    /// As it signs the minutes that it sends.
    package var council: String
    /// The folder of ledger and document store.
    package var state: String
    package var inbox: Inbox
    package var mail: Mail
    package var retry: RetrySchedule
    /// Seconds after which a delivery that is still waiting raises an alert.
    package var warnDelay: TimeInterval
    package var unknown: UnknownPolicy
    package var alerts: AlertPolicy
    /// Read, check and queue, but send nothing.
    package var holdsEverything: Bool
    package var web: Web
    package var log: Log
    package var directory: PartnerDirectory
    package var rules: Rules

    package static let defaultState = "/var/lib/minuted"
    package static let defaultWarnDelay: TimeInterval = 4 * 3600

    package init(
        council: String,
        state: String = DaemonConfiguration.defaultState,
        inbox: Inbox = Inbox(),
        mail: Mail,
        retry: RetrySchedule = RetrySchedule(),
        warnDelay: TimeInterval = DaemonConfiguration.defaultWarnDelay,
        unknown: UnknownPolicy = .resend,
        alerts: AlertPolicy,
        holdsEverything: Bool = false,
        web: Web = Web(),
        log: Log = Log(),
        directory: PartnerDirectory,
        rules: Rules = Rules()
    ) {
        self.council = council
        self.state = state
        self.inbox = inbox
        self.mail = mail
        self.retry = retry
        self.warnDelay = warnDelay
        self.unknown = unknown
        self.alerts = alerts
        self.holdsEverything = holdsEverything
        self.web = web
        self.log = log
        self.directory = directory
        self.rules = rules
    }

    /// The folder in which business support leaves the minutes.
    package struct Inbox: Sendable, Equatable {
        package var path: String
        /// Seconds for which a file must not change before it is taken.
        package var settle: TimeInterval
        /// Seconds between full scans, for shares that raise no events.
        package var rescan: TimeInterval

        package init(path: String = "/srv/minutes", settle: TimeInterval = 5, rescan: TimeInterval = 30) {
            self.path = path
            self.settle = settle
            self.rescan = rescan
        }
    }

    /// How mail leaves, and where failure reports come back to.
    package struct Mail: Sendable, Equatable {
        package var relay: RelayOptions
        package var from: OutgoingMail.Mailbox
        /// The return path; each delivery's token is put after its local part.
        package var bounces: MailAddress
        /// Where the council's mail server leaves what comes back; `nil` where nobody collects it.
        package var bounceMaildir: String?

        package init(
            relay: RelayOptions,
            from: OutgoingMail.Mailbox,
            bounces: MailAddress,
            bounceMaildir: String? = nil
        ) {
            self.relay = relay
            self.from = from
            self.bounces = bounces
            self.bounceMaildir = bounceMaildir
        }
    }

    /// What to do with a delivery whose outcome is not known.
    package enum UnknownPolicy: String, CaseIterable, Sendable {
        /// Send again with the same identity, so that a second copy can be recognised as one.
        case resend
        /// Leave it to a person.
        case ask
    }

    /// The pages for staff.
    package struct Web: Sendable, Equatable {
        package var staff: Listener
        /// What links in mails begin with; `nil`: mails have no links.
        package var publicURL: String?

        package init(staff: Listener = Listener(host: "127.0.0.1", port: 8080), publicURL: String? = nil) {
            self.staff = staff
            self.publicURL = publicURL
        }

        /// A loopback address: a reverse proxy with TLS and log-in stands before it.
        package struct Listener: Sendable, Equatable {
            /// Without the brackets of IPv6.
            package var host: String
            package var port: Int

            package init(host: String, port: Int) {
                self.host = host
                self.port = port
            }
        }
    }

    /// How the daemon logs to standard error.
    package struct Log: Sendable, Equatable {
        package var format: Format
        package var level: Level

        package init(format: Format = .text, level: Level = .notice) {
            self.format = format
            self.level = level
        }

        package enum Format: String, CaseIterable, Sendable {
            /// One object a line.
            case json
            /// For people and the journal.
            case text
        }

        /// The least severe messages that are written.
        package enum Level: String, CaseIterable, Sendable {
            case trace
            case debug
            case info
            case notice
            case warning
            case error
            case critical
        }
    }
}
