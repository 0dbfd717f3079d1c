internal import CCurl
internal import Distribution
internal import Foundation
internal import Glibc

/// One connection to the relay, opened by libcurl and then ours.
///
/// libcurl in connect-only mode does TCP, EHLO, TLS with the certificate's check, EHLO again and AUTH. The
/// conversation that follows goes through `curl_easy_send` and `curl_easy_recv`. Blocks the thread it is used on.
final class SMTPConnection {
    let capabilities: SMTPCapabilities
    /// Version, cipher and certificate; `nil` without TLS.
    let tls: String?

    private let handle: EasyHandle
    private let socket: Int32
    private let limits: SMTPLimits
    private var parser = SMTPReplyParser()

    /// Opens the connection; nothing of a mail is said, so that every failure here leaves the mails untouched.
    init(_ options: RelayOptions, _ limits: SMTPLimits, _ stop: StopSignal) throws(SMTPOpeningFailure) {
        let secrets = try SMTPLogin(options)
        let trace = CurlTrace(stop: stop)
        guard var handle = EasyHandle(trace: trace) else {
            throw SMTPOpeningFailure(.prepare, "libcurl could not be started.")
        }
        try Self.configure(&handle, options, limits, secrets)
        let code = handle.perform()
        var opening = SMTPReplyParser()
        opening.append(trace.lines.joined(separator: "\n").utf8 + [0x0A])
        var replies: [SMTPReply] = []
        // Lines that are no reply end the list: libcurl has already judged them.
        while let reply = try? opening.next() { replies.append(reply) }
        guard code == CURLE_OK else {
            throw SMTPOpeningFailure(code, trace: trace, replies: replies, secrets: secrets)
        }
        guard options.security == .none || trace.tls != nil else {
            throw SMTPOpeningFailure(
                .tls,
                "TLS is required and was not agreed with the relay; nothing was sent."
            )
        }
        // libcurl goes on without a login where the relay offers none (fails open); we do not.
        guard secrets == nil || replies.contains(where: { $0.code == 235 }) else {
            throw SMTPOpeningFailure(
                .authenticate,
                "A login is configured and the relay did not offer one that is understood; nothing was sent."
            )
        }
        guard let socket = handle.socket else {
            throw SMTPOpeningFailure(.connect, "The connection to the relay was lost as soon as it was open.")
        }
        capabilities = SMTPCapabilities(opening: replies)
        tls = trace.tls.map(PeerText.clean)
        handle.set(CURLOPT_VERBOSE, 0)
        self.socket = socket
        self.limits = limits
        self.handle = handle
    }

    /// Writes everything, and calls `offer` with the number of bytes that may have left before they can leave.
    func send(_ bytes: [UInt8], offer: (Int) -> Void) throws(SMTPLoss) {
        var done = 0
        while done < bytes.count {
            // TLS asks for the same bytes at the same place after "again", hence one buffer for the whole write.
            let outcome = bytes.withUnsafeBytes { buffer -> SMTPLoss? in
                guard let base = buffer.baseAddress else { return nil }
                while done < buffer.count {
                    let size = min(Self.block, buffer.count - done)
                    offer(done + size)
                    var sent = 0
                    switch curl_easy_send(handle.pointer, base + done, size, &sent) {
                    case CURLE_OK: done += sent
                    case CURLE_AGAIN:
                        if !wait(for: Int16(POLLOUT), atMost: limits.block) { return .timeOut }
                    default: return .cut
                    }
                }
                return nil
            }
            if let outcome { throw outcome }
        }
    }

    /// The next reply, within `limit` for each wait.
    func receive(within limit: Duration) throws(SMTPLoss) -> SMTPReply {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            do {
                if let reply = try parser.next() { return reply }
            } catch {
                throw SMTPLoss.garbage(error)
            }
            var count = 0
            let code = buffer.withUnsafeMutableBytes {
                curl_easy_recv(handle.pointer, $0.baseAddress, $0.count, &count)
            }
            switch code {
            case CURLE_OK where count > 0: parser.append(buffer[..<count])
            case CURLE_AGAIN:
                if !wait(for: Int16(POLLIN), atMost: limit) { throw SMTPLoss.timeOut }
            default: throw SMTPLoss.cut
            }
        }
    }

    /// Says QUIT and gives the relay a moment to answer; the connection ends when the object does.
    func quit() {
        guard (try? send(Array(SMTPCommands.quit.utf8), offer: { _ in })) != nil else { return }
        // The answer only tells that the relay closes; the mails are settled.
        _ = try? receive(within: limits.quit)
    }

    /// One TLS record, so that what is offered and what has left differ by no more.
    private static let block = 16384

    private func wait(for events: Int16, atMost limit: Duration) -> Bool {
        var item = pollfd(fd: socket, events: events, revents: 0)
        let end = ContinuousClock.now + limit
        while true {
            let left = ContinuousClock.now.duration(to: end)
            guard left > .zero else { return false }
            let count = poll(&item, 1, Int32(clamping: left.milliseconds))
            if count > 0 { return true }
            if count < 0, errno != EINTR { return true }
        }
    }

    private static func configure(
        _ handle: inout EasyHandle,
        _ options: RelayOptions,
        _ limits: SMTPLimits,
        _ login: SMTPLogin?
    ) throws(SMTPOpeningFailure) {
        let name = options.heloName ?? ""
        guard [options.host, name].allSatisfy({ $0.utf8.allSatisfy(isHostByte) }), !options.host.isEmpty,
            (1...65535).contains(options.port)
        else {
            throw SMTPOpeningFailure(
                .prepare,
                "The relay's host, port or EHLO name is not valid; see mail.relay."
            )
        }
        let scheme = options.security == .implicitTLS ? "smtps" : "smtp"
        let host = options.host.contains(":") ? "[\(options.host)]" : options.host
        handle.set(CURLOPT_URL, "\(scheme)://\(host):\(options.port)/\(name)")
        handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        handle.set(CURLOPT_CONNECT_ONLY, 1)
        handle.set(CURLOPT_CAINFO, options.ca)
        let tls = options.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        handle.set(CURLOPT_USE_SSL, Int(tls.rawValue))
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, limits.connecting.milliseconds)
        handle.set(CURLOPT_TIMEOUT_MS, limits.opening.milliseconds)
        handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, limits.opening.milliseconds / 1000))
        handle.set(CURLOPT_TCP_KEEPALIVE, 1)
        if let login {
            handle.set(CURLOPT_USERNAME, login.user)
            handle.set(CURLOPT_PASSWORD, login.password)
        }
        guard handle.refusal == CURLE_OK else {
            throw SMTPOpeningFailure(.prepare, "libcurl refused an option (\(handle.refusal.rawValue)).")
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}

/// How an open connection came to its end unasked.
enum SMTPLoss: Error {
    case cut
    case timeOut
    case garbage(SMTPReplyParser.Malformed)

    var sentence: String {
        switch self {
        case .cut: "The relay closed the connection."
        case .timeOut: "The relay did not answer in time."
        case .garbage(let malformed): malformed.description
        }
    }
}
