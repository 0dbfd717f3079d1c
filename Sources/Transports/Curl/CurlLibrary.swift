internal import CCurl
internal import Glibc

/// The process-wide beginning of libcurl, done once before the first handle.
enum CurlLibrary {
    /// Whether libcurl began.
    ///
    /// SIGPIPE is ignored from here on: with `CURLOPT_NOSIGNAL` libcurl leaves it to the program, and a peer that
    /// closes must be an error of one connection, never the end of the process.
    static let isReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return minuted_global_init() == CURLE_OK
    }()
}
