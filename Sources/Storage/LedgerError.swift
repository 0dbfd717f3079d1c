package import Distribution

/// Why the ledger cannot be used, or will not do what it was asked, each as what happened, to what, and what to do.
package enum LedgerError: Error, Equatable, Sendable {
    /// Another process owns the ledger.
    case inUse(folder: String)
    case cannotOpen(folder: String, why: String)
    /// The ledger was written by a newer Minuted.
    case tooNew(folder: String)
    /// SQLite does not write as durably as the ledger needs.
    case notDurable(folder: String)
    /// A row holds what this Minuted cannot read.
    case unreadable(what: String)

    case noSuchMeeting(String)
    case noSuchFile(Int64)
    case noSuchDelivery(Int64)
    case noSuchAttempt(Int64)
    case noSuchAlert(Int64)
    case noSuchContact(String)
    /// The meeting is not as it was when its new version was planned: plan again.
    case meetingChanged
    /// The same bytes were taken in before, as the file with this id.
    case alreadyTaken(file: Int64)
    case nothingToRelease(String)
    /// Only minutes that are held, and were never released, can be sent as a cleaned copy.
    case notHeld(String)
    /// A newer version came while a copy of the latest one was made.
    case otherVersion(String)
    case nothingToWithdraw(String)
    case noOpenAlert(reference: String, partner: String)
    case notUndecided(delivery: Int64)
    case cannotResend(delivery: Int64, state: DeliveryState)
    case cannotWithdraw(delivery: Int64, state: DeliveryState)
    case replaced(delivery: Int64)
    case withdrawn(delivery: Int64)
    /// The version of the delivery is held: release it first.
    case held(delivery: Int64)
    /// The directory has no such contact any more.
    case notInDirectory(contact: String)
    case contactDisabled(String)
    case alreadyClosed(alert: Int64)
    case reasonMissing
}

extension LedgerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .inUse(let folder):
            "The ledger in \(folder) is in use by another process. Ask the running daemon, or stop it first."
        case .cannotOpen(let folder, let why):
            "The ledger in \(folder) cannot be opened: \(why). Check the folder, its rights and its disk."
        case .tooNew(let folder):
            "The ledger in \(folder) was written by a newer Minuted. Install that version again."
        case .notDurable(let folder):
            "SQLite will not make the ledger in \(folder) durable (synchronous=FULL). Nothing is sent like this."
        case .unreadable(let what):
            "The ledger holds something that cannot be read: \(what). Restore it from the last backup."
        case .noSuchMeeting(let reference):
            "There is no meeting \(reference). List the meetings to see their references."
        case .noSuchFile(let id): "There is no file \(id) in the ledger."
        case .noSuchDelivery(let id): "There is no delivery \(id). Show the meeting to see its deliveries."
        case .noSuchAttempt(let id): "There is no attempt \(id) in the ledger."
        case .noSuchAlert(let id): "There is no alert \(id). List the open alerts to see their numbers."
        case .noSuchContact(let id): "The contact \(id) is not disabled. Nothing was changed."
        case .meetingChanged:
            "The meeting changed while its new version was planned. Plan it again."
        case .alreadyTaken(let file):
            "The same document was taken in before, as file \(file). Nothing was changed."
        case .nothingToRelease(let reference):
            "Nothing of \(reference) is held that has an address. Show the meeting to see what is missing."
        case .notHeld(let reference):
            "The latest version of \(reference) is not held, or was released before: its document stays the one that is "
                + "sent. Clean the file and drop it again for a new version."
        case .otherVersion(let reference):
            "A newer version of \(reference) came while its copy was made. Look at it, then decide again."
        case .nothingToWithdraw(let reference):
            "Nothing of \(reference) is still to be sent. What has left cannot be taken back here."
        case .noOpenAlert(let reference, let partner):
            "\(reference) has no open alert about \(partner). Show the meeting to see its alerts."
        case .notUndecided(let id):
            "Delivery \(id) is not held for want of a recipient. Show the meeting to see its state."
        case .cannotResend(let id, let state):
            "Delivery \(id) is \(state.rawValue), and is not sent again. Only what is refused, bounced, expired or "
                + "unknown can be."
        case .cannotWithdraw(let id, let state):
            "Delivery \(id) is \(state.rawValue), and cannot be withdrawn. Only what still waits can be."
        case .replaced(let id):
            "Delivery \(id) belongs to minutes that a newer version replaces. Send that version instead."
        case .withdrawn(let id):
            "Delivery \(id) belongs to minutes that were withdrawn. Nothing more is sent of them."
        case .held(let id):
            "Delivery \(id) belongs to minutes that are held. Release them first."
        case .notInDirectory(let contact):
            "The partner directory has no contact \(contact). Add it, or reach the recipient another way."
        case .contactDisabled(let id):
            "The contact \(id) is disabled, since its endpoint said that it is gone. Mend it and enable it first."
        case .alreadyClosed(let id): "Alert \(id) is closed already. Nothing was changed."
        case .reasonMissing: "A name and a reason are needed, since both are kept. Say who decides, and why."
        }
    }
}
