import Distribution
import Foundation
import Minutes
import Storage

/// Makes a complete mail of a claimed delivery; pure.
struct MailBuilder {
    let configuration: PipelineConfiguration

    /// Why a delivery cannot be made into a mail; an attempt's result, since trying again would not help.
    struct Refusal: Error, Equatable {
        var sentence: String
    }

    func mail(for delivery: ClaimedDelivery, document: AttachedDocument?) throws -> OutgoingMail {
        guard let to = MailAddress(delivery.address), let returnPath = returnPath(delivery.identity.token)
        else {
            throw Refusal(
                sentence:
                    "The address is not one that mail can be sent to. Mend it in the partner directory, then resend."
            )
        }
        let body: MailText
        let subject: String
        var attachments: [OutgoingMail.Attachment] = []
        switch delivery.content {
        case .minutes(let minutes):
            let contact = try contact(of: minutes, address: delivery.address)
            body = try MailText.minutes(
                minutes,
                council: configuration.council,
                sender: configuration.from.address
            )
            let prefix = contact.subjectPrefix.map { "\($0) " } ?? ""
            subject = "\(prefix)OFFICIAL-SENSITIVE: strategy meeting minutes \(minutes.reference)"
            if minutes.rendition == .full, let document {
                attachments = [
                    OutgoingMail.Attachment(
                        name: document.name(reference: minutes.reference, version: minutes.version),
                        mediaType: document.mediaType,
                        bytes: document.bytes
                    )
                ]
            }
        case .alerts(let notice):
            body = MailText.alerts(notice, council: configuration.council)
            let reference = notice.alerts.lazy.compactMap(\.reference).first ?? "a file in the inbox"
            subject = "OFFICIAL-SENSITIVE: alert about \(reference)"
        }
        return OutgoingMail(
            returnPath: returnPath,
            from: configuration.from,
            to: to,
            subject: subject,
            messageID: delivery.identity.messageID,
            date: delivery.identity.date,
            envelopeID: delivery.identity.token,
            isRepeat: delivery.isRepeat,
            text: body.text,
            html: body.html,
            attachments: attachments
        )
    }

    /// The contact as the directory has it now: an address that was changed there is never used again.
    private func contact(of minutes: ClaimedMinutes, address: String) throws -> Contact {
        guard let contact = configuration.directory.contact(id: minutes.contact) else {
            throw Refusal(
                sentence:
                    "The partner directory no longer has this contact. Add it again, then resend; or withdraw."
            )
        }
        guard contact.channel.address == address else {
            throw Refusal(
                sentence: "The partner directory has another address for this contact now. Resend to use it."
            )
        }
        return contact
    }

    private func returnPath(_ token: String) -> MailAddress? {
        MailAddress("\(configuration.bounces.local)+\(token)@\(configuration.bounces.domain)")
    }
}
