import Distribution
import Minutes
import Pipeline
import Storage

/// The ledger's words as staff read them: never more than is known.
enum Wording {
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }

    /// Such as `strategy meeting, urgent`.
    static func meeting(_ kind: Meeting.Kind, _ urgency: Meeting.Urgency) -> String {
        let words =
            switch kind {
            case .strategy: "strategy"
            case .reviewStrategy: "review strategy"
            case .complexStrategy: "complex strategy"
            case .allegation: "allegation"
            case .other: "other meeting"
            }
        switch urgency {
        case .urgent: return words + ", urgent"
        case .planned: return words + ", planned"
        case .outOfHours: return words + ", out of hours"
        case .unknown: return words
        }
    }

    static func date(_ date: CalendarDate?) -> String { date.map { LondonTime.stamp($0) } ?? "not found" }

    static func evidence(_ evidence: Evidence) -> String {
        switch evidence {
        case .none: "nothing shows that they were invited or asked"
        case .invited: "invited, no response recorded"
        case .apologies: "sent apologies, no information recorded"
        case .contributed: "did not come, but gave information or a report"
        case .deputised: "somebody came in their place"
        case .attended: "took part"
        }
    }

    /// What a rule asks of a partner: "at least information or a report".
    static func asked(_ evidence: Evidence) -> String {
        switch evidence {
        case .none: "nothing"
        case .invited: "at least an invitation"
        case .apologies: "at least an answer"
        case .contributed: "at least information or a report"
        case .deputised: "somebody at the meeting"
        case .attended: "to be at the meeting"
        }
    }

    /// What a state means, for a list of states.
    static func meaning(_ state: DeliveryState) -> String {
        switch state {
        case .held: "waiting for a person's decision"
        case .queued: "waiting to be sent"
        case .attempting: "being sent now"
        case .unknown: "handed over, answer lost: may or may not have arrived"
        case .deferred: "not taken yet, will be tried again"
        case .accepted: "taken by the relay or the partner's system; not known whether received"
        case .delivered: "reported as arrived; not known whether read"
        case .relayed: "passed on to where no reports come from; not known whether received"
        case .acknowledged: "confirmed by a person"
        case .refused: "refused for good: not sent again by itself"
        case .bounced: "came back: not sent again by itself"
        case .expired: "given up after many tries: not sent again by itself"
        case .withdrawn: "taken back by a person"
        }
    }

    /// Where one delivery stands, as a sentence.
    static func standing(_ delivery: DeliveryModel) -> String {
        let time = LondonTime.stamp(delivery.since)
        let next = delivery.dueAt.map { " Next try from \(LondonTime.stamp($0))." } ?? ""
        let receiver = delivery.channel == .webhook ? "the partner's system" : "the mail relay"
        switch delivery.state {
        case .held: return "held since \(time)\(ended(delivery.heldBecause ?? delivery.why))"
        case .queued:
            let due = delivery.dueAt.map { " Due from \(LondonTime.stamp($0))." } ?? ""
            return "waiting to be sent since \(time).\(due)"
        case .attempting: return "being sent since \(time); the result is not known yet."
        case .unknown:
            return "outcome unknown since \(time): it may or may not have arrived.\(next)"
        case .deferred: return "not taken yet, waiting since \(time)\(ended(delivery.why))\(next)"
        case .accepted: return "accepted by \(receiver) on \(time); not known whether it was received."
        case .delivered: return "reported as arrived on \(time); not known whether it was read."
        case .relayed:
            return "passed on, on \(time), to where no reports come from; not known whether it was received."
        case .acknowledged: return "confirmed by a person on \(time)\(ended(delivery.why))"
        case .refused: return "REFUSED on \(time)\(ended(delivery.why)) It is not sent again by itself."
        case .bounced: return "CAME BACK on \(time)\(ended(delivery.why)) It is not sent again by itself."
        case .expired: return "GIVEN UP on \(time)\(ended(delivery.why)) It is not sent again by itself."
        case .withdrawn: return "withdrawn on \(time)\(ended(delivery.why))"
        }
    }

    /// The states that the ledger counts, in the order of a delivery's life, as `2 accepted, 1 refused`.
    static func tally(_ deliveries: [String: Int]) -> String {
        let words = DeliveryState.allCases.compactMap { state in
            deliveries[state.rawValue].map { "\($0) \(state.rawValue)" }
        }
        return words.isEmpty ? "no deliveries" : words.joined(separator: ", ")
    }

    /// A reason behind a colon with a full stop, or only the full stop.
    static func ended(_ reason: String) -> String {
        guard let last = reason.last else { return "." }
        return ": \(reason)" + (".!?".contains(last) ? "" : ".")
    }
}
