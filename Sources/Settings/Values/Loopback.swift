/// Hosts that never leave the machine.
enum Loopback {
    /// Takes `localhost`, `::1` and 127.0.0.0/8 as written; a name that merely resolves to loopback does not count.
    static func contains(_ host: String) -> Bool {
        if ["localhost", "::1"].contains(host.lowercased()) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
