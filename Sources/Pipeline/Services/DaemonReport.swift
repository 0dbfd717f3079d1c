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

    private let state = Mutex(Inbox())

    package init() {}

    package var inbox: Inbox { state.withLock { $0 } }

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
