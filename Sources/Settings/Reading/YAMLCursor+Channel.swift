import Distribution
import Foundation

/// How contacts and people are reached, and the addresses that may stand there.
extension YAMLCursor {
    /// The mailbox is not repeated in messages: it may be a person's.
    func mailAddress() -> MailAddress? {
        let expected = "a plain address such as name@council.example"
        guard let text = string(expected) else { return nil }
        guard let address = MailAddress(text) else {
            refuse("this is not a mail address that can be used", expected: expected, remedy: "correct it")
            return nil
        }
        return accepted(address) ? address : nil
    }

    /// `Display name <name@council.example>`, or the address alone.
    func mailbox() -> OutgoingMail.Mailbox? {
        let expected = "`Display name <name@council.example>`"
        guard let text = string(expected) else { return nil }
        guard let open = text.lastIndex(of: "<") else {
            return mailAddress().map { OutgoingMail.Mailbox(name: "", address: $0) }
        }
        let name = text[..<open].trimmingCharacters(in: .whitespaces)
        guard text.hasSuffix(">"),
            let address = MailAddress(String(text[text.index(after: open)...].dropLast())),
            !name.contains(where: { "<>\"".contains($0) })
        else {
            refuse("this is not a mailbox that can be used", expected: expected, remedy: "correct it")
            return nil
        }
        return accepted(address) ? OutgoingMail.Mailbox(name: name, address: address) : nil
    }

    func webhook() -> WebhookEndpoint? {
        guard let section = section("url and secret_file") else { return nil }
        let url = section.required("url", "an https:// address")?.httpsURL()
        let secrets = section.required("secret_file", "the file that holds the signing secret")?.secretFiles()
        var content = WebhookEndpoint.Content.notice
        if let value = section.ifGiven("content")?.choice(WebhookEndpoint.Content.self) { content = value }
        var networks: [String] = []
        if let value = section.ifGiven("allowed_networks") {
            networks = value.items("networks such as 10.20.0.0/16")?.compactMap { $0.network() } ?? []
        }
        let authorities = section.ifGiven("ca")?.namedFile(.certificates)
        section.finish()
        guard let url, let secrets, !secrets.isEmpty else { return nil }
        return WebhookEndpoint(
            url: url,
            secretFiles: secrets,
            content: content,
            allowedNetworks: networks,
            ca: authorities
        )
    }

    /// An `https://` address; it is not repeated in messages, since it may hold a token.
    func httpsURL() -> String? {
        let expected = "an https:// address such as https://intake.partner.example/minutes"
        guard let text = string(expected, limit: 2000) else { return nil }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: text, encodingInvalidCharacters: false),
            parts.scheme?.lowercased() == "https",
            let host = parts.percentEncodedHost?.trimmingCharacters(in: ["[", "]"]), Host.isUsable(host),
            parts.user == nil, parts.password == nil, parts.fragment == nil
        else {
            let isPlain = text.lowercased().hasPrefix("http://")
            refuse(
                isPlain
                    ? "the address is not encrypted (http://)" : "this is not an address that can be used",
                expected: expected,
                remedy: isPlain ? "use https://" : "write it without user, password or fragment"
            )
            return nil
        }
        return text
    }

    /// One file, or several while a secret is rotated, newest first.
    private func secretFiles() -> [String]? {
        guard isList else { return namedFile(.secret).map { [$0] } }
        guard let items = items("files, newest secret first") else { return nil }
        guard !items.isEmpty else {
            refuse("the list is empty", expected: "the file that holds the signing secret")
            return nil
        }
        return items.compactMap { $0.namedFile(.secret) }
    }

    /// A network in CIDR notation.
    private func network() -> String? {
        let expected = "a network such as 10.20.0.0/16 or fd00:1::/32"
        guard let text = string(expected) else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let bits = UInt8(parts[1]), let longest = Host.addressBits(String(parts[0])),
            bits <= longest
        else {
            refuse(foundText, expected: expected, remedy: "write address, slash and length")
            return nil
        }
        if bits == 0 {
            refuse(
                "the network is the whole internet",
                expected: expected,
                remedy: "name the partner's network"
            )
            return nil
        }
        return text
    }

    private func accepted(_ address: MailAddress) -> Bool {
        switch AddressPolicy.verdict(on: address) {
        case .fit: return true
        case .doubtful(let reason):
            warn(reason)
            return true
        case .refused(let reason):
            refuse(
                "the address is in \(reason)",
                expected: "an organisation's own mailbox",
                remedy: "ask the organisation for it"
            )
            return false
        }
    }
}
