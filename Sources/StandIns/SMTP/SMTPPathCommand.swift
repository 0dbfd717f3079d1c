/// `MAIL FROM:<…>` or `RCPT TO:<…>` with parameters, read strictly (RFC 5321 section 4.1.2, RFC 3461 section 4).
struct SMTPPathCommand {
    var address: String
    var parameters: [String: String]

    /// Returns `nil` for anything but the exact form: no blank after the colon, angle brackets, `KEY` or `KEY=value`.
    init?(_ line: String, prefix: String) {
        guard line.count > prefix.count, line.prefix(prefix.count).uppercased() == prefix else { return nil }
        let rest = line.dropFirst(prefix.count)
        guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
        address = String(rest[rest.index(after: rest.startIndex)..<end])
        guard address.isEmpty || address.split(separator: "@", omittingEmptySubsequences: false).count == 2,
            !address.contains(where: { $0 == " " || $0 == "<" })
        else { return nil }
        parameters = [:]
        let tail = rest[rest.index(after: end)...]
        guard tail.isEmpty || tail.first == " " else { return nil }
        for word in tail.split(separator: " ") {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard let value = Self.decodeXtext(parts.count == 2 ? parts[1] : "") else { return nil }
            parameters[parts[0].uppercased()] = value
        }
    }

    private static func decodeXtext(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "+") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
