import Distribution
import Foundation
import Minutes
import Storage

/// Makes the CloudEvents 1.0 object of a claimed delivery (design section 9); pure.
struct WebhookBuilder {
    let configuration: PipelineConfiguration

    func webhook(for delivery: ClaimedDelivery, document: AttachedDocument?) throws -> OutgoingWebhook {
        switch delivery.content {
        case .minutes(let minutes):
            guard let contact = configuration.directory.contact(id: minutes.contact),
                case .webhook(let endpoint) = contact.channel, endpoint.url == delivery.address
            else {
                throw MailBuilder.Refusal(
                    sentence:
                        "The partner directory no longer has this endpoint for the contact. Resend to use the new one."
                )
            }
            let data = MinutesData(
                reference: minutes.reference,
                version: minutes.version,
                replaces: minutes.replaces,
                record: endpoint.content == .full ? try minutes.record() : nil,
                document: endpoint.content == .full ? document.map { DocumentData($0, minutes) } : nil
            )
            return try webhook(
                endpoint,
                delivery,
                type: "uk.minuted.minutes.distributed.v1",
                subject: minutes.reference,
                data
            )
        case .alerts(let notice):
            guard case .webhook(let endpoint) = configuration.alerts.people[notice.person]?.channel,
                endpoint.url == delivery.address
            else {
                throw MailBuilder.Refusal(
                    sentence:
                        "The configuration no longer has this endpoint for the person. Resend to use the new one."
                )
            }
            let alerts = notice.alerts.map {
                AlertData(
                    id: $0.id,
                    code: $0.code,
                    partner: $0.partner,
                    reference: $0.reference,
                    raisedAt: Self.text($0.raisedAt),
                    isOpen: $0.isOpen
                )
            }
            let subject = notice.alerts.lazy.compactMap(\.reference).first ?? "inbox"
            return try webhook(
                endpoint,
                delivery,
                type: "uk.minuted.alert.raised.v1",
                subject: subject,
                AlertsData(alerts: alerts)
            )
        }
    }

    private func webhook(
        _ endpoint: WebhookEndpoint,
        _ delivery: ClaimedDelivery,
        type: String,
        subject: String,
        _ data: some Encodable
    ) throws -> OutgoingWebhook {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let event = CloudEvent(
            id: delivery.identity.messageID,
            source: "urn:minuted:\(configuration.from.address.domain)",
            type: type,
            subject: subject,
            time: Self.text(delivery.identity.date),
            data: data
        )
        return OutgoingWebhook(
            endpoint: endpoint,
            id: delivery.identity.messageID,
            body: try encoder.encode(event)
        )
    }

    private static func text(_ date: Date) -> String { date.formatted(.iso8601) }

    private struct CloudEvent<Content: Encodable>: Encodable {
        var specversion = "1.0"
        var id: String
        var source: String
        var type: String
        var subject: String
        var time: String
        var datacontenttype = "application/json"
        var data: Content
    }

    private struct MinutesData: Encodable {
        var reference: String
        var version: Int
        var replaces: Int?
        var record: MeetingRecord?
        var document: DocumentData?
    }

    private struct DocumentData: Encodable {
        var name: String
        var mediaType: String
        var base64: String

        init(_ document: AttachedDocument, _ minutes: ClaimedMinutes) {
            name = document.name(reference: minutes.reference, version: minutes.version)
            mediaType = document.mediaType
            base64 = document.bytes.base64EncodedString()
        }
    }

    private struct AlertsData: Encodable {
        var alerts: [AlertData]
    }

    private struct AlertData: Encodable {
        var id: Int64
        var code: AlertCode
        var partner: Partner?
        var reference: String?
        var raisedAt: String
        var isOpen: Bool
    }
}
