internal import Glibc

/// A block of addresses in CIDR notation, such as `10.20.0.0/16` or `fd00:12::/32`.
package struct NetworkRange: Equatable, Sendable {
    private let bytes: [UInt8]
    private let length: Int

    /// Returns `nil` unless the text is an address, a slash and a prefix length, with no bit set behind the prefix.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let bytes = Self.parse(String(parts[0])), (1...3).contains(parts[1].count),
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(parts[1]),
            length <= bytes.count * 8,
            (length..<bytes.count * 8).allSatisfy({ bytes[$0 / 8] & (0x80 >> UInt8($0 % 8)) == 0 })
        else { return nil }
        self.bytes = bytes
        self.length = length
    }

    /// Whether the address, as 4 or 16 bytes, lies in the block; an IPv4 address never lies in an IPv6 block.
    func contains(_ address: [UInt8]) -> Bool {
        guard address.count == bytes.count else { return false }
        let whole = length / 8
        guard address[..<whole] == bytes[..<whole] else { return false }
        let rest = length % 8
        guard rest > 0 else { return true }
        let mask = ~(UInt8(0xFF) >> UInt8(rest))
        return address[whole] & mask == bytes[whole] & mask
    }

    /// The 4 or 16 bytes of an address in text, or `nil`.
    static func parse(_ text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: &four) { Array($0) } }
        var six = in6_addr()
        if inet_pton(AF_INET6, text, &six) == 1 { return withUnsafeBytes(of: &six) { Array($0) } }
        return nil
    }

    /// The usual text of 4 or 16 bytes.
    static func text(of address: [UInt8]) -> String {
        guard address.count == 4 || address.count == 16 else { return "an address of another family" }
        var buffer = [CChar](repeating: 0, count: 64)
        inet_ntop(address.count == 4 ? AF_INET : AF_INET6, address, &buffer, 64)
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
