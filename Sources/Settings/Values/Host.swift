import Distribution
import Foundation

/// What may stand as a host in an address of the configuration.
enum Host {
    /// Takes `localhost`, `::1` and 127.0.0.0/8 as written; a name that merely resolves to loopback does not count.
    static func isLoopback(_ host: String) -> Bool {
        if ["localhost", "::1"].contains(host.lowercased()) { return true }
        return host.hasPrefix("127.") && addressBits(host) == 32
    }

    /// A domain name or a literal address without brackets; nothing that is decoded into something else later on.
    static func isUsable(_ host: String) -> Bool {
        // A domain name is whatever may stand behind the @ of an address.
        addressBits(host) != nil || (!host.contains("@") && MailAddress("postmaster@\(host)") != nil)
    }

    /// 32 or 128; `nil` for what is no literal address.
    static func addressBits(_ text: String) -> UInt8? {
        var bytes = in6_addr()
        if inet_pton(AF_INET, text, &bytes) == 1 { return 32 }
        return inet_pton(AF_INET6, text, &bytes) == 1 ? 128 : nil
    }
}
