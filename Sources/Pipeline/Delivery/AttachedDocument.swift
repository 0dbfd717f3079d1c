import Foundation
import Reading

/// The document as it leaves.
struct AttachedDocument: Equatable, Sendable {
    var bytes: Data
    var kind: FileKind

    /// With the number of its version and the ending of what it is; nothing of the name with which it was dropped.
    func name(reference: String, version: Int) -> String { "\(reference)-v\(version).\(kind.ending)" }

    var mediaType: String { kind.mediaType }
}
