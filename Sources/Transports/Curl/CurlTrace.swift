internal import CCurl
internal import Foundation

/// What libcurl's callbacks have to tell about one handle, kept alive by whoever owns the handle.
///
/// It is touched only by the thread that runs the handle, except for `stop`, which is made for that.
final class CurlTrace {
    /// Header or reply lines in order of arrival, without their line ends.
    private(set) var lines: [String] = []
    /// TLS version and cipher, then the certificate's subject, once TLS was agreed and checked.
    private(set) var tls: String?
    /// What libcurl says is wrong with the peer's certificate.
    private(set) var tlsProblem: String?
    /// Body bytes, up to `bodyLimit`.
    private(set) var body: [UInt8] = []
    private(set) var isBodyCut = false
    let bodyLimit: Int
    let stop: StopSignal
    /// Which addresses may be spoken to; `nil` for any.
    let guardian: NetworkGuard?
    private(set) var refusedAddress: String?

    init(stop: StopSignal, bodyLimit: Int = 0, guardian: NetworkGuard? = nil) {
        self.stop = stop
        self.bodyLimit = bodyLimit
        self.guardian = guardian
    }

    /// Connects the callbacks; `self` must outlive the handle.
    func attach(to handle: inout EasyHandle) {
        let me = UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
        handle.set(CURLOPT_HEADERDATA, pointer: me)
        handle.note(
            minuted_set_data_callback(handle.pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
                CurlTrace.from(context)?.header(bytes, size * count)
                return size * count
            }
        )
        handle.set(CURLOPT_WRITEDATA, pointer: me)
        handle.note(
            minuted_set_data_callback(handle.pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
                CurlTrace.from(context)?.write(bytes, size * count) ?? 0
            }
        )
        handle.set(CURLOPT_DEBUGDATA, pointer: me)
        handle.note(
            minuted_set_debug_callback(handle.pointer) { _, kind, bytes, count, context in
                if kind == CURLINFO_TEXT { CurlTrace.from(context)?.text(bytes, count) }
                return 0
            }
        )
        handle.set(CURLOPT_VERBOSE, 1)
        handle.set(CURLOPT_XFERINFODATA, pointer: me)
        handle.note(
            minuted_set_progress_callback(handle.pointer) { context, _, _, _, _ in
                CurlTrace.from(context)?.stop.isSet == true ? 1 : 0
            }
        )
        handle.set(CURLOPT_NOPROGRESS, 0)
        guard guardian != nil else { return }
        handle.set(CURLOPT_OPENSOCKETDATA, pointer: me)
        handle.note(
            minuted_set_socket_callback(handle.pointer) { context, purpose, address in
                guard let address, let trace = CurlTrace.from(context), purpose == CURLSOCKTYPE_IPCXN,
                    trace.permits(address)
                else { return -1 }
                return minuted_open_socket(address)
            }
        )
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> CurlTrace? {
        context.map { Unmanaged<CurlTrace>.fromOpaque($0).takeUnretainedValue() }
    }

    private func header(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) {
        guard lines.count < 1000 else { return }
        lines.append(Self.string(bytes, count))
    }

    /// Returns less than `count` once the limit is reached, which ends the transfer: the rest is of no use.
    private func write(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        let room = min(count, bodyLimit - body.count)
        body += UnsafeRawBufferPointer(start: bytes, count: max(room, 0))
        isBodyCut = room < count
        return isBodyCut ? 0 : count
    }

    private func text(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) {
        let line = Self.string(bytes, count)
        // The wording of libcurl's OpenSSL back end; where it changes, only this note of the ledger is lost.
        if line.hasPrefix("SSL connection using ") {
            tls = String(line.dropFirst("SSL connection using ".count))
        } else if let known = tls, line.hasPrefix(" subject: ") {
            tls = known + "; certificate " + line.dropFirst(" subject: ".count)
        } else if line.hasPrefix("SSL"),
            line.contains("problem") || line.contains("does not match") || line.contains("no alternative")
        {
            tlsProblem = line
        }
    }

    private func permits(_ address: UnsafeMutablePointer<curl_sockaddr>) -> Bool {
        var storage = [UInt8](repeating: 0, count: 16)
        let count = Int(minuted_address_bytes(address, &storage))
        let bytes = Array(storage.prefix(count))
        if let guardian, guardian.permits(bytes) { return true }
        refusedAddress = NetworkRange.text(of: bytes)
        return false
    }

    private static func string(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> String {
        var line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        while line.last?.isNewline == true { line.removeLast() }
        return line
    }
}
