internal import Distribution
internal import Glibc

/// One mail as it goes over the wire: its envelope, and its content in checked lines.
struct WireMail: Sendable {
    let returnPath: MailAddress
    let to: MailAddress
    let envelopeID: String
    /// RFC 5322 bytes with CR LF at each line's end; no bare CR or LF.
    let content: [UInt8]

    /// Throws if the content could be read as more than one mail by a lenient server, or has lines past 998 bytes.
    init(returnPath: MailAddress, to: MailAddress, envelopeID: String, content: [UInt8]) throws(Unsendable) {
        try Self.check(content)
        self.returnPath = returnPath
        self.to = to
        self.envelopeID = envelopeID
        self.content = content
    }

    /// The content with dot-stuffing and the final dot, ready to follow 354 (RFC 5321 section 4.5.2).
    var dataBlock: [UInt8] {
        var block: [UInt8] = []
        block.reserveCapacity(content.count + 64)
        content.withUnsafeBytes { bytes in
            var from = 0
            if bytes.first == 0x2E { block.append(0x2E) }
            Self.forEachLineEnd(in: bytes) { next in
                guard next < bytes.count, bytes[next] == 0x2E else { return true }
                block.append(contentsOf: bytes[from..<next])
                block.append(0x2E)
                from = next
                return true
            }
            block.append(contentsOf: bytes[from...])
        }
        if !block.suffix(2).elementsEqual([0x0D, 0x0A]) { block += [0x0D, 0x0A] }
        block += [0x2E, 0x0D, 0x0A]
        return block
    }

    private static func check(_ content: [UInt8]) throws(Unsendable) {
        let problem = content.withUnsafeBytes { bytes -> Unsendable? in
            guard !bytes.isEmpty else { return .empty }
            var returns = 0
            var problem: Unsendable?
            var start = 0
            forEachLineEnd(in: bytes) { next in
                if next < start + 2 || bytes[next - 2] != 0x0D { problem = .bareLineEnd }
                if next - start > 1000 { problem = .lineTooLong }
                start = next
                returns += 1
                return problem == nil
            }
            if problem == nil, bytes.count - start > 998 { problem = .lineTooLong }
            return problem ?? (count(of: 0x0D, in: bytes) == returns ? nil : .bareLineEnd)
        }
        if let problem { throw problem }
    }

    /// Calls `body` with the index after each LF until it returns false.
    private static func forEachLineEnd(in bytes: UnsafeRawBufferPointer, _ body: (Int) -> Bool) {
        guard let base = bytes.baseAddress else { return }
        var from = 0
        while from < bytes.count, let found = memchr(base + from, 0x0A, bytes.count - from) {
            from = UnsafeRawPointer(found) - base + 1
            guard body(from) else { return }
        }
    }

    private static func count(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var from = 0
        var count = 0
        while from < bytes.count, let found = memchr(base + from, Int32(byte), bytes.count - from) {
            from = UnsafeRawPointer(found) - base + 1
            count += 1
        }
        return count
    }

    enum Unsendable: Error, CustomStringConvertible {
        case empty
        case bareLineEnd
        case lineTooLong

        var description: String {
            switch self {
            case .empty: "The mail is empty and was not sent."
            case .bareLineEnd: "The mail has a line end that is not CR LF and was not sent."
            case .lineTooLong: "The mail has a line of more than 998 bytes and was not sent."
            }
        }
    }
}
