internal import CCurl
internal import Glibc

/// The one owner of a libcurl handle, and so of one connection.
///
/// Options that libcurl refuses are kept in `firstRefusal`, so that a chain of settings is checked once, before use.
struct EasyHandle: ~Copyable {
    let pointer: UnsafeMutableRawPointer
    /// Outlives the clean-up below, during which libcurl may still call back.
    let trace: CurlTrace
    private var firstRefusal = CURLE_OK

    /// Returns `nil` where libcurl cannot make a handle.
    init?(trace: CurlTrace) {
        guard CurlLibrary.isReady, let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        self.trace = trace
        set(CURLOPT_NOSIGNAL, 1)
        // The environment's proxies must never see minutes.
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOPROXY, "*")
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_CAPATH, nil)
        set(CURLOPT_FOLLOWLOCATION, 0)
        trace.attach(to: &self)
    }

    deinit {
        shutDown()
        curl_easy_cleanup(pointer)
    }

    /// The first option that was refused; nothing may be sent unless it is `CURLE_OK`.
    var refusal: CURLcode { firstRefusal }

    /// The socket of the open connection.
    var socket: Int32? {
        var value: curl_socket_t = -1
        guard minuted_get_socket(pointer, &value) == CURLE_OK, value >= 0 else { return nil }
        return value
    }

    mutating func set(_ option: CURLoption, _ value: Int) {
        note(minuted_set_long(pointer, option, value))
    }

    mutating func set(_ option: CURLoption, _ value: String?) {
        note(minuted_set_string(pointer, option, value))
    }

    mutating func set(_ option: CURLoption, pointer value: UnsafeRawPointer?) {
        note(minuted_set_pointer(pointer, option, value))
    }

    mutating func set(_ option: CURLoption, list: UnsafeMutablePointer<curl_slist>?) {
        note(minuted_set_list(pointer, option, list))
    }

    mutating func set(_ option: CURLoption, offset: Int) {
        note(minuted_set_offset(pointer, option, curl_off_t(offset)))
    }

    mutating func note(_ code: CURLcode) {
        if firstRefusal == CURLE_OK { firstRefusal = code }
    }

    /// Blocks until the transfer is over, or in connect-only mode until the connection is ready.
    func perform() -> CURLcode {
        firstRefusal == CURLE_OK ? curl_easy_perform(pointer) : firstRefusal
    }

    func long(_ info: CURLINFO) -> Int {
        var value = 0
        return minuted_get_long(pointer, info, &value) == CURLE_OK ? value : 0
    }

    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return minuted_get_offset(pointer, info, &value) == CURLE_OK ? Int(value) : 0
    }

    /// Ends the connection both ways: libcurl's clean-up would else say QUIT and wait for the answer.
    func shutDown() {
        if let socket { _ = Glibc.shutdown(socket, Int32(SHUT_RDWR)) }
    }
}
