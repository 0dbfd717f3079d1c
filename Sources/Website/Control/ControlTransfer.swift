internal import CCurl
internal import Foundation

/// One HTTP POST over a Unix socket, by libcurl.
enum ControlTransfer {
    enum Reply: Equatable, Sendable {
        case body(Data)
        /// No socket, or nobody listens on it.
        case notRunning
        case notAllowed
        /// Connected, but no whole answer came, for this reason.
        case lost(String)
    }

    /// Far above the largest answer; a longer one is cut off as lost.
    private static let largestAnswer = 256 << 20

    /// Begun once: libcurl counts further beginnings.
    private static let isReady = minuted_global_init() == CURLE_OK

    /// Blocks until the exchange is over.
    static func post(_ body: Data, to socket: ControlSocket, within limit: Duration) -> Reply {
        guard isReady, let handle = curl_easy_init() else { return .lost("libcurl does not start") }
        defer { curl_easy_cleanup(handle) }
        let headers = curl_slist_append(nil, "Content-Type: application/json")
        defer { curl_slist_free_all(headers) }

        var received = Data()
        let result = body.withUnsafeBytes { bytes in
            withUnsafeMutablePointer(to: &received) { target in
                let milliseconds = max(1, limit / .milliseconds(1))
                let settings = [
                    minuted_set_long(handle, CURLOPT_NOSIGNAL, 1),
                    minuted_set_string(handle, CURLOPT_UNIX_SOCKET_PATH, socket.path),
                    minuted_set_string(handle, CURLOPT_URL, "http://localhost\(ControlSocket.resource)"),
                    // The environment's proxies have no part in this.
                    minuted_set_string(handle, CURLOPT_PROXY, ""),
                    minuted_set_string(handle, CURLOPT_PROTOCOLS_STR, "http"),
                    minuted_set_long(handle, CURLOPT_TIMEOUT_MS, Int(milliseconds)),
                    minuted_set_list(handle, CURLOPT_HTTPHEADER, headers),
                    minuted_set_long(handle, CURLOPT_POST, 1),
                    minuted_set_long(handle, CURLOPT_POSTFIELDSIZE, bytes.count),
                    minuted_set_pointer(handle, CURLOPT_POSTFIELDS, bytes.baseAddress),
                    minuted_set_pointer(handle, CURLOPT_WRITEDATA, target),
                    minuted_set_data_callback(handle, CURLOPT_WRITEFUNCTION, keep),
                ]
                return settings.first { $0 != CURLE_OK } ?? curl_easy_perform(handle)
            }
        }
        switch result {
        case CURLE_OK: return .body(received)
        case CURLE_COULDNT_CONNECT:
            var reason = 0
            _ = minuted_get_long(handle, CURLINFO_OS_ERRNO, &reason)
            // Whether a daemon owns the ledger all the same, its lock will tell.
            return reason == Int(EACCES) || reason == Int(EPERM) ? .notAllowed : .notRunning
        default: return .lost(String(cString: curl_easy_strerror(result)))
        }
    }

    /// Appends to the `Data` that `target` points to; returns less than it was given to end the transfer.
    private static let keep: minuted_data_callback = { bytes, size, count, target in
        guard let bytes, let target else { return 0 }
        let data = target.assumingMemoryBound(to: Data.self)
        guard data.pointee.count + size * count <= largestAnswer else { return 0 }
        data.pointee.append(UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self), count: size * count)
        return size * count
    }
}
