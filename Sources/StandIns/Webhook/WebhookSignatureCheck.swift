internal import Crypto
internal import Foundation

/// The receiver's side of the Standard Webhooks scheme, written from its text and not from our signer.
struct WebhookSignatureCheck: Sendable {
    /// `whsec_` and base64, or the raw secret.
    let secrets: [String]
    /// Seconds that the timestamp may be away from now.
    let tolerance: Double

    func accepts(_ headers: [String: String], body: Data, at now: Date) -> Bool {
        guard let id = headers["webhook-id"], let stamp = headers["webhook-timestamp"],
            let list = headers["webhook-signature"], let seconds = Int(stamp),
            abs(now.timeIntervalSince1970 - Double(seconds)) <= tolerance
        else { return false }
        var signed = Data(id.utf8)
        signed.append(contentsOf: ".\(stamp).".utf8)
        signed.append(body)
        return list.split(separator: " ").contains { entry in
            let parts = entry.split(separator: ",", maxSplits: 1)
            guard parts.count == 2, parts[0] == "v1", let code = Data(base64Encoded: String(parts[1])) else {
                return false
            }
            return secrets.contains { secret in
                HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: key(secret))
            }
        }
    }

    private func key(_ secret: String) -> SymmetricKey {
        let prefix = "whsec_"
        if secret.hasPrefix(prefix), let bytes = Data(base64Encoded: String(secret.dropFirst(prefix.count))) {
            return SymmetricKey(data: bytes)
        }
        return SymmetricKey(data: Data(secret.utf8))
    }
}
