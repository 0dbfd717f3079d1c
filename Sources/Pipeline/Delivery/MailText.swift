import Distribution
import Foundation
import Minutes
import Storage

/// What the mails say, in text and HTML from the same lines; pure.
struct MailText {
    private(set) var paragraphs: [Paragraph] = []

    enum Paragraph {
        case text(String)
        case heading(String)
        case item(String)
    }

    var text: String {
        paragraphs.map { paragraph in
            switch paragraph {
            case .text(let text): text
            case .heading(let text): text.uppercased()
            case .item(let text): "- \(text)"
            }
        }.joined(separator: "\n\n") + "\n"
    }

    var html: String {
        let body = paragraphs.map { paragraph in
            switch paragraph {
            case .text(let text): "<p>\(Self.escaped(text))</p>"
            case .heading(let text): "<h2>\(Self.escaped(text))</h2>"
            case .item(let text): "<p>• \(Self.escaped(text))</p>"
            }
        }.joined(separator: "\n")
        return
            "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Minuted</title></head><body>\n\(body)\n</body></html>\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n": result += "<br>"
            default: result.append(character)
            }
        }
        return result
    }

    /// The body of a mail that carries minutes, or tells of them.
    static func minutes(_ minutes: ClaimedMinutes, council: String, sender: MailAddress) throws -> MailText {
        var mail = MailText()
        let version = "version \(minutes.version)"
        mail.paragraphs.append(
            .text("\(council): minutes of a strategy meeting, reference \(minutes.reference), \(version).")
        )
        if let replaced = minutes.replaces {
            mail.paragraphs.append(
                .text(
                    "This replaces version \(replaced), which you had before. Please do not use that one any more."
                )
            )
        }
        switch minutes.rendition {
        case .full:
            mail.paragraphs.append(
                .text("The minutes are attached. Please read them and act on what concerns your agency.")
            )
        case .actions:
            mail.add(try minutes.record().contents)
        case .notice:
            mail.paragraphs.append(
                .text(
                    "This is a notice without content. Ask \(council) for the minutes under the reference above."
                )
            )
        }
        mail.paragraphs.append(.text("You receive this as \(minutes.contactName): \(minutes.because)."))
        mail.paragraphs.append(
            .text(
                "OFFICIAL-SENSITIVE. Keep it with the child's record, share it only with those who need it to protect the child, and do not forward it. If you are not the right recipient, tell \(sender) at once and delete it."
            )
        )
        return mail
    }

    private mutating func add(_ contents: MeetingRecord.Contents) {
        paragraphs.append(.heading("Decisions"))
        paragraphs +=
            contents.decisions.isEmpty
            ? [.text("None is recorded under a heading of its own.")] : contents.decisions.map { .item($0) }
        paragraphs.append(.heading("Actions"))
        paragraphs +=
            contents.actions.isEmpty
            ? [.text("None is recorded in a table.")]
            : contents.actions.map { action in
                .item(
                    [action.text, action.owner, action.due].filter { !$0.isEmpty }.joined(separator: " – ")
                )
            }
    }

    /// The body of a notice to a named person.
    static func alerts(_ notice: ClaimedNotice, council: String) -> MailText {
        var mail = MailText()
        mail.paragraphs.append(
            .text(
                "\(council): Minuted must tell you the following. Each alert stays open until it is closed with a reason, or by later evidence."
            )
        )
        for alert in notice.alerts {
            let reference = alert.reference.map { "\($0): " } ?? alert.fileID.map { "File \($0): " } ?? ""
            let state =
                alert.isOpen ? "" : " (closed in the meantime: \(alert.closedWhy ?? "no reason kept"))"
            mail.paragraphs.append(.item("\(reference)\(alert.text)\(state) [alert \(alert.id)]"))
        }
        let references = Set(notice.alerts.compactMap(\.reference)).sorted()
        for reference in references {
            mail.paragraphs.append(.text("To see everything about it: minuted show \(reference)"))
        }
        mail.paragraphs.append(.text("To close an alert: minuted alerts close NUMBER --why REASON"))
        return mail
    }
}
