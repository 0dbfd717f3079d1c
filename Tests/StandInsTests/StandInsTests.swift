import Foundation
import StandIns
import TestSupport
import Testing

/// The stand-ins against clients that are not ours.
@Suite(.timeLimit(.minutes(1)))
struct StandInsTests {
    @Test(arguments: ["correct horse", "wrong"])
    func `another mailer sends over STARTTLS with a login, and only with the right one`(
        password: String
    ) async throws {
        let authority = try StandInAuthority()
        let options = SMTPStandIn.Options(
            security: .startTLS,
            identity: try authority.identity(),
            login: SMTPStandIn.Login(user: "minuted", password: "correct horse")
        )
        let client = """
            import smtplib, ssl, sys
            port, ca, password = int(sys.argv[1]), sys.argv[2], sys.argv[3]
            with smtplib.SMTP('localhost', port) as s:
                s.starttls(context=ssl.create_default_context(cafile=ca))
                s.ehlo()
                try:
                    s.login('minuted', password)
                except smtplib.SMTPAuthenticationError as e:
                    print(e.smtp_code); sys.exit(0)
                s.sendmail('a@x.example', ['b@y.example'], b'Subject: hi\\r\\n\\r\\n.dot\\r\\n',
                           mail_options=['RET=HDRS', 'ENVID=a+2Bb'], rcpt_options=['NOTIFY=SUCCESS'])
                print('sent')
            """

        let (printed, mail) = try await withFolder { folder in
            let ca = try authority.writePEM(to: folder)
            return try await SMTPStandIn.with(options) { standIn in
                let printed = try await PythonPeer.run(client, arguments: ["\(standIn.port)", ca, password])
                var mail: ReceivedMail?
                for await event in standIn.events {
                    if case .accepted(let taken) = event { mail = taken }
                    if case .closed = event { break }
                }
                return (printed, mail)
            }
        }

        guard password == "correct horse" else {
            #expect(printed == "535\n" && mail == nil)
            return
        }
        #expect(printed == "sent\n")
        #expect(mail?.user == "minuted" && mail?.isEncrypted == true)
        #expect(mail?.text == "Subject: hi\r\n\r\n.dot\r\n")
        #expect(mail?.parameters["ENVID"] == "a+b")
        #expect(mail?.recipients.first?.parameters["NOTIFY"] == "SUCCESS")
    }

    @Test(arguments: [
        (#"MAIL FROM:<a@b>\r\n"#, "503"), (#"EHLO x\r\nMAIL FROM: <a@b>\r\n"#, "501"),
        (#"EHLO x\nNOOP\n"#, "521"),
        (#"EHLO x\r\nRCPT TO:<a@b>\r\n"#, "503"), (#"EHLO x\r\nMAIL FROM:<a@b> FOO=1\r\n"#, "555"),
        (#"EHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nbare\nline\r\n.\r\n"#, "521"),
    ])
    func `what RFC 5321 forbids is refused`(said: String, code: String) async throws {
        let client = """
            import socket, sys
            s = socket.create_connection(('127.0.0.1', int(sys.argv[1])))
            f = s.makefile('rb')
            last = f.readline()
            for part in sys.argv[2].split('\\\\r\\\\n')[:-1] if '\\\\r\\\\n' in sys.argv[2] else [sys.argv[2]]:
                line = part.replace('\\\\n', '\\n') + ('\\r\\n' if '\\\\r\\\\n' in sys.argv[2] else '')
                s.sendall(line.encode())
                if line.startswith('bare'):
                    continue
                while True:
                    reply = f.readline()
                    if not reply: break
                    last = reply
                    if reply[3:4] != b'-': break
            print(last[:3].decode())
            """

        let printed = try await SMTPStandIn.with(SMTPStandIn.Options()) { standIn in
            try await PythonPeer.run(client, arguments: ["\(standIn.port)", said])
        }

        #expect(printed == code + "\n")
    }

    @Test func `the endpoint accepts what another library signed, and refuses it changed or unsigned`()
        async throws
    {
        let authority = try StandInAuthority()
        let secret = "whsec_" + Data((1...32).map { UInt8($0) }).base64EncodedString()
        let client = """
            import datetime, ssl, sys, urllib.request, urllib.error
            from standardwebhooks.webhooks import Webhook
            url, ca, secret = sys.argv[1:4]
            now = datetime.datetime.now(tz=datetime.timezone.utc)
            signature = Webhook(secret).sign('msg_1', now, '{"a":1}')
            def post(body, signature):
                headers = {'webhook-id': 'msg_1', 'webhook-timestamp': str(int(now.timestamp()))}
                if signature: headers['webhook-signature'] = signature
                request = urllib.request.Request(url, data=body, headers=headers)
                try:
                    with urllib.request.urlopen(request, context=ssl.create_default_context(cafile=ca)) as r:
                        return r.status
                except urllib.error.HTTPError as e:
                    return e.code
            print(post(b'{"a":1}', signature), post(b'{"a":2}', signature), post(b'{"a":1}', None))
            """

        let printed = try await withFolder { folder in
            let ca = try authority.writePEM(to: folder)
            let options = WebhookStandIn.Options(identity: try authority.identity(), secrets: [secret])
            return try await WebhookStandIn.with(options) { _, base in
                try await PythonPeer.run(client, arguments: [base + "/x", ca, secret])
            }
        }

        #expect(printed == "202 401 401\n")
    }
}
