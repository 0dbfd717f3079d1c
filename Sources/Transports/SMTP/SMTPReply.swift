/// One reply of the relay: all its lines, and the code that they share (RFC 5321 section 4.2).
struct SMTPReply: Equatable, Sendable {
    let code: Int
    /// Without their line ends, codes included.
    let lines: [String]

    /// 2xx: done.
    var isDone: Bool { (200..<300).contains(code) }

    /// 4xx or 5xx.
    var isRefusal: Bool { (400..<600).contains(code) }

    var text: String { PeerText.clean(lines.joined(separator: "\n")) }

    /// RFC 3463 status such as `5.1.1`, where the first line has one of the same class as the code.
    var enhancedCode: String? {
        let word = lines[0].dropFirst(4).prefix { $0 != " " }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "\(code / 100)",
            parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        return String(word)
    }
}
