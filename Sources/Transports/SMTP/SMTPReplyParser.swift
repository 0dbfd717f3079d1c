/// Bytes from the relay to replies, however they were cut into segments.
///
/// What the relay sends is not trusted: lines and replies have limits, and whatever is no reply ends the connection.
struct SMTPReplyParser {
    /// RFC 5321 section 4.5.3.1.5 asks for 512 bytes a line; servers that quote others need more.
    static let lineLimit = 2000
    static let linesLimit = 100

    private var bytes: [UInt8] = []
    private var start = 0
    private var lines: [String] = []
    private var code: Int?

    /// Whether something was received that no reply has used up.
    var isEmpty: Bool { start == bytes.count && lines.isEmpty }

    mutating func append(_ more: some Collection<UInt8>) {
        bytes.removeFirst(start)
        start = 0
        bytes += more
    }

    /// The next whole reply, or `nil` if more bytes are needed.
    mutating func next() throws(Malformed) -> SMTPReply? {
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            var line = bytes[start..<end]
            start = end + 1
            if line.last == 0x0D { line.removeLast() }
            if let reply = try take(line) { return reply }
        }
        if bytes.count - start > Self.lineLimit { throw Malformed.lineTooLong }
        return nil
    }

    private mutating func take(_ line: ArraySlice<UInt8>) throws(Malformed) -> SMTPReply? {
        guard line.count <= Self.lineLimit else { throw Malformed.lineTooLong }
        guard lines.count < Self.linesLimit else { throw Malformed.tooManyLines }
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw Malformed.noCode
        }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard (200..<600).contains(value), code == nil || code == value else { throw Malformed.noCode }
        let separator = line.dropFirst(3).first
        guard separator == nil || separator == 0x20 || separator == 0x2D else { throw Malformed.noCode }
        lines.append(String(decoding: line, as: UTF8.self))
        code = value
        guard separator != 0x2D else { return nil }
        defer {
            lines = []
            code = nil
        }
        return SMTPReply(code: value, lines: lines)
    }

    enum Malformed: Error, CustomStringConvertible {
        case noCode
        case lineTooLong
        case tooManyLines

        var description: String {
            switch self {
            case .noCode: "The relay sent something that is not an SMTP reply."
            case .lineTooLong: "The relay sent a reply line that is too long."
            case .tooManyLines: "The relay sent a reply with too many lines."
            }
        }
    }
}
