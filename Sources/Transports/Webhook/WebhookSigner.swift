internal import Crypto
internal import Foundation

/// The sender's side of the Standard Webhooks scheme, version `v1`.
struct WebhookSigner {
    /// Newest first; each gives one signature while a secret is rotated.
    private let keys: [SymmetricKey]

    /// Takes `whsec_` and base64, or the raw secret; throws where one is shorter than 24 bytes or not base64.
    init(secrets: [[UInt8]]) throws(BadSecret) {
        guard !secrets.isEmpty else { throw BadSecret.none }
        var keys: [SymmetricKey] = []
        for secret in secrets { keys.append(SymmetricKey(data: try Self.bytes(of: secret))) }
        self.keys = keys
    }

    /// The three headers of one attempt.
    func headers(id: String, body: Data, at now: Date) -> [(name: String, value: String)] {
        let timestamp = String(Int(now.timeIntervalSince1970))
        var content = Data("\(id).\(timestamp).".utf8)
        content.append(body)
        let signatures = keys.map { key in
            "v1," + Data(HMAC<SHA256>.authenticationCode(for: content, using: key)).base64EncodedString()
        }
        return [
            ("webhook-id", id), ("webhook-timestamp", timestamp),
            ("webhook-signature", signatures.joined(separator: " ")),
        ]
    }

    private static func bytes(of secret: [UInt8]) throws(BadSecret) -> Data {
        let prefix = Array("whsec_".utf8)
        var bytes = Data(secret)
        if secret.starts(with: prefix) {
            guard let decoded = Data(base64Encoded: Data(secret.dropFirst(prefix.count))) else {
                throw BadSecret.notBase64
            }
            bytes = decoded
        }
        guard bytes.count >= 24 else { throw BadSecret.tooShort }
        return bytes
    }

    enum BadSecret: Error, CustomStringConvertible {
        case none
        case notBase64
        case tooShort

        var description: String {
            switch self {
            case .none: "The endpoint has no signing secret; set secret_file."
            case .notBase64:
                "A signing secret begins with whsec_ but is not base64; ask the partner for it again."
            case .tooShort:
                "A signing secret has fewer than 24 bytes; agree on a longer one with the partner."
            }
        }
    }
}
