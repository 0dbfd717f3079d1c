package import Storage

/// What the owner of the ledger says to a `ControlRequest`.
package enum ControlAnswer: Codable, Equatable, Sendable {
    case status(StatusAnswer)
    case meetings([MeetingLine])
    case meeting(MeetingModel)
    case alerts([AlertModel])
    /// A decision was recorded; `deliveries` is how many it moved.
    case done(deliveries: Int)
    /// A cleaned copy was made and released, which has not what `without` says.
    case cleaned(deliveries: Int, without: String)
    case failure(ControlFailure)
}

/// The state of the work, with what only a running daemon knows.
package struct StatusAnswer: Codable, Equatable, Sendable {
    package var ledger: StatusModel
    /// `nil` when no daemon runs.
    package var daemon: DaemonState?

    package init(ledger: StatusModel, daemon: DaemonState? = nil) {
        self.ledger = ledger
        self.daemon = daemon
    }
}

/// Why a request was not done, as a plain sentence on what happened, to what, and what to do next.
package struct ControlFailure: Error, Codable, Equatable, Sendable, CustomStringConvertible {
    package var kind: Kind
    package var text: String

    package var description: String { text }

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    package enum Kind: String, Codable, CaseIterable, Sendable {
        /// The request itself was wrong, whatever the ledger holds.
        case usage
        /// The ledger does not hold it, or does not allow it as things stand; nothing was changed.
        case refused
        /// The ledger or the daemon could not be used.
        case broken

        /// As a command ends: 64 as in sysexits(3), 1 otherwise.
        package var exitCode: Int32 {
            switch self {
            case .usage: 64
            case .refused, .broken: 1
            }
        }
    }
}
