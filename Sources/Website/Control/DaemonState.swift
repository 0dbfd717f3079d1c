package import struct Foundation.Date

/// What only the running daemon knows, for `minuted status`.
package struct DaemonState: Codable, Equatable, Sendable {
    package var runningSince: Date
    /// Read, check and queue, but send nothing.
    package var holdsEverything: Bool
    package var inbox: Inbox
    package var relay: Relay

    package init(runningSince: Date, holdsEverything: Bool, inbox: Inbox, relay: Relay) {
        self.runningSince = runningSince
        self.holdsEverything = holdsEverything
        self.inbox = inbox
        self.relay = relay
    }

    /// What the last look into the inbox saw.
    package struct Inbox: Codable, Equatable, Sendable {
        /// The folder cannot be found, as when a share is gone.
        package var isMissing: Bool
        package var waitingFiles: Int
        /// `nil` before the first look.
        package var lookedAt: Date?

        package init(isMissing: Bool = false, waitingFiles: Int = 0, lookedAt: Date? = nil) {
            self.isMissing = isMissing
            self.waitingFiles = waitingFiles
            self.lookedAt = lookedAt
        }
    }

    /// How the mail relay last behaved.
    package struct Relay: Codable, Equatable, Sendable {
        package var state: State
        /// Since when it has been like this; `nil` while that is not known.
        package var since: Date?
        /// The relay's words, or what failed here; "" for none.
        package var words: String

        package init(state: State = .unknown, since: Date? = nil, words: String = "") {
            self.state = state
            self.since = since
            self.words = words
        }

        package enum State: String, Codable, CaseIterable, Sendable {
            /// Not tried since the daemon started, or not watched.
            case unknown
            case answering
            case failing
        }
    }
}
