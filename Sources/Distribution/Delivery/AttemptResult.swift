package import struct Foundation.Date

/// What came of one try of one delivery, with what the other side said, word for word.
package struct AttemptResult: Codable, Equatable, Sendable {
    package var outcome: Outcome
    /// How far it came.
    package var stage: Stage
    /// SMTP reply code or HTTP status; `nil` where no answer came.
    package var code: Int?
    /// RFC 3463 enhanced status such as `5.1.1`.
    package var enhancedCode: String?
    /// The other side's words, lines joined by `\n`, at most 2,000 bytes; or a plain sentence on what failed here.
    package var reply: String
    /// TLS version, cipher and the name on the certificate, where TLS was spoken.
    package var tls: String?
    /// Host and port spoken to.
    package var peer: String
    /// When the other side asks to be tried again (`Retry-After`).
    package var retryAfter: Date?
    package var finishedAt: Date

    package init(
        outcome: Outcome,
        stage: Stage,
        code: Int? = nil,
        enhancedCode: String? = nil,
        reply: String,
        tls: String? = nil,
        peer: String,
        retryAfter: Date? = nil,
        finishedAt: Date
    ) {
        self.outcome = outcome
        self.stage = stage
        self.code = code
        self.enhancedCode = enhancedCode
        self.reply = reply
        self.tls = tls
        self.peer = peer
        self.retryAfter = retryAfter
        self.finishedAt = finishedAt
    }

    package enum Outcome: String, Codable, CaseIterable, Sendable {
        /// 2xx of the relay or the endpoint.
        case accepted
        /// Not taken now: try again.
        case deferred
        /// Not taken, and not to be tried again.
        case refused
        /// May have been taken: the answer to the final dot, or to the request, was lost.
        case unknown
        /// Nothing was sent and nothing was asked of the other side: given back without counting, at an orderly stop.
        case notTried = "not-tried"
    }

    package enum Stage: String, Codable, CaseIterable, Sendable {
        case prepare
        case connect
        case tls
        case authenticate
        case mailFrom = "mail-from"
        case recipient
        case data
        /// The final dot of SMTP, or the answer to an HTTP request.
        case final
    }
}
