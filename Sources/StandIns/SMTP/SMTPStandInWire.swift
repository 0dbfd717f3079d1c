internal import Foundation
internal import NIOCore

/// The lines of one connection: reads strictly, and writes what is ready just before it would have to wait.
struct SMTPStandInWire {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private let segment: Int?
    private var received = ByteBuffer()
    private var pending = ByteBuffer()

    init(
        inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        segment: Int?
    ) {
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
        self.segment = segment
    }

    /// Whether the client has sent more than was read: only legal where PIPELINING was offered.
    var hasMore: Bool { received.readableBytes > 0 }

    mutating func say(_ bytes: some Sequence<UInt8>) {
        pending.writeBytes(bytes)
    }

    mutating func say(lines: [String]) {
        for line in lines { pending.writeString(line + "\r\n") }
    }

    mutating func flush() async throws {
        guard pending.readableBytes > 0 else { return }
        if let segment {
            while let part = pending.readSlice(length: min(segment, pending.readableBytes)),
                part.readableBytes > 0
            {
                try await outbound.write(part)
            }
        } else {
            try await outbound.write(pending)
        }
        pending.clear()
    }

    /// Forgets what was received but not read, as RFC 3207 section 4.2 asks after STARTTLS.
    mutating func discardReceived() {
        received.clear()
    }

    /// The next line without its CR LF; `nil` at the end of the connection.
    mutating func line() async throws -> Line? {
        while true {
            let end = received.withUnsafeReadableBytes { bytes -> Int? in
                guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else {
                    return nil
                }
                return UnsafeRawPointer(found) - base
            }
            if let end, var bytes = received.readBytes(length: end + 1) {
                received.discardReadBytes()
                bytes.removeLast()
                let isStrict = bytes.last == 0x0D
                if isStrict { bytes.removeLast() }
                return Line(bytes: bytes, isStrict: isStrict && !bytes.contains(0x0D))
            }
            try await flush()
            guard var more = try await inbound.next(isolation: #isolation) else { return nil }
            received.writeBuffer(&more)
        }
    }

    /// One line; `isStrict` is false where a bare LF or CR was found.
    struct Line {
        var bytes: [UInt8]
        var isStrict: Bool

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }
}
