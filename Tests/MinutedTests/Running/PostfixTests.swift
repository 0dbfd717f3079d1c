import Foundation
import StandIns
import TestSupport
import Testing

/// The daemon with a mail server that is not ours as its relay, and judges that are not ours either.
@Suite(.timeLimit(.minutes(3)))
struct PostfixTests {
    @Test func `what Postfix takes and hands on is sound mail with the headers, text and document of the design`()
        async throws
    {
        try await withTemporaryFolder { root in
            let wire = Wire()
            let authority = try StandInAuthority()
            let ca = try authority.writePEM(to: root)
            let endpoint = WebhookStandIn.Options(
                identity: try authority.identity(),
                secrets: [CouncilFolder.webhookSecret]
            )
            let file = MinutesFile()
            let identity = try authority.identity()
            try await SMTPStandIn.with(SMTPStandIn.Options()) { next in
                try await PostfixRelay.with(identity, next: next.port) { postfix in
                    try await WebhookStandIn.with(endpoint) { endpoint, address in
                        let folder = try CouncilFolder(
                            in: root,
                            peers: .init(relay: "smtp://localhost:\(postfix.port)", webhook: address, ca: ca)
                        )
                        let daemon = try DaemonProcess(folder)
                        try await daemon.ready()
                        try folder.drop("minutes.docx", file.bytes)
                        for await event in next.events {
                            if case .accepted(let mail) = event { await wire.add(mail) }
                            if await wire.mails.count == 2 { break }
                        }
                        for await request in endpoint.requests {
                            await wire.add(request)
                            break
                        }
                        try await daemon.settled()
                        #expect(await daemon.stop() == .code(0))
                    }
                }
            }

            for mail in await wire.mails { try await judge(mail, file) }
            try await verify(try #require(await wire.webhooks.first))
        }
    }

    private struct Judgement: Decodable {
        var subject, from, to, date, id, text, html: String
        var attachments: [Attachment]

        struct Attachment: Decodable {
            var name, type, base64: String
        }
    }

    /// Python's parser under its strict policy: any defect is an error.
    private static let parse = """
        import base64, email, email.policy, json, sys
        mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.strict)
        for part in mail.walk():
            assert not part.defects, part.defects
            for value in part.values(): assert not value.defects, value.defects
        attachments = [
            {"name": p.get_filename(), "type": p.get_content_type(), "base64": base64.b64encode(p.get_content()).decode()}
            for p in mail.iter_attachments()]
        text = mail.get_body(("plain",)).get_content()
        html = mail.get_body(("html",)).get_content()
        print(json.dumps({"subject": mail["subject"], "from": mail["from"], "to": mail["to"], "date": mail["date"],
            "id": mail["message-id"], "text": text, "html": html, "attachments": attachments}))
        """

    private func judge(_ mail: ReceivedMail, _ file: MinutesFile) async throws {
        let json = try await PythonPeer.run(Self.parse, input: Data(mail.bytes))
        let judged = try JSONDecoder().decode(Judgement.self, from: Data(json.utf8))
        let reference = try #require(judged.subject.split(separator: " ").last.map(String.init))

        #expect(judged.subject == "OFFICIAL-SENSITIVE: strategy meeting minutes \(reference)")
        #expect(reference.hasPrefix("M-20"))
        #expect(judged.from == "Strategy meeting minutes <minutes@council.example>")
        #expect(judged.to == mail.recipients[0].address)
        #expect(judged.id.hasSuffix("@council.example>"))
        #expect(judged.attachments.map(\.name) == ["\(reference)-v1.docx"])
        #expect(judged.attachments.first.flatMap { Data(base64Encoded: $0.base64) } == file.bytes)
        #expect(judged.text.contains(reference) && judged.html.contains(reference))
        let head = mail.text.components(separatedBy: "\r\n\r\n")[0]
        #expect(!head.contains("Jamie") && !judged.text.contains("Jamie") && !judged.html.contains("Jamie"))

        let token = try #require(mail.parameters["ENVID"])
        #expect(mail.returnPath == "minutes-bounces+\(token)@council.example")
        #expect(mail.parameters["RET"] != nil)
        let notify = try #require(mail.recipients[0].parameters["NOTIFY"])
        #expect(notify.contains("SUCCESS") && notify.contains("FAILURE"))
        #expect(mail.recipients[0].parameters["ORCPT"] == "rfc822;\(mail.recipients[0].address)")
    }

    private static let verification = """
        import json, sys
        from standardwebhooks.webhooks import Webhook
        request = json.load(sys.stdin)
        event = Webhook(request["secret"]).verify(request["body"], request["headers"])
        print(event["specversion"], event["type"], event["id"] == request["headers"]["webhook-id"])
        """

    /// The reference implementation of Standard Webhooks.
    private func verify(_ webhook: ReceivedWebhook) async throws {
        let request: [String: Any] = [
            "secret": CouncilFolder.webhookSecret, "headers": webhook.headers,
            "body": String(decoding: webhook.body, as: UTF8.self),
        ]
        let input = try JSONSerialization.data(withJSONObject: request)

        let verdict = try await PythonPeer.run(Self.verification, input: input)

        #expect(verdict == "1.0 uk.minuted.minutes.distributed.v1 True\n")
        #expect(webhook.headers["content-type"]?.contains("application/cloudevents+json") == true)
    }
}
