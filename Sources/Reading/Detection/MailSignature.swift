/// The header of a message at the start of a file (RFC 5322, section 2.2).
enum MailSignature {
    /// Fields that only a message has; a text may well begin with "Date:" or "From:".
    private static let telling: Set<String> = [
        "received", "message-id", "mime-version", "return-path", "delivered-to", "content-type", "x-mailer",
        "dkim-signature",
        "in-reply-to", "references", "thread-topic", "x-originating-ip", "authentication-results",
    ]
    private static let usual: Set<String> = ["from", "to", "cc", "subject", "date", "sender", "reply-to"]

    static func matches(_ head: ArraySlice<UInt8>) -> Bool {
        var tells = 0
        var usuals = 0
        var isFirst = true
        for line in head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            defer { isFirst = false }
            if line.isEmpty { break }
            if isFirst, line.starts(with: "From ".utf8) { continue }
            if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
                if isFirst { return false }
                continue
            }
            guard let name = fieldName(line) else { break }
            if telling.contains(name) { tells += 1 }
            if usual.contains(name) { usuals += 1 }
        }
        return tells >= 1 && usuals >= 1
    }

    private static func fieldName(_ line: ArraySlice<UInt8>) -> String? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
        let name = line[..<colon]
        guard name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }
}
