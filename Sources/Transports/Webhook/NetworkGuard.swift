/// Which addresses an endpoint may be reached at, asked after DNS and right before the socket is opened.
///
/// A partner's name may come to point into the council's own network, by mistake or by malice. Whatever is not the
/// public internet is refused unless the endpoint names the network.
struct NetworkGuard: Sendable {
    let allowed: [NetworkRange]

    /// `address` is 4 or 16 bytes; anything else is refused.
    func permits(_ address: [UInt8]) -> Bool {
        let plain = Self.unwrapped(address)
        guard plain.count == 4 || plain.count == 16 else { return false }
        if allowed.contains(where: { $0.contains(plain) }) { return true }
        if plain.count == 16, !Self.globalUnicast.contains(where: { $0.contains(plain) }) { return false }
        return !Self.special.contains { $0.contains(plain) }
    }

    /// IPv4 inside IPv6: mapped (RFC 4291) and translated (RFC 6052) addresses reach the IPv4 address they hold.
    private static func unwrapped(_ address: [UInt8]) -> [UInt8] {
        guard address.count == 16 else { return address }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        let head = Array(address[..<12])
        return head == mapped || head == translated ? Array(address[12...]) : address
    }

    private static let globalUnicast = ["2000::/3"].compactMap(NetworkRange.init)

    /// The IANA special-purpose registries, IPv4 and, within 2000::/3, IPv6.
    private static let special = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    ].compactMap(NetworkRange.init)
}
