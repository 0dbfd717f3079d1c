/// One mail as a stand-in took it, with its envelope.
package struct ReceivedMail: Sendable {
    package var connection: Int
    package var isEncrypted: Bool
    /// The user who logged in; `nil` without AUTH.
    package var user: String?
    package var returnPath: String
    /// Parameters of `MAIL FROM`, such as `RET` and `ENVID`, by their upper-case keyword, values decoded.
    package var parameters: [String: String]
    package var recipients: [Recipient]
    /// What came between DATA and the final dot, without dot-stuffing, with CR LF.
    package var bytes: [UInt8]

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package struct Recipient: Sendable {
        package var address: String
        /// Parameters of `RCPT TO`, such as `NOTIFY` and `ORCPT`.
        package var parameters: [String: String]
    }
}
