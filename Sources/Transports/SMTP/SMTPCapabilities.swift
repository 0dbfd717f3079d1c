/// What the relay offered in its last EHLO answer; what was said before STARTTLS does not count (RFC 3207).
package struct SMTPCapabilities: Equatable, Sendable {
    /// Upper-case keywords.
    package var keywords: Set<String> = []
    /// Largest mail in bytes, where the relay names it (RFC 1870).
    package var sizeLimit: Int?

    init(keywords: Set<String> = []) {
        self.keywords = keywords
    }

    /// Reads the replies of a connection's opening, in order.
    init(opening replies: [SMTPReply]) {
        guard let answer = replies.last(where: { $0.code == 250 }) else { return }
        for line in answer.lines.dropFirst() {
            let words = line.dropFirst(4).split(separator: " ")
            guard let keyword = words.first?.uppercased() else { continue }
            keywords.insert(keyword)
            if keyword == "SIZE", words.count > 1, let limit = Int(words[1]), limit > 0 { sizeLimit = limit }
        }
    }

    package var hasPipelining: Bool { keywords.contains("PIPELINING") }
    package var hasDSN: Bool { keywords.contains("DSN") }
    package var hasSize: Bool { keywords.contains("SIZE") }
    package var hasEightBitMIME: Bool { keywords.contains("8BITMIME") }
}
