internal import CCurl
internal import Distribution

/// Why no connection to the relay came about.
///
/// Never about a mail: whatever it says, the mails are tried again.
struct SMTPOpeningFailure: Error {
    let stage: AttemptResult.Stage
    /// The relay's own words where it refused, else a sentence.
    let text: String
    var code: Int?
    var enhancedCode: String?
    /// Given up because we stop, and not because of the relay.
    var isStopped = false

    init(_ stage: AttemptResult.Stage, _ text: String) {
        self.stage = stage
        self.text = text
    }

    init(_ code: CURLcode, trace: CurlTrace, replies: [SMTPReply], secrets: SMTPLogin?) {
        switch code {
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_USE_SSL_FAILED, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER:
            stage = .tls
        case CURLE_LOGIN_DENIED: stage = .authenticate
        default: stage = .connect
        }
        isStopped = code == CURLE_ABORTED_BY_CALLBACK
        if let refusal = replies.last, refusal.isRefusal {
            self.code = refusal.code
            enhancedCode = refusal.enhancedCode
            text = secrets?.redact(refusal.text) ?? refusal.text
        } else {
            text = Self.sentence(code, trace)
        }
    }

    private static func sentence(_ code: CURLcode, _ trace: CurlTrace) -> String {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: "The relay's name could not be resolved; check mail.relay and DNS."
        case CURLE_COULDNT_CONNECT:
            "The relay could not be reached; check that it runs and lets this machine in."
        case CURLE_OPERATION_TIMEDOUT: "The relay did not complete the connection in time."
        case CURLE_USE_SSL_FAILED: "TLS is required and the relay did not offer it; nothing was sent."
        case CURLE_PEER_FAILED_VERIFICATION:
            "The relay's certificate was not accepted (\(PeerText.clean(trace.tlsProblem ?? "not trusted")))"
                + "; check mail.ca and the relay's name."
        case CURLE_SSL_CACERT_BADFILE: "The file of certificate authorities cannot be used; check mail.ca."
        case CURLE_SSL_CONNECT_ERROR: "TLS with the relay failed; TLS 1.2 or later is needed."
        case CURLE_LOGIN_DENIED: "The relay did not accept the login; check mail.user and its password."
        case CURLE_WEIRD_SERVER_REPLY: "The relay's greeting was not understood."
        case CURLE_ABORTED_BY_CALLBACK: "Stopped before the relay was reached."
        default: "The connection to the relay failed (\(String(cString: curl_easy_strerror(code))))."
        }
    }
}
