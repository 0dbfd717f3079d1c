import Reading
import Synchronization

/// What documents are that leave as they were dropped, by their hash: one child looks, and not one for each recipient.
final class KnownKinds: Sendable {
    /// The deliveries of one document are sent close together.
    private static let most = 1000

    private let kinds = Mutex<[String: FileKind]>([:])

    subscript(sha256: String) -> FileKind? { kinds.withLock { $0[sha256] } }

    func note(_ kind: FileKind, of sha256: String) {
        kinds.withLock {
            if $0.count >= Self.most { $0 = [:] }
            $0[sha256] = kind
        }
    }
}
