import Foundation
import TestSupport
import Testing

@testable import Transports

struct NetworkGuardTests {
    private func permits(_ address: String, allowed: [String] = []) throws -> Bool {
        let ranges = try allowed.map { try #require(NetworkRange($0)) }
        return NetworkGuard(allowed: ranges).permits(try #require(NetworkRange.parse(address)))
    }

    @Test(arguments: [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
        "::127.0.0.1",
    ])
    func `what is not the public internet is refused`(address: String) throws {
        #expect(try !permits(address))
    }

    @Test(arguments: ["8.8.8.8", "172.15.255.255", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"])
    func `the public internet is permitted`(address: String) throws {
        #expect(try permits(address))
    }

    @Test func `an allowed network is permitted, and nothing beside it`() throws {
        #expect(try permits("10.20.3.4", allowed: ["10.20.0.0/16"]))
        #expect(try permits("::ffff:10.20.3.4", allowed: ["10.20.0.0/16"]))
        #expect(try permits("fd00:12::1", allowed: ["fd00:12::/32"]))
        #expect(try !permits("10.21.0.1", allowed: ["10.20.0.0/16"]))
        #expect(try !permits("10.0.0.1", allowed: ["::/0"]))
    }

    @Test(arguments: ["10.0.0.0/12", "10.0.0.0/8", "0.0.0.0/0", "10.1.2.3/32", "fd00::/7", "::1/128"])
    func `a network in CIDR notation is read`(text: String) {
        #expect((NetworkRange(text) != nil) == (text != "fd00::/7"))
    }

    @Test(arguments: [
        "", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.1/8", "10.0.0/8", "10.0.0.0/+8", "10.0.0.0/8/8",
        "x/8",
        "fd00::/129", "10.0.0.0/-1", " 10.0.0.0/8",
    ])
    func `anything else is not a network`(text: String) {
        #expect(NetworkRange(text) == nil)
    }

    @Test func `addresses that are no IP are refused`() {
        #expect(!NetworkGuard(allowed: []).permits([]))
        #expect(!NetworkGuard(allowed: []).permits([1, 2, 3]))
    }
}

struct WebhookSignerTests {
    @Test func `the public test vector's implementation accepts the signature and refuses a changed body`()
        async throws
    {
        let secret = "whsec_" + Data((1...24).map { UInt8($0) }).base64EncodedString()
        let now = Date()
        let body = Data(#"{"a": "Caf\#u{E9}"}"#.utf8)
        let headers = try WebhookSigner(secrets: [
            Array("an old secret, raw, 24 bytes+".utf8), Array(secret.utf8),
        ])
        .headers(id: "msg_1", body: body, at: now)
        let given = Dictionary(uniqueKeysWithValues: headers.map { ($0.name, $0.value) })
        let judge = """
            import json, sys
            from standardwebhooks.webhooks import Webhook, WebhookVerificationError
            body, headers = sys.stdin.buffer.read(), json.loads(sys.argv[2])
            Webhook(sys.argv[1]).verify(body, headers)
            try:
                Webhook(sys.argv[1]).verify(body.replace(b'a', b'b'), headers)
                print('changed body accepted')
            except WebhookVerificationError:
                print('good')
            """

        let printed = try await PythonPeer.run(
            judge,
            arguments: [secret, String(decoding: try JSONEncoder().encode(given), as: UTF8.self)],
            input: body
        )

        #expect(printed == "good\n")
    }

    @Test func `a secret of fewer than 24 bytes is refused`() {
        #expect(throws: WebhookSigner.BadSecret.tooShort) {
            try WebhookSigner(secrets: [[UInt8](repeating: 65, count: 23)])
        }
    }
}

struct RetryAfterTests {
    private let now = Date(timeIntervalSince1970: 784_111_717)

    @Test(arguments: [
        ("60", 60.0), (" 5 ", 5), ("999999999999999999999999", 86400), ("Sun, 06 Nov 1994 08:49:37 GMT", 60),
        ("Mon, 06 Nov 1995 08:49:37 GMT", 86400),
    ])
    func `seconds and dates are understood and clamped to a day`(value: String, expected: Double) throws {
        #expect(RetryAfter.date(value, at: now)?.timeIntervalSince(now) == expected)
    }

    @Test(arguments: ["", "0", "-5", "soon", "1.5", "Sun, 06 Nov 1994 08:48:37 GMT"])
    func `anything else is no wish`(value: String) {
        #expect(RetryAfter.date(value, at: now) == nil)
    }
}
