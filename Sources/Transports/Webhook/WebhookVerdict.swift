internal import CCurl
internal import Distribution

/// What the end of an HTTP exchange means for the delivery.
///
/// | end | outcome |
/// |---|---|
/// | 2xx | accepted |
/// | 408, 425, 429, 5xx | deferred |
/// | other 4xx, 3xx | refused: a redirect is never followed |
/// | no answer, and the whole request may have left | unknown |
/// | no answer before that | deferred |
enum WebhookVerdict {
    /// `status` is 0 where no final answer came.
    static func outcome(status: Int, isRequestSent: Bool) -> AttemptResult.Outcome {
        switch status {
        case 200..<300: .accepted
        case 408, 425, 429, 500..<600: .deferred
        case 300..<500: .refused
        default: isRequestSent ? .unknown : .deferred
        }
    }

    static func stage(_ code: CURLcode, isConnected: Bool, isRequestSent: Bool) -> AttemptResult.Stage {
        switch code {
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE: .tls
        case _ where isRequestSent: .final
        case _ where isConnected: .data
        default: .connect
        }
    }

    static func sentence(_ code: CURLcode, isRequestSent: Bool, _ trace: CurlTrace) -> String {
        if let address = trace.refusedAddress, code == CURLE_COULDNT_CONNECT {
            return "The endpoint's name leads to \(address), which is not a public address; "
                + "allow its network by name in the partner directory if that is right."
        }
        let what =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST: "The endpoint's name could not be resolved."
            case CURLE_COULDNT_CONNECT: "The endpoint could not be reached."
            case CURLE_OPERATION_TIMEDOUT: "The endpoint did not answer in time."
            case CURLE_PEER_FAILED_VERIFICATION:
                "The endpoint's certificate was not accepted (\(PeerText.clean(trace.tlsProblem ?? "not trusted")))."
            case CURLE_SSL_CACERT_BADFILE: "The file of certificate authorities cannot be used."
            case CURLE_SSL_CONNECT_ERROR: "TLS with the endpoint failed; TLS 1.2 or later is needed."
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT:
                "The endpoint's address is not an HTTPS address."
            default: "The exchange with the endpoint failed (\(String(cString: curl_easy_strerror(code))))."
            }
        return isRequestSent ? what + "\nThe request may or may not have been taken." : what
    }
}
