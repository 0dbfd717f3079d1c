package import struct Foundation.Date

/// A document that is sent in place of the one that was dropped, for a decision to release it (`Ledger.release`).
///
/// Its bytes are on disk in the document store before the ledger hears of it.
package struct CleanedCopy: Equatable, Sendable {
    /// The number of the version whose document it is a copy of, and the hash of that document.
    package var version: Int
    package var original: String
    /// Lower-case hexadecimal.
    package var sha256: String
    package var byteCount: Int
    /// What the document has and the copy has not, without words of either, such as "2 insertions, 1 comment".
    package var removed: String

    package init(version: Int, original: String, sha256: String, byteCount: Int, removed: String) {
        self.version = version
        self.original = original
        self.sha256 = sha256
        self.byteCount = byteCount
        self.removed = removed
    }
}

/// The cleaned copy of a version, as it is shown.
package struct CleanedCopyModel: Codable, Equatable, Sendable {
    package var sha256: String
    package var removed: String
    package var madeAt: Date
    package var madeBy: String
}
