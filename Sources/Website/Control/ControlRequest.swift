package import Minutes

/// What a person can ask of the process that owns the ledger.
///
/// It is also what goes over the control socket: a command and a daemon of different versions may not understand each
/// other, which is answered with a sentence.
package enum ControlRequest: Codable, Equatable, Sendable {
    case status
    /// Latest first; `before` is the last reference of the page before.
    case meetings(before: String?, limit: Int)
    case meeting(reference: String)
    /// Open alerts, oldest first.
    case alerts(limit: Int)

    case release(reference: String, Grounds)
    /// As a cleaned copy; `despite` are reasons of the hold that cleaning does not mend and that are decided as well.
    case releaseCleaned(reference: String, despite: [Finding.Code], Grounds)
    case resend(delivery: Int64, Grounds)
    case withdrawMeeting(reference: String, Grounds)
    case withdrawDelivery(Int64, Grounds)
    case noteConsulted(reference: String, partner: Partner, Grounds)
    case closeAlert(Int64, Grounds)

    /// Who decides, and why; both are kept in the history.
    package struct Grounds: Codable, Equatable, Sendable {
        package var actor: String
        package var why: String

        /// In characters, for each of the two.
        static let limit = 2_000

        package init(actor: String, why: String) {
            self.actor = actor
            self.why = why
        }
    }
}

extension ControlRequest {
    /// Of a request that decides something; `nil` for one that only looks.
    package var grounds: Grounds? {
        switch self {
        case .status, .meetings, .meeting, .alerts: nil
        case .release(_, let grounds), .releaseCleaned(_, _, let grounds), .resend(_, let grounds),
            .withdrawMeeting(_, let grounds),
            .withdrawDelivery(_, let grounds), .noteConsulted(_, _, let grounds), .closeAlert(_, let grounds):
            grounds
        }
    }
}

extension ControlRequest {
    /// How much longer than others it may take: a copy is made and read three times before it is released.
    var patience: Int {
        if case .releaseCleaned = self { return 4 }
        return 1
    }
}
