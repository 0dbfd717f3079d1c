import Distribution
package import Foundation
import Synchronization

/// What only the running daemon knows, for `minuted status`; gone with the process.
package final class DaemonReport: Sendable {
    package struct Inbox: Equatable, Sendable {
        package var waiting = 0
        package var ignored = 0
        /// Why the inbox cannot be used; `nil` when it can.
        package var trouble: String?
        /// `nil` before the first look.
        package var lookedAt: Date?
    }

    /// How the mail relay last behaved.
    package struct Relay: Equatable, Sendable {
        package var isAnswering: Bool
        /// Since when it has been like this.
        package var since: Date
        /// The relay's words, or what failed here.
        package var words: String
    }

    private let state = Mutex(Inbox())
    private let lastRelay = Mutex<Relay?>(nil)

    package init() {}

    package var inbox: Inbox { state.withLock { $0 } }

    /// `nil` before the first mail.
    package var relay: Relay? { lastRelay.withLock { $0 } }

    /// A relay that refuses one mail answers all the same; one that cannot be reached or logged in to does not.
    func note(_ result: AttemptResult) {
        guard result.stage != .prepare, result.outcome != .notTried else { return }
        let isAnswering = ![.connect, .tls, .authenticate].contains(result.stage)
        lastRelay.withLock { relay in
            if let before = relay, before.isAnswering == isAnswering {
                relay?.words = result.reply
            } else {
                relay = Relay(isAnswering: isAnswering, since: result.finishedAt, words: result.reply)
            }
        }
    }

    func note(_ look: InboxLook, at now: Date) {
        state.withLock {
            $0 = Inbox(
                waiting: look.waiting.count + look.settled.count,
                ignored: look.ignored.count,
                lookedAt: now
            )
        }
    }

    func note(trouble: String) { state.withLock { $0.trouble = trouble } }
}
