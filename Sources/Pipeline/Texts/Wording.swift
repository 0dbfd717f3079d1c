import Distribution
import Foundation
import Minutes

/// The words of the design as people say them, the same in each kind of text.
enum Wording {
    static func partner(_ partner: Partner) -> String {
        let words = partner.rawValue.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    static func evidence(_ evidence: Evidence) -> String {
        switch evidence {
        case .none: "nothing in the minutes shows that they were invited or asked"
        case .invited: "invited, no response recorded"
        case .apologies: "sent apologies, and no information from them is recorded"
        case .contributed: "did not come, but gave information or sent a report"
        case .deputised: "somebody came in their place"
        case .attended: "took part"
        }
    }

    static func kind(_ kind: Meeting.Kind) -> String {
        switch kind {
        case .strategy: "strategy meeting"
        case .reviewStrategy: "review strategy meeting"
        case .complexStrategy: "complex strategy meeting"
        case .allegation: "allegation meeting"
        case .other: "meeting"
        }
    }

    static func urgency(_ urgency: Meeting.Urgency) -> String? {
        switch urgency {
        case .urgent: "urgent"
        case .planned: "planned"
        case .outOfHours: "out of hours"
        case .unknown: nil
        }
    }

    static func meeting(_ meeting: Meeting) -> String {
        var text = kind(meeting.kind)
        if let date = meeting.date {
            text +=
                " on \(LondonTime.weekday(date.weekday)) \(date.day) \(LondonTime.month(date.month)) \(date.year)"
            if let time = meeting.time { text += ", \(time)" }
        } else {
            text += ", date not found"
        }
        return text + (urgency(meeting.urgency).map { " (\($0))" } ?? "")
    }

    static func recipient(_ line: Receipt.RecipientLine) -> String {
        let channel = line.channel == .mail ? "by e-mail" : "to their system"
        let rendition =
            switch line.rendition {
            case .full: "the whole document"
            case .actions: "decisions and actions only"
            case .notice: "a notice without content"
            }
        return "\(line.name) (\(partner(line.partner).lowercased()), \(channel), \(rendition)):"
    }

    /// No more than is known: "accepted by the relay" is not "received".
    static func state(_ line: Receipt.RecipientLine, now: Date) -> String {
        let time = LondonTime.short(line.since, now: now)
        let next = line.nextTry.map { " Next try at \(LondonTime.short($0, now: now))." } ?? ""
        let reason = ended(line.reason)
        switch line.state {
        case .held: return "held\(reason) It is not sent until a person releases it."
        case .queued: return "waiting to be sent.\(next)"
        case .attempting: return "being sent now."
        case .unknown:
            return """
                outcome unknown since \(time): the connection was lost, or the service stopped, while the minutes \
                were being handed over. They may or may not have arrived.\(next)
                """
        case .deferred: return "not taken by the other side yet, waiting since \(time)\(reason)\(next)"
        case .accepted:
            let receiver = line.channel == .mail ? "the mail relay" : "the partner's system"
            return "accepted by \(receiver) at \(time); not yet known whether it has arrived."
        case .delivered:
            let receiver = line.channel == .mail ? "in the partner's mailbox" : "in the partner's system"
            return "arrived \(receiver) at \(time); not known whether anybody has read it."
        case .relayed:
            return
                "passed on at \(time) to a mail system that sends no reports; not known whether it has arrived."
        case .acknowledged: return "confirmed by a person at \(time)."
        case .refused: return "REFUSED at \(time)\(reason) It is not tried again by itself."
        case .bounced: return "CAME BACK at \(time)\(reason) It is not tried again by itself."
        case .expired:
            return
                "GIVEN UP at \(time) after trying again and again\(reason) It is not tried again by itself."
        case .withdrawn: return "withdrawn by a person at \(time)\(reason)"
        }
    }

    static func told(_ line: Receipt.ToldLine, now: Date) -> String {
        let time = line.at.map { "sent at \(LondonTime.short($0, now: now))" } ?? "about to be sent"
        return "\(line.person), \(time): \(line.about)"
    }

    /// A reason after a colon and with a full stop, or only the full stop.
    private static func ended(_ reason: String) -> String {
        let reason = PlainText.oneLine(reason).split(separator: " ").joined(separator: " ")
        guard let last = reason.last else { return "." }
        return ": \(reason)" + (".!?".contains(last) ? "" : ".")
    }
}
